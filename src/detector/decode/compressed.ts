// Compressed streams within decoded bytes: gzip, zlib and Zstandard at their beginning. Files as such are the readers' work.
import { gunzipSync, inflateSync, zstdDecompressSync, constants } from "node:zlib";
import type { Decoded, Decoder } from "../detector.ts";
import { isGzip, isZlib, isZstd } from "./plausible.ts";

/** What one stream may come to. */
const MAX_OUTPUT = 4 << 20;

export const gzip: Decoder = { name: "gzip", decode: (bytes) => (isGzip(bytes) ? expand(bytes, () => gunzipSync(bytes, { maxOutputLength: MAX_OUTPUT, finishFlush: constants.Z_SYNC_FLUSH })) : []) };
export const zlib: Decoder = { name: "zlib", decode: (bytes) => (isZlib(bytes) ? expand(bytes, () => inflateSync(bytes, { maxOutputLength: MAX_OUTPUT, finishFlush: constants.Z_SYNC_FLUSH })) : []) };
export const zstd: Decoder = { name: "zstd", decode: (bytes) => (isZstd(bytes) ? expand(bytes, () => zstdDecompressSync(bytes, { maxOutputLength: MAX_OUTPUT })) : []) };

/** Bytes that only begin like a stream are no stream; one that grows too large is told apart, so that it isn't lost in silence. */
function expand(bytes: Uint8Array, run: () => Uint8Array): Decoded[] {
  try {
    const output = run();
    return output.length === 0 ? [] : [{ start: 0, end: bytes.length, bytes: output }];
  } catch (error) {
    if (error instanceof RangeError && "code" in error && error.code === "ERR_BUFFER_TOO_LARGE") throw new StreamTooLarge();
    return [];
  }
}

/** A stream within decoded bytes that expands beyond MAX_OUTPUT. */
export class StreamTooLarge extends Error {}
