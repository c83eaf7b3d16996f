// Records of pax extended headers (POSIX.1-2001, "pax Extended Header"): "<length> <key>=<value>\n".

export type PaxRecord = { readonly key: string; readonly value: Uint8Array };

const SPACE = 0x20;
const EQUALS = 0x3d;
const NEWLINE = 0x0a;

/** The records in order, and whether the whole of `bytes` was made of records. */
export function parsePax(bytes: Uint8Array): { records: PaxRecord[]; complete: boolean } {
  const records: PaxRecord[] = [];
  let at = 0;
  while (at < bytes.length) {
    if (bytes[at] === 0) return { records, complete: bytes.subarray(at).every((byte) => byte === 0) };
    const space = bytes.indexOf(SPACE, at);
    const length = space < 0 || space - at > 10 ? NaN : Number(Buffer.from(bytes.subarray(at, space)).toString("latin1"));
    const end = at + length;
    const equals = bytes.indexOf(EQUALS, space);
    const isRecord = Number.isInteger(length) && end <= bytes.length && equals > space && equals < end && bytes[end - 1] === NEWLINE;
    if (!isRecord) return { records, complete: false };
    records.push({ key: Buffer.from(bytes.subarray(space + 1, equals)).toString("utf8"), value: bytes.subarray(equals + 1, end - 1) });
    at = end;
  }
  return { records, complete: true };
}
