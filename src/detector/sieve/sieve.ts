// The host of wasm/sieve.ts: puts bytes before it, many small texts at a time, and sorts what it emits.
import { ensureMemory, startModule, type WasmMemory } from "../web-assembly.ts";
import type { Literal } from "./literal.ts";
import { Sifted } from "./sifted.ts";
import { sieveModule } from "./module.generated.ts";
import { layOut } from "./table.ts";

export type Sieve = {
  /** What is worth a look in the bytes. */
  sift(bytes: Uint8Array): Sifted;
  /** The same for each of several texts, in one pass. */
  siftAll(texts: readonly Uint8Array[]): Sifted[];
};

type Exports = {
  configure(bits: number, table: number, mask: number, classes: number, out: number, words: number, input: number): void;
  sift(size: number): number;
};

const OUT_WORDS = 3 << 14;
/** Zero bytes before the input, and behind it. */
const BEFORE = 64;
const BEHIND = 192;
/** Stands between texts: part of no name, number or encoding, and as often as keeps digits of one text out of the regions of another. */
const BETWEEN = 0xff;
const BETWEEN_BYTES = 4;

/** Compiles literals of at least three characters, each a byte, into one search. */
export function createSieve(literals: readonly Literal[]): Sieve {
  const engine = new Engine(literals);
  return { sift: (bytes) => engine.run([bytes])[0]!, siftAll: (texts) => engine.run(texts) };
}

class Engine {
  readonly #memory: WasmMemory;
  readonly #exports: Exports;
  readonly #out: number;
  readonly #input: number;
  #bytes: Uint8Array;
  #emitted = new Int32Array(1 << 12);
  #count = 0;

  constructor(literals: readonly Literal[]) {
    const { bytes, layout } = layOut(literals);
    this.#out = (layout.end + 63) & ~63;
    this.#input = this.#out + OUT_WORDS * 4 + BEFORE;
    const started = startModule<Exports>(sieveModule, { sieve: { drain: (words: number) => this.#drain(words) } });
    this.#memory = started.memory;
    this.#exports = started.exports;
    ensureMemory(this.#memory, this.#input);
    this.#bytes = new Uint8Array(this.#memory.buffer);
    this.#bytes.set(bytes);
    this.#exports.configure(layout.bits, layout.table, layout.tableMask, layout.classes, this.#out, OUT_WORDS, this.#input);
  }

  run(texts: readonly Uint8Array[]): Sifted[] {
    const size = texts.reduce((sum, text) => sum + text.length + BETWEEN_BYTES, -BETWEEN_BYTES);
    this.#reserve(size);
    let at = this.#input;
    const starts = texts.map((text) => {
      if (at > this.#input) {
        this.#bytes.fill(BETWEEN, at, at + BETWEEN_BYTES);
        at += BETWEEN_BYTES;
      }
      this.#bytes.set(text, at);
      at += text.length;
      return at - text.length - this.#input;
    });
    this.#bytes.fill(0, at, at + BEHIND);
    this.#count = 0;
    this.#drain(this.#exports.sift(Math.max(0, size)));
    return this.#share(texts, starts);
  }

  #reserve(size: number): void {
    if (ensureMemory(this.#memory, this.#input + size + BEHIND)) this.#bytes = new Uint8Array(this.#memory.buffer);
  }

  #drain(words: number): void {
    if (this.#count + words > this.#emitted.length) {
      const grown = new Int32Array((this.#count + words) * 2);
      grown.set(this.#emitted.subarray(0, this.#count));
      this.#emitted = grown;
    }
    this.#emitted.set(new Int32Array(this.#memory.buffer, this.#out, words), this.#count);
    this.#count += words;
  }

  /** Gives each text what was emitted about it; what stands across two texts belongs to none. */
  #share(texts: readonly Uint8Array[], starts: readonly number[]): Sifted[] {
    const shares: (Sifted | undefined)[] = texts.map(() => undefined);
    let text = 0;
    for (let at = 0; at < this.#count; at += 3) {
      const start = this.#emitted[at]!;
      while (start < starts[text]!) text--;
      while (text + 1 < starts.length && start >= starts[text + 1]!) text++;
      const from = starts[text]!;
      if (start - from >= texts[text]!.length) continue;
      const share = (shares[text] ??= new Sifted());
      share.add(this.#emitted[at + 1]!, start - from, this.#emitted[at + 2]! - from);
    }
    return shares.map((share) => share?.sorted() ?? new Sifted());
  }
}
