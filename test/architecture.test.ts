// The dependency table holds, and each of its guards can fail.
import { describe, expect, it } from "vitest";
import { findForbiddenImports, findOutsideReads, findUnknownRooms, readImports, type Files } from "./guards/architecture.ts";
import { findUntidy, findUnusedExports } from "./guards/house.ts";
import { readSources } from "./guards/sources.ts";

const files = readSources(["src", "actions", "cli", "tools", "test", "sample-service"], ".ts");
const plant = (path: string, text: string): Files => new Map([[path, text]]);

describe("architecture", () => {
  it("reads the house", () => {
    expect(files.size).toBeGreaterThan(100);
    expect(readImports(files).length).toBeGreaterThan(300);
  });

  it("has no import that the table forbids", () => expect(findForbiddenImports(files)).toEqual([]));
  it("reads environment and clock in runtime only", () => expect(findOutsideReads(files)).toEqual([]));
  it("knows every room", () => expect(findUnknownRooms(files)).toEqual([]));
  it("keeps files, folders and names in bounds", () => expect(findUntidy(files)).toEqual([]));
  it("has no export that nothing uses", () => expect(findUnusedExports(files)).toEqual([]));
});

describe("architecture guards", () => {
  it.each([
    ["a later stage", "src/finding/x.ts", 'import { a } from "../report/index.ts";'],
    ["a side room", "src/source/x.ts", 'import { a } from "../packer/index.ts";'],
    ["past a door", "src/report/x.ts", 'import { a } from "../finding/verdict.ts";'],
    ["past an inner door", "actions/log-leak-guard/main.ts", 'import { a } from "../../src/reader/log/lines.ts";'],
    ["values where types are allowed", "src/detector/x.ts", 'import { toFragments } from "../reader/index.ts";'],
    ["another action", "actions/a/main.ts", 'import { a } from "../b/main.ts";'],
    ["an entry file", "cli/x.ts", 'import "../actions/a/index.ts";'],
    ["the toolkit", "src/report/x.ts", 'import * as core from "@actions/core";'],
    ["files from a pure room", "src/detector/x.ts", 'import { readFileSync } from "node:fs";'],
    ["the sample service", "src/packer/x.ts", 'import { a } from "../../sample-service/src/app.ts";'],
    ["dynamically", "src/finding/x.ts", 'const a = await import("../report/index.ts");'],
  ])("refuses to import %s", (_, path, text) => expect(findForbiddenImports(plant(path, text))).toHaveLength(1));

  it("allows what the table allows", () => {
    expect(findForbiddenImports(plant("src/detector/x.ts", 'import type { Fragment } from "../reader/index.ts";\nimport { type Reading } from "../reader/index.ts";'))).toEqual([]);
  });

  it.each([
    ["the environment", "src/report/x.ts", "const a = process.env.HOME;"],
    ["the clock", "src/detector/x.ts", "const a = Date.now();"],
    ["chance", "src/finding/x.ts", "const a = Math.random();"],
  ])("refuses to read %s", (_, path, text) => expect(findOutsideReads(plant(path, text))).toHaveLength(1));

  it("refuses an unknown room", () => expect(findUnknownRooms(plant("src/attic/x.ts", ""))).toHaveLength(1));

  it.each([
    ["a long file", "src/a/x.ts", "\n".repeat(201)],
    ["an empty name", "src/a/string-utils.ts", ""],
    ["camel case", "src/a/stringThing.ts", ""],
  ])("refuses %s", (_, path, text) => expect(findUntidy(plant(path, text))).toHaveLength(1));

  it("refuses a full folder", () => {
    expect(findUntidy(new Map(Array.from({ length: 13 }, (_, n) => [`src/a/x${n}.ts`, ""])))).toHaveLength(1);
  });

  it("refuses an unused export", () => {
    expect(findUnusedExports(new Map([["src/a/x.ts", "export const lonely = 1;"], ["src/a/index.ts", 'export { lonely } from "./x.ts";']]))).toHaveLength(1);
  });
});
