// Which entries have a tag: a table that fits a processor's cache answers "none" for most tags that are asked for, a larger one for the rest.

/** Bits for each tag in the first table, which decides fast, and in the second, which decides nearly all that are left. */
const NEAR = 8;
const FAR = 128;
const LEAST = 1 << 14;

/** A bit for each tag: of the tag itself in the near table, of the tag shifted by four in the far one. */
export type Bits = { readonly words: Int32Array; readonly mask: number };

export class TagTable {
  readonly near: Bits;
  readonly far: Bits;
  readonly #entries = new Map<number, number[]>();

  /** Pairs of a tag and an entry's index. */
  constructor(tags: readonly (readonly [tag: number, index: number])[]) {
    this.near = makeBits(tags.length * NEAR);
    this.far = makeBits(tags.length * FAR);
    for (const [tag, index] of tags) {
      set(this.near, tag);
      set(this.far, tag >>> 4);
      const entries = this.#entries.get(tag);
      if (entries) entries.push(index);
      else this.#entries.set(tag, [index]);
    }
  }

  get(tag: number): readonly number[] {
    return this.#entries.get(tag) ?? [];
  }
}

function makeBits(least: number): Bits {
  let size = LEAST;
  while (size < least) size *= 2;
  return { words: new Int32Array(size / 32), mask: size - 1 };
}

function set({ words, mask }: Bits, number: number): void {
  const bit = number & mask;
  words[bit >>> 5] = (words[bit >>> 5] ?? 0) | (1 << (bit & 31));
}
