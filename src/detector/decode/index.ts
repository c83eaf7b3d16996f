// Encodings that are undone before looking again. Order matters only for reports: the first one that leads to a value names it.
import type { Decoder } from "../detector.ts";
import { base64 } from "./base64.ts";
import { gzip, zlib, zstd } from "./compressed.ts";
import { entity } from "./entity.ts";
import { escape } from "./escape.ts";
import { hex } from "./hex.ts";
import { percent } from "./percent.ts";
import { utf16 } from "./utf16.ts";
import { utf32 } from "./utf32.ts";

export { StreamTooLarge } from "./compressed.ts";
export { isCompressed } from "./plausible.ts";

/** For bytes as they were read. */
export const textDecoders: readonly Decoder[] = [utf16, utf32, base64, hex, percent, escape, entity];
/** For bytes that came out of an encoding, where a compressed stream may stand. */
export const innerDecoders: readonly Decoder[] = [...textDecoders, gzip, zlib, zstd];
