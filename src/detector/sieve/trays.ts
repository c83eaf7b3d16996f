// Trays: stretches of the sieve's memory in which texts lie side by side, so that many small ones are sifted as one, where they lie.
import { Buffer } from "node:buffer";
import type { SharedMemory, SieveMemory } from "./memory.ts";

/** Zero bytes before the texts, and behind them. */
export const BEFORE = 64;
export const BEHIND = 192;
/** Bytes between texts: as many as keep digits of one out of the regions of another. */
export const BETWEEN = 4;
/** Part of no name, number or encoding. */
const SEPARATOR = 0xff;

/** Room for a window of the largest kind, and some more. */
const TRAY_BYTES = 17 << 16;
const ROOM = TRAY_BYTES - BEFORE - BEHIND;
const MOST_TEXTS = 1 << 10;
/** What comes while so many are in use is kept elsewhere: a crowd of windows costs a copy each, and no more memory for good. */
const MOST_TRAYS = 48;

/** `at` is the address of the first text. */
export type Tray = { readonly at: number; size: number; count: number };

/** Ends a text at `at`; gives where the next one begins. */
export function separate(memory: Uint8Array, at: number): number {
  for (let n = 0; n < BETWEEN; n++) memory[at + n] = SEPARATOR;
  return at + BETWEEN;
}

export class Trays {
  readonly #memory: SieveMemory;
  readonly #all: Tray[] = [];
  #free: Tray[] = [];
  #open: Tray | undefined;
  #last: Tray | undefined;

  constructor(memory: SieveMemory) {
    this.#memory = memory;
  }

  get shared(): SharedMemory {
    return this.#memory.shared;
  }

  /** A copy, in a tray where there is room; it stays until it was sifted. */
  hold(bytes: Uint8Array): Uint8Array {
    const tray = this.#room(bytes.length);
    if (!tray) return Buffer.from(bytes);
    const memory = this.#memory.upTo(tray.at + ROOM);
    const end = tray.at + tray.size;
    const at = tray.count++ > 0 ? separate(memory, end) : end;
    memory.set(bytes, at);
    tray.size = at + bytes.length - tray.at;
    return new Uint8Array(memory.buffer, at, bytes.length);
  }

  /** The tray in which the text is held. */
  of(text: Uint8Array): Tray | undefined {
    if (!(text.buffer instanceof SharedArrayBuffer)) return undefined;
    const holds = ({ at }: Tray) => text.byteOffset >= at && text.byteOffset <= at + ROOM;
    if (!this.#last || !holds(this.#last)) this.#last = this.#all.find(holds);
    return this.#last;
  }

  /** The tray that holds these texts, all of them and no others; nothing is put into it any more. */
  close(texts: readonly Uint8Array[]): Tray | undefined {
    const [first, last] = [texts[0], texts.at(-1)];
    const tray = first && this.of(first);
    if (!tray || !last || texts.length !== tray.count || first.byteOffset !== tray.at || last.byteOffset + last.length !== tray.at + tray.size) return undefined;
    if (tray === this.#open) this.#open = undefined;
    this.#memory.upTo(tray.at + ROOM).fill(0, tray.at + tray.size, tray.at + tray.size + BEHIND);
    return tray;
  }

  /** What the tray held is needed no more. */
  release(tray: Tray): void {
    [tray.size, tray.count] = [0, 0];
    this.#free.push(tray);
  }

  #room(size: number): Tray | undefined {
    if (size === 0 || size > ROOM) return undefined;
    if (this.#open && this.#open.count < MOST_TEXTS && this.#open.size + BETWEEN + size <= ROOM) return this.#open;
    this.#open = this.#free.pop() ?? (this.#all.length < MOST_TRAYS ? this.#make() : undefined);
    return this.#open;
  }

  #make(): Tray {
    const tray = { at: this.#memory.reserve(TRAY_BYTES) + BEFORE, size: 0, count: 0 };
    this.#all.push(tray);
    return tray;
  }
}
