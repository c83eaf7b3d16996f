// Runs of base64 and base64url (RFC 4648): wrapped over lines, padded wrongly or not at all, and not starting where a group starts.
import { Buffer } from "node:buffer";
import type { Decoded, Decoder } from "../detector.ts";
import type { Run as Piece, Sifted } from "../sieve/index.ts";
import { isPlausible } from "./plausible.ts";

/** Shorter runs hold no value that could be known without its name. */
const SHORTEST = 20;
/** From here on a run with all kinds of characters is decoded whatever it holds; below, only where it holds text. */
const LONG = 64;
const SAMPLE = 16;
/** Lines that are joined have at least this many characters, but for the last. */
const LINE = 16;
const PADDING = 0x3d;
const BACKSLASH = 0x5c;

const sextet = new Int8Array(256).fill(-1);
[..."ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/"].forEach((character, value) => { sextet[character.charCodeAt(0)] = value; });
sextet["-".charCodeAt(0)] = 62;
sextet["_".charCodeAt(0)] = 63;

/** For each character and its place modulo four: the alignments (bits) under which it can be part of seven-bit text. */
const possible = Uint8Array.from({ length: 4 * 256 }, (_, index) => {
  const value = sextet[index & 255]!;
  const fits = (alignment: number) => value >= 0 && isPossible(value, ((index >> 8) - alignment + 4) % 4);
  return [0, 1, 2, 3].reduce((bits, alignment) => (fits(alignment) ? bits | (1 << alignment) : bits), 0);
});

/** The first bit of each byte is 0 in seven-bit text; which of a sextet's bits that is depends on its place in the group. */
function isPossible(value: number, place: number): boolean {
  if (place === 0) return value < 32;
  return place === 3 || (value & (place === 1 ? 8 : 2)) === 0;
}

export const base64: Decoder = { name: "base64", decode };

function decode(bytes: Uint8Array, sifted?: Sifted): Decoded[] {
  const found: Decoded[] = [];
  let done = 0;
  for (const { start, end } of sifted?.runs("base64") ?? findRuns(bytes)) {
    if (start < done) continue;
    const pieces = isBreak(bytes[end]) ? joinLines(bytes, { start, end }) : undefined;
    if (pieces) {
      found.push(...toRuns(pieces).filter((run) => sum(run) >= SHORTEST).flatMap((run) => decodePieces(bytes, run)));
      done = pieces.at(-1)!.end;
    } else if (end - start >= SHORTEST && isWorthwhile(bytes, start, end)) found.push(...decodePieces(bytes, [{ start, end }]));
  }
  return found;
}

/** Runs that are as long as a line. */
function* findRuns(bytes: Uint8Array): Generator<Piece> {
  for (let look = 0; look < bytes.length; look += LINE) {
    if (sextet[bytes[look]!]! < 0) continue;
    let start = look;
    while (start > 0 && sextet[bytes[start - 1]!]! >= 0) start--;
    const end = runEnd(bytes, look);
    if (end > look + LINE) look = end - LINE;
    if (end - start >= LINE) yield { start, end };
  }
}

/** Whether any alignment gives text, or the run is so long and mixed that it is decoded whatever it gives. */
function isWorthwhile(bytes: Uint8Array, start: number, end: number): boolean {
  return plausibleAlignments(bytes, start, end) !== 0 || isForced(bytes, start, end);
}

function isForced(bytes: Uint8Array, start: number, end: number): boolean {
  return end - start >= LONG && isMixed(bytes, start);
}

/** What a line break begins with, as itself or as an escape. */
function isBreak(byte: number | undefined): boolean {
  return byte === 0x0a || byte === 0x0d || byte === BACKSLASH;
}

function runEnd(bytes: Uint8Array, start: number): number {
  let end = start;
  while (end < bytes.length && sextet[bytes[end]!]! >= 0) end++;
  return end;
}

/** The run and the lines that continue it: whole lines of one width, the last of which may be shorter; undefined where none does. */
function joinLines(bytes: Uint8Array, first: Piece): Piece[] | undefined {
  const pieces = [first];
  let width = 0;
  for (let last = first; ;) {
    const start = skipBreak(bytes, last.end);
    if (start === last.end || sextet[bytes[start] ?? 0]! < 0) return pieces.length > 1 ? pieces : undefined;
    const next = { start, end: runEnd(bytes, start) };
    const length = next.end - start;
    // Before the first line of a wrapped run other text may stand, so that the second line tells the width.
    width ||= Math.max(first.end - first.start, length);
    if (length > width || !endsLine(bytes, next.end)) return pieces.length > 1 ? pieces : undefined;
    pieces.push(next);
    if (length < width) return pieces;
    last = next;
  }
}

/** Two lines of different length may belong together or not: both readings are tried. */
function toRuns(pieces: readonly Piece[]): (readonly Piece[])[] {
  return pieces.length === 2 ? [pieces, ...pieces.map((piece) => [piece])] : [pieces];
}

function endsLine(bytes: Uint8Array, end: number): boolean {
  let at = end;
  while (bytes[at] === PADDING) at++;
  return at >= bytes.length || bytes[at]! < 0x20 || bytes[at] === 0x22 || bytes[at] === 0x27 || bytes[at] === BACKSLASH;
}

/** Behind a line break and the indentation after it, also where both are written as escapes; `at` itself where there is none. */
function skipBreak(bytes: Uint8Array, at: number): number {
  let next = at;
  if (bytes[next] === BACKSLASH && bytes[next + 1] === 0x72) next += 2;
  if (bytes[next] === 0x0d) next++;
  if (bytes[next] === 0x0a) next++;
  else if (bytes[next] === BACKSLASH && bytes[next + 1] === 0x6e) return next + 2;
  else if (bytes[next] === BACKSLASH && bytes[next + 1] === 0x0a) next += 2;
  else return at;
  while (bytes[next] === 0x20 || bytes[next] === 0x09) next++;
  return next;
}

function sum(pieces: readonly Piece[]): number {
  return pieces.reduce((total, piece) => total + piece.end - piece.start, 0);
}

/** Lines are short and many: a view of each would cost more than to copy it. */
function join(bytes: Uint8Array, pieces: readonly Piece[]): Buffer {
  if (pieces.length === 1) return Buffer.from(bytes.buffer, bytes.byteOffset + pieces[0]!.start, pieces[0]!.end - pieces[0]!.start);
  const joined = Buffer.alloc(sum(pieces));
  let length = 0;
  for (let n = 0; n < pieces.length; n++) for (let at = pieces[n]!.start; at < pieces[n]!.end; at++) joined[length++] = bytes[at]!;
  return joined;
}

function decodePieces(bytes: Uint8Array, pieces: readonly Piece[]): Decoded[] {
  const joined = join(bytes, pieces);
  const alignments = plausibleAlignments(joined, 0, joined.length);
  const forced = isForced(joined, 0, joined.length);
  if (alignments === 0 && !forced) return [];
  const starts = toStarts(pieces);
  const found: Decoded[] = [];
  for (let alignment = 0; alignment < 4; alignment++) {
    const whatever = alignment === 0 && forced;
    if (!whatever && (alignments & (1 << alignment)) === 0) continue;
    const decoded = Buffer.from(joined.toString("latin1", alignment), "base64");
    if (whatever || isPlausible(decoded)) found.push({ start: pieces[0]!.start, end: pieces.at(-1)!.end, bytes: decoded, at: (offset) => locate(pieces, starts, alignment + Math.floor(offset / 3) * 4) });
  }
  return found;
}

/** Bits of the alignments under which the beginning, the middle or the end may be text, or the beginning a gzip stream. */
function plausibleAlignments(bytes: Uint8Array, start: number, end: number): number {
  const last = Math.max(start, end - SAMPLE);
  const middle = start + ((last - start) >> 1);
  return alignmentsAt(bytes, start, start) | alignmentsAt(bytes, start, middle) | alignmentsAt(bytes, start, last) | (mayBeStream(bytes, start) ? 1 : 0);
}

/** Fronts of gzip (1f8b), zlib (78 with one of its four checks) and Zstandard (28b52ffd) in base64, by their first byte. */
const fronts = Map.groupBy(["H4", "eA", "eF", "eJ", "eN", "KLUv"].map((text) => Buffer.from(text)), ([first]) => first);

function mayBeStream(bytes: Uint8Array, start: number): boolean {
  return fronts.get(bytes[start])?.some((front) => front.every((byte, index) => bytes[start + index] === byte)) ?? false;
}

function alignmentsAt(bytes: Uint8Array, start: number, from: number): number {
  let alignments = 15;
  for (let at = from; at < from + SAMPLE && alignments !== 0; at++) alignments &= possible[((at - start) & 3) * 256 + bytes[at]!]!;
  return alignments;
}

/** Upper case, lower case and digits in the first part: no word, no path. */
function isMixed(bytes: Uint8Array, start: number): boolean {
  let kinds = 0;
  for (let at = start; at < start + LONG; at++) {
    const value = sextet[bytes[at]!]!;
    kinds |= value < 26 ? 1 : value < 52 ? 2 : value < 62 ? 4 : 0;
  }
  return kinds === 7;
}

/** Where each piece begins in the joined run, for a binary search. */
function toStarts(pieces: readonly Piece[]): number[] {
  let total = 0;
  return pieces.map((piece) => (total += piece.end - piece.start) - (piece.end - piece.start));
}

function locate(pieces: readonly Piece[], starts: readonly number[], index: number): number {
  let low = 0;
  let high = pieces.length;
  while (high - low > 1) {
    const middle = (low + high) >> 1;
    if (starts[middle]! <= index) low = middle;
    else high = middle;
  }
  return Math.min(pieces[low]!.end, pieces[low]!.start + index - starts[low]!);
}
