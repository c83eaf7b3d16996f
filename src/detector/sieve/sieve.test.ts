import { Buffer } from "node:buffer";
import * as fc from "fast-check";
import { describe, expect, it } from "vitest";
import type { Literal } from "./literal.ts";
import { findAnchors, findRuns } from "./reference.ts";
import { findDigitRuns } from "../cardholder/digit-run.ts";
import { createSieve, type Sieve } from "./sieve.ts";
import { Sifted } from "./sifted.ts";

const anchorsOf = ({ offsets, literals }: Sifted) => [...offsets].map((offset, index): [number, number] => [offset, literals[index]!]);
/** Also of the texts in which nothing was found. */
const all = (sieve: Sieve, texts: readonly Uint8Array[]): Sifted[] => {
  const shares = new Map(sieve.siftAll(texts));
  return texts.map((_, index) => shares.get(index) ?? new Sifted());
};
const latin1 = (text: string) => Buffer.from(text, "latin1");

/** Few characters, so that literals stand often, overlap, and end where the text does. */
const dense = fc.string({ unit: fc.constantFrom(..."abAB_-=:\n \xff\0s") });
const literal: fc.Arbitrary<Literal> = fc.record({
  text: fc.string({ unit: fc.constantFrom(..."abAB_-\xff\0s"), minLength: 3, maxLength: 12 }),
  caseless: fc.boolean(),
  tail: fc.option(fc.record({ chars: fc.constantFrom("ab", "aB_", "-"), least: fc.integer({ min: 0, max: 4 }), next: fc.constantFrom(":", "c") }, { requiredKeys: ["chars", "least"] }), { nil: undefined }),
}, { requiredKeys: ["text", "caseless"] }).map(({ tail, ...rest }) => (tail ? { ...rest, tail } : rest));
/** Texts in which pieces of names, literals and noise stand side by side. */
const text = (literals: readonly Literal[]) => fc.array(fc.oneof(dense, fc.constantFrom("password", "apiKey", "secret\n \"value", " := ", "\n", "x".repeat(45)), fc.constantFrom("token=", "pass: \"", "\"", "r'", "\\\\\\\"", "abcdef", "A1&b", "~=", "::", "//", "(", "[", " ", "\xff\xff\xff\xff", "y".repeat(505)), ...(literals.length > 0 ? [fc.constantFrom(...literals.map((one) => one.text))] : [])), { maxLength: 30 })
  .map((parts) => latin1(parts.join("")));

describe("createSieve", () => {
  it("finds the same anchors as a naive search, whatever the literals and wherever they stand", () => {
    fc.assert(fc.property(fc.array(literal, { minLength: 1, maxLength: 12 }).chain((literals) => fc.tuple(fc.constant(literals), fc.array(text(literals), { maxLength: 6 }))), ([literals, texts]) => {
      const sieve = createSieve(literals);
      const expected = texts.map((bytes) => findAnchors(bytes, literals));
      expect(texts.map((bytes) => anchorsOf(sieve.sift(bytes)))).toEqual(expected);
    }), { numRuns: 150 });
  });

  it("gives each of several texts at once no less than what it gives it alone", () => {
    const literals: Literal[] = [{ text: "SG.", caseless: false }, { text: "AKIA", caseless: false, tail: { chars: "AB", least: 3 } }, { text: "datadog", caseless: true }];
    const sieve = createSieve(literals);
    fc.assert(fc.property(fc.array(text(literals), { maxLength: 12 }), (texts) => {
      const together = all(sieve, texts);
      texts.forEach((bytes, index) => expect(anchorsOf(together[index]!)).toEqual(expect.arrayContaining(anchorsOf(sieve.sift(bytes)))));
      texts.forEach((bytes, index) => expect(together[index]!.runs("digits")).toEqual(sieve.sift(bytes).runs("digits")));
    }), { numRuns: 100 });
  });

  it.each([1, 20, 250, 2_000])("finds each of %i literals at every alignment, and at the end of a text of any size", (count) => {
    const literals = Array.from({ length: count }, (_, index): Literal => ({ text: `${"abcdefgh".charAt(index % 8)}${index.toString(36)}_${(index * 7919).toString(36)}`, caseless: index % 3 === 0 }));
    const sieve = createSieve(literals);
    for (let index = 0; index < count; index += Math.ceil(count / 16)) {
      const { text: value } = literals[index]!;
      const before = index % 71;
      expect(anchorsOf(sieve.sift(latin1(`${".".repeat(before)}${value}`)))).toContainEqual([before, index]);
      const far = (1 << 15) - 5 + (index % 11);
      expect(anchorsOf(sieve.sift(latin1(`${"\n".repeat(far)}${value}`)))).toContainEqual([far, index]);
    }
  });

  it("finds every run of digits, base64 and hexadecimal digits", () => {
    const sieve = createSieve([]);
    const piece = fc.tuple(fc.constantFrom("1", "12", "1 2", "4-", "5, ", "6\xc2\xa0", "a", "f0", "QUJD", "zz", " ", "-", "--", "\n", "%", "\\u0041", "\0"), fc.integer({ min: 1, max: 90 })).map(([unit, times]) => unit.repeat(times));
    fc.assert(fc.property(fc.array(piece, { maxLength: 12 }), (pieces) => {
      const bytes = latin1(pieces.join(""));
      const sifted = sieve.sift(bytes);
      const isNumber = ({ start, end }: { start: number; end: number }) => bytes.subarray(start, end).toString("latin1").split(/[^\d \t./_\x80-\xaf\xc2\xe2-]/).some((part) => part.replace(/\D/g, "").length >= 13);
      expect(sifted.runs("digits")).toEqual(findRuns(bytes, /\d(?:[^\d]{0,3}\d)*/g).filter(isNumber));
      expect(findDigitRuns(bytes, sifted.runs("digits")).filter(isNumber)).toEqual(findDigitRuns(bytes).filter(isNumber));
      const base64 = findRuns(bytes, /[\w+/-]{16,}/g);
      expect(base64).toEqual(expect.arrayContaining([...sifted.runs("base64")]));
      const decodable = base64.filter(({ start, end }) => end - start >= 20 && /[\x20-\x7e]{15}/.test(Buffer.from(bytes.subarray(start, end).toString("latin1"), "base64").toString("latin1").slice(0, 15)));
      expect(sifted.runs("base64")).toEqual(expect.arrayContaining(decodable));
      expect(findRuns(bytes, /[\da-f]{24,}/gi)).toEqual(expect.arrayContaining([...sifted.runs("hex")]));
      expect([...sifted.escapes("percent")]).toEqual(findRuns(bytes, /%[02-9a-f][\da-f]/gi).map(({ start }) => start));
      expect(sifted.escapes("escape").length).toBe(findRuns(bytes, /\\u00/g).length);
    }), { numRuns: 300 });
  });

  it("says the same of a text whatever stands before and behind it", () => {
    const sieve = createSieve([{ text: "key_", caseless: false }]);
    const text = fc.array(fc.constantFrom("1", "123456789", " 12", "-", "x", "key_", "QUJD", "password = ", "\0", "%41", "&#65;"), { maxLength: 5 }).map((pieces) => latin1(pieces.join("")));
    const said = (sifted: Sifted) => [anchorsOf(sifted), ...(["digits", "base64", "hex", "utf16"] as const).map((kind) => sifted.runs(kind)), ...(["percent", "escape", "entity"] as const).map((kind) => [...sifted.escapes(kind)])];
    fc.assert(fc.property(fc.array(text, { minLength: 1, maxLength: 6 }), (texts) => {
      expect(all(sieve, texts).map(said)).toEqual(texts.map((one) => said(sieve.sift(one))));
    }), { numRuns: 300 });
  });

  it("finds UTF-16 in either byte order, at any offset", () => {
    const sieve = createSieve([]);
    fc.assert(fc.property(fc.integer({ min: 0, max: 130 }), fc.integer({ min: 10, max: 80 }), fc.boolean(), (before, length, isLittle) => {
      const encoded = Buffer.from("t".repeat(length), "utf16le");
      if (!isLittle) encoded.swap16();
      const bytes = Buffer.concat([Buffer.alloc(before, 0xfe), encoded, Buffer.from([0xfe])]);
      expect(sieve.sift(bytes).runs("utf16")).toHaveLength(1);
    }), { numRuns: 200 });
  });

  it("refuses an anchor that would stand everywhere", () => {
    expect(() => createSieve([{ text: "ab", caseless: false }])).toThrow("shorter than three");
  });

  it("gives all of a flood, more than fits into what is written at once", () => {
    const sieve = createSieve([{ text: "abc", caseless: false }]);
    expect(sieve.sift(latin1("abc".repeat(50_000))).offsets).toHaveLength(50_000);
  });
});
