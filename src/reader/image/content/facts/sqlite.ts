// SQLite databases: records that are longer than a page stand in pieces on several pages, and are put together here.
// Format: "Database File Format" of sqlite.org, sections 1.3 to 1.6.
import { addGap, toMember, type Context, type Site } from "../context.ts";

const HEADER_BYTES = 100;
const INDEX_INNER = 2;
const TABLE_INNER = 5;
const INDEX_LEAF = 10;
const TABLE_LEAF = 13;

type Pages = { readonly bytes: Buffer; readonly size: number; /** Bytes of a page that hold content. */ readonly usable: number };

/** Puts out the file as it is, and each record that is cut, whole. */
export async function readSqlite(context: Context, site: Site, bytes: Buffer): Promise<void> {
  const { outlet } = context;
  outlet.content(site.place, bytes);
  const stated = bytes.length >= HEADER_BYTES ? bytes.readUInt16BE(16) : 0;
  const size = stated === 1 ? 1 << 16 : stated;
  const usable = size - (bytes[20] ?? 0);
  if (size < 512 || (size & (size - 1)) !== 0 || usable < 480) return addGap(context, site, { reason: "malformed", detail: "the SQLite database has a damaged header; it was read only as it is stored" });
  const pages: Pages = { bytes, size, usable };
  for (let number = 1; (number - 1) * size < bytes.length; number++) {
    for (const record of readCutRecords(pages, number)) {
      const problem = site.budget.grow(record.content.length);
      if (problem) return addGap(context, site, problem);
      outlet.content(toMember(site, `(record at ${record.at})`).place, record.content);
      if (outlet.full) await outlet.drained();
    }
  }
}

type CutRecord = { readonly at: number; readonly content: Buffer };

function* readCutRecords(pages: Pages, number: number): Generator<CutRecord> {
  const { bytes, size } = pages;
  const page = (number - 1) * size;
  const head = number === 1 ? page + HEADER_BYTES : page;
  const kind = bytes[head] ?? 0;
  if (![INDEX_INNER, TABLE_INNER, INDEX_LEAF, TABLE_LEAF].includes(kind) || kind === TABLE_INNER || head + 8 > bytes.length) return;
  const cells = bytes.readUInt16BE(head + 3);
  const pointers = head + (kind === INDEX_INNER ? 12 : 8);
  for (let cell = 0; cell < cells && pointers + cell * 2 + 2 <= Math.min(bytes.length, page + size); cell++) {
    const at = page + bytes.readUInt16BE(pointers + cell * 2);
    const record = at < page + size ? readRecord(pages, { at, kind, end: Math.min(bytes.length, page + size) }) : undefined;
    if (record) yield record;
  }
}

/** Section 1.6: how much of a record stays on its page, and where the rest is; undefined for one that is not cut. */
function readRecord(pages: Pages, { at, kind, end }: { at: number; kind: number; end: number }): CutRecord | undefined {
  const { bytes, usable } = pages;
  const length = readVarint(bytes, kind === INDEX_INNER ? at + 4 : at);
  const start = kind === TABLE_LEAF ? readVarint(bytes, length.end).end : length.end;
  const most = kind === TABLE_LEAF ? usable - 35 : Math.floor(((usable - 12) * 64) / 255) - 23;
  if (length.value <= most || length.value > bytes.length) return undefined;
  const least = Math.floor(((usable - 12) * 32) / 255) - 23;
  const wanted = least + ((length.value - least) % (usable - 4));
  const local = wanted <= most ? wanted : least;
  if (start + local + 4 > end) return undefined;
  // Free pages hold what they held before, so that a way may lead nowhere: what can be had of it is read.
  const parts = [bytes.subarray(start, start + local)];
  let left = length.value - local;
  let next = bytes.readUInt32BE(start + local);
  const seen = new Set<number>();
  while (left > 0 && next > 0 && !seen.has(next) && next * pages.size <= bytes.length) {
    seen.add(next);
    const page = (next - 1) * pages.size;
    const count = Math.min(left, usable - 4);
    parts.push(bytes.subarray(page + 4, page + 4 + count));
    left -= count;
    next = bytes.readUInt32BE(page);
  }
  return { at, content: Buffer.concat(parts) };
}

function readVarint(bytes: Buffer, at: number): { value: number; end: number } {
  let value = 0;
  for (let index = 0; index < 8; index++) {
    const byte = bytes[at + index] ?? 0;
    value = value * 128 + (byte & 0x7f);
    if (byte < 0x80) return { value, end: at + index + 1 };
  }
  return { value: value * 256 + (bytes[at + 8] ?? 0), end: at + 9 };
}
