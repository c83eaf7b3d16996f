// Bytes of a part of a file, read one chunk ahead.
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
