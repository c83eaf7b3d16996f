// Character references of HTML and XML: &#83;, &#x53; and the named ones that markup can't do without.
import type { Decoded, Decoder } from "../detector.ts";
import type { Sifted } from "../sieve/index.ts";
import { rewrite, wordAround } from "./rewrite.ts";

const AMPERSAND = 0x26;
const HASH = 0x23;
const SEMICOLON = 0x3b;
const named: Readonly<Record<string, number>> = { quot: 0x22, apos: 0x27, amp: 0x26, lt: 0x3c, gt: 0x3e };
const LONGEST = 9;

export const entity: Decoder = { name: "html-entity", decode };

function decode(bytes: Uint8Array, sifted?: Sifted): Decoded[] {
  const found: Decoded[] = [];
  let done = 0;
  for (const { start: at } of sifted?.runs("entity") ?? findMarks(bytes)) {
    if (at < done || !mayMatter(bytes, at)) continue;
    const line = wordAround(bytes, at, isBreak);
    const decoded = rewrite(bytes, line, readEscape);
    if (decoded) found.push(decoded);
    done = line.end;
  }
  return found;
}

function* findMarks(bytes: Uint8Array): Generator<{ start: number }> {
  for (let start = bytes.indexOf(AMPERSAND); start >= 0; start = bytes.indexOf(AMPERSAND, start + 1)) yield { start };
}

/** Numbers stand for anything, quotes for what makes a value one; the others alone hide nothing. */
function mayMatter(bytes: Uint8Array, at: number): boolean {
  const next = bytes[at + 1];
  const mayQuote = next === 0x71 || (next === 0x61 && bytes[at + 2] === 0x70);
  if (next !== HASH && !mayQuote) return false;
  const escape = readEscape(bytes, at);
  return escape !== undefined && escape.byte < 0x7f;
}

function readEscape(bytes: Uint8Array, at: number): { byte: number; length: number } | undefined {
  if (bytes[at] !== AMPERSAND) return undefined;
  let end = at + 1;
  while (end < at + LONGEST && bytes[end] !== SEMICOLON && isNameByte(bytes[end])) end++;
  if (bytes[end] !== SEMICOLON || end < at + 3) return undefined;
  const name = String.fromCharCode(...bytes.subarray(at + 1, end));
  const code = name.startsWith("#") ? toCode(name.slice(1)) : named[name];
  if (code === undefined) return undefined;
  return { byte: code < 0x80 ? code : 0xff, length: end + 1 - at };
}

function toCode(digits: string): number | undefined {
  if (/^\d{1,7}$/.test(digits)) return Number(digits);
  return /^[xX][0-9a-fA-F]{1,6}$/.test(digits) ? Number.parseInt(digits.slice(1), 16) : undefined;
}

function isNameByte(byte: number | undefined): boolean {
  return byte !== undefined && (byte === HASH || (byte >= 0x30 && byte <= 0x39) || (byte >= 0x41 && byte <= 0x5a) || (byte >= 0x61 && byte <= 0x7a));
}

function isBreak(byte: number): boolean {
  return byte < 0x20 && byte !== 0x09;
}
