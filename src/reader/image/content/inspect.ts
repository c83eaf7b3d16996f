// Reads one file's content: as it is, or, where it is an archive or compressed, what is inside.
import { WindowCutter } from "../../index.ts";
import type { ImageLimits } from "../limits.ts";
import type { Outlet } from "../outlet.ts";
import { walkAr } from "./archive/ar.ts";
import { ByteReader } from "./byte-reader.ts";
import { addGap, toMember, type Context, type Site } from "./context.ts";
import { Decoder } from "./decoder.ts";
import { readGzipTexts } from "./gzip-header.ts";
import { walkPdf, walkPng } from "./archive/embedded.ts";
import { walkGitPack } from "./archive/git-pack.ts";
import { walkNestedTar } from "./archive/nested-tar.ts";
import { decodeSmall, inflatePart } from "./small-decoder.ts";
import { endsAsZip, sniffFormat, SNIFF_BYTES, ZIP_END_BYTES, type Format } from "./sniff.ts";
import { walkZip } from "./archive/zip.ts";

/** Content up to this size is taken into memory as a whole: a zip archive may stand at its end. */
const WHOLE_BYTES = 16 << 20;

export function createContext(outlet: Outlet, limits: ImageLimits): Context {
  const context: Context = {
    outlet, limits,
    inspectBytes: (site, bytes) => inspectBytes(context, site, bytes),
    inspectStream: (site, reader, size) => inspectStream(context, site, { reader, size }),
  };
  return context;
}

function inspectBytes(context: Context, site: Site, bytes: Buffer): Promise<void> | undefined {
  const format = sniffFormat(bytes) ?? (endsAsZip(bytes) ? "zip" : undefined);
  if (format !== undefined) return openBytes(context, site, { format, bytes });
  context.outlet.content(site.place, bytes);
  return undefined;
}

type Stream = { readonly reader: ByteReader; readonly size: number | undefined };

async function inspectStream(context: Context, site: Site, { reader, size }: Stream): Promise<void> {
  const format = sniffFormat(await reader.peek(SNIFF_BYTES));
  const most = format !== undefined && isHeld(format) ? context.limits.bufferBytes : WHOLE_BYTES;
  const isStreamed = format === "gzip" || format === "zstd" || format === "tar" || format === "ar";
  if (isStreamed) return openStream(context, site, { format, reader });
  const whole = size !== undefined && size > most ? undefined : await takeWhole(reader, most);
  if (whole) return inspectBytes(context, site, whole);
  if (format !== undefined && isHeld(format)) addTooLarge(context, site, format);
  else if (format !== undefined) addUnsupported(context, site, format);
  const tail = await passThrough(context, site, reader);
  if (format === undefined && endsAsZip(tail)) {
    addGap(context, site, { reason: "unsupported-archive", detail: "a zip archive at the end of a large file was read only as it is stored" });
  }
}

/** All of the content where it has at most `most` bytes; what was taken of more stays in the reader. */
async function takeWhole(reader: ByteReader, most: number): Promise<Buffer | undefined> {
  const head = await reader.peek(most + 1);
  return head.length > most ? undefined : reader.take(head.length);
}

/** Reads content as it is and gives back its last bytes. */
async function passThrough(context: Context, { place }: Site, reader: ByteReader): Promise<Uint8Array> {
  const cutter = new WindowCutter(place);
  let tail: Uint8Array = Buffer.alloc(0);
  for (let chunk = await reader.next(); chunk; chunk = await reader.next()) {
    for (const window of cutter.push(chunk)) context.outlet.push(window);
    tail = chunk.length >= ZIP_END_BYTES ? chunk.subarray(chunk.length - ZIP_END_BYTES) : Buffer.concat([tail, chunk]).subarray(-ZIP_END_BYTES);
    if (context.outlet.full) await context.outlet.drained();
  }
  for (const window of cutter.end()) context.outlet.push(window);
  return tail;
}

async function openBytes(context: Context, site: Site, { format, bytes }: { format: Format; bytes: Buffer }): Promise<void> {
  if (isHeld(format)) {
    if (isTooDeep(context, site)) return context.outlet.content(site.place, bytes);
    if (bytes.length <= context.limits.bufferBytes) return openHeld(context, site, { format, bytes });
    addTooLarge(context, site, format);
    return context.outlet.content(site.place, bytes);
  }
  const isCompressed = format === "gzip" || format === "zstd";
  const decoded = isCompressed && site.depth < context.limits.depth ? decodeSmall(bytes, format) : undefined;
  if (decoded === undefined) return openStream(context, site, { format, reader: ByteReader.over(bytes) });
  const member = toMember(site, `(${format})`);
  if (format === "gzip") readGzipTexts(context, site, bytes);
  const problem = site.budget.grow(decoded.length);
  if (problem) return addGap(context, member, { ...problem, bytes: decoded.length });
  return countMember(context, () => context.inspectBytes(member, decoded));
}

/** Formats that are read in memory as a whole. */
type Held = "zip" | "zlib" | "git-pack" | "pdf" | "png";

function isHeld(format: Format): format is Held {
  return format === "zip" || format === "zlib" || format === "git-pack" || format === "pdf" || format === "png";
}

async function openHeld(context: Context, site: Site, { format, bytes }: { format: Held; bytes: Buffer }): Promise<void> {
  switch (format) {
    case "zip": return walkZip(context, site, bytes);
    case "git-pack": return walkGitPack(context, site, bytes);
    case "pdf": return walkPdf(context, site, bytes);
    case "png": return walkPng(context, site, bytes);
    case "zlib": return openZlib(context, site, bytes);
    default: return format satisfies never;
  }
}

/** A git object, or any other stream by itself. What follows it is read as it is. */
async function openZlib(context: Context, site: Site, bytes: Buffer): Promise<void> {
  const part = inflatePart(bytes, context.limits.bufferBytes);
  if (part === "too-large") return addGap(context, site, { reason: "size-limit", detail: `a zlib stream has more than ${context.limits.bufferBytes} bytes`, bytes: bytes.length });
  if (!part) {
    addGap(context, site, { reason: "malformed", detail: "a zlib stream is damaged; it was read only as it is stored" });
    return context.outlet.content(site.place, bytes);
  }
  context.outlet.content(site.place, bytes.subarray(part.used));
  const member = toMember(site, "(zlib)");
  const problem = site.budget.grow(part.content.length);
  if (problem) return addGap(context, member, { ...problem, bytes: part.content.length });
  return countMember(context, () => context.inspectBytes(member, part.content));
}

function addTooLarge(context: Context, site: Site, format: Held): void {
  addGap(context, site, { reason: "size-limit", detail: `content in ${format} format of more than ${context.limits.bufferBytes} bytes was read only as it is stored` });
}

async function openStream(context: Context, site: Site, { format, reader }: { format: Format; reader: ByteReader }): Promise<void> {
  if (isTooDeep(context, site)) {
    await passThrough(context, site, reader);
    return;
  }
  switch (format) {
    case "gzip": case "zstd":
      return countMember(context, () => expand(context, site, { compression: format, reader }));
    case "tar":
      return walkNestedTar(context, site, reader);
    case "ar":
      return walkAr(context, site, reader);
    default:
      addUnsupported(context, site, format);
      await passThrough(context, site, reader);
  }
}

async function expand(context: Context, site: Site, { compression, reader }: { compression: "gzip" | "zstd"; reader: ByteReader }): Promise<void> {
  if (compression === "gzip") readGzipTexts(context, site, await reader.peek(1 << 16));
  const member = toMember(site, `(${compression})`);
  const decoder = new Decoder(reader, { compression, grow: (bytes) => site.budget.grow(bytes) });
  const inner = new ByteReader(decoder.chunks());
  try {
    await context.inspectStream(member, inner);
  } finally {
    await inner.close();
  }
  if (decoder.problem) addGap(context, member, decoder.problem);
}

async function countMember(context: Context, read: () => Promise<void> | undefined): Promise<void> {
  const { outlet } = context;
  outlet.ledger.saw("members");
  const before = outlet.gaps;
  await read();
  if (outlet.gaps === before) outlet.ledger.examined("members");
}

function isTooDeep(context: Context, site: Site): boolean {
  if (site.depth < context.limits.depth) return false;
  addGap(context, site, { reason: "depth-limit", detail: `an archive nested deeper than ${context.limits.depth} levels was read only as it is stored` });
  return true;
}

function addUnsupported(context: Context, site: Site, format: Format): void {
  addGap(context, site, { reason: "unsupported-archive", detail: `content in ${format} format was read only as it is stored` });
}
