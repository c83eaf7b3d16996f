// LZMA's range coder (LZMA SDK, lzma-specification.txt): bits with probabilities that follow what has been.
import { Damage } from "./damage.ts";

const SIGN = -0x80000000;

export class RangeCoder {
  /** Probabilities, by index; all methods adapt them. */
  bits: Uint16Array = new Uint16Array(0);
  at = 0;
  #input: Uint8Array = new Uint8Array(0);
  // Unsigned numbers, kept as signed ones: the engine holds those unboxed.
  #range = -1;
  #code = 0;

  /** Begins with the five bytes at `at`. */
  start(input: Uint8Array, at: number): void {
    this.feed(input, at);
    if (input[at] !== 0) throw new Damage("malformed", "the LZMA data doesn't begin as it must");
    this.#code = ((input[at + 1] ?? 0) << 24) | ((input[at + 2] ?? 0) << 16) | ((input[at + 3] ?? 0) << 8) | (input[at + 4] ?? 0);
    this.#range = -1;
    this.at = at + 5;
  }

  /** Goes on with other input. */
  feed(input: Uint8Array, at: number): void {
    this.#input = input;
    this.at = at;
  }

  /** True where it stands as it does behind whole data. */
  get finished(): boolean {
    return this.#code === 0;
  }

  /** `bits` bits, the highest first, by a tree of probabilities. */
  tree(base: number, bits: number): number {
    let symbol = 1;
    for (let index = 0; index < bits; index++) symbol = (symbol << 1) | this.bit(base + symbol);
    return symbol - (1 << bits);
  }

  /** The same, the lowest first. */
  reverseTree(base: number, bits: number): number {
    let node = 1;
    let symbol = 0;
    for (let index = 0; index < bits; index++) {
      const bit = this.bit(base + node);
      node = (node << 1) | bit;
      symbol |= bit << index;
    }
    return symbol;
  }

  /** Bits that are as likely 0 as 1. */
  direct(count: number): number {
    let value = 0;
    for (let index = 0; index < count; index++) {
      this.normalize();
      this.#range = this.#range >>> 1;
      const isOne = (this.#code ^ SIGN) >= (this.#range ^ SIGN);
      if (isOne) this.#code = (this.#code - this.#range) | 0;
      value = (value << 1) | (isOne ? 1 : 0);
    }
    return value;
  }

  bit(index: number): number {
    this.normalize();
    const probability = this.bits[index] as number;
    const bound = Math.imul(this.#range >>> 11, probability);
    if ((this.#code ^ SIGN) < (bound ^ SIGN)) {
      this.#range = bound;
      this.bits[index] = probability + ((2048 - probability) >> 5);
      return 0;
    }
    this.#range = (this.#range - bound) | 0;
    this.#code = (this.#code - bound) | 0;
    this.bits[index] = probability - (probability >> 5);
    return 1;
  }

  /** Takes the next byte where the range has become small; the input is whole behind the last call. */
  normalize(): void {
    if ((this.#range & 0xff000000) !== 0) return;
    this.#range <<= 8;
    this.#code = (this.#code << 8) | (this.#input[this.at++] ?? 0);
  }}
