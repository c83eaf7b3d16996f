// What the sieve found in one text: the few offsets at which expressions, number checks and decoders are worth trying.

import { Buffer } from "node:buffer";

export type Run = { readonly start: number; readonly end: number };

/** Kind of an anchor that is an operator behind a name; other anchors have the index of their literal. */
export const OPERATOR = -1;

/** Kinds as wasm/sieve.ts numbers them, from -2 downwards. */
const kinds = ["digits", "base64", "hex", "utf16", "percent", "escape", "entity", "utf32"] as const;
export type RunKind = (typeof kinds)[number];

export class Sifted {
  /** Offsets of anchors in ascending order, and beside each the index of its literal, or OPERATOR. */
  offsets: number[] = [];
  literals: number[] = [];
  #text: string | undefined;
  readonly #runs: { [K in RunKind]?: Run[] } = {};

  get isEmpty(): boolean {
    return this.offsets.length === 0 && kinds.every((kind) => this.#runs[kind] === undefined);
  }

  /**
   * In ascending order. `digits`: regions of at least thirteen, no more than three other bytes between two. `base64`, `hex`, `utf16`, `utf32`: whole runs that
   * are worth decoding, perhaps. `percent`, `escape`, `entity`: the escapes themselves.
   */
  runs(kind: RunKind): readonly Run[] {
    return this.#runs[kind] ?? NONE;
  }

  /** The bytes that were sifted with one character for each, so that offsets stay the same; made once for all who look. */
  textOf(bytes: Uint8Array): string {
    return (this.#text ??= Buffer.from(bytes.buffer, bytes.byteOffset, bytes.length).toString("latin1"));
  }

  add(kind: number, start: number, end: number): void {
    if (kind >= OPERATOR) {
      this.offsets.push(start);
      this.literals.push(kind);
      return;
    }
    (this.#runs[kinds[-2 - kind]!] ??= []).push({ start, end });
  }

  /** Puts the anchors, which come nearly in order, into order: the same text gives the same anchors wherever it stood. */
  sorted(): this {
    const { offsets, literals } = this;
    for (let n = 1; n < offsets.length; n++) {
      const offset = offsets[n]!;
      const literal = literals[n]!;
      let to = n;
      for (; to > 0 && (offsets[to - 1]! > offset || (offsets[to - 1] === offset && literals[to - 1]! > literal)); to--) {
        offsets[to] = offsets[to - 1]!;
        literals[to] = literals[to - 1]!;
      }
      offsets[to] = offset;
      literals[to] = literal;
    }
    return this;
  }
}

const NONE: readonly Run[] = [];
