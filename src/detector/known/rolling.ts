// One pass over canonical text that finds where a fingerprint may stand, however many there are.
import { Buffer } from "node:buffer";
import { createCipheriv } from "node:crypto";
import { rotate } from "./alphabet.ts";
import type { TagTable } from "./tag-table.ts";

const CODES = 256;

/** Places in the order in which they stand: the index behind the window and the window's tag. */
export type Places = { readonly count: number; readonly end: Int32Array; readonly tag: Int32Array };

/**
 * Two polynomials over the window modulo 2^32, with random factors and a random number for each character, from `key` (32 bytes). The
 * numbers of a letter and of the one thirteen places on are the same. What is told of a window is a mixture of both sums: with 64 bits
 * behind it nobody can put windows together from halves, even with the key.
 */
export class RollingHash {
  readonly #factors: readonly [number, number];
  readonly #numbers: readonly [Int32Array, Int32Array];
  #ends = new Int32Array(1 << 10);
  #tags = new Int32Array(1 << 10);

  constructor(key: Uint8Array) {
    const random = createCipheriv("aes-256-ctr", key, Buffer.alloc(16)).update(Buffer.alloc(4 * (2 + 2 * CODES)));
    const words = new Int32Array(random.buffer.slice(random.byteOffset, random.byteOffset + random.length));
    this.#factors = [(words[0] ?? 0) | 1, (words[1] ?? 0) | 1];
    const numbers = [words.slice(2, 2 + CODES), words.slice(2 + CODES)] as const;
    for (let byte = 0x61; byte < 0x6e; byte++) for (const table of numbers) table[rotate(String.fromCharCode(byte)).charCodeAt(0)] = table[byte] as number;
    this.#numbers = numbers;
  }

  /** The tag of a text of one byte a character. */
  tagOf(text: string): number {
    const [a, b] = this.#factors;
    const [na, nb] = this.#numbers;
    let ha = 0;
    let hb = 0;
    for (let at = 0; at < text.length; at++) {
      ha = (Math.imul(ha, a) + (na[text.charCodeAt(at)] as number)) | 0;
      hb = (Math.imul(hb, b) + (nb[text.charCodeAt(at)] as number)) | 0;
    }
    return mix(ha, hb);
  }

  /** Windows of the first `length` codes whose tag the table may hold. The arrays of a result are used again by the next call. */
  find(codes: Uint8Array, { length, window, table }: { readonly length: number; readonly window: number; readonly table: TagTable }): Places {
    const [a, b] = this.#factors;
    const [na, nb] = this.#numbers;
    const [la, lb] = [leaving(na, a, window), leaving(nb, b, window)];
    const { bits, mask } = table;
    let [ha, hb] = this.#begin(codes, Math.min(window, length));
    let count = 0;
    for (let end = window; end <= length; end++) {
      // Written out, since a call for each byte would cost more than the hash.
      let tag = ha ^ Math.imul(hb ^ (hb >>> 15), 0x2c1b3c6d);
      tag = Math.imul(tag ^ (tag >>> 16), 0x297a2d39);
      tag ^= tag >>> 15;
      if ((((bits[(tag & mask) >>> 5] as number) >>> (tag & 31)) & 1) !== 0 && table.mayHold(tag)) {
        if (count === this.#ends.length) this.#grow();
        this.#ends[count] = end;
        this.#tags[count++] = tag;
      }
      if (end === length) break;
      const code = codes[end] as number;
      const gone = codes[end - window] as number;
      ha = (Math.imul(ha, a) + (na[code] as number) - (la[gone] as number)) | 0;
      hb = (Math.imul(hb, b) + (nb[code] as number) - (lb[gone] as number)) | 0;
    }
    return { count, end: this.#ends, tag: this.#tags };
  }

  #begin(codes: Uint8Array, length: number): [number, number] {
    const [a, b] = this.#factors;
    const [na, nb] = this.#numbers;
    let ha = 0;
    let hb = 0;
    for (let at = 0; at < length; at++) {
      ha = (Math.imul(ha, a) + (na[codes[at] as number] as number)) | 0;
      hb = (Math.imul(hb, b) + (nb[codes[at] as number] as number)) | 0;
    }
    return [ha, hb];
  }

  #grow(): void {
    const [ends, tags] = [this.#ends, this.#tags];
    this.#ends = new Int32Array(ends.length * 2);
    this.#tags = new Int32Array(tags.length * 2);
    this.#ends.set(ends);
    this.#tags.set(tags);
  }
}

/** What each character still adds to the sum when it has left the window. */
function leaving(numbers: Int32Array, factor: number, window: number): Int32Array {
  let power = 1;
  for (let at = 0; at < window; at++) power = Math.imul(power, factor);
  return numbers.map((number) => Math.imul(number, power));
}

function mix(a: number, b: number): number {
  let mixed = a ^ Math.imul(b ^ (b >>> 15), 0x2c1b3c6d);
  mixed = Math.imul(mixed ^ (mixed >>> 16), 0x297a2d39);
  return mixed ^ (mixed >>> 15);
}
