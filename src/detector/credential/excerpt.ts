// The text that expressions run on: of a large window a stretch at a time. A megabyte of text costs more to make, and to hold until it is collected, than to search.
import { Buffer } from "node:buffer";

/** Characters, one for each byte, where in the window the first one stands, and whether the window goes on behind the last one. */
export type Excerpt = { readonly text: string; readonly start: number; readonly isCut: boolean };

/** Strings of this size V8 keeps among its young objects, which come and go for little. */
const MOST = 120_000;
/** More than what expressions look at before a match, and what stands behind a keyword in any case. */
const BEFORE = 1 << 10;
export const BEHIND = 1 << 14;

export class Excerpts {
  readonly #bytes: Uint8Array;
  readonly #whole: () => string;
  #last: Excerpt = { text: "", start: 0, isCut: true };

  /** `whole` gives the text of all bytes. */
  constructor(bytes: Uint8Array, whole: () => string) {
    this.#bytes = bytes;
    this.#whole = whole;
  }

  /** With `at` in it, and as much before and behind it as there is and is of use. */
  around(at: number): Excerpt {
    const { text, start, isCut } = this.#last;
    const isAround = (start === 0 || at - start >= BEFORE) && (!isCut || start + text.length - at >= BEHIND);
    if (!isAround) this.#last = this.#bytes.length <= MOST ? this.whole() : this.#cut(Math.max(0, at - BEFORE));
    return this.#last;
  }

  whole(): Excerpt {
    return { text: this.#whole(), start: 0, isCut: false };
  }

  #cut(start: number): Excerpt {
    const { buffer, byteOffset, length } = this.#bytes;
    return { text: Buffer.from(buffer, byteOffset + start, Math.min(MOST, length - start)).toString("latin1"), start, isCut: start + MOST < length };
  }
}
