// Scanners physically lack what signs and what reaches a registry to write: what they import, near and far, is counted here.
import { describe, expect, it } from "vitest";
import { readImports } from "./guards/architecture.ts";
import { readSources } from "./guards/sources.ts";

const files = readSources(["src", "actions", "cli"], ".ts");
const imports = Map.groupBy(readImports(files).filter(({ typeOnly }) => !typeOnly), ({ from }) => from);

/** Every file and package that `door` brings along. */
function reach(door: string, given = imports): Set<string> {
  const found = new Set([door]);
  for (const file of found) for (const { target } of given.get(file) ?? []) found.add(target);
  return found;
}

const signing = /^(@sigstore\/|src\/attestation\/|src\/evidence-store\/)/;

describe("what signs", () => {
  it.each(["image-secret-audit", "log-leak-guard", "isolation-assert"])("is no part of %s", (door) => {
    const reached = reach(`actions/${door}/index.ts`);
    expect(reached.size).toBeGreaterThan(50);
    expect([...reached].filter((target) => signing.test(target))).toEqual([]);
  });

  it("is part of the door that signs, so that this test can see it", () => {
    const reached = [...reach("actions/compliance-attest/index.ts")];
    expect(reached.filter((target) => signing.test(target)).length).toBeGreaterThan(10);
    expect(reached).toContain("@sigstore/sign");
  });

  it("is found behind a detour", () => {
    const planted = Map.groupBy(readImports(new Map([["actions/a/index.ts", 'import { b } from "./b.ts";\n'], ["actions/a/b.ts", 'import { sign } from "@sigstore/sign";\n']])), ({ from }) => from);
    expect([...reach("actions/a/index.ts", planted)]).toContain("@sigstore/sign");
  });
});
