// The central directory of a zip archive that is in memory, and which bytes its members cover.
import type { Problem } from "../../decoder.ts";
import { ZIP_END_BYTES } from "../../sniff.ts";

export type Span = { readonly start: number; readonly end: number };

export type ZipMember = {
  readonly name: Buffer;
  readonly method: number;
  readonly encrypted: boolean;
  /** Uncompressed size and checksum as the directory states them. */
  readonly size: number;
  readonly crc: number;
  /** Local header, with whether it holds nothing that isn't in the directory too. */
  readonly header: Span & { readonly plain: boolean };
  /** Compressed data. */
  readonly data: Span;
};

const END = 0x06054b50;
const WIDE_LOCATOR = 0x07064b50;
const WIDE_END = 0x06064b50;
const CENTRAL = 0x02014b50;
const LOCAL = 0x04034b50;
const MOST_COMMENT = 0xffff;

type Directory = { readonly members: ZipMember[]; readonly problems: Problem[] };

/** Members in the directory's order; what is wrong with it is told, what can be read of it is given. */
export function readDirectory(bytes: Buffer, limit: number): Directory {
  const directory: Directory = { members: [], problems: [] };
  const end = findEnd(bytes);
  const bounds = end === undefined ? undefined : findBounds(bytes, end);
  if (!bounds) {
    directory.problems.push({ reason: "truncated", detail: "the zip archive has no directory at its end; it was read only as it is stored" });
    return directory;
  }
  let at = bounds.start;
  for (let index = 0; index < bounds.count; index++) {
    if (index >= limit) {
      directory.problems.push({ reason: "count-limit", detail: `more than ${limit} members; the rest was read only as it is stored` });
      break;
    }
    const next = readEntry(bytes, at, { directory, shift: bounds.shift });
    if (next === undefined) {
      directory.problems.push({ reason: "malformed", detail: `entry ${index} of the zip archive's directory cannot be read; the rest was read only as it is stored` });
      break;
    }
    at = next;
  }
  return directory;
}

/** Offset of the end record: the last one whose comment reaches to the end of the file, else the last one. */
function findEnd(bytes: Buffer): number | undefined {
  const lowest = Math.max(0, bytes.length - ZIP_END_BYTES - MOST_COMMENT);
  let last: number | undefined;
  for (let at = bytes.length - ZIP_END_BYTES; at >= lowest; at--) {
    if (bytes[at] !== 0x50 || bytes.readUInt32LE(at) !== END) continue;
    if (at + ZIP_END_BYTES + bytes.readUInt16LE(at + 20) === bytes.length) return at;
    last ??= at;
  }
  return last;
}

type Bounds = { readonly start: number; readonly count: number; readonly shift: number };

/** `shift` is what stands in front of the archive and isn't counted in its offsets, as in self-extracting programs. */
function findBounds(bytes: Buffer, end: number): Bounds | undefined {
  let count = bytes.readUInt16LE(end + 10);
  let size = bytes.readUInt32LE(end + 12);
  let offset = bytes.readUInt32LE(end + 16);
  let behind = end;
  const isWide = end >= 20 && bytes.readUInt32LE(end - 20) === WIDE_LOCATOR;
  if (isWide && (count === 0xffff || size === 0xffffffff || offset === 0xffffffff)) {
    const stated = Number(bytes.readBigUInt64LE(end - 12));
    const wide = [stated, end - 76].find((at) => at >= 0 && at + 56 <= bytes.length && bytes.readUInt32LE(at) === WIDE_END);
    if (wide === undefined) return undefined;
    count = Number(bytes.readBigUInt64LE(wide + 32));
    size = Number(bytes.readBigUInt64LE(wide + 40));
    offset = Number(bytes.readBigUInt64LE(wide + 48));
    behind = wide;
  }
  const start = behind - size;
  if (start < 0 || start < offset) return undefined;
  return { start, count, shift: start - offset };
}

/** Takes one entry and gives the offset behind it. */
function readEntry(bytes: Buffer, at: number, { directory, shift }: { directory: Directory; shift: number }): number | undefined {
  if (at + 46 > bytes.length || bytes.readUInt32LE(at) !== CENTRAL) return undefined;
  const [nameLength, extraLength, commentLength] = [bytes.readUInt16LE(at + 28), bytes.readUInt16LE(at + 30), bytes.readUInt16LE(at + 32)];
  const next = at + 46 + nameLength + extraLength + commentLength;
  if (next > bytes.length) return undefined;
  const name = bytes.subarray(at + 46, at + 46 + nameLength);
  const sizes = readSizes(bytes, at, bytes.subarray(at + 46 + nameLength, at + 46 + nameLength + extraLength));
  const flags = bytes.readUInt16LE(at + 8);
  const header = findLocal(bytes, sizes.offset + shift, name);
  if (!header || header.end + sizes.compressed > bytes.length) return undefined;
  directory.members.push({
    name, header,
    method: bytes.readUInt16LE(at + 10),
    encrypted: (flags & 0x41) !== 0,
    crc: bytes.readUInt32LE(at + 16),
    size: sizes.size,
    data: { start: header.end, end: header.end + sizes.compressed },
  });
  return next;
}

/** Sizes beyond 32 bits stand in the extra field 1, only those that the entry itself has no room for, in this order. */
function readSizes(bytes: Buffer, at: number, extra: Buffer): { size: number; compressed: number; offset: number } {
  const fields = [bytes.readUInt32LE(at + 24), bytes.readUInt32LE(at + 20), bytes.readUInt32LE(at + 42)];
  const wide = findExtra(extra, 1);
  let from = 0;
  const [size = 0, compressed = 0, offset = 0] = fields.map((field) => {
    if (field !== 0xffffffff || !wide || from + 8 > wide.length) return field;
    from += 8;
    return Number(wide.readBigUInt64LE(from - 8));
  });
  return { size, compressed, offset };
}

function findExtra(extra: Buffer, id: number): Buffer | undefined {
  for (let at = 0; at + 4 <= extra.length;) {
    const length = extra.readUInt16LE(at + 2);
    if (extra.readUInt16LE(at) === id) return extra.subarray(at + 4, at + 4 + length);
    at += 4 + length;
  }
  return undefined;
}

function findLocal(bytes: Buffer, at: number, name: Buffer): (Span & { plain: boolean }) | undefined {
  if (!(at >= 0) || at + 30 > bytes.length || bytes.readUInt32LE(at) !== LOCAL) return undefined;
  const nameEnd = at + 30 + bytes.readUInt16LE(at + 26);
  const end = nameEnd + bytes.readUInt16LE(at + 28);
  if (end > bytes.length) return undefined;
  return { start: at, end, plain: bytes.subarray(at + 30, nameEnd).equals(name) && isKnownExtra(bytes.subarray(nameEnd, end)) };
}

/** Extra fields of fixed form that hold numbers only: zip64, times, owners, alignment, Java's mark. */
function isKnownExtra(extra: Buffer): boolean {
  const longest = new Map([[0x0001, 28], [0x5455, 13], [0x5855, 12], [0x7855, 4], [0x7875, 15], [0xcafe, 0], [0xd935, 6]]);
  let at = 0;
  while (at + 4 <= extra.length) {
    const length = extra.readUInt16LE(at + 2);
    if (length > (longest.get(extra.readUInt16LE(at)) ?? -1)) return false;
    at += 4 + length;
  }
  return at === extra.length;
}

/** A span that may end with the local header of a member; `foreignEnd` is where that begins. */
type Uncovered = Span & { readonly foreignEnd: number };

/** Bytes between members, in order; `overlap` where two members share some. */
export function findUncovered(bytes: Buffer, members: readonly ZipMember[]): { ranges: Uncovered[]; overlap: boolean } {
  const ranges: Uncovered[] = [];
  let overlap = false;
  let at = 0;
  for (const { header, data } of members.toSorted((a, b) => a.header.start - b.header.start)) {
    if (header.start < at) overlap = true;
    const covered = header.plain ? header.start : header.end;
    // Behind its data a member may have a descriptor: signature, checksum and two sizes, told by its signature.
    if (covered > at) ranges.push({ start: at, end: covered, foreignEnd: Math.max(at, header.start) });
    at = Math.max(at, behindDescriptor(bytes, data.end));
  }
  if (at < bytes.length) ranges.push({ start: at, end: bytes.length, foreignEnd: bytes.length });
  return { ranges, overlap };
}

function behindDescriptor(bytes: Buffer, at: number): number {
  if (at + 16 > bytes.length || bytes.readUInt32LE(at) !== 0x08074b50) return at;
  const isNext = (offset: number): boolean => offset + 4 <= bytes.length && [LOCAL, CENTRAL].includes(bytes.readUInt32LE(offset));
  if (isNext(at + 16)) return at + 16;
  return isNext(at + 24) ? at + 24 : at;
}
