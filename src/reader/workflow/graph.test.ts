// Hostile files: nothing throws, nothing is skipped without a gap, the rest is read all the same.
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { assertIsolation } from "../../detector/isolation/index.ts";
import { holdWorkflows } from "../../source/index.ts";
import { readWorkflows } from "./index.ts";

const good = "on: push\npermissions: {}\njobs:\n  build:\n    environment: prod\n    runs-on: ubuntu-24.04\n    steps: [{ run: make }]\n";
const question = { environment: "prod", allowedJobs: [], repository: undefined, trust: undefined };

function judge(content: string | Uint8Array) {
  const graph = readWorkflows(holdWorkflows({ ".github/workflows/bad.yml": content, ".github/workflows/good.yml": good }));
  const { findings } = assertIsolation(graph, question);
  return { reasons: graph.gaps.map((gap) => gap.reason), graph, findings: findings.map((finding) => finding.location.kind === "workflow" && finding.location.file) };
}

describe("hostile workflow files", () => {
  it.each([
    ["larger than GitHub reads", `# ${"x".repeat(1 << 20)}`, "size-limit"],
    ["not UTF-8", new Uint8Array([0x6f, 0x6e, 0x3a, 0x20, 0xff, 0xfe]), "malformed"],
    ["UTF-16", Buffer.from(`\u{feff}${good}`, "utf16le"), "malformed"],
    ["empty", "", "invalid-workflow"],
    ["null bytes", "on: push\0", "malformed"],
    ["a scalar", "hello", "invalid-workflow"],
    ["a list", "- on: push", "invalid-workflow"],
    ["jobs that are a list", "on: push\njobs: [a]", "invalid-workflow"],
    ["steps that are text", "on: push\njobs: { a: { runs-on: x, steps: no } }", "invalid-workflow"],
    ["deep", `on: push\njobs: ${"[".repeat(5000)}`, "depth-limit"],
  ])("are a gap when %s, and the others are judged", (_, content, reason) => {
    const { reasons, graph, findings } = judge(content);
    expect(reasons).toContain(reason);
    expect(findings).toContain(".github/workflows/good.yml");
    expect(graph.seen.files).toBe(2);
  });

  it("reads a mark of byte order and carriage returns", () => {
    const { reasons, findings } = judge(`\u{feff}${good.replaceAll("\n", "\r\n")}`);
    expect(reasons).toEqual([]);
    expect(findings).toEqual([".github/workflows/bad.yml", ".github/workflows/good.yml"]);
  });

  it("reads half a megabyte of jobs", () => {
    const jobs = Array.from({ length: 4000 }, (_, n) => `  j${n}:\n    runs-on: ubuntu-24.04\n    environment: \${{ format('{0}', 'prod') }}\n    steps: [{ run: make }]\n`).join("");
    expect(judge(`on: push\npermissions: {}\njobs:\n${jobs}`).findings).toHaveLength(4001);
  });

  it("names no key or value of the file in a gap", () => {
    const secret = "hushhush".repeat(3);
    const { graph } = judge(`on: push\n${secret}: 1\njobs:\n  a: { runs-on: x, ${secret}: { ${secret}: [} }\n`);
    const valid = judge(`on: push\n${secret}: 1\njobs:\n  a: { runs-on: x, environment: [${secret}] }\n`);
    expect([...graph.gaps, ...valid.graph.gaps].length).toBeGreaterThan(1);
    expect(JSON.stringify([graph.gaps, valid.graph.gaps])).not.toContain(secret);
  });

  it("never throws on damaged files", () => {
    const cut = fc.record({ at: fc.nat(good.length), length: fc.nat(12), insert: fc.constantFrom("", "\t", "[", "{", "}", "'", '"', "&a", "*a", "${{", "}}", "\n", ": ", "- ", "null", "\u0000", "<<: ", "!!x ", "$/", "../", "%") });
    fc.assert(fc.property(fc.array(cut, { minLength: 1, maxLength: 4 }), (cuts) => {
      const text = cuts.reduce((current, { at, length, insert }) => current.slice(0, at) + insert + current.slice(at + length), good);
      expect(judge(text).graph.seen.files).toBe(2);
    }), { numRuns: 500 });
  });

  it("reads a callee elsewhere once, however often it is called", () => {
    const caller = "on: push\npermissions: {}\njobs:\n  a: { uses: acme/flow/.github/workflows/x.yml@v1 }\n  b: { uses: ACME/flow/.github/workflows/x.yml@v1 }\n";
    const graph = readWorkflows(holdWorkflows({ ".github/workflows/ci.yml": caller }, { "acme/flow@v1": { ".github/workflows/x.yml": "on: workflow_call\njobs: {}\n" } }));
    expect([...graph.workflows.keys()]).toEqual([".github/workflows/ci.yml", "acme/flow/.github/workflows/x.yml@v1"]);
    expect(graph.gaps).toEqual([]);
  });
});
