// Short texts out of a window's bytes. To ask for each by itself costs more than to look at it, where they lie close together.
import type { Buffer } from "node:buffer";

const STRETCH = 1 << 11;

export class Texts {
  readonly #bytes: Buffer;
  #text = "";
  #start = 0;

  constructor(bytes: Buffer) {
    this.#bytes = bytes;
  }

  /** One character for each byte. */
  slice(start: number, end: number): string {
    if (start < this.#start || end > this.#start + this.#text.length) {
      this.#start = start;
      this.#text = this.#bytes.toString("latin1", start, Math.max(end, start + STRETCH));
    }
    return this.#text.slice(start - this.#start, end - this.#start);
  }
}

/** Texts that come again and again, by a hash of their bytes. */
const known: (string | undefined)[] = Array.from({ length: 1 << 12 });

/** The same text each time, where it is a short one. */
export function wordAt(bytes: Buffer, start: number, end: number): string {
  let hash = end - start;
  for (let at = start; at < end; at++) hash = Math.imul(hash ^ bytes[at]!, 0x01000193);
  const place = (hash ^ (hash >>> 15)) & (known.length - 1);
  const word = known[place];
  if (word !== undefined && word.length === end - start && stands(word, bytes, start)) return word;
  const made = bytes.toString("latin1", start, end);
  known[place] = made;
  return made;
}

function stands(word: string, bytes: Buffer, start: number): boolean {
  for (let at = 0; at < word.length; at++) if (word.charCodeAt(at) !== bytes[start + at]) return false;
  return true;
}
