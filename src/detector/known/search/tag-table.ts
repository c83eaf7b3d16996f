// Which entries have a tag: words of bits that fit a processor's cache answer "none" for nearly all tags that are asked for.

/** Bits of the words for each tag: more would leave the cache when thousands of values are known. */
const BITS_EACH = 16;
const WORD_BITS = 64;
const LEAST_WORDS = 1 << 8;
/** Bits of a tag that name two bits of a word; those above name the word. */
const PLACE_BITS = 12;

export class TagTable {
  /** Two bits for each tag, both in one word of 64 bits. */
  readonly words: BigUint64Array;
  readonly #entries = new Map<number, number[]>();

  /** Pairs of a tag and an entry's index. */
  constructor(tags: readonly (readonly [tag: number, index: number])[]) {
    let size = LEAST_WORDS;
    while (size * WORD_BITS < tags.length * BITS_EACH) size *= 2;
    this.words = new BigUint64Array(size);
    for (const [tag, index] of tags) {
      const word = (tag >>> PLACE_BITS) & (size - 1);
      this.words[word] = (this.words[word] as bigint) | (1n << BigInt(tag & 63)) | (1n << BigInt((tag >>> 6) & 63));
      const entries = this.#entries.get(tag);
      if (entries) entries.push(index);
      else this.#entries.set(tag, [index]);
    }
  }

  get(tag: number): readonly number[] {
    return this.#entries.get(tag) ?? [];
  }
}
