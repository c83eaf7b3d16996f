// The four ways in which actions and their code fall apart, and the naming that holds across doors.
import { existsSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { readImports } from "./guards/architecture.ts";
import { readSources, root } from "./guards/sources.ts";
import { loadContracts } from "../tools/generate/action-files.ts";

const contracts = await loadContracts(root);
const doorFiles = ["README.md", "action.yml", "contract.ts", "index.ts", "main.test.ts", "main.ts"];

describe("contracts", () => {
  it("are all there", () => expect(contracts.map(({ name }) => name)).toEqual([
    "attested-rollout", "compliance-attest", "compliance-verify", "image-secret-audit", "isolation-assert", "isolation-witness", "log-leak-guard", "pipeline-feedback",
  ]));

  it.each(contracts)("$name has every file of a door", ({ name }) => {
    expect(doorFiles.filter((file) => !existsSync(join(root, "actions", name, file)))).toEqual([]);
  });

  it.each(contracts)("$name uses names that the runner and act keep", ({ inputs, outputs }) => {
    for (const name of [...Object.keys(inputs), ...Object.keys(outputs)]) expect(name).toMatch(/^[a-z][a-z0-9-]*$/);
  });

  it.each(contracts)("$name parses its own defaults to the same as absence", ({ inputs }) => {
    for (const input of Object.values(inputs).filter(({ default: value }) => value !== "")) {
      expect(input.schema.parse(input.default)).toEqual(input.schema.parse(undefined));
    }
  });

  it.each(contracts)("$name refuses an absent or empty required input", ({ inputs }) => {
    for (const input of Object.values(inputs).filter(({ required }) => required)) {
      expect(input.schema.safeParse(undefined).success).toBe(false);
      expect(input.schema.safeParse("").success).toBe(false);
    }
  });

  it("mean the same by the same name", () => {
    const kinds = Map.groupBy(contracts.flatMap(({ inputs }) => Object.entries(inputs)), ([name]) => name);
    for (const [name, uses] of kinds) expect(new Set(uses.map(([, input]) => input.kind)), name).toHaveLength(1);
  });

  it("have entry files that nobody imports and mains of at most 40 lines", () => {
    const files = readSources(["actions", "cli", "src", "tools"], ".ts");
    expect(readImports(files).filter(({ target }) => /^actions\/[^/]+\/index\.ts$/.test(target))).toEqual([]);
    for (const { name } of contracts) {
      const body = /export (?:async function main|const main)[\s\S]*?\n\}/.exec(files.get(`actions/${name}/main.ts`) ?? "")?.[0] ?? "";
      expect(body, name).not.toBe("");
      expect(body.split("\n").length, name).toBeLessThanOrEqual(40);
    }
  });
});
