// `\U0041`: what becomes of JSON's and Go's escapes where a text is put into capitals, and Python's long form.
import { Buffer } from "node:buffer";
import type { Decoded, Decoder } from "../../detector.ts";
import { findMarks } from "../sieve/index.ts";
import { lineAround } from "./line.ts";

const BACKSLASH = 0x5c;
const REACH = { before: 1 << 12, behind: 1 << 12 };
const LONGEST = 10;
const CAPITAL = 0x55;

/** Lines with such escapes, undone. */
export const capitalEscape: Decoder = { name: "capital-escape", decode };

function decode(bytes: Uint8Array): Decoded[] {
  const buffer = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.length);
  const found: Decoded[] = [];
  let done = 0;
  for (const { start: at, seen } of findMarks(bytes).of("backslash")) {
    if (seen !== CAPITAL || at < done || readEscape(buffer, at) === undefined) continue;
    const { start, end } = lineAround(bytes, at, REACH);
    found.push(undo(buffer, start, end));
    done = end;
  }
  return found;
}

function undo(bytes: Buffer, start: number, end: number): Decoded {
  const out = new Uint8Array(end - start);
  const from = new Int32Array(end - start);
  let to = 0;
  for (let at = start; at < end; ) {
    const escape = readEscape(bytes, at);
    from[to] = at;
    out[to++] = escape?.byte ?? (bytes[at] as number);
    at += escape?.length ?? 1;
  }
  return { start, end, bytes: out.subarray(0, to), at: (offset) => from[Math.min(offset, to - 1)] ?? start };
}

function readEscape(bytes: Buffer, at: number): { byte: number; length: number } | undefined {
  if (bytes[at] !== BACKSLASH) return undefined;
  const match = /^\\U(?:0000)?00([2-7][0-9A-F])/i.exec(bytes.toString("latin1", at, at + LONGEST));
  return match ? { byte: Number.parseInt(match[1] ?? "", 16), length: match[0].length } : undefined;
}
