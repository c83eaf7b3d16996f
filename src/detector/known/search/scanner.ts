// The host of wasm/known.ts: canonical text, and the places at which a fingerprint may stand.
import { ensureMemory, startModule, type WasmMemory } from "../../../web-assembly/index.ts";
import { canonical } from "../alphabet.ts";
import { likeness, LIKE_TEXT } from "../likeness.ts";
import { knownModule } from "./module.generated.ts";
import type { RollingHash } from "./rolling.ts";
import type { TagTable } from "./tag-table.ts";

export type Group = { readonly window: number; readonly table: TagTable };
/** Where a window begins in the canonical text, and the window's tag. */
export type Place = { readonly start: number; readonly tag: number };

type Exports = {
  configure(canonical: number, orders: number, likeness: number, likeText: number, numbers: number, factor: bigint, finish: bigint): void;
  place(input: number, codes: number, sums: number, starts: number): void;
  read(size: number): number;
  leave(window: number, leaving: number): void;
  find(length: number, window: number, from: number, leaving: number, table: number, mask: number, out: number, room: number): number;
};

const ORDERS = 256;
const LIKENESS = ORDERS + 256 * 8;
const NUMBERS = LIKENESS + likeness.length;
const TABLE = 256 * 8;
const ROOM = 1 << 11;
/** Bytes of input for which it is noted how many characters stand before them. */
const BLOCK = 64;
/** Behind the input and the sums, which are read sixteen bytes at a time, and before the characters, the first of which has none before it. */
const SPARE = 32;

/** Scans texts one after the other for windows of all `groups`. */
export class Scanner {
  /** Canonical characters of the text that was read last. */
  length = 0;
  readonly #groups: readonly (Group & { readonly leaving: number; readonly words: number })[];
  readonly #memory: WasmMemory;
  readonly #exports: Exports;
  readonly #out: number;
  readonly #input: number;
  #bytes: Uint8Array;
  #words: Int32Array;
  #codes = 0;
  #starts = 0;
  #blocks = 0;

  constructor(hash: RollingHash, groups: readonly Group[]) {
    const started = startModule<Exports>(knownModule);
    this.#memory = started.memory;
    this.#exports = started.exports;
    let at = NUMBERS + TABLE;
    const claim = (size: number) => (at += size) - size;
    this.#groups = groups.map((group) => ({ ...group, leaving: claim(TABLE + group.window * 8), words: claim(group.table.words.byteLength) }));
    this.#out = claim(ROOM * 8);
    this.#input = at;
    ensureMemory(this.#memory, at);
    [this.#bytes, this.#words] = this.#views();
    this.#bytes.set(canonical);
    this.#bytes.set(new Uint8Array(likeness.buffer), LIKENESS);
    this.#bytes.set(new Uint8Array(hash.numbers.buffer), NUMBERS);
    this.#exports.configure(0, ORDERS, LIKENESS, LIKE_TEXT, NUMBERS, hash.factor, hash.finish);
    for (const { window, leaving, words, table } of this.#groups) {
      this.#exports.leave(window, leaving);
      this.#bytes.set(new Uint8Array(table.words.buffer), words);
    }
  }

  read(bytes: Uint8Array): void {
    this.#codes = this.#input + bytes.length + SPARE;
    const sums = (this.#codes + bytes.length + SPARE) & ~15;
    this.#starts = sums + ((2 * bytes.length + SPARE) & ~3);
    this.#blocks = Math.ceil(bytes.length / BLOCK);
    if (ensureMemory(this.#memory, this.#starts + 4 * this.#blocks + SPARE)) [this.#bytes, this.#words] = this.#views();
    this.#bytes.set(bytes, this.#input);
    this.#bytes.fill(0, this.#input + bytes.length, this.#codes);
    this.#exports.place(this.#input, this.#codes, sums, this.#starts);
    this.length = this.#exports.read(bytes.length);
  }

  /** Places in the text that was read, in order. */
  *find(index: number): Generator<Place> {
    const group = this.#groups[index];
    if (!group) return;
    const { window, leaving, words, table } = group;
    for (let from = 0; from + window <= this.length; ) {
      const count = this.#exports.find(this.length, window, from, leaving, words, table.words.length - 1, this.#out, ROOM);
      const found = this.#words.slice(this.#out >> 2, (this.#out >> 2) + count * 2);
      for (let at = 0; at < found.length; at += 2) yield { start: found[at] as number, tag: found[at + 1] as number };
      if (count < ROOM) return;
      from = (found.at(-2) ?? this.length) + 1;
    }
  }

  /** Where a canonical character stands in the bytes that were read. */
  offset(index: number): number {
    let low = 0;
    let high = this.#blocks;
    while (high - low > 1) {
      const middle = (low + high) >> 1;
      if ((this.#words[(this.#starts >> 2) + middle] as number) <= index) low = middle;
      else high = middle;
    }
    let left = index - (this.#words[(this.#starts >> 2) + low] as number);
    let at = low * BLOCK;
    while (left > 0 || canonical[this.#bytes[this.#input + at] as number] === 0) if (canonical[this.#bytes[this.#input + at++] as number] !== 0) left--;
    return at;
  }

  text(start: number, end: number): string {
    return String.fromCharCode(...this.#bytes.subarray(this.#codes + start, this.#codes + end));
  }

  #views(): [Uint8Array, Int32Array] {
    return [new Uint8Array(this.#memory.buffer), new Int32Array(this.#memory.buffer)];
  }
}
