// Values as js-yaml loads them, positions as editors count them, and nothing that throws.
import fc from "fast-check";
import { dump, load } from "js-yaml";
import { describe, expect, it } from "vitest";
import { parseYaml, type YamlNode } from "./yaml.ts";

function toData(node: YamlNode | null): unknown {
  if (!node) return undefined;
  if (node.kind === "scalar") return node.value;
  return node.kind === "sequence" ? node.items.map(toData) : Object.fromEntries(node.pairs.map((pair) => [pair.key, toData(pair.value)]));
}

const at = (text: string, ...path: (string | number)[]) => path.reduce<YamlNode | undefined>((node, step) => {
  if (node?.kind === "sequence" && typeof step === "number") return node.items[step];
  return node?.kind === "mapping" ? node.pairs.find((pair) => pair.key === step)?.value : undefined;
}, parseYaml(text).root ?? undefined)?.at;

describe("parseYaml", () => {
  const key = fc.stringMatching(/^[a-z]{1,5}$/);
  const data = fc.letrec<{ node: unknown }>((tie) => ({
    node: fc.oneof({ maxDepth: 4 }, fc.string({ unit: "grapheme" }), fc.integer(), fc.boolean(), fc.constant(null), fc.constantFrom("yes", "on", "0x10", "012", "~", "1e3", "a: b", "- x", "#"), fc.array(tie("node"), { maxLength: 3 }), fc.dictionary(key, tie("node"), { maxKeys: 3 })),
  })).node;

  it("reads what js-yaml loads", () => {
    fc.assert(fc.property(data, fc.boolean(), (value, flow) => {
      const text = dump(value, flow ? { flowLevel: 0 } : {});
      const { root, problems } = parseYaml(text);
      expect(problems).toEqual([]);
      expect(toData(root)).toEqual(load(text));
    }), { numRuns: 300 });
  });

  it("never throws", () => {
    const piece = fc.constantFrom("a: ", "- ", "&x ", "*x", "[", "]", "{", "}", "\n", "  ", "\t", "'", '"', "|\n", ">", "?", ": ", "!!str ", "%YAML 1.1\n", "---\n", "...", "<<: ", "\0", "\r\n", "\u{feff}", "\u2028", "${{ x }}", "#", "@", "`");
    fc.assert(fc.property(fc.oneof(fc.string(), fc.array(piece, { maxLength: 40 }).map((pieces) => pieces.join(""))), (text) => {
      const { root, problems } = parseYaml(text);
      expect(root !== null || problems.length > 0 || !/^[^#%]*[a-z]/u.test(text)).toBe(true);
    }), { numRuns: 1000 });
  });

  it.each([
    ["plain", "a:\n  b: c\n", ["a", "b"], { line: 2, column: 6 }],
    ["quoted", 'a: "c"\n', ["a"], { line: 1, column: 5 }],
    ["flow", "a: [x, {b: c}]", ["a", 1, "b"], { line: 1, column: 12 }],
    ["with carriage returns", "x: 1\r\na: c\r\n", ["a"], { line: 2, column: 4 }],
    ["empty", "x: 1\na:\nb: 2\n", ["a"], { line: 2, column: 1 }],
    ["alias", "x: &e prod\na: *e\n", ["a"], { line: 2, column: 4 }],
  ])("places a %s value", (_, text, path, position) => expect(at(text, ...path)).toEqual(position));

  it("takes closing brackets that stand where their keys do", () => {
    const text = "a:\n  b: [\n    x,\n    y\n  ]\n  c: {\n    d: e\n  }\n";
    expect(parseYaml(text).problems).toEqual([]);
    expect(toData(parseYaml(text).root)).toEqual({ a: { b: ["x", "y"], c: { d: "e" } } });
    expect(at(text, "a", "b", 1)).toEqual({ line: 4, column: 5 });
    expect(parseYaml("a: [\nb\n").problems.map((problem) => problem.reason)).toEqual(["malformed"]);
  });

  it.each([
    ["duplicate keys", "a: 1\na: 2\n"], ["duplicate keys in other case", "a: 1\nA: 2\n"], ["merge keys", "x: &x {}\ny:\n  <<: *x\n"], ["tags", "a: !!int '1'\n"],
    ["keys that are lists", "? [a]\n: b\n"], ["unknown anchors", "a: *x\n"], ["anchors inside themselves", "a: &x [*x]\n"], ["two documents", "a: 1\n---\nb: 2\n"],
  ])("reports %s", (_, text) => expect(parseYaml(text).problems.map((problem) => problem.reason)).toContain("invalid-workflow"));

  it("refuses an alias bomb before it is walked", () => {
    const lines = ["a0: &a0 [x,x,x,x,x,x,x,x,x,x]", ...Array.from({ length: 20 }, (_, n) => `a${n + 1}: &a${n + 1} [${Array(10).fill(`*a${n}`).join()}]`)];
    expect(parseYaml(lines.join("\n")).problems.map((problem) => problem.reason)).toEqual(["ratio-limit"]);
  });

  it("refuses deep nesting", () => expect(parseYaml("[".repeat(100_000)).problems.map((problem) => problem.reason)).toEqual(["depth-limit"]));
});
