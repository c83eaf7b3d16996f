// Percent-encoding, RFC 3986: whole words in which it occurs, so that what surrounds an encoded character stays its context.
import type { Decoder } from "../detector.ts";
import { rewriteAll } from "./rewrite.ts";

const PERCENT = 0x25;

export const percent: Decoder = {
  name: "percent",
  decode: (bytes, sifted) => rewriteAll(bytes, { kind: "percent", mark: PERCENT, mayMatter: (bytes, at) => readEscape(bytes, at) !== undefined, isBreak, read: readEscape }, sifted),
};

function readEscape(bytes: Uint8Array, at: number): { byte: number; length: number } | undefined {
  if (bytes[at] !== PERCENT) return undefined;
  const byte = Number.parseInt(String.fromCharCode(bytes[at + 1] ?? 0, bytes[at + 2] ?? 0), 16);
  const isWhole = isHex(bytes[at + 1]) && isHex(bytes[at + 2]);
  return isWhole && (byte >= 0x20 || byte === 0 || byte === 0x0a || byte === 0x0d || byte === 0x09 || byte === 0x1b) ? { byte, length: 3 } : undefined;
}

function isHex(byte: number | undefined): boolean {
  return byte !== undefined && ((byte >= 0x30 && byte <= 0x39) || (byte >= 0x41 && byte <= 0x46) || (byte >= 0x61 && byte <= 0x66));
}

/** Blanks, quotes and angle brackets stand in no encoded word. */
function isBreak(byte: number): boolean {
  return byte <= 0x20 || byte === 0x22 || byte === 0x27 || byte === 0x3c || byte === 0x3e || byte === 0x60 || byte >= 0x7f;
}
