// Meeting of claims and patterns, beside trying out all short texts.
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { isCovered, meet, type Language } from "./language.ts";

const free = { free: true, without: ":" };
const fixed = { free: false, without: ":" };
const letters = ["", ...["a", "b", ":"].flatMap((one) => [one, ...["a", "b", ":"].map((two) => one + two)])];

function texts(language: Language): string[] {
  return language.reduce<string[]>((list, part) => list.flatMap((text) => (typeof part === "string" ? [text + part] : letters.filter((fill) => ![...part.without].some((char) => fill.includes(char))).map((fill) => text + fill))), [""]);
}

const toRegex = (pattern: string) => new RegExp(`^${[...pattern].map((char) => (char === "*" ? ".*" : char === "?" ? "." : `\\u{${char.codePointAt(0)?.toString(16)}}`)).join("")}$`, "u");

describe("meet", () => {
  const part = fc.constantFrom<Language[number]>("a", "b", ":", "ab", free, fixed);
  const language = fc.array(part, { maxLength: 4 });
  const pattern = fc.array(fc.constantFrom("a", "b", ":", "*", "?"), { maxLength: 4 }).map((chars) => chars.join(""));

  it("agrees with trying out", () => {
    fc.assert(fc.property(language, pattern, (claim, wanted) => {
      const met = texts(claim).filter((text) => toRegex(wanted).test(text));
      const answer = meet(claim, wanted, { wild: true, single: true });
      if (answer === "none") expect(met).toEqual([]);
      if (isCovered(claim, wanted, { wild: true, single: true })) expect(met).toHaveLength(texts(claim).length);
      // Every meeting shows on texts as short as these patterns are.
      if (answer !== "none" && [...wanted].filter((char) => char !== "*").length <= 2) expect(met.length).toBeGreaterThan(0);
      if (answer === "possible") expect(claim).toContain(fixed);
    }), { numRuns: 2000 });
  });

  it.each([
    ["a constant", ["repo:acme/shop:pull_request"], "repo:acme/shop:pull_request", "certain"],
    ["without case", ["repo:Acme/shop:x"], "repo:acme/Shop:x", "certain"],
    ["a free part", ["ref:", free], "ref:main", "certain"],
    ["a part that isn't known", ["ref:", fixed], "ref:main", "possible"],
    ["a part that isn't known under a star", ["ref:", fixed], "ref:*", "certain"],
    ["what a part never holds", ["repo:", free, ":ref"], "repo:a:environment:b:ref", "none"],
  ] as const)("meets %s", (_, claim, wanted, answer) => expect(meet(claim, wanted, { wild: true, single: true })).toBe(answer));

  it("takes a star for itself where patterns are no patterns", () => expect(meet(["dev"], "*", { wild: false, single: false })).toBe("none"));
});
