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

  get different(): number {
    let kinds = 0;
    for (let at = 0; at < this.length; at++) kinds |= 1 << this.#digits[at]!;
    return countBits(kinds);
  }

  /** Nobody's account has eight zeros in a row. */
  get isNobodys(): boolean {
    return this.#hasZeros(NOBODYS_ZEROS);
  }

  toString(): string {
    return String.fromCharCode(...this.#digits.subarray(0, this.length).map((digit) => digit + 0x30));
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
