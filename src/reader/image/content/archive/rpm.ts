// An RPM package: a lead, two headers with texts and scripts, and a compressed cpio archive. Format: RPM file format 4 and 6, rpm.org manual.
import { ByteReader } from "../byte-reader.ts";
import { toMember, type Context, type Site } from "../context.ts";
import { passRest, readMember } from "./member.ts";

const LEAD_BYTES = 96;
const INTRO_BYTES = 16;
/** More than any package's header has. */
const MOST_HEADER = 256 << 20;

export async function walkRpm(context: Context, site: Site, reader: ByteReader): Promise<void> {
  context.outlet.content(site.place, await reader.take(LEAD_BYTES));
  for (const [name, isPadded] of [["(signature)", true], ["(header)", false]] as const) {
    const intro = await reader.peek(INTRO_BYTES);
    const size = intro.length === INTRO_BYTES && intro.readUInt32BE(0) === 0x8eade801 ? INTRO_BYTES + intro.readUInt32BE(8) * 16 + intro.readUInt32BE(12) : Infinity;
    if (size > MOST_HEADER) return passRest(context, site, { reader, reason: intro.length < INTRO_BYTES ? "truncated" : "malformed", detail: "the RPM package has a damaged header; the rest was read only as it is stored" });
    await readMember(context, toMember(site, name), { reader, size });
    if (isPadded) await reader.take(-size & 7);
  }
  // The package and its payload are one archive.
  await context.inspectStream({ ...toMember(site, "(payload)"), depth: site.depth }, new ByteReader(reader.chunks()));
}
