// Bytes of a part of a file, read one chunk ahead.
import { fstatSync, statSync } from "node:fs";
import type { FileHandle } from "node:fs/promises";

/** Small enough to stay in the processor's cache while it is hashed and parsed, large enough that system calls don't count. */
const CHUNK_BYTES = 1 << 18;

type Range = { readonly start: number; readonly end: number };

/** Bytes `start` to `end` (exclusive); ends early where the file does. Every chunk is memory of its own. */
export async function* readRange(handle: FileHandle, range: Range): AsyncGenerator<Uint8Array> {
  let at = range.start;
  let next = readChunk(handle, at, range.end);
  try {
    for (;;) {
      const chunk = await next;
      if (chunk.length === 0) return;
      at += chunk.length;
      next = readChunk(handle, at, range.end);
      yield chunk;
    }
  } finally {
    // An abandoned read must end before the file is closed.
    await next.catch(() => undefined);
  }
}

async function readChunk(handle: FileHandle, at: number, end: number): Promise<Uint8Array> {
  const length = Math.min(CHUNK_BYTES, end - at);
  if (length <= 0) return Buffer.alloc(0);
  const { buffer, bytesRead } = await handle.read(Buffer.allocUnsafeSlow(length), 0, length, at);
  return buffer.subarray(0, bytesRead);
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
