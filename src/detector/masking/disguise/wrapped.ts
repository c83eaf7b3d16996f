// `fold -w 20`: a value over several lines. Base64 is joined by its own decoder; this joins whatever else has one width.
import { Buffer } from "node:buffer";
import type { Decoded, Decoder } from "../../detector.ts";
import { findMarks } from "../sieve/index.ts";

const NEWLINE = 0x0a;
const BLANK = 0x20;
const ESCAPE = 0x1b;
const NARROWEST = 2;
const SHORTEST = 12;
/** Longer blocks are dumps; their encoding is undone elsewhere. */
const MAX_LINES = 256;

/** Lines of visible characters without blanks and of one width, the last perhaps shorter, joined; and the words that they continue. */
export const wrapped: Decoder = { name: "wrapped", decode };

type Piece = { readonly start: number; readonly end: number };

function decode(bytes: Uint8Array): Decoded[] {
  const buffer = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.length);
  const found: Decoded[] = [];
  let block: Piece[] = [];
  for (const { start, end } of findMarks(bytes).of("line")) {
    const width = block[0] && block[0].end - block[0].start;
    const isNext = block.at(-1)?.end === start - 1;
    if (isNext && width !== undefined && end - start <= width && block.length < MAX_LINES) block.push({ start, end });
    if (isNext && end - start === width) continue;
    found.push(...joinBlock(buffer, block));
    block = end - start >= NARROWEST ? [{ start, end }] : [];
  }
  return [...found, ...joinBlock(buffer, block)];
}

/** Visible ASCII, and the beginning of a colour, which folds count as they count letters. */
function isVisible(byte: number | undefined): boolean {
  return byte !== undefined && ((byte > BLANK && byte < 0x7f) || byte === ESCAPE);
}

/** The lines, and the lines with the last word before and the first word behind them, where these have the width too. */
function joinBlock(bytes: Buffer, lines: readonly Piece[]): Decoded[] {
  const [first, last] = [lines[0], lines.at(-1)];
  if (!first || !last) return [];
  const width = first.end - first.start;
  const before = wordBefore(bytes, first, width);
  const behind = (before || lines.length > 1) && last.end - last.start === width ? wordBehind(bytes, last, width) : undefined;
  const inner = lines.length > 1 ? join(bytes, lines) : [];
  if (!before && !behind) return inner;
  return [...inner, ...join(bytes, [...(before ? [before] : []), ...lines, ...(behind ? [behind] : [])])];
}

/** The value was folded alone and printed behind other text, or together with it. */
function wordBefore(bytes: Buffer, line: Piece, width: number): Piece | undefined {
  const end = line.start - 1;
  let start = end;
  while (start > 0 && end - start <= width && isVisible(bytes[start - 1])) start--;
  if (start <= 0 || start === end || bytes[start - 1] === NEWLINE) return undefined;
  const isLine = end - width === 0 || bytes[end - width - 1] === NEWLINE;
  return end - start === width || isLine ? { start, end } : undefined;
}

function wordBehind(bytes: Buffer, line: Piece, width: number): Piece | undefined {
  const start = line.end + 1;
  let end = start;
  while (end < bytes.length && end - start <= width && isVisible(bytes[end])) end++;
  return end > start && end - start <= width && end < bytes.length && bytes[end] !== NEWLINE ? { start, end } : undefined;
}

function join(bytes: Buffer, pieces: readonly Piece[]): Decoded[] {
  const [first, last] = [pieces[0], pieces.at(-1)];
  const joined = Buffer.concat(pieces.map(({ start, end }) => bytes.subarray(start, end)));
  if (!first || !last || joined.length < SHORTEST) return [];
  const locate = (offset: number): number => {
    let left = offset;
    for (const { start, end } of pieces) {
      if (left < end - start) return start + left;
      left -= end - start;
    }
    return last.end;
  };
  return [{ start: first.start, end: last.end, bytes: joined, at: locate }];
}
