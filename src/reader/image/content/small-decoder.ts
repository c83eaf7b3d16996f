// Undoes the compression of content that is in memory and small, at once: thousands of compressed manual pages are read this way.
import { constants, gunzipSync, inflateRawSync, inflateSync, zstdDecompressSync } from "node:zlib";

/** What Node undoes at once. */
export type Small = "gzip" | "zstd" | "deflate";

/** Compressed and decoded bytes up to which content is decoded at once. */
const MOST_COMPRESSED = 1 << 20;
const MOST_DECODED = 8 << 20;
const LEAST_CHUNK = 1 << 10;

/** The decoded bytes; undefined where content is large, damaged, or followed by anything: the streaming decoder then tells what. */
export function decodeSmall(bytes: Uint8Array, compression: Small): Buffer | undefined {
  if (bytes.length > MOST_COMPRESSED) return undefined;
  try {
    // What comes in one piece is not joined: texts become a quarter.
    const options = { maxOutputLength: MOST_DECODED, chunkSize: Math.max(LEAST_CHUNK, bytes.length * 4), info: true } as const;
    // With `info` the functions give an object that their types don't know.
    const result = decoderOf(compression)(bytes, options) as unknown as { buffer: Buffer; engine: { bytesWritten: number } };
    return result.engine.bytesWritten === bytes.length ? result.buffer : undefined;
  } catch {
    return undefined;
  }
}

function decoderOf(compression: Small): (bytes: Uint8Array, options: { maxOutputLength: number; chunkSize: number; info: true }) => Buffer {
  switch (compression) {
    case "gzip": return gunzipSync;
    case "zstd": return zstdDecompressSync;
    case "deflate": return inflateRawSync;
    default: return compression satisfies never;
  }
}

/** RFC 1950, 2.2: method, window and check bits, no preset dictionary. */
export function isZlib(head: Uint8Array): boolean {
  const [method = 0, flags = 0] = head;
  return (method & 0x0f) === 8 && method >> 4 <= 7 && ((method << 8) | flags) % 31 === 0 && (flags & 0x20) === 0;
}

type Part = { readonly content: Buffer; /** Compressed bytes that it took. */ readonly used: number };

/** The zlib stream at the beginning of `bytes`, whatever follows; undefined where there is none that is whole. */
export function inflatePart(bytes: Uint8Array, maxOutputLength: number): Part | "too-large" | undefined {
  try {
    const { buffer, engine } = inflateSync(bytes, { maxOutputLength, info: true } as const) as unknown as { buffer: Buffer; engine: { bytesWritten: number } };
    return { content: buffer, used: engine.bytesWritten };
  } catch (error) {
    return error instanceof RangeError && "code" in error && error.code === "ERR_BUFFER_TOO_LARGE" ? "too-large" : undefined;
  }
}

/** True where the first bytes decode: two bytes of a header alone are also those of texts. */
export function startsAsZlib(head: Uint8Array): boolean {
  try {
    return inflateSync(head, { maxOutputLength: MOST_DECODED, finishFlush: constants.Z_SYNC_FLUSH }).length > 0;
  } catch {
    return false;
  }
}
