// Maps of sparse files: which parts of a file an archive stores; what lies between them is zeros.
// Formats: GNU tar's manual, "Storing Sparse Files": the old header of type "S", and pax headers of versions 0.0, 0.1 and 1.0.
import { parseNumber } from "./number.ts";

export type Segment = { readonly offset: number; readonly size: number };

/** How an entry is sparse. "stored": the map stands in decimal lines before the data; "header": in the header and, where `continued`, in blocks behind it. */
export type Sparse =
  | { readonly map: "listed" | "header"; readonly segments: readonly Segment[]; readonly size: number; readonly continued: boolean }
  | { readonly map: "stored"; readonly size: number };

const ENTRY_BYTES = 24;
const HEADER_MAP = 386;
const HEADER_ENTRIES = 4;
const BLOCK_ENTRIES = 21;
/** Parts of one file; more are read as they are stored. */
export const MOST_SEGMENTS = 1_000_000;

/** The map of an old header; undefined where its numbers are none. */
export function parseOldSparse(block: Uint8Array): Sparse | undefined {
  const segments = parseEntries(block, HEADER_MAP, HEADER_ENTRIES);
  const size = parseNumber(block, 483, 495);
  return segments && size !== undefined ? { map: "header", segments, size, continued: block[482] === 1 } : undefined;
}

/** A further block of an old map, and whether another one follows. */
export function parseSparseBlock(block: Uint8Array): { segments: Segment[]; continued: boolean } | undefined {
  const segments = parseEntries(block, 0, BLOCK_ENTRIES);
  return segments && { segments, continued: block[504] === 1 };
}

function parseEntries(block: Uint8Array, start: number, count: number): Segment[] | undefined {
  const segments: Segment[] = [];
  for (let index = 0; index < count; index++) {
    const at = start + index * ENTRY_BYTES;
    if (block[at] === 0) break;
    const [offset, size] = [parseNumber(block, at, at + 12), parseNumber(block, at + 12, at + 24)];
    if (offset === undefined || size === undefined) return undefined;
    segments.push({ offset, size });
  }
  return segments;
}

/** The map of pax records, `list` holding the offsets and sizes that version 0.0 writes one by one; undefined where there is none that can be read. */
export function parsePaxSparse(lookup: (key: string) => Uint8Array | undefined, list: readonly number[]): Sparse | undefined {
  const number = (key: string): number => toNumber(lookup(key));
  const size = Number.isNaN(number("GNU.sparse.realsize")) ? number("GNU.sparse.size") : number("GNU.sparse.realsize");
  if (number("GNU.sparse.major") === 1) return Number.isNaN(size) ? undefined : { map: "stored", size };
  const map = lookup("GNU.sparse.map");
  const numbers = map ? Buffer.from(map).toString("latin1").split(",").map(Number) : list;
  const segments = toSegments(numbers);
  return segments && !Number.isNaN(size) ? { map: "listed", segments, size, continued: false } : undefined;
}

/** The decimal lines in front of the data: how many segments, then offset and size of each. Undefined where they are none. */
export function parseStoredMap(text: string): Segment[] | undefined {
  const lines = text.split("\n");
  if (lines.slice(0, -1).some((line) => !/^\d{1,16}$/.test(line))) return undefined;
  const count = Number(lines[0]);
  const isWhole = count <= MOST_SEGMENTS && lines.length > 1 + count * 2;
  return isWhole ? toSegments(lines.slice(1, 1 + count * 2).map(Number)) : undefined;
}

/** True where the segments come in order, don't overlap and end within `size`, and hold `stored` bytes. */
export function isSound(segments: readonly Segment[], { size, stored }: { size: number; stored: number }): boolean {
  let end = 0;
  let total = 0;
  for (const segment of segments) {
    if (segment.offset < end) return false;
    end = segment.offset + segment.size;
    total += segment.size;
  }
  return end <= size && total === stored && Number.isSafeInteger(size);
}

function toSegments(numbers: readonly number[]): Segment[] | undefined {
  if (numbers.length % 2 === 1 || numbers.some((value) => !Number.isSafeInteger(value) || value < 0)) return undefined;
  return Array.from({ length: numbers.length / 2 }, (_, index) => ({ offset: numbers[index * 2] ?? 0, size: numbers[index * 2 + 1] ?? 0 }));
}

function toNumber(value: Uint8Array | undefined): number {
  const text = value && Buffer.from(value).toString("latin1");
  return text !== undefined && /^\d{1,16}$/.test(text) ? Number(text) : NaN;
}
