// The digits of one candidate at a time, as numbers: a window may hold a hundred thousand candidates, of which few are worth a string.
import { isDigit } from "../separator.ts";

const LONGEST = 19;
/** What a digit counts for where the check doubles it. */
const doubled = Uint8Array.of(0, 2, 4, 6, 8, 1, 3, 5, 7, 9);
const ONE_TO_FIVE = 0b11_1110;
/** A row of zeros this long looks poor, and one of `nobody's` length is on no card. */
const POOR_ZEROS = 7;
const NOBODYS_ZEROS = 8;

export class Digits {
  readonly #digits = new Uint8Array(LONGEST);
  length = 0;

  /** Takes the digits between two offsets; at most nineteen are. */
  read(bytes: Uint8Array, start: number, end: number): void {
    let length = 0;
    for (let at = start; at < end; at++) if (isDigit(bytes[at]!)) this.#digits[length++] = bytes[at]! - 0x30;
    this.length = length;
  }

  /** The first six as a number. */
  get leading(): number {
    const d = this.#digits;
    return ((((d[0]! * 10 + d[1]!) * 10 + d[2]!) * 10 + d[3]!) * 10 + d[4]!) * 10 + d[5]!;
  }

  /** The last four as a number. */
  get last(): number {
    const d = this.#digits;
    const end = this.length;
    return ((d[end - 4]! * 10 + d[end - 3]!) * 10 + d[end - 2]!) * 10 + d[end - 1]!;
  }

  /** ISO/IEC 7812-1 annex B. */
  get hasCheckDigit(): boolean {
    let sum = 0;
    let at = this.length - 1;
    for (; at > 0; at -= 2) sum += this.#digits[at]! + doubled[this.#digits[at - 1]!]!;
    return (at === 0 ? sum + this.#digits[0]! : sum) % 10 === 0;
  }

  /** One digit over and over, or counting up or down. */
  get isSequence(): boolean {
    let steps = 0;
    let same = 0;
    for (let at = 1; at < this.length; at++) {
      const step = this.#digits[at]! - this.#digits[at - 1]!;
      if (step === 1 || step === -1 || step === 9 || step === -9) steps++;
      if (step === 0) same++;
    }
    return same === this.length - 1 || steps >= this.length - 4;
  }

  /** Few different digits, or all of one to five: strokes, flags, counters. */
  get isPoor(): boolean {
    let kinds = 0;
    for (let at = 0; at < this.length; at++) kinds |= 1 << this.#digits[at]!;
    return (kinds & ~ONE_TO_FIVE) === 0 || countBits(kinds) <= 4 || this.#hasZeros(POOR_ZEROS);
  }

  /** Many different digits, and not all near each other, as the small numbers of glyphs and samples are where they look like digits. */
  get isVaried(): boolean {
    let kinds = 0;
    for (let at = 0; at < this.length; at++) kinds |= 1 << this.#digits[at]!;
    return countBits(kinds) >= 6 && 31 - Math.clz32(kinds) - countBits((kinds & -kinds) - 1) > 5;
  }

  /** Groups of four that count up or down by the same number: `2486 2487 2488 2489`. */
  get isCounting(): boolean {
    const group = (at: number) => ((this.#digits[at]! * 10 + this.#digits[at + 1]!) * 10 + this.#digits[at + 2]!) * 10 + this.#digits[at + 3]!;
    const step = group(4) - group(0);
    return this.length === 16 && group(8) - group(4) === step && group(12) - group(8) === step;
  }

  /** Nobody's account has eight zeros in a row. */
  get isNobodys(): boolean {
    return this.#hasZeros(NOBODYS_ZEROS);
  }

  toString(): string {
    let text = "";
    for (let at = 0; at < this.length; at++) text += String.fromCharCode(this.#digits[at]! + 0x30);
    return text;
  }

  #hasZeros(most: number): boolean {
    let row = 0;
    for (let at = 0; at < this.length; at++) {
      row = this.#digits[at] === 0 ? row + 1 : 0;
      if (row === most) return true;
    }
    return false;
  }
}

function countBits(bits: number): number {
  let count = 0;
  for (let rest = bits; rest !== 0; rest &= rest - 1) count++;
  return count;
}
