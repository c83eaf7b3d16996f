// action.yml and the README tables of every door, from its contract.
import { dump } from "js-yaml";
import { existsSync, readFileSync, readdirSync } from "node:fs";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import type { Contract, Input } from "../../src/runtime/index.ts";
import { fillPeers } from "./bench-page.ts";
import { banner, type Generated } from "./generated.ts";
import { fillMarkers, toTable } from "./markers.ts";

/** Contracts of all doors, in the order of their names. */
export async function loadContracts(root: string): Promise<Contract[]> {
  const folders = readdirSync(join(root, "actions"), { withFileTypes: true }).filter((entry) => entry.isDirectory()).map((entry) => entry.name).sort();
  const files = folders.map((folder) => join(root, "actions", folder, "contract.ts")).filter((file) => existsSync(file));
  return Promise.all(files.map(async (file) => ((await import(pathToFileURL(file).href)) as { contract: Contract }).contract));
}

export async function toActionFiles(root: string): Promise<Generated[]> {
  const contracts = await loadContracts(root);
  const doors = contracts.flatMap((contract) => {
    const folder = join(root, "actions", contract.name);
    const page = readFileSync(join(folder, "README.md"), "utf8");
    return [
      { path: join(folder, "action.yml"), content: toActionYaml(contract) },
      { path: join(folder, "README.md"), content: toPage(page, contract) },
    ];
  });
  const readme = join(root, "README.md");
  const table = toTable(["door", "what it does"], contracts.map((contract) => [`[\`${contract.name}\`](actions/${contract.name}/README.md)`, contract.description]));
  return [...doors, { path: readme, content: fillPeers(root, fillMarkers(readFileSync(readme, "utf8"), "doors", table)) }];
}

function toActionYaml(contract: Contract): string {
  const action = {
    name: contract.title,
    description: contract.description,
    author: "yuno",
    branding: contract.branding,
    inputs: Object.fromEntries(inputsOfAction(contract).map(([name, input]) => [name, {
      description: describe(input), required: isRequired(input), ...(input.default !== "" && { default: input.default }),
    }])),
    outputs: contract.outputs,
    runs: { using: "node24", main: "dist/index.js" },
  };
  return `# ${banner("contract.ts")}\n${dump(action, { lineWidth: 120, quotingType: '"' } as object)}`;
}

function inputsOfAction(contract: Contract): [string, Input][] {
  return Object.entries(contract.inputs).filter(([, input]) => input.only !== "command");
}

function isRequired(input: Input): boolean {
  return input.required || input.requiredAt === "action";
}

function describe(input: Input): string {
  const choices = input.choices ? `; one of ${input.choices.join(", ")}` : "";
  return input.description + choices + (input.kind === "lines" ? "; one a line" : "");
}

function toPage(page: string, contract: Contract): string {
  const inputs = toTable(["input", "meaning", "default"], inputsOfAction(contract).map(([name, input]) =>
    [`\`${name}\``, describe(input), isRequired(input) ? "required" : input.default === "" ? "" : `\`${input.default}\``]));
  const outputs = toTable(["output", "meaning"], Object.entries(contract.outputs).map(([name, output]) => [`\`${name}\``, output.description]));
  const permissions = Object.keys(contract.permissions).length === 0 ? "None: `permissions: {}` is enough."
    : toTable(["permission", "why"], Object.entries(contract.permissions).map(([scope, reason]) => [`\`${scope}\``, reason]));
  return fillMarkers(fillMarkers(fillMarkers(page, "inputs", inputs), "outputs", outputs), "permissions", permissions);
}
