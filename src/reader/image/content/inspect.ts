// Reads one file's content: as it is, or, where it is an archive or compressed, what is inside.
import { WindowCutter } from "../../index.ts";
import type { ImageLimits } from "../limits.ts";
import type { Outlet } from "../outlet.ts";
import { ByteReader } from "./byte-reader.ts";
import { addGap, type Context, type Site } from "./context.ts";
import { readerOf } from "./format-readers.ts";
import { endsAsZip, sniffFormat, SNIFF_BYTES, type Format } from "./sniff.ts";
import { walkLarge } from "./archive/zip/stream.ts";

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
  const known = format && readerOf(format);
  if (known?.needs === "stream") return isTooDeep(context, site) ? passThrough(context, site, reader) : known.read(context, site, reader);
  const most = known ? context.limits.bufferBytes : WHOLE_BYTES;
  const whole = size !== undefined && size > most ? undefined : await takeWhole(reader, most);
  if (whole) return inspectBytes(context, site, whole);
  if (known?.readLarge) return isTooDeep(context, site) ? passThrough(context, site, reader) : known.readLarge(context, site, reader);
  if (format === undefined) return site.depth < context.limits.depth ? walkLarge(context, site, reader) : passThrough(context, site, reader);
  if (known) addTooLarge(context, site, format);
  else addUnsupported(context, site, format);
  return passThrough(context, site, reader);
}

/** All of the content where it has at most `most` bytes; what was taken of more stays in the reader. */
async function takeWhole(reader: ByteReader, most: number): Promise<Buffer | undefined> {
  const head = await reader.peek(most + 1);
  return head.length > most ? undefined : reader.take(head.length);
}

/** Reads content as it is. */
async function passThrough(context: Context, { place }: Site, reader: ByteReader): Promise<void> {
  const cutter = new WindowCutter(place);
  for (let chunk = await reader.next(); chunk; chunk = await reader.next()) {
    for (const window of cutter.push(chunk)) context.outlet.push(window);
    if (context.outlet.full) await context.outlet.drained();
  }
  for (const window of cutter.end()) context.outlet.push(window);
}

async function openBytes(context: Context, site: Site, { format, bytes }: { format: Format; bytes: Buffer }): Promise<void> {
  const known = readerOf(format);
  if (!known) {
    addUnsupported(context, site, format);
    return context.outlet.content(site.place, bytes);
  }
  if (known.nests && isTooDeep(context, site)) return context.outlet.content(site.place, bytes);
  if (known.needs === "stream") return known.readSmall ? known.readSmall(context, site, bytes) : known.read(context, site, ByteReader.over(bytes));
  if (bytes.length <= context.limits.bufferBytes) return known.read(context, site, bytes);
  if (known.readLarge) return known.readLarge(context, site, ByteReader.over(bytes));
  addTooLarge(context, site, format);
  context.outlet.content(site.place, bytes);
}

function addTooLarge(context: Context, site: Site, format: Format): void {
  addGap(context, site, { reason: "size-limit", detail: `content in ${format} format of more than ${context.limits.bufferBytes} bytes was read only as it is stored` });
}

function isTooDeep(context: Context, site: Site): boolean {
  if (site.depth < context.limits.depth) return false;
  addGap(context, site, { reason: "depth-limit", detail: `an archive nested deeper than ${context.limits.depth} levels was read only as it is stored` });
  return true;
}

function addUnsupported(context: Context, site: Site, format: Format): void {
  addGap(context, site, { reason: "unsupported-archive", detail: `content in ${format} format was read only as it is stored` });
}
