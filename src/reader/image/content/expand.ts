// Reads compressed content as what it expands to.
import { ByteReader } from "./byte-reader.ts";
import { addGap, toMember, type Context, type Site } from "./context.ts";
import { Decoder, type Compression } from "./decoder.ts";
import { readGzipTexts } from "./gzip-header.ts";
import { decodeSmall } from "./small-decoder.ts";

const compressions: readonly string[] = ["gzip", "zstd", "xz", "bzip2", "lz4", "lzma", "lzip"] satisfies Compression[];

/** True for formats that are one stream of compressed bytes. */
export function isCompression(format: string): format is Exclude<Compression, "deflate"> {
  return compressions.includes(format);
}

/** A reader of streams in this compression. */
export function expandAs(compression: Compression) {
  return (context: Context, site: Site, reader: ByteReader): Promise<void> => countMember(context, () => expand(context, site, { compression, reader }));
}

/** The same for content that is in memory: thousands of small compressed files are decoded at once each. */
export function expandSmallAs(compression: "gzip" | "zstd") {
  return async (context: Context, site: Site, bytes: Buffer): Promise<void> => {
    const decoded = decodeSmall(bytes, compression);
    if (decoded === undefined) return expandAs(compression)(context, site, ByteReader.over(bytes));
    const member = toMember(site, `(${compression})`);
    if (compression === "gzip") readGzipTexts(context, site, bytes);
    const problem = site.budget.grow(decoded.length);
    if (problem) return addGap(context, member, { ...problem, bytes: decoded.length });
    return countMember(context, () => context.inspectBytes(member, decoded));
  };
}

async function expand(context: Context, site: Site, { compression, reader }: { compression: Compression; reader: ByteReader }): Promise<void> {
  if (compression === "gzip") readGzipTexts(context, site, await reader.peek(1 << 16));
  const member = toMember(site, `(${compression})`);
  const aside = toMember(site, `(beside ${compression})`);
  const decoder = new Decoder(reader, {
    compression,
    grow: (bytes) => site.budget.grow(bytes),
    aside: (bytes) => context.inspectBytes(aside, bytes),
  });
  const inner = new ByteReader(decoder.chunks());
  try {
    await context.inspectStream(member, inner);
    while (await inner.next());
  } finally {
    await inner.close();
  }
  if (decoder.problem) addGap(context, member, decoder.problem);
}

/** Counts what `read` reads as a member, and as an examined one where no gap comes up. */
export async function countMember(context: Context, read: () => Promise<void> | undefined): Promise<void> {
  const { outlet } = context;
  outlet.ledger.saw("members");
  const before = outlet.gaps;
  await read();
  if (outlet.gaps === before) outlet.ledger.examined("members");
}
