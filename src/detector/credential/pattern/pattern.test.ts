// The matcher gives what the dialect says, and no pattern and no text make it slow.
import { Buffer } from "node:buffer";
import * as fc from "fast-check";
import { describe, expect, it } from "vitest";
import { createSampler } from "../../sampler.ts";
import { Pattern, PatternError, WorkLimit } from "./index.ts";

function matches(source: string, text: string, left = 1e8): string[] {
  const bytes = Buffer.from(text);
  return [...new Pattern(source).matches(bytes, { left })].map(([start, end]) => bytes.subarray(start, end).toString());
}

const atom = fc.constantFrom("a", "b", "c", "0", "_", ".", "[ab]", "[^a]", "\\d", "\\w", "\\s", "\\b", "\\B", "^", "$", "(?:)", "[a-c0]", "\\W", "(?:a|b)", "(b)", "-");
const repeat = fc.constantFrom("", "", "", "*", "+", "?", "*?", "+?", "??", "{2}", "{1,3}", "{2,}", "{0,2}?");
/** Where a repetition's item may be empty, engines differ on what one more round means. */
const repeated = (item: string, count: string) => (/\\[bB]|\^|\$/.test(item) || new RegExp(`^(?:${item})$`).test("") ? item : item + count);
const expression = fc.letrec<{ node: string; leaf: string }>((tie) => ({
  leaf: fc.tuple(atom, repeat).map(([item, count]) => repeated(item, count)),
  node: fc.oneof({ maxDepth: 3 }, tie("leaf"), fc.array(tie("node"), { minLength: 2, maxLength: 4 }).map((items) => items.join("")), fc.tuple(tie("node"), tie("node"), repeat).map(([a, b, count]) => repeated(`(?:${a}|${b})`, count)), fc.tuple(tie("node"), repeat).map(([a, count]) => repeated(`(${a})`, count))),
})).node;

describe("Pattern", () => {
  it("finds what a backtracking engine finds, from left to right", () => {
    fc.assert(fc.property(expression, fc.stringMatching(/^[abc0_ \n-]{0,14}$/), (source, text) => {
      const expected = Array.from(text.matchAll(new RegExp(source, "g")), ([match]) => match);
      const found = matches(source, text);
      expect(found.filter((match) => match !== "")).toEqual(expected.filter((match) => match !== ""));
    }), { numRuns: 1000 });
  });

  it.each([
    ["(?i)abc", "xABc", ["ABc"]], ["a(?i)b", "aB AB", ["aB"]], ["(?i:a)b", "Ab AB", ["Ab"]], ["(?s)a.b", "a\nb", ["a\nb"]], ["(?m)^b$", "a\nb\nc", ["b"]], ["b\\z", "ab\nb", ["b"]], ["\\Ab", "b b", ["b"]], ["(?U)a+", "aaa", ["a", "a", "a"]],
    ["[[:alpha:]]+", "ab1c", ["ab", "c"]], ["[[:^alpha:]]+", "ab1c", ["1"]], ["[^[:space:]]+", "a b", ["a", "b"]], ["\\pL+", "äb1", ["äb"]], ["\\p{Greek}", "aβ", ["β"]], ["\\PL", "a1", ["1"]], ["[é-ü]+", "aéü", ["éü"]], [".", "é€😀", ["é", "€", "😀"]],
    ["(?i)É", "é", ["é"]], ["(?P<x>a)(?<y>b)", "ab", ["ab"]], ["\\Qa.b\\E+", "a.bb", ["a.bb"]], ["\\x41\\x{42}\\103\\t", "ABC\t", ["ABC\t"]], ["a{,2}", "a{,2}", ["a{,2}"]], ["x*", "axb", ["", "x", ""]], ["[]a]+", "]a", ["]a"]], ["[a\\-z]+", "a-z", ["a-z"]], ["a|ab", "ab", ["a"]], ["\\bkey\\b", "monkey key", ["key"]], ["[^a]", "\u00e9", ["é"]],
  ])("reads %s as RE2 does", (source, text, expected) => {
    expect(matches(source, text)).toEqual(expected);
  });

  it("takes a byte that is no character for one, as Go does", () => {
    const bytes = Buffer.from([0x61, 0xff, 0xfe, 0x62]);
    expect([...new Pattern("a..b").matches(bytes, { left: 1e6 })]).toEqual([[0, 4]]);
  });

  it.each(["(", ")", "a)", "[a", "[b-a]", "a++", "a**", "*a", "(?=a)", "(?<=a)b", "(?<!a)b", "(?>a)", "(a)\\1", "\\y", "\\p{Nobody}", "[[:nobody:]]", "a{2,1}", "{2}a", "a{1001}", "(?:(?:a{100}){100}){100}", "(?i", "(".repeat(300), "\\"])("refuses %s", (source) => {
    expect(() => new Pattern(source)).toThrow(PatternError);
  });

  it("gives the groups of a match", () => {
    expect([...new Pattern("a(b)|(c)d").groupsIn("xcd", { left: 1e6 }) ?? []]).toEqual([1, 3, -1, -1, 1, 2]);
    expect(new Pattern("a").groupsIn("b", { left: 1e6 })).toBeUndefined();
  });

  it.each([
    ["(a+)+$", "a".repeat(50_000) + "b"], ["(?:a|a)*c", "a".repeat(50_000)], ["(a|b|ab)*c", "ab".repeat(25_000)], ["(.*)(.*)(.*)(.*)(.*)(.*)(.*)(.*)(.*)x", "y".repeat(20_000)], ["(?:x+x+)+y", "x".repeat(50_000)],
    ["^(?:(?:[a-z0-9]+)+\\.)+[a-z]{2,}$", "a1".repeat(25_000) + "!"], ["(?:\\w+\\s?)*\\$", "word ".repeat(10_000)], ["\\s+$", " ".repeat(50_000) + "x"],
  ])("goes through the worst text for %s in one pass", (source, text) => {
    const work = { left: 4e6 };
    expect([...new Pattern(source).matches(Buffer.from(text), work)]).toEqual([]);
    expect(work.left).toBeGreaterThan(0);
  });

  it("stops where a large expression would use up its budget", () => {
    const text = createSampler("work").expand("{lower:20000}").replace(/[n-z]/g, "a");
    expect(() => matches("a.{300}[^a-m]", text, 2e6)).toThrow(WorkLimit);
  });
});
