// Which entries have a tag: one look into a table that fits a processor's cache answers "none" for most tags that are asked for.

/** Bits for each tag in the first table, which decides fast, and in the second, which decides nearly all that are left. */
const NEAR = 8;
const FAR = 128;
const LEAST = 1 << 14;

export class TagTable {
  readonly bits: Int32Array;
  readonly mask: number;
  readonly #far: Int32Array;
  readonly #farMask: number;
  readonly #entries = new Map<number, number[]>();

  /** Pairs of a tag and an entry's index. */
  constructor(tags: readonly (readonly [tag: number, index: number])[]) {
    [this.bits, this.mask] = makeBits(tags.length * NEAR);
    [this.#far, this.#farMask] = makeBits(tags.length * FAR);
    for (const [tag, index] of tags) {
      set(this.bits, tag & this.mask);
      set(this.#far, (tag >>> 4) & this.#farMask);
      const entries = this.#entries.get(tag);
      if (entries) entries.push(index);
      else this.#entries.set(tag, [index]);
    }
  }

  /** Of a tag that the first table holds. */
  mayHold(tag: number): boolean {
    const bit = (tag >>> 4) & this.#farMask;
    return (((this.#far[bit >>> 5] as number) >>> (bit & 31)) & 1) !== 0 && this.#entries.has(tag);
  }

  get(tag: number): readonly number[] {
    return this.#entries.get(tag) ?? [];
  }
}

function makeBits(least: number): [Int32Array, number] {
  let size = LEAST;
  while (size < least) size *= 2;
  return [new Int32Array(size / 32), size - 1];
}

function set(bits: Int32Array, bit: number): void {
  bits[bit >>> 5] = (bits[bit >>> 5] ?? 0) | (1 << (bit & 31));
}
