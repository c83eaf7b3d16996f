// What is counted in one pass over a number's digits is what their text says.
import { Buffer } from "node:buffer";
import * as fc from "fast-check";
import { expect, it } from "vitest";
import { Digits, toCheckDigit } from "./digits.ts";

const near = fc.array(fc.constantFrom(-9, -1, 0, 1, 1, 1, 3, 9), { minLength: 12, maxLength: 18 }).chain((steps) => fc.nat(9).map((first) => steps.reduce((text, step) => text + ((Number(text.at(-1)) + step + 10) % 10), String(first))));
const number = fc.oneof(near, fc.stringMatching(/^\d{13,19}$/), fc.stringMatching(/^[0-3]{3}0{4,9}\d{6}$/));

function describeText(text: string) {
  const digits = [...text].map(Number);
  const steps = digits.slice(1).map((digit, at) => Math.abs(digit - digits[at]!));
  const kinds = new Set(digits);
  const low = Math.min(...digits);
  const high = Math.max(...digits);
  return {
    isSequence: steps.every((step) => step === 0) || steps.filter((step) => step === 1 || step === 9).length >= text.length - 4,
    isPoor: kinds.size <= 4 || /^[1-5]+$/.test(text) || text.includes("0000000"),
    isVaried: kinds.size >= 6 && high - low > 5,
    isNobodys: text.includes("00000000"),
    leading: Number(text.slice(0, 6)),
    hasCheckDigit: toCheckDigit(text.slice(0, -1)) === text.at(-1),
  };
}

it("Digits say of a number what its text says, wherever they were read", () => {
  const read = new Digits();
  fc.assert(fc.property(number, fc.nat(3), (text, before) => {
    read.read(Buffer.from(`${"9".repeat(before)}${text.replace(/\d{4}/g, "$& ")}`), before, before + text.length + Math.floor(text.length / 4));
    for (const { isSequence, isPoor, isVaried, isNobodys, leading, hasCheckDigit } of [Digits.of(text), read]) expect({ isSequence, isPoor, isVaried, isNobodys, leading, hasCheckDigit }).toEqual(describeText(text));
    expect(read.toString()).toBe(text);
  }), { numRuns: 500 });
});
