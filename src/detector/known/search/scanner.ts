// The host of wasm/known.ts: canonical text, and the places at which a fingerprint may stand.
import { ensureMemory, startModule, type WasmMemory } from "../../web-assembly.ts";
import { canonical } from "../alphabet.ts";
import { knownModule } from "./module.generated.ts";
import type { RollingHash } from "./rolling.ts";
import type { TagTable } from "./tag-table.ts";

export type Group = { readonly window: number; readonly table: TagTable };
/** The index behind a window in the canonical text, and the window's tag. */
export type Place = { readonly end: number; readonly tag: number };

type Exports = {
  configure(canonical: number, numbers: number, factor: bigint, finish: bigint): void;
  place(input: number, codes: number, offsets: number): void;
  read(size: number): number;
  leave(window: number, leaving: number): void;
  find(length: number, window: number, from: number, leaving: number, near: number, nearMask: number, far: number, farMask: number, out: number, most: number): number;
};

const NUMBERS = 256;
const TABLE = 256 * 8;
const MOST = 1 << 11;

/** Scans texts one after the other for windows of all `groups`. */
export class Scanner {
  /** Canonical characters of the text that was read last. */
  length = 0;
  readonly #groups: readonly (Group & { readonly leaving: number; readonly near: number; readonly far: number })[];
  readonly #memory: WasmMemory;
  readonly #exports: Exports;
  readonly #out: number;
  readonly #input: number;
  #bytes: Uint8Array;
  #words: Int32Array;
  #codes = 0;
  #offsets = 0;

  constructor(hash: RollingHash, groups: readonly Group[]) {
    const started = startModule<Exports>(knownModule);
    this.#memory = started.memory;
    this.#exports = started.exports;
    let at = NUMBERS + TABLE;
    const claim = (size: number) => (at += size) - size;
    this.#groups = groups.map((group) => ({ ...group, leaving: claim(TABLE), near: claim(group.table.near.words.byteLength), far: claim(group.table.far.words.byteLength) }));
    this.#out = claim(MOST * 8);
    this.#input = at;
    ensureMemory(this.#memory, at);
    [this.#bytes, this.#words] = this.#views();
    this.#bytes.set(canonical);
    this.#bytes.set(new Uint8Array(hash.numbers.buffer), NUMBERS);
    this.#exports.configure(0, NUMBERS, hash.factor, hash.finish);
    for (const { window, leaving, near, far, table } of this.#groups) {
      this.#exports.leave(window, leaving);
      this.#words.set(table.near.words, near >> 2);
      this.#words.set(table.far.words, far >> 2);
    }
  }

  read(bytes: Uint8Array): void {
    this.#codes = this.#input + bytes.length;
    this.#offsets = (this.#codes + bytes.length + 7) & ~3;
    if (ensureMemory(this.#memory, this.#offsets + 4 * bytes.length + 8)) [this.#bytes, this.#words] = this.#views();
    this.#bytes.set(bytes, this.#input);
    this.#exports.place(this.#input, this.#codes, this.#offsets);
    this.length = this.#exports.read(bytes.length);
  }

  /** Places in the text that was read, in order. */
  *find(index: number): Generator<Place> {
    const group = this.#groups[index];
    if (!group) return;
    const { window, leaving, near, far, table } = group;
    for (let from = window; from <= this.length; ) {
      const count = this.#exports.find(this.length, window, from, leaving, near, table.near.mask, far, table.far.mask, this.#out, MOST);
      const found = this.#words.slice(this.#out >> 2, (this.#out >> 2) + count * 2);
      for (let at = 0; at < found.length; at += 2) yield { end: found[at] as number, tag: found[at + 1] as number };
      if (count < MOST) return;
      from = (found.at(-2) ?? this.length) + 1;
    }
  }

  /** Where a canonical character stands in the bytes that were read. */
  offset(index: number): number {
    return this.#words[(this.#offsets >> 2) + index] ?? 0;
  }

  text(start: number, end: number): string {
    return String.fromCharCode(...this.#bytes.subarray(this.#codes + start, this.#codes + end));
  }

  #views(): [Uint8Array, Int32Array] {
    return [new Uint8Array(this.#memory.buffer), new Int32Array(this.#memory.buffer)];
  }
}
