// A git pack: every object of a repository, compressed one by one. Format: gitformat-pack(5), versions 2 and 3.
import { addGap, toMember, type Context, type Site } from "../context.ts";
import { inflatePart } from "../small-decoder.ts";

const HEADER_BYTES = 12;
const OFFSET_DELTA = 6;
const REFERENCE_DELTA = 7;
const REFERENCE_BYTES = 20;
/** What one object may come to. */
const OBJECT_BYTES = 64 << 20;

/**
 * Objects are read by their offsets. One that is stored as a difference to another is read as the difference: the text that it adds is in it.
 * SHA-256 repositories, whose references are longer, end in a gap.
 */
export async function walkGitPack(context: Context, site: Site, bytes: Buffer): Promise<void> {
  const count = bytes.readUInt32BE(8);
  let at = HEADER_BYTES;
  for (let index = 0; index < count; index++) {
    const body = skipHeader(bytes, at);
    const part = body === undefined ? undefined : inflatePart(bytes.subarray(body), OBJECT_BYTES);
    if (body === undefined || !part || part === "too-large") return readRest(context, site, { bytes, at, detail: `object ${index + 1} of ${count} of the git pack can't be decoded; the rest was read only as it is stored` });
    const problem = site.budget.countMember() ? site.budget.grow(part.content.length) : { reason: "count-limit" as const, detail: `more than ${context.limits.entries} members; the rest was not read` };
    if (problem) return addGap(context, site, { ...problem, bytes: bytes.length - at });
    await readObject(context, toMember(site, `(git object at ${at})`), part.content);
    at = body + part.used;
    if (context.outlet.full) await context.outlet.drained();
  }
}

async function readObject(context: Context, member: Site, content: Buffer): Promise<void> {
  const { outlet } = context;
  outlet.ledger.saw("members");
  const before = outlet.gaps;
  await context.inspectBytes(member, content);
  if (outlet.gaps === before) outlet.ledger.examined("members");
}

function readRest(context: Context, site: Site, { bytes, at, detail }: { bytes: Buffer; at: number; detail: string }): void {
  addGap(context, site, { reason: "malformed", detail });
  context.outlet.content(site.place, bytes.subarray(at));
}

/** Where the compressed body of the object at `at` begins; undefined for a header that breaks the format. */
function skipHeader(bytes: Buffer, at: number): number | undefined {
  const kind = ((bytes[at] ?? 0) >> 4) & 7;
  let body = skipNumber(bytes, at);
  if (kind === OFFSET_DELTA) body = skipNumber(bytes, body);
  if (kind === REFERENCE_DELTA) body += REFERENCE_BYTES;
  return kind === 0 || kind === 5 || body >= bytes.length ? undefined : body;
}

/** Numbers end with the first byte whose highest bit is clear. */
function skipNumber(bytes: Buffer, at: number): number {
  let end = at;
  while (((bytes[end] ?? 0) & 0x80) !== 0) end++;
  return end + 1;
}
