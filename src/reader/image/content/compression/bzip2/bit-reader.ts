// Bits of a buffer, the highest of each byte first.
import { Damage } from "../damage.ts";

export class BitReader {
  readonly #bytes: Uint8Array;
  #at: number;

  /** `at` is in bits. */
  constructor(bytes: Uint8Array, at: number) {
    this.#bytes = bytes;
    this.#at = at;
  }

  /** Bits from the beginning of the buffer. */
  get position(): number {
    return this.#at;
  }

  /** `count` bits, at most 24, without taking them; zeros behind the end. */
  peek(count: number): number {
    const byte = this.#at >> 3;
    const bytes = this.#bytes;
    const word = ((bytes[byte] ?? 0) << 24) | ((bytes[byte + 1] ?? 0) << 16) | ((bytes[byte + 2] ?? 0) << 8) | (bytes[byte + 3] ?? 0);
    return (word << (this.#at & 7)) >>> (32 - count);
  }

  skip(count: number): void {
    this.#at += count;
    if (this.#at > this.#bytes.length * 8) throw new Damage("truncated", "the compressed data ends early");
  }

  take(count: number): number {
    const value = this.peek(count);
    this.skip(count);
    return value;
  }
}
