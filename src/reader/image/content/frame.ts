// Where one compressed stream ends and another may begin behind it.
import type { ByteReader } from "./byte-reader.ts";
import type { Compression } from "./decoder.ts";

/** True where another stream of the same compression begins; `head` holds its first eight bytes. */
export function beginsFrame(compression: Compression, head: Buffer): boolean {
  const magic = head.length >= 4 ? head.readUInt32LE(0) : 0;
  switch (compression) {
    case "zstd": return magic === 0xfd2fb528 || isSkippableFrame(head);
    case "lz4": return magic === 0x184d2204 || magic === 0x184c2102;
    case "xz": return head.subarray(0, 6).equals(Buffer.from("fd377a585a00", "hex"));
    case "bzip2": return head.subarray(0, 3).equals(Buffer.from("BZh"));
    case "lzip": return head.subarray(0, 4).equals(Buffer.from("LZIP"));
    // Node's engine takes further members of gzip data itself.
    case "gzip": case "deflate": case "lzma": return false;
    default: return compression satisfies never;
  }
}

/** A frame of Zstandard data that carries no content (RFC 8878, 3.1.2). */
export function isSkippableFrame(head: Uint8Array): boolean {
  return ((head[0] ?? 0) & 0xf0) === 0x50 && head[1] === 0x2a && head[2] === 0x4d && head[3] === 0x18;
}

/** Between streams of xz data groups of four zeros may stand (xz-file-format.txt, section 2.2). */
export async function skipPadding(reader: ByteReader): Promise<void> {
  for (let head = await reader.peek(4); head.length === 4 && head.readUInt32LE(0) === 0; head = await reader.peek(4)) await reader.take(4);
}
