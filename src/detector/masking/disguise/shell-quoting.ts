// `printf %q`, `set -x` and single quotes inside single quotes: backslashes and seams of quotes that a shell takes away.
import { Buffer } from "node:buffer";
import type { Decoded, Decoder } from "../../detector.ts";
import { findMarks } from "../sieve/index.ts";
import { lineAround } from "./line.ts";

const BACKSLASH = 0x5c;
const QUOTE = 0x27;
const DOUBLE = 0x22;
const MAX_BEFORE = 256;
const MAX_AFTER = 4096;

/** Characters that a shell escapes; a backslash before any other belongs to a path, an expression or another language. */
const escaped = new Set(Buffer.from(" $&;|<>()*?#~!'^{}[]`,%=+@"));

/** The part of a line around quoting, with the quoting undone. */
export const shellQuoting: Decoder = { name: "shell-quoting", decode };

function decode(bytes: Uint8Array): Decoded[] {
  const found: Decoded[] = [];
  let done = 0;
  for (const at of suspects(bytes)) {
    if (at < done || seamLength(bytes, at) === 0) continue;
    const { start, end } = lineAround(bytes, at, { before: MAX_BEFORE, behind: MAX_AFTER });
    found.push(undo(bytes, start, end));
    done = end;
  }
  return found;
}

/** Where a backslash or a seam of two quotes stands; all other quoting is found by its backslash. */
function suspects(bytes: Uint8Array): number[] {
  const found: number[] = [];
  const marks = findMarks(bytes);
  for (const { start, seen } of marks.of("backslash")) if (escaped.has(seen)) found.push(start);
  for (const { start } of marks.of("seam")) found.push(start);
  return found.sort((a, b) => a - b);
}

/** How many bytes of quoting stand at `at`: an escape's backslash, `'\''` as one quote less, or a seam inside a word. */
function seamLength(bytes: Uint8Array, at: number): number {
  if (bytes[at] === BACKSLASH) return escaped.has(bytes[at + 1] ?? 0) ? 1 : 0;
  return isQuote(bytes[at]) && isQuote(bytes[at + 1]) && isWord(bytes[at - 1]) && isWord(bytes[at + 2]) ? 2 : 0;
}

function undo(bytes: Uint8Array, start: number, end: number): Decoded {
  const out = new Uint8Array(end - start);
  const from = new Int32Array(end - start);
  let to = 0;
  for (let at = start; at < end; ) {
    // '\'' inside single quotes: close, an escaped quote, open.
    const isQuotedQuote = bytes[at] === QUOTE && bytes[at + 1] === BACKSLASH && bytes[at + 2] === QUOTE && bytes[at + 3] === QUOTE;
    const kept = at + (isQuotedQuote ? 2 : seamLength(bytes, at));
    if (kept >= end) break;
    from[to] = kept;
    out[to++] = bytes[kept] as number;
    at = kept + (isQuotedQuote ? 2 : 1);
  }
  return { start, end, bytes: out.subarray(0, to), at: (offset) => from[Math.min(offset, to - 1)] ?? start };
}

function isQuote(byte: number | undefined): boolean {
  return byte === QUOTE || byte === DOUBLE;
}

function isWord(byte: number | undefined): boolean {
  return byte !== undefined && ((byte >= 0x30 && byte <= 0x39) || (byte >= 0x41 && byte <= 0x5a) || (byte >= 0x61 && byte <= 0x7a) || byte === 0x5f || byte === 0x2d);
}
