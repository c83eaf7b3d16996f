// Fields of an SQLite table stand beside each other without any separator; the record's header says where each ends.
import type { Run } from "../digit-run.ts";

/** How far before a value its record may begin. */
const MOST_BEFORE = 400;
const LONGEST_HEADER = 40;
/** Bytes of the serial types 0 to 9; "Record Format" in the file format of SQLite, sqlite.org/fileformat2.html#record_format. */
const sizes = [0, 1, 2, 3, 4, 6, 8, 8, 0, 0] as const;

/** True where a record's header before the run gives the run as one whole text field. */
export function isSqliteField(bytes: Uint8Array, run: Run): boolean {
  for (let header = run.start - 2; header >= Math.max(0, run.start - MOST_BEFORE); header--) {
    const length = bytes[header]!;
    if (length >= 2 && length <= LONGEST_HEADER && header + length <= run.start && holdsField(bytes, { header, length, run })) return true;
  }
  return false;
}

/** In text every byte may pass for a length; a header has small types as well. */
function isTextOnly(bytes: Uint8Array, from: number, to: number): boolean {
  for (let at = from; at < to; at++) if (bytes[at]! < 0x09 || bytes[at]! > 0x7e) return false;
  return true;
}

function holdsField(bytes: Uint8Array, { header, length, run }: { header: number; length: number; run: Run }): boolean {
  if (isTextOnly(bytes, header, header + length)) return false;
  let field = header + length;
  for (let at = header + 1; at < header + length && field <= run.start; at++) {
    let type = bytes[at]! & 0x7f;
    if (bytes[at]! >= 0x80) type = (type << 7) | (bytes[++at]! & 0x7f);
    if (type === 10 || type === 11) return false;
    const size = sizes[type] ?? (type - (type % 2 === 0 ? 12 : 13)) / 2;
    if (field === run.start && type % 2 === 1 && type > 12 && size === run.end - run.start) return true;
    field += size;
  }
  return false;
}
