// A cpio archive inside a file: the payload of RPM packages, initial file systems. Format: cpio(5), "New ASCII Format" and "Portable ASCII
// Format".
import { decodeName, isZero } from "../../../../tar/index.ts";
import { ByteReader } from "../byte-reader.ts";
import { addGap, toMember, toMemberPlace, type Context, type Site } from "../context.ts";
import { toNormalPath } from "../path.ts";
import { passRest, readMember } from "./member.ts";

const END_NAME = "TRAILER!!!";
/** Longer names than any system allows are no names. */
const MOST_NAME = 1 << 16;
const SYMLINK = 0o120000;
const KIND = 0o170000;

type Header = { readonly mode: number; readonly size: number; readonly nameSize: number; readonly align: 1 | 4; readonly headerSize: number };

export async function walkCpio(context: Context, site: Site, reader: ByteReader): Promise<void> {
  for (;;) {
    const header = await readHeader(reader);
    if (typeof header === "string") return passRest(context, site, { reader, reason: header, detail: "the cpio archive breaks its format; the rest was read only as it is stored" });
    const name = (await reader.take(header.nameSize)).subarray(0, -1);
    await reader.take(padding(header.headerSize + header.nameSize, header.align));
    if (name.toString("latin1") === END_NAME) break;
    if (!site.budget.countMember()) return passRest(context, site, { reader, reason: "count-limit", detail: `more than ${context.limits.entries} members; the rest was read only as it is stored` });
    await readEntry(context, site, { reader, header, name });
    await reader.take(padding(header.size, header.align));
    if (context.outlet.full) await context.outlet.drained();
  }
  await readBehind(context, site, reader);
}

type Entry = { readonly reader: ByteReader; readonly header: Header; readonly name: Buffer };

async function readEntry(context: Context, site: Site, { reader, header, name }: Entry): Promise<void> {
  const { path, escapes } = toNormalPath(decodeName(name));
  const isFile = site.place.part === "file";
  context.outlet.content(toMemberPlace(site.place, path, isFile ? "file-name" : site.place.part), name);
  const member = toMember(site, path);
  if (escapes) addGap(context, member, { reason: "path-escape", detail: "a member's name points outside the archive; its content was read all the same" });
  if ((header.mode & KIND) === SYMLINK) context.outlet.content(toMemberPlace(site.place, path, isFile ? "link-target" : site.place.part), await reader.take(Math.min(header.size, MOST_NAME)));
  else if (header.size > 0) await readMember(context, member, { reader, size: header.size });
}

async function readHeader(reader: ByteReader): Promise<Header | "truncated" | "malformed"> {
  const magic = (await reader.peek(6)).toString("latin1");
  const isNew = magic === "070701" || magic === "070702";
  if (!isNew && magic !== "070707") return magic.length < 6 ? "truncated" : "malformed";
  const headerSize = isNew ? 110 : 76;
  const bytes = await reader.peek(headerSize);
  if (bytes.length < headerSize) return "truncated";
  const text = bytes.toString("latin1");
  const hex = (at: number): number => parse(text.slice(at, at + 8), 16);
  const octal = (at: number, length: number): number => parse(text.slice(at, at + length), 8);
  const header: Header = isNew
    ? { mode: hex(14), size: hex(54), nameSize: hex(94), align: 4, headerSize }
    : { mode: octal(18, 6), size: octal(65, 11), nameSize: octal(59, 6), align: 1, headerSize };
  const isSound = [header.mode, header.size, header.nameSize].every(Number.isInteger) && header.nameSize > 0 && header.nameSize <= MOST_NAME;
  if (!isSound) return "malformed";
  await reader.take(headerSize);
  return header;
}

function parse(digits: string, base: 8 | 16): number {
  return (base === 16 ? /^[0-9a-fA-F]+$/ : /^[0-7]+$/).test(digits) ? Number.parseInt(digits, base) : NaN;
}

function padding(size: number, align: 1 | 4): number {
  return align === 1 ? 0 : -size & 3;
}

/** Zeros fill the last block; initial file systems are several archives, compressed or not, one behind the other. */
async function readBehind(context: Context, site: Site, reader: ByteReader): Promise<void> {
  for (let head = await reader.peek(4); head.length === 4 && head.readUInt32LE(0) === 0; head = await reader.peek(4)) await reader.take(4);
  const head = await reader.peek(8);
  if (isZero(head)) return;
  await context.inspectStream(toMember(site, "(behind the archive)"), new ByteReader(reader.chunks()));
}
