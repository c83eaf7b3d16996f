// The header in front of each member of a zip archive. Format: PKWARE APPNOTE 6.3, section 4.3.7.
import type { ByteReader } from "../../byte-reader.ts";

export const LOCAL_BYTES = 30;
export const LOCAL_MAGIC = Buffer.from("504b0304", "hex");

const ENCRYPTED = 0x41;
const DESCRIBED = 0x08;
const WIDE_EXTRA = 1;
const MOST_NAME = 1 << 12;

export type LocalHeader = {
  readonly name: Buffer;
  readonly extra: Buffer;
  readonly method: number;
  readonly encrypted: boolean;
  readonly crc: number;
  /** Undefined where the sizes stand behind the data. */
  readonly compressed: number | undefined;
  readonly size: number | undefined;
};

/** True for what is a header beyond doubt: its fields have values that writers give them. */
export function isLocalHeader(head: Buffer): boolean {
  if (head.length < LOCAL_BYTES || !head.subarray(0, 4).equals(LOCAL_MAGIC)) return false;
  const [version, flags, method, time, date] = [4, 6, 8, 10, 12].map((at) => head.readUInt16LE(at)) as [number, number, number, number, number];
  const isKnownMethod = method <= 20 || (method >= 93 && method <= 99);
  const isTime = (time & 31) < 30 && ((time >> 5) & 63) < 60 && time >> 11 < 24;
  const isDate = date === 0 || (((date >> 5) & 15) <= 12 && (date & 31) <= 31);
  const nameSize = head.readUInt16LE(26);
  return (version & 0xff) <= 63 && (flags & ~0x286f) === 0 && isKnownMethod && isTime && isDate && nameSize > 0 && nameSize <= MOST_NAME;
}

/** Takes the header that the reader stands at. */
export async function readLocalHeader(reader: ByteReader): Promise<LocalHeader> {
  const head = Buffer.from(await reader.take(LOCAL_BYTES));
  const name = Buffer.from(await reader.take(head.readUInt16LE(26)));
  const extra = Buffer.from(await reader.take(head.readUInt16LE(28)));
  const flags = head.readUInt16LE(6);
  const isDescribed = (flags & DESCRIBED) !== 0;
  const { size, compressed } = readSizes(head, extra);
  // A folder has no data, whatever its flags promise.
  const isOpen = isDescribed && compressed === 0 && name.at(-1) !== 0x2f;
  return {
    name, extra,
    method: head.readUInt16LE(8),
    encrypted: (flags & ENCRYPTED) !== 0,
    crc: head.readUInt32LE(14),
    compressed: isOpen ? undefined : compressed,
    size: isDescribed ? undefined : size,
  };
}

/** Sizes beyond 32 bits stand in the extra field 1, the uncompressed one first. */
function readSizes(head: Buffer, extra: Buffer): { size: number; compressed: number } {
  const [compressed, size] = [head.readUInt32LE(18), head.readUInt32LE(22)];
  for (let at = 0; at + 4 <= extra.length; at += 4 + extra.readUInt16LE(at + 2)) {
    if (extra.readUInt16LE(at) !== WIDE_EXTRA || at + 20 > extra.length) continue;
    return { size: Number(extra.readBigUInt64LE(at + 4)), compressed: Number(extra.readBigUInt64LE(at + 12)) };
  }
  return { size, compressed };
}
