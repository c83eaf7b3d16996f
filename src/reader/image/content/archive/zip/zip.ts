// A zip archive inside a file: jars, wheels, office documents. Format: PKWARE APPNOTE 6.3.
// The central directory names the members; every byte that no member covers is read as it is stored.
import { crc32 } from "node:zlib";
import { ByteReader } from "../../byte-reader.ts";
import { addGap, toMember, toMemberPlace, type Context, type Site } from "../../context.ts";
import { Decoder, type Compression } from "../../decoder.ts";
import { toNormalPath } from "../../path.ts";
import { decodeSmall } from "../../small-decoder.ts";
import { decodeName } from "../../../../../tar/index.ts";
import { checkMember, compressionOf, inspectWhole } from "./member.ts";
import { findUncovered, readDirectory, type ZipMember } from "./directory.ts";

const LOCAL_SIGNATURE = Buffer.from([0x50, 0x4b, 0x03, 0x04]);

export async function walkZip(context: Context, site: Site, bytes: Buffer): Promise<void> {
  const { members, problems } = readDirectory(bytes, context.limits.entries);
  for (const problem of problems) addGap(context, site, problem);
  for (const member of members) {
    if (!site.budget.countMember()) {
      addGap(context, site, { reason: "count-limit", detail: `more than ${context.limits.entries} members; the rest was read only as it is stored` });
      return context.outlet.content(site.place, bytes);
    }
    await readMember(context, site, { bytes, member });
    if (context.outlet.full) await context.outlet.drained();
  }
  const { ranges, overlap } = findUncovered(bytes, members);
  if (overlap) addGap(context, site, { reason: "malformed", detail: "members of the zip archive overlap" });
  for (const { start, end, foreignEnd } of ranges) {
    const range = bytes.subarray(start, end);
    context.outlet.push({ kind: "fragment", place: site.place, bytes: range, start, line: 1, owned: range.length });
    // A local header in bytes that belong to no member begins something that the directory is silent about.
    if (members.length > 0 && bytes.subarray(start, foreignEnd).includes(LOCAL_SIGNATURE)) {
      addGap(context, site, { reason: "malformed", detail: "the zip archive holds a member that its directory doesn't list; it was read only as it is stored" });
    }
    if (context.outlet.full) await context.outlet.drained();
  }
}

type Located = { readonly bytes: Buffer; readonly member: ZipMember };

async function readMember(context: Context, site: Site, { bytes, member }: Located): Promise<void> {
  const { outlet } = context;
  const { path, escapes } = toNormalPath(decodeName(member.name));
  const inner = toMember(site, path);
  outlet.content(toMemberPlace(site.place, path, site.place.part === "file" ? "file-name" : site.place.part), member.name);
  const before = outlet.gaps;
  if (escapes) addGap(context, inner, { reason: "path-escape", detail: "a member's name points outside the archive; its content was read all the same" });
  if (member.data.end > member.data.start || member.size > 0) {
    outlet.ledger.saw("members");
    await readContent(context, inner, { data: bytes.subarray(member.data.start, member.data.end), member });
    if (outlet.gaps === before) outlet.ledger.examined("members");
  }
}

async function readContent(context: Context, site: Site, { data, member }: { data: Buffer; member: ZipMember }): Promise<void> {
  if (member.encrypted) {
    addGap(context, site, { reason: "encrypted", detail: "a member of a zip archive is encrypted; it was read only as it is stored" });
    return context.outlet.content(site.place, data);
  }
  const compression = compressionOf(member.method);
  if (compression === undefined) {
    addGap(context, site, { reason: "unsupported-compression", detail: `a member of a zip archive is compressed by method ${member.method}; it was read only as it is stored` });
    return context.outlet.content(site.place, data);
  }
  const problem = site.budget.grow(compression === "stored" ? data.length : 0);
  if (problem) return addGap(context, site, problem);
  const plain = compression === "stored" ? data : compression === "deflate" || compression === "zstd" ? decodeSmall(data, compression) : undefined;
  if (plain === undefined) return stream(context, site, { data, member, compression: compression as Compression });
  const excess = compression === "stored" ? undefined : site.budget.grow(plain.length);
  if (excess) return addGap(context, site, { ...excess, bytes: plain.length });
  await context.inspectBytes(site, plain);
  checkMember(context, site, { stated: member, size: plain.length, crc: crc32(plain) });
}

type Streamed = { readonly data: Buffer; readonly member: ZipMember; readonly compression: Compression };

async function stream(context: Context, site: Site, { data, member, compression }: Streamed): Promise<void> {
  const decoder = new Decoder(ByteReader.over(data), { compression, grow: (count) => site.budget.grow(count) });
  const { size, crc } = await inspectWhole(context, site, decoder.chunks());
  if (decoder.problem) addGap(context, site, decoder.problem);
  else checkMember(context, site, { stated: member, size, crc });
}
