// A zip archive that is too large to be held, or that begins somewhere in a large file: read from its front, member by member, each
// by its local header; the directory at the end then tells whether any was missed. Format: PKWARE APPNOTE 6.3, sections 4.3.7 to 4.3.12.
import { decodeName } from "../../../../../tar/index.ts";
import { WindowCutter } from "../../../../index.ts";
import { ByteReader } from "../../byte-reader.ts";
import { addGap, toMember, toMemberPlace, type Context, type Site } from "../../context.ts";
import { Decoder } from "../../decoder.ts";
import { toNormalPath } from "../../path.ts";
import { passRest } from "../member.ts";
import { checkMember, compressionOf, inspectWhole } from "./member.ts";
import { isLocalHeader, LOCAL_BYTES, LOCAL_MAGIC, readLocalHeader, type LocalHeader } from "./local.ts";

const CENTRAL = 0x02014b50;
const CENTRAL_BYTES = 46;
const DESCRIPTOR = 0x08074b50;
/** Bytes between members that are taken at once. */
const STEP_BYTES = 1 << 16;

/** Reads content as it is, and every zip archive in it member by member: such as those behind a program. */
export async function walkLarge(context: Context, site: Site, reader: ByteReader): Promise<void> {
  const cutter = new WindowCutter(site.place);
  for (let chunk = await reader.next(); chunk; chunk = await reader.next()) {
    const found = await findLocalHeader(reader, chunk);
    const own = found === undefined ? chunk : chunk.subarray(0, found);
    for (const window of own.length > 0 ? cutter.push(own) : []) context.outlet.push(window);
    if (context.outlet.full) await context.outlet.drained();
    if (found === undefined) continue;
    reader.giveBack(chunk.subarray(found));
    await walkZipStream(context, site, reader);
  }
  for (const window of cutter.end()) context.outlet.push(window);
}

/** Where a zip member's header begins in the chunk that was last taken; it may end in the next one. */
async function findLocalHeader(reader: ByteReader, chunk: Buffer): Promise<number | undefined> {
  for (let at = chunk.indexOf(LOCAL_MAGIC); at >= 0; at = chunk.indexOf(LOCAL_MAGIC, at + 1)) {
    const head = chunk.length - at >= LOCAL_BYTES ? chunk.subarray(at) : Buffer.concat([chunk.subarray(at), await reader.peek(LOCAL_BYTES)]);
    if (isLocalHeader(head)) return at;
  }
  for (let length = Math.min(3, chunk.length); length > 0; length--) {
    const end = chunk.subarray(chunk.length - length);
    if (end.equals(LOCAL_MAGIC.subarray(0, length)) && isLocalHeader(Buffer.concat([end, await reader.peek(LOCAL_BYTES)]))) return chunk.length - length;
  }
  return undefined;
}

/** Reads from the first member to the directory's last entry, or to the end of the data. */
async function walkZipStream(context: Context, site: Site, reader: ByteReader): Promise<void> {
  const start = reader.position;
  const offsets = new Set<number>();
  for (;;) {
    const head = await reader.peek(LOCAL_BYTES);
    if (head.length < 4) break;
    if (head.readUInt32LE(0) === CENTRAL) return readDirectory(context, site, { reader, offsets });
    if (!isLocalHeader(head)) {
      await passGap(context, site, reader);
      continue;
    }
    if (!site.budget.countMember()) return passRest(context, site, { reader, reason: "count-limit", detail: `more than ${context.limits.entries} members; the rest was read only as it is stored` });
    offsets.add(reader.position - start);
    if (!await readMember(context, site, reader)) return passRest(context, site, { reader, reason: "malformed", detail: "a member of a large zip archive has no end that can be found; the rest was read only as it is stored" });
    if (context.outlet.full) await context.outlet.drained();
  }
  addGap(context, site, { reason: "truncated", detail: "the zip archive has no directory at its end; its members were read one by one" });
}

/** Bytes that belong to no member, up to what may be the next header. */
async function passGap(context: Context, site: Site, reader: ByteReader): Promise<void> {
  const bytes = await reader.peek(STEP_BYTES);
  const next = bytes.indexOf("PK", 1, "latin1");
  context.outlet.content(site.place, await reader.take(next > 0 ? next : bytes.length));
  if (context.outlet.full) await context.outlet.drained();
}

/** False where the member's end can't be found. */
async function readMember(context: Context, site: Site, reader: ByteReader): Promise<boolean> {
  const { outlet } = context;
  const header = await readLocalHeader(reader);
  const { path, escapes } = toNormalPath(decodeName(header.name));
  const inner = toMember(site, path);
  outlet.content(toMemberPlace(site.place, path, site.place.part === "file" ? "file-name" : site.place.part), header.name);
  if (header.extra.length > 0) outlet.content(site.place, header.extra);
  const before = outlet.gaps;
  if (escapes) addGap(context, inner, { reason: "path-escape", detail: "a member's name points outside the archive; its content was read all the same" });
  const isFile = header.compressed !== 0;
  if (isFile) outlet.ledger.saw("members");
  const isEnded = header.compressed === undefined ? await readOpenEnded(context, inner, { reader, header }) : await readSized(context, inner, { reader, header, size: header.compressed });
  if (isFile && isEnded && outlet.gaps === before) outlet.ledger.examined("members");
  return isEnded;
}

type Located = { readonly reader: ByteReader; readonly header: LocalHeader };

async function readSized(context: Context, site: Site, { reader, header, size }: Located & { readonly size: number }): Promise<true> {
  const body = new ByteReader(reader.chunks(size));
  const start = reader.position;
  await readContent(context, site, { reader: body, header });
  while (await body.next());
  if (reader.position - start < size) addGap(context, site, { reason: "truncated", detail: "the archive ends inside a member" });
  return true;
}

/** The sizes stand behind the data, and only the compression tells where that ends. */
async function readOpenEnded(context: Context, site: Site, { reader, header }: Located): Promise<boolean> {
  if (header.encrypted || compressionOf(header.method) === "stored" || compressionOf(header.method) === undefined) return false;
  const { size, crc, isWhole } = await readContent(context, site, { reader, header: { ...header, size: undefined } });
  if (!isWhole) return false;
  const bytes = await reader.peek(24);
  const at = bytes.length >= 16 && bytes.readUInt32LE(0) === DESCRIPTOR ? 4 : 0;
  if (bytes.length < at + 12) return false;
  const isWide = bytes.length >= at + 20 && bytes.readUInt32LE(at + 8) !== size % 2 ** 32;
  checkMember(context, site, { stated: { size: isWide ? Number(bytes.readBigUInt64LE(at + 12)) : bytes.readUInt32LE(at + 8), crc: bytes.readUInt32LE(at) }, size, crc });
  await reader.take(at + (isWide ? 20 : 12));
  return true;
}

async function readContent(context: Context, site: Site, { reader, header }: Located): Promise<{ size: number; crc: number; isWhole: boolean }> {
  const compression = compressionOf(header.method);
  if (header.encrypted || compression === undefined) {
    const reason = header.encrypted ? "encrypted" : "unsupported-compression";
    await passRest(context, site, { reader, reason, detail: `a member of a zip archive is ${header.encrypted ? "encrypted" : `compressed by method ${header.method}`}; it was read only as it is stored` });
    return { size: 0, crc: 0, isWhole: false };
  }
  const decoder = compression === "stored" ? undefined : new Decoder(reader, { compression, single: true, grow: (bytes) => site.budget.grow(bytes) });
  const { size, crc } = await inspectWhole(context, site, decoder?.chunks() ?? reader.chunks());
  if (decoder?.problem) addGap(context, site, decoder.problem);
  else if (header.size !== undefined) checkMember(context, site, { stated: { size: header.size, crc: header.crc }, size, crc });
  return { size, crc, isWhole: decoder?.problem === undefined };
}

type Directory = { readonly reader: ByteReader; readonly offsets: ReadonlySet<number> };

/** Its texts are read as they stand; a member that it names and that wasn't met is a gap. */
async function readDirectory(context: Context, site: Site, { reader, offsets }: Directory): Promise<void> {
  let missed = 0;
  let shift: number | undefined;
  for (let head = await reader.peek(CENTRAL_BYTES); head.length === CENTRAL_BYTES && head.readUInt32LE(0) === CENTRAL; head = await reader.peek(CENTRAL_BYTES)) {
    const offset = head.readUInt32LE(42);
    // What stands in front of the archive may be counted in its offsets.
    shift ??= offset;
    if (offset !== 0xffffffff && !offsets.has(offset) && !offsets.has(offset - shift)) missed++;
    const size = CENTRAL_BYTES + head.readUInt16LE(28) + head.readUInt16LE(30) + head.readUInt16LE(32);
    context.outlet.content(site.place, (await reader.take(size)).subarray(CENTRAL_BYTES));
    if (context.outlet.full) await context.outlet.drained();
  }
  if (missed > 0) addGap(context, site, { reason: "malformed", detail: `the zip archive's directory lists ${missed} members that don't stand where it says` });
}
