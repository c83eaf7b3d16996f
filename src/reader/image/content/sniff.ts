// Tells archives and compressions by their content; names and extensions are never asked.
import { isSkippableFrame } from "./frame.ts";
import { isZlib, startsAsZlib } from "./small-decoder.ts";
import { BLOCK_BYTES, parseHeader } from "../../../tar/index.ts";

/** Formats that hide their content and that nothing here reads: each is a gap. */
export type Unread = "7z" | "rar" | "squashfs" | "cab" | "compress" | "lzop" | "snappy";

export type Format =
  | "gzip" | "zstd" | "xz" | "bzip2" | "lz4" | "lzma" | "lzip" | "zlib"
  | "tar" | "zip" | "ar" | "cpio" | "rpm" | "git-pack"
  | "pdf" | "png" | "sqlite" | "java-class" | "python-code" | "office-text"
  | Unread;

/** Bytes from the front that `sniffFormat` needs. */
export const SNIFF_BYTES = BLOCK_BYTES;
/** Bytes of a zip archive's end record without comment. */
export const ZIP_END_BYTES = 22;
const MOST_COMMENT = 0xffff;
const ZIP_END = Buffer.from("504b0506", "hex");

type Signature = { readonly format: Format; readonly bytes: Buffer; readonly holds?: (head: Uint8Array) => boolean };

const signatures: readonly Signature[] = [
  signature("gzip", "1f8b08"),
  signature("compress", "1f9d", (head) => ((head[2] ?? 0) & 0x60) === 0 && ((head[2] ?? 0) & 0x1f) >= 9 && ((head[2] ?? 0) & 0x1f) <= 16),
  signature("zstd", "28b52ffd"),
  signature("zip", "504b0304"), signature("zip", "504b0506"), signature("zip", "504b3030504b0304"),
  signature("git-pack", "5041434b000000", (head) => head.length >= 12 && (head[7] === 2 || head[7] === 3)),
  signature("pdf", "255044462d"),
  signature("png", "89504e470d0a1a0a"),
  signature("lzop", "894c5a4f000d0a1a0a"),
  signature("ar", "213c617263683e0a"),
  signature("bzip2", "425a68", isBzip2),
  signature("xz", "fd377a585a00"),
  signature("lz4", "04224d18"), signature("lz4", "02214c18"),
  signature("lzip", "4c5a495001"),
  signature("lzma", "5d0000", isLzma),
  signature("7z", "377abcaf271c"),
  signature("rar", "526172211a07"),
  signature("rpm", "edabeedb"),
  signature("cpio", "303730373031"), signature("cpio", "303730373032"), signature("cpio", "303730373037"),
  signature("sqlite", "53514c69746520666f726d6174203300"),
  signature("squashfs", "68737173"), signature("squashfs", "73717368"),
  signature("cab", "4d53434600000000"),
  signature("snappy", "ff060000734e61507059"),
  signature("java-class", "cafebabe", (head) => (head[4] ?? 1) === 0 && (head[6] ?? 1) === 0 && (head[7] ?? 0) >= 45),
  signature("office-text", "3c3f786d6c", isOfficeXml), signature("office-text", "efbbbf3c3f786d6c", isOfficeXml),
];

/** By the first byte: most content begins with none of them. */
const byFirst = Array.from({ length: 256 }, (_, first) => signatures.filter(({ bytes }) => bytes[0] === first));

/** The format of content by its first bytes; undefined for everything that is read as it is. */
export function sniffFormat(head: Uint8Array): Format | undefined {
  const first = head[0];
  if (first === undefined) return undefined;
  for (const candidate of byFirst[first] ?? []) {
    if (startsWith(head, candidate.bytes) && (candidate.holds?.(head) ?? true)) return candidate.format;
  }
  if ((first & 0xf0) === 0x50 && isSkippableFrame(head)) return "zstd";
  if (first === 0x78 && isZlib(head) && startsAsZlib(head)) return "zlib";
  if (head[2] === 0x0d && head[3] === 0x0a && isPythonCode(head)) return "python-code";
  return sniffTar(head);
}

/** True where content ends as a zip archive does: such as a program or script with an archive behind it. */
export function endsAsZip(content: Uint8Array): boolean {
  const at = content.length - ZIP_END_BYTES;
  if (at < 0) return false;
  if (startsWith(content.subarray(at), ZIP_END) && content[at + 20] === 0 && content[at + 21] === 0) return true;
  if (!isProgram(content)) return false;
  const tail = Buffer.from(content.buffer, content.byteOffset, content.length).subarray(-ZIP_END_BYTES - MOST_COMMENT);
  const end = tail.lastIndexOf(ZIP_END);
  return end >= 0 && end + ZIP_END_BYTES <= tail.length && end + ZIP_END_BYTES + tail.readUInt16LE(end + 20) === tail.length;
}

/** What an archive with a comment may stand behind: an ELF or Windows program, or a script. */
function isProgram(head: Uint8Array): boolean {
  const [a, b] = head;
  return (a === 0x7f && b === 0x45) || (a === 0x4d && b === 0x5a) || (a === 0x23 && b === 0x21);
}

/** "BZh", the block size, and the mark of a block or of the end. */
function isBzip2(head: Uint8Array): boolean {
  const mark = Buffer.from(head.subarray(4, 7)).toString("hex");
  return mark === "314159" || mark === "177245";
}

/** The usual properties, a dictionary that is a power of two or half more, a size below 2^40 or none, and a coder that begins with 0. */
function isLzma(head: Uint8Array): boolean {
  if (head.length < 14 || head[13] !== 0) return false;
  const size = Buffer.from(head.subarray(5, 13));
  const top = ((head[4] ?? 0) << 8) | (head[3] ?? 0);
  const isDictionary = top !== 0 && ((top & (top - 1)) === 0 || (top % 3 === 0 && ((top / 3) & (top / 3 - 1)) === 0));
  return isDictionary && (size.every((byte) => byte === 0xff) || (size.readUInt32LE(4) < 256 && size.some((byte) => byte !== 0)));
}

/** Office Open XML and OpenDocument: texts are cut into runs there. */
function isOfficeXml(head: Uint8Array): boolean {
  const text = Buffer.from(head.buffer, head.byteOffset, Math.min(head.length, SNIFF_BYTES)).toString("latin1");
  return text.includes("schemas.openxmlformats.org/") || text.includes("schemas.microsoft.com/office/") || text.includes("urn:oasis:names:tc:opendocument");
}

/** A version's number below 4,000, "\r\n", and flags (PEP 552). */
function isPythonCode(head: Uint8Array): boolean {
  const version = (head[0] ?? 0) | ((head[1] ?? 0) << 8);
  return version >= 3_000 && version < 4_000 && head.length > 16 && (head[4] ?? 4) < 4 && head[5] === 0 && head[6] === 0 && head[7] === 0;
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

function signature(format: Format, hex: string, holds?: (head: Uint8Array) => boolean): Signature {
  return { format, bytes: Buffer.from(hex, "hex"), ...(holds && { holds }) };
}

function startsWith(bytes: Uint8Array, start: Uint8Array): boolean {
  for (let at = 0; at < start.length; at++) if (bytes[at] !== start[at]) return false;
  return true;
}
