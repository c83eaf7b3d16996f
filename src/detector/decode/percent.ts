// Percent-encoding, RFC 3986: whole words in which it occurs, so that what surrounds an encoded character stays its context.
import type { Decoder } from "../detector.ts";
import { byteOf, escapeOf, NONE, nibbleAt, rewriteAll, toBreaks } from "./rewrite.ts";

const PERCENT = 0x25;
/** Blanks, quotes and angle brackets stand in no encoded word. */
const breaks = toBreaks((byte) => byte <= 0x20 || byte === 0x22 || byte === 0x27 || byte === 0x3c || byte === 0x3e || byte === 0x60 || byte >= 0x7f);

export const percent: Decoder = {
  name: "percent",
  decode: (bytes, sifted) => rewriteAll(bytes, { kind: "percent", mark: PERCENT, mayMatter: (_, at) => readEscape(bytes, at) !== NONE, breaks, read: readEscape }, sifted),
};

/** Text, and of control characters those that stand in text. */
function readEscape(bytes: Uint8Array, at: number): number {
  const high = nibbleAt(bytes, at + 1);
  const low = nibbleAt(bytes, at + 2);
  if (bytes[at] !== PERCENT || high > 15 || low > 15) return NONE;
  const escape = escapeOf((high << 4) | low, 3);
  const byte = byteOf(escape);
  return byte >= 0x20 || byte === 0 || byte === 0x0a || byte === 0x0d || byte === 0x09 || byte === 0x1b ? escape : NONE;
}
