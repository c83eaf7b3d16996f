// One 512-byte header block of a tar archive, as bytes; hostile fields make it malformed, never throw.
// Formats: POSIX.1-1988 ustar, GNU tar ("Basic Tar Format" of its manual), v7.
import { parseNumber } from "./number.ts";
import { parseOldSparse, type Sparse } from "./sparse.ts";

export const BLOCK_BYTES = 512;

export type TarHeader = {
  /** Name with the ustar prefix in front, without the closing NUL. */
  readonly name: Uint8Array;
  readonly link: Uint8Array;
  readonly userName: Uint8Array;
  readonly groupName: Uint8Array;
  /** Bytes of content that follow the header, as the header states them. */
  readonly size: number;
  /** Type flag as a character; "0" for the NUL of v7 archives. */
  readonly type: string;
  /** Text stands behind the end of a field, where extraction never shows it. */
  readonly hidden: boolean;
  /** The map of an old GNU sparse file; "malformed" where it can't be read. */
  readonly sparse?: Sparse | "malformed";
};

const CHECKSUM_START = 148;
const CHECKSUM_END = 156;
const SPARSE = 0x53;
const EMPTY = new Uint8Array(0);

/** The header, "zero" for a block of zeros (archives end with two), or "malformed". */
export function parseHeader(block: Uint8Array): TarHeader | "zero" | "malformed" {
  const size = parseNumber(block, 124, 136);
  if (!hasValidChecksum(block)) return isZero(block) ? "zero" : "malformed";
  if (size === undefined) return "malformed";
  const name = field(block, 0, 100);
  const link = field(block, 157, 257);
  const isUstar = hasText(block, 257, "ustar");
  const isPosix = isUstar && block[262] === 0;
  const prefix = isPosix ? field(block, 345, 500) : EMPTY;
  const userName = isUstar ? field(block, 265, 297) : EMPTY;
  const groupName = isUstar ? field(block, 297, 329) : EMPTY;
  const hidden = hasTextBehind(block, name.length, 100) || hasTextBehind(block, 157 + link.length, 257)
    || (isUstar && (hasTextBehind(block, 265 + userName.length, 297) || hasTextBehind(block, 297 + groupName.length, 329)))
    || (isPosix && hasTextBehind(block, 345 + prefix.length, 500));
  const flag = block[156] ?? 0;
  return {
    name: prefix.length > 0 ? joinPath(prefix, name) : name,
    link, userName, groupName, size, hidden,
    type: flag === 0 ? "0" : String.fromCharCode(flag),
    ...(flag === SPARSE && { sparse: parseOldSparse(block) ?? "malformed" }),
  };
}

export function isZero(bytes: Uint8Array): boolean {
  for (let at = 0; at < bytes.length; at++) if (bytes[at] !== 0) return false;
  return true;
}

/** Bytes that content of `size` occupies: archives are made of whole blocks. */
export function paddedSize(size: number): number {
  return Math.ceil(size / BLOCK_BYTES) * BLOCK_BYTES;
}

/** Text of a name: UTF-8 where it is valid, else one character for each byte. */
export function decodeName(bytes: Uint8Array): string {
  const buffer = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.length);
  const text = buffer.toString("utf8");
  return text.includes("\ufffd") ? buffer.toString("latin1") : text;
}

/** POSIX sums unsigned bytes, with blanks for the sum itself; some old writers summed signed ones. */
function hasValidChecksum(block: Uint8Array): boolean {
  if (block.length < BLOCK_BYTES) return false;
  const stated = parseNumber(block, CHECKSUM_START, CHECKSUM_END);
  if (stated === undefined || stated === 0) return false;
  let sum = (CHECKSUM_END - CHECKSUM_START) * 0x20;
  for (let at = 0; at < CHECKSUM_START; at++) sum += block[at] ?? 0;
  for (let at = CHECKSUM_END; at < BLOCK_BYTES; at++) sum += block[at] ?? 0;
  return stated === sum || stated === sum - 256 * countHigh(block);
}

/** Bytes that a signed sum takes for negative ones. */
function countHigh(block: Uint8Array): number {
  return block.reduce((count, byte, at) => (byte > 127 && (at < CHECKSUM_START || at >= CHECKSUM_END) ? count + 1 : count), 0);
}

function field(block: Uint8Array, start: number, end: number): Uint8Array {
  let at = start;
  while (at < end && block[at] !== 0) at++;
  // Not a Buffer, as a part of one would be: those take long to make.
  return at === start ? EMPTY : new Uint8Array(block.buffer, block.byteOffset + start, at - start);
}

function hasTextBehind(block: Uint8Array, start: number, end: number): boolean {
  for (let at = start; at < end; at++) if (block[at] !== 0) return true;
  return false;
}

function hasText(block: Uint8Array, start: number, text: string): boolean {
  for (let at = 0; at < text.length; at++) if (block[start + at] !== text.charCodeAt(at)) return false;
  return true;
}

function joinPath(prefix: Uint8Array, name: Uint8Array): Uint8Array {
  const joined = new Uint8Array(prefix.length + 1 + name.length);
  joined.set(prefix);
  joined[prefix.length] = 0x2f;
  joined.set(name, prefix.length + 1);
  return joined;
}
