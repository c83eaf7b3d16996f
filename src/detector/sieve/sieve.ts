// The host of wasm/sieve: puts bytes before it, many small texts at a time, and sorts what it emits.
import { startModule } from "../../web-assembly/index.ts";
import type { Literal } from "./literal.ts";
import { SieveMemory, type SharedMemory } from "./memory.ts";
import { sieveModule } from "./module.generated.ts";
import { Sifted } from "./sifted.ts";
import { BEFORE, BEHIND, BETWEEN, separate, Trays } from "./trays.ts";

/** A text's index, and what was found in it. */
export type Share = readonly [index: number, sifted: Sifted];

export type Sieve = {
  /** Where texts are held until they are sifted. */
  readonly trays: Trays;
  /** What is worth a look in the bytes. */
  sift(bytes: Uint8Array): Sifted;
  /** The same for several texts, in one pass; those in which nothing was found are left out. */
  siftAll(texts: readonly Uint8Array[]): Share[];
  /** The same for the texts of a tray, `at` its address. */
  siftTray(at: number, lengths: ArrayLike<number>): Share[];
};

type Exports = {
  configure(table: number, mask: number, classes: number, out: number, words: number): void;
  sift(input: number, size: number): number;
};

/** Room for what a window of near-misses has; only what is written to is used. */
const OUT_WORDS = 3 << 18;
/** Room for texts that are in no tray grows in steps of this size. */
const STEP = 1 << 20;

/** Compiles literals of at least three characters, each a byte, into one search; `shared` is the memory of another thread's sieve for the same literals. */
export function createSieve(literals: readonly Literal[], shared?: SharedMemory): Sieve {
  const memory = new SieveMemory(literals, shared);
  const engine = new Engine(memory);
  const sift = (bytes: Uint8Array): Sifted => engine.copy([bytes])[0]?.[1] ?? new Sifted();
  return { trays: new Trays(memory), sift, siftAll: (texts) => engine.copy(texts), siftTray: (at, lengths) => engine.run(at, lengths) };
}

class Engine {
  readonly #memory: SieveMemory;
  readonly #exports: Exports;
  readonly #out: number;
  /** Where texts go that are in no tray, and how much room is there. */
  #bench = 0;
  #room = 0;
  /** What was emitted before the last drain. */
  #drained: Int32Array[] = [];

  constructor(memory: SieveMemory) {
    const { memory: wasm, layout } = memory.shared;
    this.#memory = memory;
    this.#out = memory.reserve(OUT_WORDS * 4);
    this.#exports = startModule<Exports>(sieveModule, { memory: { drain: (words: number) => this.#drain(words) } }, wasm).exports;
    this.#exports.configure(layout.table, layout.tableMask, layout.classes, this.#out, OUT_WORDS);
  }

  /** Sifts copies of the texts. */
  copy(texts: readonly Uint8Array[]): Share[] {
    const size = texts.reduce((sum, text) => sum + text.length + BETWEEN, -BETWEEN);
    if (size <= 0) return [];
    this.#reserve(BEFORE + size + BEHIND);
    const start = this.#bench + BEFORE;
    const memory = this.#memory.upTo(start + size + BEHIND);
    let at = start;
    texts.forEach((text, index) => {
      if (index > 0) at = separate(memory, at);
      memory.set(text, at);
      at += text.length;
    });
    memory.fill(0, at, at + BEHIND);
    return this.run(start, texts.map((text) => text.length));
  }

  /** Sifts texts that lie side by side from `at` on. */
  run(at: number, lengths: ArrayLike<number>): Share[] {
    const starts = new Int32Array(lengths.length);
    let size = -BETWEEN;
    for (let index = 0; index < lengths.length; index++) {
      starts[index] = size + BETWEEN;
      size += lengths[index]! + BETWEEN;
    }
    this.#drained = [];
    const words = this.#exports.sift(at, Math.max(0, size));
    const emitted = this.#drained.length === 0 ? this.#written(words) : join([...this.#drained, this.#written(words)]);
    return emitted.length === 0 ? [] : share(emitted, starts, lengths);
  }

  #reserve(size: number): void {
    if (size <= this.#room) return;
    this.#room = Math.ceil((size * 5) / 4 / STEP) * STEP;
    this.#bench = this.#memory.reserve(this.#room);
  }

  #written(words: number): Int32Array {
    return new Int32Array(this.#memory.upTo(this.#out + OUT_WORDS * 4).buffer, this.#out, words);
  }

  #drain(words: number): void {
    this.#drained.push(this.#written(words).slice());
  }
}

function join(parts: readonly Int32Array[]): Int32Array {
  const joined = new Int32Array(parts.reduce((sum, part) => sum + part.length, 0));
  let at = 0;
  for (const part of parts) {
    joined.set(part, at);
    at += part.length;
  }
  return joined;
}

/** The text in which each thing begins that was emitted; -1 where it is none. */
function textsOf(emitted: Int32Array, starts: Int32Array, lengths: ArrayLike<number>): Int32Array {
  const texts = new Int32Array(emitted.length / 3);
  let text = 0;
  for (let n = 0; n < texts.length; n++) {
    const start = emitted[n * 3]!;
    while (start < starts[text]!) text--;
    while (text + 1 < starts.length && start >= starts[text + 1]!) text++;
    texts[n] = start - starts[text]! < lengths[text]! ? text : -1;
  }
  return texts;
}

/** Gives each text what was emitted about it; what stands across two texts belongs to none. */
function share(emitted: Int32Array, starts: Int32Array, lengths: ArrayLike<number>): Share[] {
  const shares: (Sifted | undefined)[] = [];
  const texts = textsOf(emitted, starts, lengths);
  for (let n = 0; n < texts.length; n++) if (texts[n]! >= 0) (shares[texts[n]!] ??= new Sifted()).expect(emitted[n * 3 + 1]!);
  for (let n = 0; n < texts.length; n++) {
    const from = starts[texts[n]!]!;
    shares[texts[n]!]?.add(emitted[n * 3 + 1]!, emitted[n * 3]! - from, emitted[n * 3 + 2]! - from);
  }
  const found: Share[] = [];
  shares.forEach((sifted, index) => { if (sifted) found.push([index, sifted.sorted()]); });
  return found;
}
