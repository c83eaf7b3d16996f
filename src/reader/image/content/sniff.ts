// Tells archives and compressions by their content; names and extensions are never asked.
import { isZlib, startsAsZlib } from "./small-decoder.ts";
import { BLOCK_BYTES, parseHeader } from "../../../tar/index.ts";

export type Format = "gzip" | "zstd" | "tar" | "zip" | "ar" | "bzip2" | "xz" | "lz4" | "7z" | "rar" | "rpm" | "zlib" | "git-pack" | "pdf" | "png";

/** Bytes from the front that `sniffFormat` needs. */
export const SNIFF_BYTES = BLOCK_BYTES;
/** Bytes of a zip archive's end record without comment. */
export const ZIP_END_BYTES = 22;

/** The format of content by its first bytes; undefined for everything that is read as it is. */
export function sniffFormat(head: Uint8Array): Format | undefined {
  if (isSkippableFrame(head)) return "zstd";
  switch (head[0]) {
    case 0x1f: return startsWith(head, [0x1f, 0x8b, 0x08]) ? "gzip" : undefined;
    case 0x28: return startsWith(head, [0x28, 0xb5, 0x2f, 0xfd]) ? "zstd" : sniffTar(head);
    case 0x50: return sniffZip(head) ?? (isGitPack(head) ? "git-pack" : sniffTar(head));
    case 0x78: return isZlib(head) && startsAsZlib(head) ? "zlib" : sniffTar(head);
    case 0x25: return startsWith(head, [0x25, 0x50, 0x44, 0x46, 0x2d]) ? "pdf" : sniffTar(head);
    case 0x89: return startsWith(head, [0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]) ? "png" : sniffTar(head);
    case 0x21: return startsWith(head, [0x21, 0x3c, 0x61, 0x72, 0x63, 0x68, 0x3e, 0x0a]) ? "ar" : sniffTar(head);
    case 0x42: return sniffBzip2(head) ?? sniffTar(head);
    case 0xfd: return startsWith(head, [0xfd, 0x37, 0x7a, 0x58, 0x5a, 0x00]) ? "xz" : sniffTar(head);
    case 0x04: return startsWith(head, [0x04, 0x22, 0x4d, 0x18]) ? "lz4" : sniffTar(head);
    case 0x37: return startsWith(head, [0x37, 0x7a, 0xbc, 0xaf, 0x27, 0x1c]) ? "7z" : sniffTar(head);
    case 0x52: return startsWith(head, [0x52, 0x61, 0x72, 0x21, 0x1a, 0x07]) ? "rar" : sniffTar(head);
    case 0xed: return startsWith(head, [0xed, 0xab, 0xee, 0xdb]) ? "rpm" : sniffTar(head);
    default: return sniffTar(head);
  }
}

/** True where content ends as a zip archive does: such as a program or script with an archive behind it. */
export function endsAsZip(tail: Uint8Array): boolean {
  return tail.length >= ZIP_END_BYTES && startsWith(tail.subarray(tail.length - ZIP_END_BYTES), [0x50, 0x4b, 0x05, 0x06])
    && tail[tail.length - 1] === 0 && tail[tail.length - 2] === 0;
}

function sniffZip(head: Uint8Array): Format | undefined {
  const isLocal = startsWith(head, [0x50, 0x4b, 0x03, 0x04]);
  const isEmpty = startsWith(head, [0x50, 0x4b, 0x05, 0x06]);
  return isLocal || isEmpty || startsWith(head, [0x50, 0x4b, 0x30, 0x30, 0x50, 0x4b, 0x03, 0x04]) ? "zip" : undefined;
}

/** "PACK" and a version; gitformat-pack(5). */
function isGitPack(head: Uint8Array): boolean {
  return head.length >= 12 && startsWith(head, [0x50, 0x41, 0x43, 0x4b, 0, 0, 0]) && (head[7] === 2 || head[7] === 3);
}

/** Zstandard data may begin with frames that carry no content (RFC 8878, 3.1.2). */
function isSkippableFrame(head: Uint8Array): boolean {
  return ((head[0] ?? 0) & 0xf0) === 0x50 && head[1] === 0x2a && head[2] === 0x4d && head[3] === 0x18;
}

/** "BZh", the block size, and the mark of a block or of the end. */
function sniffBzip2(head: Uint8Array): Format | undefined {
  if (!startsWith(head, [0x42, 0x5a, 0x68])) return undefined;
  return startsWith(head.subarray(4), [0x31, 0x41, 0x59]) || startsWith(head.subarray(4), [0x17, 0x72, 0x45]) ? "bzip2" : undefined;
}

/** By a valid checksum, which old archives have too; the digits of the checksum field are looked at first, being cheaper. */
function sniffTar(head: Uint8Array): Format | undefined {
  if (head.length < BLOCK_BYTES || head[0] === 0) return undefined;
  for (let at = 148; at < 154; at++) {
    const byte = head[at] ?? 0;
    if ((byte < 0x30 || byte > 0x37) && byte !== 0x20 && byte !== 0) return undefined;
  }
  const header = parseHeader(head.subarray(0, BLOCK_BYTES));
  return typeof header === "string" ? undefined : "tar";
}

function startsWith(bytes: Uint8Array, start: readonly number[]): boolean {
  for (let at = 0; at < start.length; at++) if (bytes[at] !== start[at]) return false;
  return true;
}
