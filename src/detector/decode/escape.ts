// Escapes of JSON, JavaScript, C, Python and Go: \u0041, \u{41}, \x41, and \/ within addresses.
import type { Decoder } from "../detector.ts";
import { byteOf, escapeOf, lineBreaks, NONE, nibbleAt, rewriteAll } from "./rewrite.ts";

const BACKSLASH = 0x5c;
const SLASH = 0x2f;

export const escape: Decoder = {
  name: "escape",
  decode: (bytes, sifted) => rewriteAll(bytes, { kind: "escape", mark: BACKSLASH, mayMatter, breaks: lineBreaks, read: readEscape }, sifted),
};

/** An escaped slash matters only in `:\/\/`. */
function mayMatter(bytes: Uint8Array, at: number): boolean {
  const escape = readEscape(bytes, at);
  if (escape === NONE || byteOf(escape) >= 0x7f) return false;
  return byteOf(escape) !== SLASH || bytes[at + 1] !== SLASH || bytes[at - 1] === 0x3a;
}

function readEscape(bytes: Uint8Array, at: number): number {
  if (bytes[at] !== BACKSLASH) return NONE;
  const kind = bytes[at + 1];
  if (kind === SLASH) return escapeOf(SLASH, 2);
  if (kind === 0x78) return readHex(bytes, at, { skip: 2, digits: 2, close: 0 });
  if (kind !== 0x75) return NONE;
  return bytes[at + 2] === 0x7b ? readBraced(bytes, at) : readHex(bytes, at, { skip: 2, digits: 4, close: 0 });
}

function readBraced(bytes: Uint8Array, at: number): number {
  const close = bytes.subarray(at, at + 11).indexOf(0x7d);
  return close < 4 ? NONE : readHex(bytes, at, { skip: 3, digits: close - 3, close: 1 });
}

function readHex(bytes: Uint8Array, at: number, { skip, digits, close }: { skip: number; digits: number; close: number }): number {
  let code = 0;
  for (let place = at + skip; place < at + skip + digits; place++) {
    const digit = nibbleAt(bytes, place);
    if (digit > 15) return NONE;
    code = code * 16 + digit;
  }
  // What is no ASCII stands for itself: it is part of no value, but it must not hide one beside it.
  return escapeOf(code < 0x80 ? code : 0xff, skip + digits + close);
}
