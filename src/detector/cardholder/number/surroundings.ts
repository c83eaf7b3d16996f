// What stands around the candidates of one window, which come in order and lie close together: each byte is looked at once, not once for each candidate.
import { Digits } from "./digits.ts";
import { issuerOf } from "./issuer.ts";

/** Knows of stretches that hold no byte of a kind. */
export class Stretch {
  readonly #bytes: Uint8Array;
  readonly #kinds: Uint8Array;
  #from = 0;
  #to = 0;

  /** `kinds` has 1 for each byte of the kind. */
  constructor(bytes: Uint8Array, kinds: Uint8Array) {
    this.#bytes = bytes;
    this.#kinds = kinds;
  }

  /** Whether no byte of the kind stands between the offsets; quick where the one asked for before overlaps. */
  lacks(from: number, to: number): boolean {
    if (from < this.#from || from > this.#to) {
      this.#from = from;
      this.#to = from;
    }
    let at = this.#to;
    while (at < to && this.#kinds[this.#bytes[at]!] === 0) at++;
    this.#to = at;
    if (at >= to) return true;
    this.#from = at + 1;
    this.#to = at + 1;
    return false;
  }
}

const hexadecimal = new Uint8Array(256);
for (const character of "0123456789abcdefABCDEF") hexadecimal[character.charCodeAt(0)] = 1;
/** Words of hexadecimal digits that count, and how long a piece is that is looked at as one. */
const SHORTEST = 10;
const LONGEST = 40;
const LONGEST_NUMBER = 22;
const LONGEST_CARD = 19;

const LETTERS = 0;
const NUMBER = 1;
const CARD = 2;
const OTHER = 3;
const LONG = 4;

const digits = new Digits();

type Count = { numbers: number; cards: number; words: number };

/** Runs of hexadecimal digits, as far as candidates have asked. */
export class Words {
  readonly #bytes: Uint8Array;
  #starts: number[] = [];
  #ends: number[] = [];
  #kinds: number[] = [];
  /** From where runs are known, and how far. */
  #base = 0;
  #scanned = 0;
  #first = 0;

  constructor(bytes: Uint8Array) {
    this.#bytes = bytes;
  }

  /** Many long numbers between the offsets that are no cards, or words of hexadecimal digits of the same length: constants, identifiers. A list of cards is none. */
  isTable(from: number, to: number, length: number): boolean {
    this.#reach(from, to);
    const count: Count = { numbers: 0, cards: 0, words: 0 };
    while (this.#first < this.#ends.length && this.#ends[this.#first]! <= from) this.#first++;
    for (let index = this.#first; index < this.#starts.length && this.#starts[index]! < to; index++) this.#count(count, index, { from, to, length });
    return (count.numbers >= 3 && count.cards * 2 < count.numbers) || count.words >= 2;
  }

  #count(count: Count, index: number, { from, to, length }: { from: number; to: number; length: number }): void {
    const start = this.#starts[index]!;
    const end = this.#ends[index]!;
    const kind = this.#kinds[index]!;
    if (start >= from && end <= to && kind !== LONG) add(count, kind, end - start === length);
    else for (let at = Math.max(start, from); Math.min(end, to) - at >= SHORTEST; at += LONGEST) {
      const last = Math.min(end, to, at + LONGEST);
      add(count, kindOf(this.#bytes, at, last), last - at === length);
    }
  }

  /** Candidates of one run are asked for in order but for a few that begin before the last one. */
  #reach(from: number, to: number): void {
    if (from > this.#scanned || from < this.#base) {
      this.#starts = [];
      this.#ends = [];
      this.#kinds = [];
      let start = from;
      while (start > 0 && from - start < LONGEST && hexadecimal[this.#bytes[start - 1]!] === 1) start--;
      this.#base = from;
      this.#scanned = start;
      this.#first = 0;
    }
    while (this.#first > 0 && this.#ends[this.#first - 1]! > from) this.#first--;
    this.#scan(to);
  }

  #scan(to: number): void {
    let at = this.#scanned;
    for (; at < to; at++) {
      if (hexadecimal[this.#bytes[at]!] === 0) continue;
      const start = at;
      while (at < this.#bytes.length && hexadecimal[this.#bytes[at]!] === 1) at++;
      if (at - start < SHORTEST) continue;
      this.#starts.push(start);
      this.#ends.push(at);
      this.#kinds.push(at - start > LONGEST ? LONG : kindOf(this.#bytes, start, at));
    }
    this.#scanned = Math.max(at, this.#scanned);
  }
}

function add(count: Count, kind: number, isSameLength: boolean): void {
  if (kind === LETTERS && isSameLength) count.words++;
  if (kind === NUMBER || kind === CARD) count.numbers++;
  if (kind === CARD) count.cards++;
}

function kindOf(bytes: Uint8Array, start: number, end: number): number {
  for (let at = start; at < end; at++) if (bytes[at]! > 0x39) return LETTERS;
  if (end - start > LONGEST_NUMBER) return OTHER;
  if (end - start > LONGEST_CARD) return NUMBER;
  digits.read(bytes, start, end);
  return issuerOf(digits.leading, digits.length) && digits.hasCheckDigit ? CARD : NUMBER;
}
