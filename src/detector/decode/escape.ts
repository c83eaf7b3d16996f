// Escapes of JSON, JavaScript, C, Python and Go: \u0041, \u{41}, \x41, and \/ within addresses.
import type { Decoder } from "../detector.ts";
import { endsText, rewriteAll } from "./rewrite.ts";

const BACKSLASH = 0x5c;

export const escape: Decoder = {
  name: "escape",
  decode: (bytes, sifted) => rewriteAll(bytes, { kind: "escape", mark: BACKSLASH, mayMatter, isBreak: endsText, read: readEscape }, sifted),
};

/** An escaped slash matters only in `:\/\/`. */
function mayMatter(bytes: Uint8Array, at: number): boolean {
  const escape = readEscape(bytes, at);
  if (!escape || escape.byte >= 0x7f) return false;
  return escape.byte !== 0x2f || bytes[at + 1] !== 0x2f || bytes[at - 1] === 0x3a;
}

function readEscape(bytes: Uint8Array, at: number): { byte: number; length: number } | undefined {
  if (bytes[at] !== BACKSLASH) return undefined;
  const kind = bytes[at + 1];
  if (kind === 0x2f) return { byte: 0x2f, length: 2 };
  if (kind === 0x78) return readHex(bytes, at, { skip: 2, digits: 2, close: 0 });
  if (kind !== 0x75) return undefined;
  return bytes[at + 2] === 0x7b ? readBraced(bytes, at) : readHex(bytes, at, { skip: 2, digits: 4, close: 0 });
}

function readBraced(bytes: Uint8Array, at: number): { byte: number; length: number } | undefined {
  const close = bytes.subarray(at, at + 11).indexOf(0x7d);
  return close < 4 ? undefined : readHex(bytes, at, { skip: 3, digits: close - 3, close: 1 });
}

function readHex(bytes: Uint8Array, at: number, form: { skip: number; digits: number; close: number }): { byte: number; length: number } | undefined {
  let code = 0;
  for (let place = 0; place < form.digits; place++) {
    const digit = Number.parseInt(String.fromCharCode(bytes[at + form.skip + place] ?? 0), 16);
    if (Number.isNaN(digit)) return undefined;
    code = code * 16 + digit;
  }
  // What is no ASCII stands for itself: it is part of no value, but it must not hide one beside it.
  return { byte: code < 0x80 ? code : 0xff, length: form.skip + form.digits + form.close };
}
