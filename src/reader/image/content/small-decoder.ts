// Undoes the compression of content that is in memory and small, at once: thousands of compressed manual pages are read this way.
import { gunzipSync, inflateRawSync, zstdDecompressSync } from "node:zlib";
import type { Compression } from "./decoder.ts";

/** Compressed and decoded bytes up to which content is decoded at once. */
const MOST_COMPRESSED = 1 << 20;
const MOST_DECODED = 8 << 20;

/** The decoded bytes; undefined where content is large, damaged, or followed by anything: the streaming decoder then tells what. */
export function decodeSmall(bytes: Uint8Array, compression: Compression): Buffer | undefined {
  if (bytes.length > MOST_COMPRESSED) return undefined;
  try {
    const options = { maxOutputLength: MOST_DECODED, info: true } as const;
    // With `info` the functions give an object that their types don't know.
    const result = decoderOf(compression)(bytes, options) as unknown as { buffer: Buffer; engine: { bytesWritten: number } };
    return result.engine.bytesWritten === bytes.length ? result.buffer : undefined;
  } catch {
    return undefined;
  }
}

function decoderOf(compression: Compression): (bytes: Uint8Array, options: { maxOutputLength: number; info: true }) => Buffer {
  switch (compression) {
    case "gzip": return gunzipSync;
    case "zstd": return zstdDecompressSync;
    case "deflate": return inflateRawSync;
    default: return compression satisfies never;
  }
}
