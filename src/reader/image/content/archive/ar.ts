// An ar archive inside a file: Debian packages and static libraries. Format: the common variant with GNU and BSD long names, ar(5).
import { decodeName } from "../../../../tar/index.ts";
import type { ByteReader } from "../byte-reader.ts";
import { addGap, toMember, toMemberPlace, type Context, type Site } from "../context.ts";
import { pour, readMember } from "./member.ts";

const MAGIC_BYTES = 8;
const HEADER_BYTES = 60;
/** Names of one archive; the table is held in memory. */
const NAMES_BYTES = 16 << 20;

export async function walkAr(context: Context, site: Site, reader: ByteReader): Promise<void> {
  await reader.take(MAGIC_BYTES);
  let names: Buffer = Buffer.alloc(0);
  for (let header = await reader.take(HEADER_BYTES); header.length > 0; header = await reader.take(HEADER_BYTES)) {
    const size = parseSize(header);
    if (size === undefined) return readRest(context, site, { header, reader });
    if (!site.budget.countMember()) return addGap(context, site, { reason: "count-limit", detail: `more than ${context.limits.entries} members; the rest was not read` });
    const label = header.subarray(0, 16).toString("latin1").trimEnd();
    const isTable = label === "//" && size <= NAMES_BYTES;
    if (isTable) names = await reader.take(size);
    const bsdName = label.startsWith("#1/") ? await reader.take(Math.min(Number(label.slice(3)) || 0, size)) : undefined;
    const name = bsdName ?? longName(names, label) ?? Buffer.from(label.replace(/\/$/, ""), "latin1");
    if (!isTable) await readMember(context, toMember(site, decodeName(name).replace(/\0+$/, "")), { reader, size: size - (bsdName?.length ?? 0) });
    context.outlet.content(toMemberPlace(site.place, decodeName(name), site.place.part === "file" ? "file-name" : site.place.part), isTable ? names : name);
    if (size % 2 === 1) await reader.take(1);
    if (context.outlet.full) await context.outlet.drained();
  }
}

async function readRest(context: Context, site: Site, { header, reader }: { header: Buffer; reader: ByteReader }): Promise<void> {
  addGap(context, site, { reason: header.length < HEADER_BYTES ? "truncated" : "malformed", detail: "the archive breaks its format; the rest was read only as it is stored" });
  reader.giveBack(header);
  await pour(context, site, reader);
}

function parseSize(header: Buffer): number | undefined {
  const text = header.subarray(48, 58).toString("latin1").trimEnd();
  return header.length === HEADER_BYTES && header[58] === 0x60 && header[59] === 0x0a && /^\d{1,10}$/.test(text) ? Number(text) : undefined;
}

/** GNU writes "/" and an offset into the table of long names. */
function longName(names: Buffer, label: string): Buffer | undefined {
  if (!/^\/\d+$/.test(label)) return undefined;
  const start = Number(label.slice(1));
  const end = names.indexOf(0x0a, start);
  const name = names.subarray(start, end < 0 ? undefined : end);
  return name.at(-1) === 0x2f ? name.subarray(0, -1) : name;
}
