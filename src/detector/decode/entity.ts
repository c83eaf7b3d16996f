// Character references of HTML and XML: &#83;, &#x53; and the named ones that markup can't do without.
import type { Decoder } from "../detector.ts";
import { byteOf, escapeOf, lineBreaks, NONE, nibbleAt, rewriteAll } from "./rewrite.ts";

const AMPERSAND = 0x26;
const HASH = 0x23;
const SEMICOLON = 0x3b;
const MOST_DIGITS = 7;
const named = Object.entries({ quot: 0x22, apos: 0x27, amp: 0x26, lt: 0x3c, gt: 0x3e }).map(([name, byte]) => ({ name: new TextEncoder().encode(`${name};`), byte }));

export const entity: Decoder = {
  name: "html-entity",
  decode: (bytes, sifted) => rewriteAll(bytes, { kind: "entity", mark: AMPERSAND, mayMatter, breaks: lineBreaks, read: readEscape }, sifted),
};

/** Numbers stand for anything, quotes for what makes a value one; the others alone hide nothing. */
function mayMatter(bytes: Uint8Array, at: number): boolean {
  const next = bytes[at + 1];
  const mayQuote = next === 0x71 || (next === 0x61 && bytes[at + 2] === 0x70);
  if (next !== HASH && !mayQuote) return false;
  const escape = readEscape(bytes, at);
  return escape !== NONE && byteOf(escape) < 0x7f;
}

function readEscape(bytes: Uint8Array, at: number): number {
  if (bytes[at] !== AMPERSAND) return NONE;
  return bytes[at + 1] === HASH ? readNumber(bytes, at) : readName(bytes, at);
}

function readNumber(bytes: Uint8Array, at: number): number {
  const isHex = (bytes[at + 2]! | 0x20) === 0x78;
  const start = at + (isHex ? 3 : 2);
  let end = start;
  let code = 0;
  for (; end < start + MOST_DIGITS; end++) {
    const digit = nibbleAt(bytes, end);
    if (digit > (isHex ? 15 : 9)) break;
    code = code * (isHex ? 16 : 10) + digit;
  }
  if (end === start || bytes[end] !== SEMICOLON) return NONE;
  // What is no ASCII stands for itself: it is part of no value, but it must not hide one beside it.
  return escapeOf(code < 0x80 ? code : 0xff, end + 1 - at);
}

function readName(bytes: Uint8Array, at: number): number {
  for (const { name, byte } of named) {
    let length = 0;
    while (length < name.length && bytes[at + 1 + length] === name[length]) length++;
    if (length === name.length) return escapeOf(byte, length + 1);
  }
  return NONE;
}
