// The digits of one candidate at a time, as numbers: a window may hold a hundred thousand candidates, of which few are worth a string.
import { isDigit } from "../separator.ts";

const LONGEST = 19;
/** What a digit counts for where the check doubles it. */
const doubled = Uint8Array.of(0, 2, 4, 6, 8, 1, 3, 5, 7, 9);
const ONE_TO_FIVE = 0b11_1110;
/** A row of zeros this long looks poor, and one of `nobody's` length is on no card. */
const POOR_ZEROS = 7;
const NOBODYS_ZEROS = 8;
/** Differences of two digits, from bit 0 for -9 on: none, and one up or down, also from nine to zero; FAR is next to no digit. */
const SAME = 1 << 9;
const STEPS = 1 | (1 << 8) | (1 << 10) | (1 << 18);
const FAR = -12;

export class Digits {
  readonly #digits = new Uint8Array(LONGEST);
  length = 0;
  /** Whether what follows is known of them. */
  #isSurveyed = false;
  /** A bit for each digit that occurs. */
  #kinds = 0;
  /** The longest row. */
  #zeros = 0;
  /** How many are the same as the one before, and how many are next to it. */
  #same = 0;
  #steps = 0;

  /** Of a text that is nothing but digits, nineteen at most. */
  static of(text: string): Digits {
    const digits = new Digits();
    for (let at = 0; at < text.length; at++) digits.#digits[at] = text.charCodeAt(at) - 0x30;
    digits.length = text.length;
    return digits;
  }

  /** Takes the digits between two offsets; at most nineteen are. */
  read(bytes: Uint8Array, start: number, end: number): void {
    const digits = this.#digits;
    let length = 0;
    for (let at = start; at < end; at++) if (isDigit(bytes[at]!)) digits[length++] = bytes[at]! - 0x30;
    this.length = length;
    this.#isSurveyed = false;
  }

  /** The first six as a number. */
  get leading(): number {
    const d = this.#digits;
    return ((((d[0]! * 10 + d[1]!) * 10 + d[2]!) * 10 + d[3]!) * 10 + d[4]!) * 10 + d[5]!;
  }

  /** ISO/IEC 7812-1 annex B. */
  get hasCheckDigit(): boolean {
    const digits = this.#digits;
    let sum = 0;
    let at = this.length - 1;
    for (; at > 0; at -= 2) sum += digits[at]! + doubled[digits[at - 1]!]!;
    return (at === 0 ? sum + digits[0]! : sum) % 10 === 0;
  }

  /** One digit over and over, or counting up or down. */
  get isSequence(): boolean {
    this.#survey();
    return this.#same === this.length - 1 || this.#steps >= this.length - 4;
  }

  /** Few different digits, or all of one to five: strokes, flags, counters. */
  get isPoor(): boolean {
    this.#survey();
    return (this.#kinds & ~ONE_TO_FIVE) === 0 || countBits(this.#kinds) <= 4 || this.#zeros >= POOR_ZEROS;
  }

  /** Many different digits, and not all near each other, as the small numbers of glyphs and samples are where they look like digits. */
  get isVaried(): boolean {
    this.#survey();
    const kinds = this.#kinds;
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
    this.#survey();
    return this.#zeros >= NOBODYS_ZEROS;
  }

  toString(): string {
    let text = "";
    for (let at = 0; at < this.length; at++) text += String.fromCharCode(this.#digits[at]! + 0x30);
    return text;
  }

  #survey(): void {
    if (this.#isSurveyed) return;
    let kinds = 0;
    let zeros = 0;
    let row = 0;
    let same = 0;
    let steps = 0;
    let before = FAR;
    for (let at = 0; at < this.length; at++) {
      const digit = this.#digits[at]!;
      kinds |= 1 << digit;
      row = digit === 0 ? row + 1 : 0;
      if (row > zeros) zeros = row;
      same += (SAME >>> (digit - before + 9)) & 1;
      steps += (STEPS >>> (digit - before + 9)) & 1;
      before = digit;
    }
    this.#kinds = kinds;
    this.#zeros = zeros;
    this.#same = same;
    this.#steps = steps;
    this.#isSurveyed = true;
  }
}

function countBits(bits: number): number {
  let count = 0;
  for (let rest = bits; rest !== 0; rest &= rest - 1) count++;
  return count;
}

/** The digit that makes `body` a number with a check digit. */
export function toCheckDigit(body: string): string {
  return [..."0123456789"].find((digit) => Digits.of(body + digit).hasCheckDigit) ?? "0";
}
