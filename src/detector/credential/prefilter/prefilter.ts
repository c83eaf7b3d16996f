// The one pass over every byte: finds the few offsets at which a rule's expression is worth trying.
// The interface is narrow on purpose, so that another engine can stand behind it.
import { hashWord, Slots, type Literal, type Slot } from "./gram.ts";

export type { Literal } from "./gram.ts";

/** Offsets, roughly in order. `kind[n]` is the index of the literal that starts at `offset[n]`, or ASSIGNMENT for an operator. */
export type Candidates = { readonly count: number; readonly offset: Int32Array; readonly kind: Int32Array };
export type FindCandidates = (bytes: Uint8Array) => Candidates;

export const ASSIGNMENT = -1;
/** How far behind a piece of a name its operator may stand. */
const REACH = 48;

/** Compiles literals of at least three characters into one search. The arrays of a result are used again by the next call. */
export function createPrefilter(literals: readonly Literal[]): FindCandidates {
  const slots = new Slots(literals);
  const output = new Output();
  return (bytes) => search(bytes, slots, output);
}

/**
 * Looks at every second offset, four bytes at a time: each literal has four of its characters, or three and a neighbour,
 * at an even and at an odd distance. Words are read little-endian, as all platforms of Node have it.
 */
function search(bytes: Uint8Array, slots: Slots, output: Output): Candidates {
  output.clear();
  const base = (4 - (bytes.byteOffset & 3)) & 3;
  const { bits } = slots;
  lookSlowly({ bytes, slots, output }, base - 2 * ((base + 1) >> 1), Math.min(base, bytes.length));
  const words = bytes.length < base + 8 ? 0 : (bytes.length - base) >> 2;
  if (words > 0) {
    const view = new Int32Array(bytes.buffer, bytes.byteOffset + base, words);
    let next = view[0]!;
    for (let index = 0; index < words - 1; index++) {
      const word = next;
      next = view[index + 1]!;
      const first = hashWord(word);
      if (((bits[first >>> 5]! >>> first) & 1) !== 0) check(bytes, base + index * 4, { slots: slots.at(first), output });
      const second = hashWord((word >>> 16) | (next << 16));
      if (((bits[second >>> 5]! >>> second) & 1) !== 0) check(bytes, base + index * 4 + 2, { slots: slots.at(second), output });
    }
  }
  lookSlowly({ bytes, slots, output }, base + Math.max(0, words - 1) * 4, bytes.length);
  return output;
}

/** The same at the edges, where fewer than four bytes may be left. */
function lookSlowly({ bytes, slots, output }: { bytes: Uint8Array; slots: Slots; output: Output }, from: number, to: number): void {
  for (let at = from; at < to; at += 2) {
    const hash = hashWord((bytes[at] ?? 0) | ((bytes[at + 1] ?? 0) << 8) | ((bytes[at + 2] ?? 0) << 16) | ((bytes[at + 3] ?? 0) << 24));
    if (slots.has(hash)) check(bytes, at, { slots: slots.at(hash), output });
  }
}

function check(bytes: Uint8Array, at: number, { slots, output }: { slots: readonly Slot[]; output: Output }): void {
  for (const slot of slots) {
    if (slot.index === ASSIGNMENT) {
      if (standsAt(bytes, at - slot.back, slot)) addOperators(bytes, at, output);
      continue;
    }
    const start = at - slot.back;
    if (start >= 0 && standsAt(bytes, start, slot) && hasTail(bytes, start + slot.codes.length, slot)) output.add(start, slot.index);
  }
}

function standsAt(bytes: Uint8Array, start: number, slot: Slot): boolean {
  const { codes, folds } = slot;
  for (let at = 0; at < codes.length; at++) if ((bytes[start + at]! | folds[at]!) !== codes[at]) return false;
  return true;
}

function hasTail(bytes: Uint8Array, from: number, slot: Slot): boolean {
  if (!slot.tail) return true;
  for (let at = from; at < from + slot.least; at++) if (slot.tail[bytes[at]!] !== 1) return false;
  return true;
}

/** The operators behind a piece of a name, in the same line, or in the next one where that gives the named thing's `value`. */
function addOperators(bytes: Uint8Array, from: number, output: Output): void {
  const end = Math.min(bytes.length, from + REACH);
  for (let at = Math.max(from, output.searched); at < end; at++) {
    const byte = bytes[at]!;
    if (byte === 0x0a && !isValueLine(bytes, at + 1)) break;
    if (byte === 0x3d || byte === 0x3a || byte === 0x3e) output.add(at, ASSIGNMENT);
  }
  output.searched = Math.max(end, output.searched);
}

const VALUE = [0x76, 0x61, 0x6c, 0x75, 0x65];

function isValueLine(bytes: Uint8Array, from: number): boolean {
  let at = from;
  while (bytes[at] === 0x20 || bytes[at] === 0x09 || bytes[at] === 0x22) at++;
  return VALUE.every((code, index) => bytes[at + index] === code);
}

class Output implements Candidates {
  count = 0;
  /** Operators before this offset have been added. */
  searched = 0;
  offset = new Int32Array(1 << 12);
  kind = new Int32Array(1 << 12);

  clear(): void {
    this.count = 0;
    this.searched = 0;
  }

  add(offset: number, kind: number): void {
    if (this.count === this.offset.length) this.#grow();
    this.offset[this.count] = offset;
    this.kind[this.count++] = kind;
  }

  #grow(): void {
    const offset = new Int32Array(this.count * 2);
    const kind = new Int32Array(this.count * 2);
    offset.set(this.offset);
    kind.set(this.kind);
    this.offset = offset;
    this.kind = kind;
  }
}
