// What the sieve found in one text: the few offsets at which expressions, number checks and decoders are worth trying.

import { Buffer } from "node:buffer";

const NO_NUMBERS = new Int32Array(0);

export type Run = { readonly start: number; readonly end: number };

/** Kind of an anchor that is an operator behind a name; other anchors have the index of their literal. */
export const OPERATOR = -1;

/** Kinds as wasm/sieve.ts numbers them, from -2 downwards. */
const kinds = ["digits", "base64", "hex", "utf16", "percent", "escape", "entity", "utf32"] as const;
type Kind = (typeof kinds)[number];
export type EscapeKind = "percent" | "escape" | "entity";
export type RunKind = Exclude<Kind, EscapeKind>;
const PERCENT = kinds.indexOf("percent");
const ENTITY = kinds.indexOf("entity");

/** Numbers that are counted before they come: a window may hold half a million, and memory that grows costs more than to look twice. */
class Column {
  values = NO_NUMBERS;
  #expected = 0;
  #length = 0;

  expect(): void {
    this.#expected++;
  }

  push(value: number): void {
    if (this.#length === 0) this.values = new Int32Array(this.#expected);
    this.values[this.#length++] = value;
  }
}

export class Sifted {
  /** Offsets of anchors in ascending order, and beside each the index of its literal, or OPERATOR. */
  offsets = NO_NUMBERS;
  literals = NO_NUMBERS;
  #expected = 0;
  #anchors = 0;
  #text: string | undefined;
  /** Each at its kind's place. */
  readonly #runs: (Run[] | undefined)[] = [];
  readonly #escapes: (Column | undefined)[] = [];

  get isEmpty(): boolean {
    return this.offsets.length === 0 && this.#runs.length === 0 && this.#escapes.length === 0;
  }

  /**
   * In ascending order. `digits`: regions of at least thirteen, no more than three other bytes between two. `base64`, `hex`, `utf16`, `utf32`: whole runs that
   * are worth decoding, perhaps.
   */
  runs(kind: RunKind): readonly Run[] {
    return this.#runs[kinds.indexOf(kind)] ?? NONE;
  }

  /** Where escapes begin, in ascending order. */
  escapes(kind: EscapeKind): Int32Array {
    return this.#escapes[kinds.indexOf(kind)]?.values ?? NO_NUMBERS;
  }

  /** The bytes that were sifted with one character for each, so that offsets stay the same; made once for all who look. */
  textOf(bytes: Uint8Array): string {
    return (this.#text ??= Buffer.from(bytes.buffer, bytes.byteOffset, bytes.length).toString("latin1"));
  }

  /** Announces what `add` will add. */
  expect(kind: number): void {
    if (kind >= OPERATOR) {
      this.#expected++;
      return;
    }
    const place = -2 - kind;
    if (isEscape(place)) (this.#escapes[place] ??= new Column()).expect();
  }

  add(kind: number, start: number, end: number): void {
    if (kind >= OPERATOR) {
      this.#addAnchor(start, kind);
      return;
    }
    const place = -2 - kind;
    if (isEscape(place)) this.#escapes[place]?.push(start);
    else (this.#runs[place] ??= []).push({ start, end });
  }

  #addAnchor(offset: number, literal: number): void {
    if (this.#anchors === 0) {
      this.offsets = new Int32Array(this.#expected);
      this.literals = new Int32Array(this.#expected);
    }
    this.offsets[this.#anchors] = offset;
    this.literals[this.#anchors++] = literal;
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

function isEscape(place: number): boolean {
  return place >= PERCENT && place <= ENTITY;
}

const NONE: readonly Run[] = [];
