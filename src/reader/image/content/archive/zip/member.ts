// What both ways of reading a zip archive know of a member: how it is compressed, and whether it is what it is said to be.
import { crc32 } from "node:zlib";
import { ByteReader } from "../../byte-reader.ts";
import { addGap, type Context, type Site } from "../../context.ts";
import type { Compression } from "../../decoder.ts";

/** APPNOTE 6.3, section 4.4.5; undefined for methods that nothing here reads. */
export function compressionOf(method: number): Compression | "stored" | undefined {
  switch (method) {
    case 0: return "stored";
    case 8: return "deflate";
    case 12: return "bzip2";
    case 93: return "zstd";
    case 95: return "xz";
    default: return undefined;
  }
}

type Checked = { readonly stated: { readonly size: number; readonly crc: number }; readonly size: number; readonly crc: number };

export function checkMember(context: Context, site: Site, { stated, size, crc }: Checked): void {
  if (size !== stated.size) addGap(context, site, { reason: "size-mismatch", detail: `the member has ${size} bytes, its archive says ${stated.size}` });
  else if (crc !== stated.crc) addGap(context, site, { reason: "malformed", detail: "the member differs from its checksum" });
}

/** Looks into a member's content; its size and checksum are those of the whole, though a nested reader may stop early. */
export async function inspectWhole(context: Context, site: Site, chunks: AsyncIterable<Uint8Array>): Promise<{ size: number; crc: number }> {
  let crc = 0;
  let size = 0;
  async function* counted(): AsyncGenerator<Uint8Array> {
    for await (const chunk of chunks) {
      crc = crc32(chunk, crc);
      size += chunk.length;
      yield chunk;
    }
  }
  const inner = new ByteReader(counted());
  await context.inspectStream(site, inner);
  while (await inner.next());
  return { size, crc };
}
