// Checkouts on disk: what counts as a workflow file, and nothing from outside.
import { mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, describe, expect, it } from "vitest";
import { InputError } from "../../finding/index.ts";
import { holdWorkflows, openWorkflows } from "../index.ts";

const base = mkdtempSync(join(tmpdir(), "workflow-folder-"));
afterAll(() => rmSync(base, { recursive: true, force: true }));

function make(name: string, files: Readonly<Record<string, string>>): string {
  for (const [path, text] of Object.entries(files)) {
    mkdirSync(join(base, name, path, ".."), { recursive: true });
    writeFileSync(join(base, name, path), text);
  }
  return name;
}

const open = (reference: string, repositories: readonly string[] = []) => openWorkflows(reference, { cwd: base, repositories });

describe("openWorkflows", () => {
  it("lists the workflow folder only, and only its own files", async () => {
    const name = make("repo", { ".github/workflows/b.yml": "b", ".github/workflows/a.yaml": "a", ".github/workflows/sub/c.yml": "c", ".github/workflows/readme.md": "d", "x.yml": "e" });
    const { own } = await open(name);
    expect(own.list()).toEqual([".github/workflows/a.yaml", ".github/workflows/b.yml"]);
    expect(own.read(".github/workflows/b.yml")).toMatchObject({ kind: "file" });
    expect(own.read("nowhere.yml")).toEqual({ kind: "absent" });
  });

  it("takes a folder of workflow files", async () => expect((await open(make("examples", { "one.yml": "a", "README.md": "b" }))).own.list()).toEqual(["one.yml"]));

  it("never reads outside", async () => {
    make("outside", { "secret.yml": "x" });
    make("linked", { ".github/workflows/real.yml": "on: push" });
    symlinkSync(join(base, "outside/secret.yml"), join(base, "linked/.github/workflows/leak.yml"));
    symlinkSync("real.yml", join(base, "linked/.github/workflows/inner.yml"));
    symlinkSync("gone.yml", join(base, "linked/.github/workflows/dangling.yml"));
    const { own } = await open("linked");
    expect(own.list()).toHaveLength(4);
    expect(own.read(".github/workflows/leak.yml")).toMatchObject({ kind: "refused", reason: "path-escape" });
    expect(own.read(".github/workflows/inner.yml")).toMatchObject({ kind: "file" });
    expect(own.read(".github/workflows/dangling.yml")).toEqual({ kind: "absent" });
    expect(own.read("../outside/secret.yml")).toMatchObject({ kind: "refused", reason: "path-escape" });
    expect(own.read("/etc/hostname")).toMatchObject({ kind: "refused", reason: "path-escape" });
  });

  it("opens checkouts of other repositories", async () => {
    make("other", { ".github/workflows/x.yml": "x" });
    const files = await open("repo", ["Acme/Flow@v1=other"]);
    expect(files.other("acme/flow@v1")?.list()).toEqual([".github/workflows/x.yml"]);
    expect(files.other("acme/flow@v2")).toBeUndefined();
  });

  it.each([
    ["a folder that isn't there", "nowhere", []], ["a file", "repo/x.yml", []], ["a repository without ref", "repo", ["acme/flow=other"]],
    ["a repository without folder", "repo", ["acme/flow@v1=nowhere"]], ["a repository given twice", "repo", ["acme/flow@v1=other", "ACME/flow@v1=repo"]],
  ])("refuses %s", async (_, reference, repositories) => await expect(open(reference, repositories)).rejects.toThrow(InputError));

  it("digests what was read, in any order", async () => {
    const read = (order: readonly string[]) => {
      const files = holdWorkflows({ ".github/workflows/a.yml": "a", ".github/workflows/b.yml": "b", ".github/workflows/c.yml": "c" });
      for (const path of order) files.own.read(`.github/workflows/${path}`);
      return files.digest();
    };
    expect(read(["a.yml", "b.yml"])).toBe(read(["b.yml", "a.yml", "a.yml"]));
    expect(read(["a.yml", "b.yml"])).not.toBe(read(["a.yml", "c.yml"]));
  });
});
