// `fold -w 20`: a value over several lines. Base64 is joined by its own decoder; this joins whatever else has one width.
import { Buffer } from "node:buffer";
import type { Decoded, Decoder } from "../../detector.ts";

const NEWLINE = 0x0a;
const NARROWEST = 2;
const WIDEST = 256;
const SHORTEST = 12;
/** Longer blocks are dumps; their encoding is undone elsewhere. */
const MAX_LINES = 256;

/** Lines of visible characters without blanks and of one width, the last perhaps shorter, joined. */
export const wrapped: Decoder = { name: "wrapped", decode };

type Line = { readonly start: number; readonly end: number };

function decode(bytes: Uint8Array): Decoded[] {
  const buffer = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.length);
  const found: Decoded[] = [];
  let block: Line[] = [];
  for (let start = 0; start < buffer.length; ) {
    const newline = buffer.indexOf(NEWLINE, start);
    const end = newline < 0 ? buffer.length : newline;
    const line = isValueLine(buffer, start, end) ? { start, end } : undefined;
    const width = block[0] && block[0].end - block[0].start;
    if (line && width !== undefined && end - start <= width && block.length < MAX_LINES) block.push(line);
    if (!line || end - start !== width) {
      if (block.length > 1) found.push(...join(buffer, block));
      const begins = line !== undefined && end - start >= NARROWEST;
      block = begins ? [line] : [];
    }
    start = end + 1;
  }
  if (block.length > 1) found.push(...join(buffer, block));
  return found;
}

function isValueLine(bytes: Buffer, start: number, end: number): boolean {
  if (end === start || end - start > WIDEST) return false;
  for (let at = start; at < end; at++) if ((bytes[at] as number) <= 0x20 || (bytes[at] as number) >= 0x7f) return false;
  return true;
}

function join(bytes: Buffer, lines: readonly Line[]): Decoded[] {
  const [first, last] = [lines[0], lines.at(-1)];
  if (!first || !last) return [];
  const joined = Buffer.concat(lines.map(({ start, end }) => bytes.subarray(start, end)));
  const width = first.end - first.start;
  if (joined.length < SHORTEST) return [];
  return [{ start: first.start, end: last.end, bytes: joined, at: (offset) => first.start + Math.floor(offset / width) * (width + 1) + (offset % width) }];
}
