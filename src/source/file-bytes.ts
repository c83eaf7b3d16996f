// Bytes of a part of a file, in chunks.
import { fstatSync, readSync, statSync } from "node:fs";
import { setImmediate } from "node:timers/promises";

/** Small enough to stay in the processor's cache while it is hashed and parsed, large enough that system calls don't count. */
const CHUNK_BYTES = 1 << 18;
/** After so many chunks everybody else has a turn: signals, timers, other threads' messages. */
const TURN_CHUNKS = 64;

type Range = { readonly start: number; readonly end: number };

/**
 * Bytes `start` to `end` (exclusive); ends early where the file does. Chunks are memory of their own, but for those that come back in `spare`.
 * They are read at once, without a wait: the system reads ahead, and handing the reading to another thread would cost more than it.
 */
export async function* readRange(file: { readonly fd: number }, range: Range, spare: Uint8Array[] = []): AsyncGenerator<Uint8Array> {
  let chunks = 0;
  for (let at = range.start; at < range.end;) {
    const used = spare.pop();
    const memory = new Uint8Array(used?.buffer.byteLength === CHUNK_BYTES ? used.buffer : Buffer.allocUnsafeSlow(CHUNK_BYTES).buffer);
    const length = readSync(file.fd, memory, 0, Math.min(CHUNK_BYTES, range.end - at), at);
    if (length === 0) return;
    at += length;
    yield length === CHUNK_BYTES ? memory : memory.subarray(0, length);
    if (++chunks % TURN_CHUNKS === 0) await setImmediate();
  }
}

/** How old a change must be for its time to tell it from one that follows; the coarsest clocks of file systems that keep nanoseconds tick every 10 ms. */
const FRESH_NANOSECONDS = 100_000_000n;

/** Device, number, size and times of a file, whichever name it has now; undefined where it is gone or has been written to this very moment. */
export function stampFile(file: number | string): string | undefined {
  try {
    const { dev, ino, size, mtimeNs, ctimeNs } = typeof file === "number" ? fstatSync(file, { bigint: true }) : statSync(file, { bigint: true });
    const isFresh = BigInt(Date.now()) * 1_000_000n - ctimeNs < FRESH_NANOSECONDS;
    return isFresh ? undefined : [dev, ino, size, mtimeNs, ctimeNs].join(":");
  } catch {
    return undefined;
  }
}
