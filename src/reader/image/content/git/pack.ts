// A git pack: every object of a repository, compressed one by one, many as differences to others. Format: gitformat-pack(5), versions 2 and 3.
import { createHash } from "node:crypto";
import { addGap, toMember, type Context, type Site } from "../context.ts";
import { sniffFormat } from "../sniff.ts";
import { inflatePart } from "../small-decoder.ts";
import { applyDelta, widen } from "./delta.ts";

const HEADER_BYTES = 12;
const OFFSET_DELTA = 6;
const REFERENCE_DELTA = 7;
const REFERENCE_BYTES = 20;
/** Bytes of the checksum at the end, SHA-1 or SHA-256. */
const TRAILERS = [20, 32];
const KINDS = ["", "commit", "tree", "blob", "tag"];
/** What one object may come to. */
const OBJECT_BYTES = 64 << 20;
/** Objects that are kept as bases of others; older ones are made again. */
const KEPT_BYTES = 48 << 20;
/** Bytes that are put together from differences before the rest counts as not examined: a pack may make much out of little. */
const MOST_WORK = 8 * 2 ** 30;
/** Differences to differences: git writes 50 at most, by itself. */
const MOST_CHAIN = 4_096;
/** What is read on both sides of a difference: longer than any single value that rules describe. */
const MARGIN_BYTES = 1 << 12;

type Stored = { readonly at: number; readonly kind: number; readonly data: Buffer; readonly used: number; /** Offset or name of the object that it differs from. */ readonly base?: number | string };
type Made = { readonly content: Buffer; readonly kind: number };

/** Objects are named by their offsets. Of a difference only what it changes is read, with its surroundings: the rest has been read in its base. */
export async function walkGitPack(context: Context, site: Site, bytes: Buffer): Promise<void> {
  const pack = new Pack(bytes);
  const count = bytes.readUInt32BE(8);
  const waiting: Stored[] = [];
  let at = HEADER_BYTES;
  for (let index = 0; index < count; index++) {
    const object = readStored(bytes, at);
    if (!object) {
      readRest(context, site, { bytes, at, detail: `object ${index + 1} of ${count} of the git pack can't be decoded` });
      at = bytes.length;
      break;
    }
    const problem = site.budget.countMember() ? site.budget.grow(object.data.length) : { reason: "count-limit" as const, detail: `more than ${context.limits.entries} members; the rest was not read` };
    if (problem) return addGap(context, site, { ...problem, bytes: bytes.length - at });
    if (!await readObject(context, site, { pack, object })) waiting.push(object);
    at += object.used;
    if (context.outlet.full) await context.outlet.drained();
  }
  if (at < bytes.length && !TRAILERS.includes(bytes.length - at)) readRest(context, site, { bytes, at, detail: `the git pack has something behind its ${count} objects` });
  await readWaiting(context, site, { pack, waiting });
}

function readRest(context: Context, site: Site, { bytes, at, detail }: { bytes: Buffer; at: number; detail: string }): void {
  addGap(context, site, { reason: "malformed", detail: `${detail}; the rest was read only as it is stored` });
  context.outlet.content(site.place, bytes.subarray(at));
}

type Located = { readonly pack: Pack; readonly object: Stored };

/** False where the base isn't known yet. */
async function readObject(context: Context, site: Site, { pack, object }: Located): Promise<boolean> {
  const member = toMember(site, `(git object at ${object.at})`);
  const { outlet } = context;
  if (object.base === undefined) {
    pack.keep(object.at, { content: object.data, kind: object.kind });
    await count(context, () => context.inspectBytes(member, object.data));
    return true;
  }
  const base = pack.make(object.base, 0);
  const made = base && applyDelta(base.content, object.data, OBJECT_BYTES);
  if (!base || !made) return false;
  if (pack.exhausted) {
    addGap(context, member, { reason: "ratio-limit", detail: `the objects of the git pack come to more than ${MOST_WORK} bytes; this one was read as the difference that it is` });
    outlet.content(member.place, object.data);
    return true;
  }
  pack.keep(object.at, { content: made.content, kind: base.kind });
  await count(context, () => {
    if (sniffFormat(made.content) !== undefined) return context.inspectBytes(member, made.content);
    for (const { start, end } of widen(made.seams, { margin: MARGIN_BYTES, length: made.content.length })) {
      const part = made.content.subarray(start, end);
      outlet.push({ kind: "fragment", place: member.place, bytes: part, start, line: 1, owned: part.length });
    }
    return undefined;
  });
  return true;
}

async function count({ outlet }: Context, read: () => Promise<void> | undefined): Promise<void> {
  outlet.ledger.saw("members");
  const before = outlet.gaps;
  await read();
  if (outlet.gaps === before) outlet.ledger.examined("members");
}

/** Bases may stand behind their differences where they are named by digest. What finds none is read as the difference that it is. */
async function readWaiting(context: Context, site: Site, { pack, waiting }: { pack: Pack; waiting: readonly Stored[] }): Promise<void> {
  for (let left = waiting; left.length > 0;) {
    const next: Stored[] = [];
    for (const object of left) {
      if (!await readObject(context, site, { pack, object })) next.push(object);
      if (context.outlet.full) await context.outlet.drained();
    }
    if (next.length < left.length) {
      left = next;
      continue;
    }
    addGap(context, site, { reason: "malformed", detail: `${next.length} objects of the git pack differ from objects that it doesn't hold; they were read as the differences that they are` });
    for (const object of next) context.outlet.content(toMember(site, `(git object at ${object.at})`).place, object.data);
    return;
  }
}

/** Objects that have been made, the last of them at hand. */
class Pack {
  readonly #bytes: Buffer;
  readonly #names = new Map<string, number>();
  readonly #kept = new Map<number, Made>();
  #size = 0;
  #work = 0;

  constructor(bytes: Buffer) {
    this.#bytes = bytes;
  }

  get exhausted(): boolean {
    return this.#work > MOST_WORK;
  }

  keep(at: number, made: Made): void {
    this.#names.set(createHash("sha1").update(`${KINDS[made.kind] ?? ""} ${made.content.length}\0`).update(made.content).digest("hex"), at);
    if (this.#kept.has(at)) return;
    this.#kept.set(at, made);
    this.#size += made.content.length;
    for (const [oldest, { content }] of this.#kept) {
      if (this.#size <= KEPT_BYTES || oldest === at) break;
      this.#kept.delete(oldest);
      this.#size -= content.length;
    }
  }

  /** The object at an offset or with a name; undefined where there is none. */
  make(base: number | string, chain: number): Made | undefined {
    const at = typeof base === "number" ? base : this.#names.get(base);
    if (at === undefined || chain > MOST_CHAIN) return undefined;
    const known = this.#kept.get(at);
    this.#work += known?.content.length ?? 0;
    if (known || this.exhausted) return known;
    const object = readStored(this.#bytes, at);
    if (!object) return undefined;
    if (object.base === undefined) return { content: object.data, kind: object.kind };
    const inner = this.make(object.base, chain + 1);
    const made = inner && applyDelta(inner.content, object.data, OBJECT_BYTES);
    this.#work += made?.content.length ?? 0;
    return inner && made && { content: made.content, kind: inner.kind };
  }
}

/** The object whose header begins at `at`; undefined where none can be decoded. */
function readStored(bytes: Buffer, at: number): Stored | undefined {
  const kind = ((bytes[at] ?? 0) >> 4) & 7;
  if (at < HEADER_BYTES || kind === 0 || kind === 5) return undefined;
  let body = skipNumber(bytes, at);
  const offset = kind === OFFSET_DELTA ? readOffset(bytes, body) : undefined;
  const base = offset ? at - offset.value : kind === REFERENCE_DELTA ? bytes.toString("hex", body, body + REFERENCE_BYTES) : undefined;
  if (offset) body = offset.end;
  if (kind === REFERENCE_DELTA) body += REFERENCE_BYTES;
  const part = body < bytes.length ? inflatePart(bytes.subarray(body), OBJECT_BYTES) : undefined;
  if (!part || part === "too-large") return undefined;
  return { at, kind, data: part.content, used: body + part.used - at, ...(base !== undefined && { base }) };
}

/** Numbers end with the first byte whose highest bit is clear. */
function skipNumber(bytes: Buffer, at: number): number {
  let end = at;
  while (((bytes[end] ?? 0) & 0x80) !== 0) end++;
  return end + 1;
}

/** How far back the base is: seven bits a byte, the highest first, each further byte adding one. */
function readOffset(bytes: Buffer, at: number): { value: number; end: number } {
  let end = at;
  let value = (bytes[end] ?? 0) & 0x7f;
  while (((bytes[end++] ?? 0) & 0x80) !== 0) value = (value + 1) * 128 + ((bytes[end] ?? 0) & 0x7f);
  return { value, end };
}
