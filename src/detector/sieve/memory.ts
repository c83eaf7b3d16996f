// The memory of the sieves of all threads: the tables once, then room for whoever asks.
import { ensureMemory, shareMemory, type WasmMemory } from "../../web-assembly/index.ts";
import type { Literal } from "./literal.ts";
import { layOut, type Layout } from "./table.ts";

/** As other threads are given it. */
export type SharedMemory = { readonly memory: WasmMemory; readonly layout: Layout };

/** Only what is touched is used; a sieve seldom needs more than this. */
const FIRST_BYTES = 1 << 26;
const BLOCK = 1 << 12;
/** Where the number of blocks that are given away stands, as an index of words; the tables leave it free. */
const COUNTER = 4;

export class SieveMemory {
  readonly shared: SharedMemory;
  #bytes: Uint8Array;

  /** On memory that holds the tables already, or on new memory with the tables of `literals`. */
  constructor(literals: readonly Literal[], shared?: SharedMemory) {
    this.shared = shared ?? prepare(literals);
    this.#bytes = new Uint8Array(this.shared.memory.buffer);
  }

  /** Address of as many bytes that nobody else uses, by a multiple of 4096. */
  reserve(size: number): number {
    const { memory } = this.shared;
    const blocks = Math.ceil(size / BLOCK);
    const at = Atomics.add(new Int32Array(memory.buffer), COUNTER, blocks) * BLOCK;
    ensureMemory(memory, at + blocks * BLOCK);
    return at;
  }

  /** All bytes up to `end` at least. */
  upTo(end: number): Uint8Array {
    if (end > this.#bytes.length) this.#bytes = new Uint8Array(this.shared.memory.buffer);
    return this.#bytes;
  }
}

function prepare(literals: readonly Literal[]): SharedMemory {
  const { bytes, layout } = layOut(literals);
  const memory = shareMemory(Math.max(FIRST_BYTES, bytes.length * 2));
  new Uint8Array(memory.buffer).set(bytes);
  new Int32Array(memory.buffer)[COUNTER] = Math.ceil(bytes.length / BLOCK);
  return { memory, layout };
}
