// Entities of XML and HTML, and `\U0041` as it stands where JSON was put into capitals: spellings that no encoding's own decoder undoes.
import { Buffer } from "node:buffer";
import type { Decoded, Decoder } from "../../detector.ts";
import { lineAround } from "./line.ts";

const AMPERSAND = 0x26;
const BACKSLASH = 0x5c;
const REACH = { before: 1 << 12, behind: 1 << 12 };
const LONGEST = 10;

const named: { readonly [name: string]: number } = { amp: 0x26, lt: 0x3c, gt: 0x3e, quot: 0x22, apos: 0x27 };

/** Lines with such spellings, undone. */
export const markup: Decoder = { name: "markup", decode };

function decode(bytes: Uint8Array): Decoded[] {
  const buffer = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.length);
  const found: Decoded[] = [];
  for (const mark of ["&", "\\U00"]) {
    let done = 0;
    for (let at = buffer.indexOf(mark); at >= 0; at = buffer.indexOf(mark, Math.max(at + 1, done))) {
      if (readSpelling(buffer, at) === undefined) continue;
      const { start, end } = lineAround(bytes, at, REACH);
      found.push(undo(buffer, start, end));
      done = end;
    }
  }
  return found;
}

function undo(bytes: Buffer, start: number, end: number): Decoded {
  const out = new Uint8Array(end - start);
  const from = new Int32Array(end - start);
  let to = 0;
  for (let at = start; at < end; ) {
    const spelling = readSpelling(bytes, at);
    from[to] = at;
    out[to++] = spelling?.byte ?? (bytes[at] as number);
    at += spelling?.length ?? 1;
  }
  return { start, end, bytes: out.subarray(0, to), at: (offset) => from[Math.min(offset, to - 1)] ?? start };
}

function readSpelling(bytes: Buffer, at: number): { byte: number; length: number } | undefined {
  if (bytes[at] === BACKSLASH) return readCode(/^\\U(?:0000)?00([2-7][0-9A-F])/.exec(bytes.toString("latin1", at, at + LONGEST)), 16);
  if (bytes[at] !== AMPERSAND) return undefined;
  const text = bytes.toString("latin1", at, at + LONGEST);
  const name = /^&([a-z]{2,4});/i.exec(text);
  const byte = name && named[(name[1] ?? "").toLowerCase()];
  if (name && byte !== undefined && byte !== null) return { byte, length: name[0].length };
  return readCode(/^&#0{0,4}(\d{2,3});/.exec(text), 10) ?? readCode(/^&#x0{0,4}([0-9a-f]{2});/i.exec(text), 16);
}

function readCode(match: RegExpExecArray | null, base: 10 | 16): { byte: number; length: number } | undefined {
  const byte = Number.parseInt(match?.[1] ?? "", base);
  return match && byte >= 0x20 && byte < 0x7f ? { byte, length: match[0].length } : undefined;
}
