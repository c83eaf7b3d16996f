import * as fc from "fast-check";
import { describe, expect, it } from "vitest";
import { ASSIGNMENT, createPrefilter } from "./prefilter.ts";

const literals = [{ text: "SG.", caseless: false }, { text: "AKIA", caseless: false }, { text: "ghp_", caseless: false, tail: { chars: "abc", least: 2 } }, { text: "datadog", caseless: true }, { text: "\u00fe\u00ed\u00fe\u00ed", caseless: false }];
const find = createPrefilter(literals);

function search(bytes: Uint8Array): [number, number][] {
  const { count, offset, kind } = find(bytes);
  return Array.from({ length: count }, (_, n) => [offset[n]!, kind[n]!]);
}

describe("createPrefilter", () => {
  it("finds each literal at any offset and any alignment of memory", () => {
    fc.assert(fc.property(fc.integer({ min: 0, max: literals.length - 1 }), fc.uint8Array({ maxLength: 40 }), fc.uint8Array({ minLength: 1, maxLength: 40 }), fc.integer({ min: 0, max: 7 }), (index, before, after, shift) => {
      const { text } = literals[index]!;
      const whole = Uint8Array.from([...before, ...Buffer.from(text, "latin1"), ...(index === 2 ? [97, 98] : []), ...after]);
      const memory = new Uint8Array(whole.length + 16);
      memory.set(whole, shift);
      expect(search(memory.subarray(shift, shift + whole.length))).toContainEqual([before.length, index]);
    }), { numRuns: 400 });
  });

  it("asks for the characters that must follow", () => {
    expect(search(Buffer.from("x ghp_abz"))).toEqual([[2, 2]]);
    expect(search(Buffer.from("x ghp_axz"))).toEqual([]);
  });

  it("tells case where a literal does", () => {
    expect(search(Buffer.from("a DataDog b akia c"))).toEqual([[2, 3]]);
  });

  it("names operators near a name that promises a credential, in the same line only", () => {
    expect(search(Buffer.from("my_password = 1"))).toEqual([[12, ASSIGNMENT]]);
    expect(search(Buffer.from("my_password\nother = 1"))).toEqual([]);
    expect(search(Buffer.from("some_name = 1"))).toEqual([]);
  });

  it("refuses an anchor that would stand everywhere", () => {
    expect(() => createPrefilter([{ text: "ab", caseless: false }])).toThrow("shorter than three");
  });
});
