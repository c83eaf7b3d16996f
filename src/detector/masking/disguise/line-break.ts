// Line ends that an encoding has spelt out: a wrapped value inside JSON or a quoted string is wrapped all the same.
import type { Decoded, Decoder } from "../../detector.ts";
import { findMarks } from "../sieve/index.ts";
import { lineAround } from "./line.ts";

const BACKSLASH = 0x5c;
const NEWLINE = 0x0a;
const REACH = { before: 1 << 12, behind: 1 << 12 };

/** Lines in which `\\n` or `\\r\\n` stands between characters of a value, with the line ends in their place. */
export const lineBreak: Decoder = { name: "line-break", decode };

function decode(bytes: Uint8Array): Decoded[] {
  const found: Decoded[] = [];
  let done = 0;
  for (const { start: at, seen } of findMarks(bytes).of("backslash")) {
    if (seen !== 0x6e || at < done || !isValue(bytes[at + 2]) || !(isValue(bytes[at - 1]) || bytes[at - 2] === BACKSLASH)) continue;
    const { start, end } = lineAround(bytes, at, REACH);
    found.push(undo(bytes, start, end));
    done = end;
  }
  return found;
}

function undo(bytes: Uint8Array, start: number, end: number): Decoded {
  const out = new Uint8Array(end - start);
  const from = new Int32Array(end - start);
  let to = 0;
  for (let at = start; at < end; ) {
    const length = breakLength(bytes, at);
    from[to] = at;
    out[to++] = length > 0 ? NEWLINE : (bytes[at] as number);
    at += length || 1;
  }
  return { start, end, bytes: out.subarray(0, to), at: (offset) => from[Math.min(offset, to - 1)] ?? start };
}

function breakLength(bytes: Uint8Array, at: number): number {
  if (bytes[at] !== BACKSLASH) return 0;
  if (bytes[at + 1] === 0x6e) return 2;
  return bytes[at + 1] === 0x72 && bytes[at + 2] === BACKSLASH && bytes[at + 3] === 0x6e ? 4 : 0;
}

/** Letters, digits and the signs of encodings. */
function isValue(byte: number | undefined): boolean {
  return byte !== undefined && ((byte >= 0x30 && byte <= 0x39) || (byte >= 0x41 && byte <= 0x5a) || (byte >= 0x61 && byte <= 0x7a) || "+/=-_%".includes(String.fromCharCode(byte)));
}
