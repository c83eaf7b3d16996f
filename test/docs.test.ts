// Pages tell today's truth: what they name exists, DESIGN.md keeps its length, and the guards can fail.
import { existsSync, readFileSync, readdirSync } from "node:fs";
import { join, relative, sep } from "node:path";
import { describe, expect, it } from "vitest";
import { gapReasons } from "../src/finding/index.ts";
import { loadContracts } from "../tools/generate/action-files.ts";
import { findDeadReferences, toAnchors, type Known } from "./guards/docs.ts";
import { readSources, root } from "./guards/sources.ts";

const pages = new Map([...readSources(["docs", "actions", "reusable", "sample-service"], ".md"), ...["README.md", "DESIGN.md", "SECURITY.md"].map((name) => [name, readFileSync(join(root, name), "utf8")] as const)]);
const contracts = await loadContracts(root);
const { scripts, dependencies, devDependencies } = JSON.parse(readFileSync(join(root, "package.json"), "utf8")) as Record<string, Record<string, string>>;

function listPaths(folder: string): string[] {
  return readdirSync(folder, { withFileTypes: true }).flatMap((entry) => {
    if (["node_modules", ".git", "out"].includes(entry.name)) return [];
    const path = join(folder, entry.name);
    return [relative(root, path).split(sep).join("/"), ...(entry.isDirectory() ? listPaths(path) : [])];
  });
}

const paths = new Set(listPaths(root));
const names = [...paths].map((path) => path.split("/").at(-1)?.replace(/\.\w+$/, "") ?? "");
const ruleIds = [...readSources(["src", "cli"], ".ts").values()].flatMap((text) => [...text.matchAll(/"([a-z][a-z0-9]*(?:-[a-z0-9]+)+)"/g)].map(([, id]) => id ?? ""));
/** Inputs, secrets and outputs of the reusable workflows and of the composite actions. */
const workflowWords = [...readSources(["reusable"], ".yml").values(), readFileSync(join(root, "action.yml"), "utf8")].flatMap((text) => [...text.matchAll(/^\s+([A-Za-z][\w-]*):$/gm)].map(([, name]) => name ?? ""));
const known: Known = {
  paths,
  scripts: new Set(Object.keys(scripts ?? {})),
  commands: new Set(["run", "waive", "credential-fingerprint", "credential-rotate", "evidence", ...contracts.map(({ name }) => name)]),
  words: new Set([
    ...names, ...ruleIds, ...workflowWords, ...contracts.flatMap(({ inputs }) => Object.values(inputs).flatMap(({ choices }) => choices ?? [])), ...Object.keys(gapReasons), ...Object.keys(dependencies ?? {}), ...Object.keys(devDependencies ?? {}),
    ...contracts.flatMap(({ name, inputs, outputs }) => [name, ...Object.keys(inputs), ...Object.keys(outputs)]), "docker-archive", "oci-archive", "docker-daemon", "id-token", "add-mask", "stop-commands", "compliance-attestation", "deployment-attestation",
  ]),
};

describe("pages", () => {
  it("are all read", () => expect(pages.size).toBeGreaterThan(10));
  it.each([...pages.keys()])("%s names only what exists", (path) => expect(findDeadReferences(path, pages.get(path) ?? "", { known, pages })).toEqual([]));

  it("DESIGN.md has 500 to 1,000 words", () => {
    const words = (pages.get("DESIGN.md") ?? "").split(/\s+/).filter((word) => /[\p{L}\p{N}]/u.test(word)).length;
    expect(words).toBeGreaterThanOrEqual(500);
    expect(words).toBeLessThanOrEqual(1000);
  });

  it("README.md shows the two commands on its first screen", () => {
    const first = (pages.get("README.md") ?? "").split("\n").slice(0, 40).join("\n");
    for (const command of ["npm ci && npm run pipeline", "npm ci && npm test"]) expect(first).toContain(command);
  });

  it("docs/architecture.md gives a reason for every dependency", () => {
    const page = pages.get("docs/architecture.md") ?? "";
    const service = JSON.parse(readFileSync(join(root, "sample-service/package.json"), "utf8")) as { dependencies: Record<string, string> };
    for (const name of [dependencies, devDependencies, service.dependencies].flatMap((list) => Object.keys(list ?? {}))) expect(page, name).toContain(`\`${name}\``);
  });
});

describe("page guards", () => {
  const find = (page: string) => findDeadReferences("docs/x.md", page, { known, pages: new Map([["README.md", "# A Title!\n"]]) });
  it.each([
    ["a dead link", "[x](nowhere.md)"],
    ["a dead anchor", "[x](../README.md#no-such)"],
    ["a dead path", "see `src/nowhere/x.ts`"],
    ["a dead script", "`npm run nothing`"],
    ["a dead command", "bin/pci-pipeline guess-secrets x"],
    ["a dead rule", "the rule `no-such-rule`"],
  ])("find %s", (_, page) => expect(find(page)).toHaveLength(1));
  it("accept what exists", () => expect(find("[x](../README.md#a-title) `src/finding` `image-secret-audit` `npm run verify`")).toEqual([]));
  it("make GitHub's anchors", () => expect([...toAnchors('## Who signs, and how?\n<a id="x"></a>')]).toEqual(["who-signs-and-how", "x"]));
});

it("paths of generated pages exist", () => expect(existsSync(join(root, "docs/controls.md"))).toBe(true));
