// Writes LZMA data that a decoder has to work for: every byte a literal, with adapted probabilities (LZMA SDK, lzma-specification.txt).

// Places in the table of probabilities, by our decoder's order; only equal contexts need equal places.
const IS_MATCH = 0;
const IS_REP = 16;
const LENGTH_CHOICE = 17;
const LENGTH_LOW = 18;
const SLOT = 50;
const ALIGN = 114;
const LITERAL = 130;
const POSITIONS = 4;

class RangeEncoder {
  readonly bytes: number[] = [];
  readonly #bits: number[] = Array.from({ length: LITERAL + 0x300 * 8 }, () => 1024);
  #low = 0;
  #range = 0xffffffff;
  #cache = 0;
  #pending = 1;

  bit(index: number, bit: number): void {
    const probability = this.#bits[index] ?? 1024;
    const bound = (this.#range >>> 11) * probability;
    if (bit === 0) this.#range = bound;
    else {
      this.#low += bound;
      this.#range -= bound;
    }
    this.#bits[index] = bit === 0 ? probability + ((2048 - probability) >> 5) : probability - (probability >> 5);
    this.#normalize();
  }

  direct(bit: number): void {
    this.#range >>>= 1;
    if (bit === 1) this.#low += this.#range;
    this.#normalize();
  }

  tree(base: number, count: number, value: number): void {
    for (let node = 1, left = count - 1; left >= 0; left--) {
      const bit = (value >> left) & 1;
      this.bit(base + node, bit);
      node = (node << 1) | bit;
    }
  }

  flush(): Buffer {
    for (let count = 0; count < 5; count++) this.#shift();
    return Buffer.from(this.bytes);
  }

  #normalize(): void {
    while (this.#range < 2 ** 24) {
      this.#range = (this.#range * 256) % 2 ** 32;
      this.#shift();
    }
  }

  #shift(): void {
    if (this.#low < 0xff000000 || this.#low >= 2 ** 32) {
      const carry = this.#low >= 2 ** 32 ? 1 : 0;
      this.bytes.push((this.#cache + carry) & 0xff);
      for (; this.#pending > 1; this.#pending--) this.bytes.push((0xff + carry) & 0xff);
      this.#pending = 0;
      this.#cache = Math.floor(this.#low / 2 ** 24) & 0xff;
    }
    this.#pending++;
    this.#low = (this.#low % 2 ** 24) * 256;
  }
}

/** Properties lc=3, lp=0, pb=2, as a byte. */
export const PROPERTIES = 93;

/** LZMA data of `bytes`, with the end mark where wanted. */
export function encodeLzma(bytes: Uint8Array, options: { readonly mark: boolean }): Buffer {
  const encoder = new RangeEncoder();
  bytes.forEach((byte, at) => {
    encoder.bit(IS_MATCH + (at % POSITIONS), 0);
    encoder.tree(LITERAL + 0x300 * ((bytes[at - 1] ?? 0) >> 5), 8, byte);
  });
  if (options.mark) {
    encoder.bit(IS_MATCH + (bytes.length % POSITIONS), 1);
    encoder.bit(IS_REP, 0);
    encoder.bit(LENGTH_CHOICE, 0);
    encoder.tree(LENGTH_LOW + 8 * (bytes.length % POSITIONS), 3, 0);
    encoder.tree(SLOT, 6, 63);
    for (let count = 0; count < 26; count++) encoder.direct(1);
    encoder.tree(ALIGN, 4, 15);
  }
  return encoder.flush();
}
