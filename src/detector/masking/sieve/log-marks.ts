// The host of wasm/log.ts: one look at every byte, shared by everything that looks for something in a log.
import { ensureMemory, startModule, type WasmMemory } from "../../../web-assembly/index.ts";
import { suspects } from "../disguise/invisible.ts";
import { alignments, encoded } from "./rotation.ts";
import { logModule } from "./module.generated.ts";

/** A span of the bytes; `seen` is the byte that decides, the width of groups, a bit for each place at which base32 may begin, or one of the words below. */
export type Mark = { readonly start: number; readonly end: number; readonly seen: number };

const kinds = ["reversed", "line", "groups", "invisible", "backslash", "seam", "mask", "operator", "command", "dump", "base32", "rotated"] as const;
type MarkKind = (typeof kinds)[number];

/** Of what may be reversed: it may be a value only where an address stands backwards. */
export const WITH_ADDRESS = 1;
/** Of what may be rotated: it is base64 of text, which needs no further look. */
export const IS_BASE64 = 2;

type Exports = { configure(classes: number, out: number, words: number): void; sift(input: number, size: number): number };

/** Words of a mark as it is emitted: start, end, and the kind with what was seen above it. */
const WORDS = 3;
const KIND_BITS = 4;
const KIND = (1 << KIND_BITS) - 1;
const OUT_WORDS = 3 << 14;
const BEFORE = 64;
const BEHIND = 64;

/** Bits of a byte's class, as wasm/log/marks.ts knows them. */
const HIDDEN = 1;
const ENCODED = 2;
const QUINTET = 4;
const classes = Uint8Array.from({ length: 256 }, (_, byte) => {
  const isQuintet = /[A-Za-z2-7]/.test(String.fromCharCode(byte));
  return (suspects[byte] === 1 ? HIDDEN : 0) | (encoded[byte] === 1 ? ENCODED : 0) | (isQuintet ? QUINTET : 0);
});
const OUT = alignments.length + classes.length;
const INPUT = OUT + OUT_WORDS * 4 + BEFORE;

class Engine {
  readonly #memory: WasmMemory;
  readonly #exports: Exports;
  #bytes: Uint8Array;
  #emitted = new Int32Array(3 << 12);
  #count = 0;

  constructor() {
    const started = startModule<Exports>(logModule, { memory: { drain: (words: number) => this.#drain(words) } });
    this.#memory = started.memory;
    this.#exports = started.exports;
    ensureMemory(this.#memory, INPUT);
    this.#bytes = new Uint8Array(this.#memory.buffer);
    this.#bytes.set(alignments);
    this.#bytes.set(classes, alignments.length);
    this.#exports.configure(0, OUT, OUT_WORDS);
  }

  sift(bytes: Uint8Array): LogMarks {
    if (ensureMemory(this.#memory, INPUT + bytes.length + BEHIND)) this.#bytes = new Uint8Array(this.#memory.buffer);
    this.#bytes.set(bytes, INPUT);
    this.#bytes.fill(0, INPUT + bytes.length, INPUT + bytes.length + BEHIND);
    this.#count = 0;
    this.#drain(this.#exports.sift(INPUT, bytes.length));
    return this.#count === 0 ? unmarked : new LogMarks(this.#emitted.slice(0, this.#count));
  }

  #drain(words: number): void {
    if (this.#count + words > this.#emitted.length) {
      const grown = new Int32Array((this.#count + words) * 2);
      grown.set(this.#emitted);
      this.#emitted = grown;
    }
    this.#emitted.set(new Int32Array(this.#memory.buffer, OUT, words), this.#count);
    this.#count += words;
  }
}

/** Marks of one text by kind, each kind's in order. */
export class LogMarks {
  readonly #words: Int32Array;
  readonly #byKind: (Int32Array | undefined)[] = [];

  constructor(words: Int32Array) {
    this.#words = words;
  }

  get isEmpty(): boolean {
    return this.#words.length === 0;
  }

  *of(kind: MarkKind): Generator<Mark> {
    const list = this.words(kind);
    for (let at = 0; at < list.length; at += WORDS) yield { start: list[at] as number, end: list[at + 1] as number, seen: list[at + 2] as number };
  }

  /** The same as start, end, seen, and on: for what occurs on every line. */
  words(kind: MarkKind): Int32Array {
    const number = kinds.indexOf(kind);
    return (this.#byKind[number] ??= this.#choose(number));
  }

  #choose(kind: number): Int32Array {
    const all = this.#words;
    let count = 0;
    for (let at = 2; at < all.length; at += WORDS) if (((all[at] as number) & KIND) === kind) count += WORDS;
    if (count === 0) return none;
    const chosen = new Int32Array(count);
    for (let at = 0, to = 0; at < all.length; at += WORDS) {
      const last = all[at + 2] as number;
      if ((last & KIND) !== kind) continue;
      chosen[to] = all[at] as number;
      chosen[to + 1] = all[at + 1] as number;
      chosen[to + 2] = last >>> KIND_BITS;
      to += WORDS;
    }
    return chosen;
  }
}

const none = new Int32Array(0);
const unmarked = new LogMarks(none);

/** Texts as large as this are remembered while they live; of the smaller ones, which come by the thousand, only the last. */
const REMEMBERED = 1 << 12;
const known = new WeakMap<Uint8Array, LogMarks>();
let last: { readonly bytes: Uint8Array; readonly marks: LogMarks } | undefined;
let engine: Engine | undefined;

/** The marks of `bytes`; asked again for the same bytes, which nobody may have written to meanwhile, it mostly answers from memory. */
export function findMarks(bytes: Uint8Array): LogMarks {
  const before = last?.bytes === bytes ? last.marks : known.get(bytes);
  if (before) return before;
  engine ??= new Engine();
  const marks = engine.sift(bytes);
  if (bytes.length >= REMEMBERED) known.set(bytes, marks);
  else last = { bytes, marks };
  return marks;
}
