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
/** Characters of a word that counts, and how far before the offsets one may begin that reaches between them. */
const SHORTEST = 10;
const FARTHEST = 40;
const LONGEST_NUMBER = 22;
const LONGEST_CARD = 19;
/** More words than there may be around a candidate. */
const ROOM = 64;

const LETTERS = 0;
const NUMBER = 1;
const CARD = 2;
const OTHER = 3;

const digits = new Digits();

/** Words of hexadecimal digits around candidates, which come in order. */
export class Words {
  readonly #bytes: Uint8Array;
  /** The words from #first up to #next, each at its number modulo ROOM. */
  readonly #starts = new Int32Array(ROOM);
  readonly #ends = new Int32Array(ROOM);
  readonly #kinds = new Uint8Array(ROOM);
  #first = 0;
  #next = 0;
  /** How many of them there are of each kind. */
  readonly #counts = new Int32Array(4);
  /** How far they are known. */
  #scanned = 0;

  constructor(bytes: Uint8Array) {
    this.#bytes = bytes;
  }

  /** Many long numbers between the offsets that are no cards, or words of the same length: constants, identifiers. A list of cards is none. */
  isTable(from: number, to: number, length: number): boolean {
    this.#forget(from + SHORTEST);
    this.#scan(from + SHORTEST, to - SHORTEST);
    const cards = this.#counts[CARD]!;
    const others = this.#counts[NUMBER]!;
    return (cards + others >= 3 && cards < others) || (this.#counts[LETTERS]! >= 2 && this.#hasTwo(length));
  }

  /** Words that end before `from`. */
  #forget(from: number): void {
    for (; this.#first < this.#next && this.#ends[this.#first % ROOM]! < from; this.#first++) this.#counts[this.#kinds[this.#first % ROOM]!]!--;
  }

  /** Words that end at `from` or behind it, up to those that begin at `to`. */
  #scan(from: number, to: number): void {
    const bytes = this.#bytes;
    let at = this.#scanned;
    if (at < from - SHORTEST) {
      at = from - SHORTEST;
      while (at > this.#scanned && from - at < FARTHEST && hexadecimal[bytes[at - 1]!] === 1) at--;
    }
    for (; at <= to; at++) {
      if (hexadecimal[bytes[at]!] === 0) continue;
      const start = at;
      while (at < bytes.length && hexadecimal[bytes[at]!] === 1) at++;
      if (at - start >= SHORTEST && at >= from) this.#add(start, at);
    }
    this.#scanned = Math.max(at, this.#scanned);
  }

  #add(start: number, end: number): void {
    const n = this.#next++ % ROOM;
    this.#starts[n] = start;
    this.#ends[n] = end;
    this.#kinds[n] = kindOf(this.#bytes, start, end);
    this.#counts[this.#kinds[n]!]!++;
  }

  #hasTwo(length: number): boolean {
    let count = 0;
    for (let n = this.#first; n < this.#next; n++) if (this.#kinds[n % ROOM] === LETTERS && this.#ends[n % ROOM]! - this.#starts[n % ROOM]! === length) count++;
    return count >= 2;
  }
}

function kindOf(bytes: Uint8Array, start: number, end: number): number {
  for (let at = start; at < end; at++) if (bytes[at]! > 0x39) return LETTERS;
  if (end - start > LONGEST_NUMBER) return OTHER;
  if (end - start > LONGEST_CARD) return NUMBER;
  digits.read(bytes, start, end);
  return issuerOf(digits) && digits.hasCheckDigit ? CARD : NUMBER;
}
