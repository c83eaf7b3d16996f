// The keyed hash of a window: one number that rolls over text, and a mixture of it that says nothing about the window's parts.
import { Buffer } from "node:buffer";
import { createCipheriv } from "node:crypto";
import { rotate } from "../alphabet.ts";

const CODES = 256;
const WORD = (1n << 64n) - 1n;
const GOLDEN = 0x9e3779b97f4a7c15n;

/**
 * A polynomial modulo 2^64 with a random factor and a random number for each character, from `key` (32 bytes). The numbers of a letter
 * and of the one thirteen places on are the same. Only 32 mixed bits of it are told: with 64 behind them nobody can put windows together
 * from halves, even with the key.
 */
export class RollingHash {
  readonly factor: bigint;
  readonly finish: bigint;
  readonly numbers: BigUint64Array;

  constructor(key: Uint8Array) {
    const random = createCipheriv("aes-256-ctr", key, Buffer.alloc(16)).update(Buffer.alloc(8 * (2 + CODES)));
    const words = new BigUint64Array(random.buffer.slice(random.byteOffset, random.byteOffset + random.length));
    this.factor = (words[0] ?? 0n) | 1n;
    this.finish = (words[1] ?? 0n) | 1n;
    this.numbers = words.slice(2);
    for (let byte = 0x61; byte < 0x6e; byte++) this.numbers[rotate(String.fromCharCode(byte)).charCodeAt(0)] = this.numbers[byte] as bigint;
  }

  /** The tag of a text of one byte a character, as a signed word of 32 bits; wasm/known.ts does the same. */
  tagOf(text: string): number {
    let hash = 0n;
    for (let at = 0; at < text.length; at++) hash = (hash * this.factor + (this.numbers[text.charCodeAt(at)] as bigint)) & WORD;
    let mixed = ((hash ^ (hash >> 32n)) * this.finish) & WORD;
    mixed = ((mixed ^ (mixed >> 29n)) * GOLDEN) & WORD;
    return Number(mixed >> 32n) | 0;
  }
}
