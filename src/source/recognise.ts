// Tells by the first bytes what a file is, so that a message can say what was given instead of what was asked for.
import { BLOCK_BYTES, parseHeader } from "../tar/index.ts";

type FileKind =
  | { readonly kind: "tar" | "gzip" | "zstd" }
  | { readonly kind: "other"; readonly description: string };

const signatures: readonly (readonly [hex: string, description: string])[] = [
  ["504b0304", "a zip file"],
  ["504b0506", "an empty zip file"],
  ["425a68", "a bzip2 file"],
  ["fd377a585a00", "an xz file"],
  ["377abcaf271c", "a 7z file"],
  ["526172211a07", "a rar file"],
  ["213c617263683e0a", "an ar or Debian package file"],
  ["edabeedb", "an RPM package"],
  ["7f454c46", "an ELF program"],
  ["4344303031", "a disk image"],
  ["25504446", "a PDF file"],
  ["89504e47", "a PNG picture"],
  ["ffd8ff", "a JPEG picture"],
  ["53514c69746520666f726d6174", "an SQLite database"],
  ["68737173", "a squashfs image"],
];

/** `head` holds the first 512 bytes, or all of a shorter file. */
export function recogniseFile(head: Uint8Array): FileKind {
  if (head.length === 0) return other("an empty file");
  const hex = Buffer.from(head.subarray(0, 16)).toString("hex");
  if (hex.startsWith("1f8b")) return { kind: "gzip" };
  if (hex.startsWith("28b52ffd")) return { kind: "zstd" };
  const known = signatures.find(([signature]) => hex.startsWith(signature));
  if (known) return other(known[1]);
  const header = head.length >= BLOCK_BYTES ? parseHeader(head.subarray(0, BLOCK_BYTES)) : "malformed";
  if (header === "zero") return { kind: "tar" };
  if (header !== "malformed") return { kind: "tar" };
  return other(describeText(head));
}

function describeText(head: Uint8Array): string {
  const isText = head.every((byte) => byte >= 0x20 || byte === 0x09 || byte === 0x0a || byte === 0x0d);
  if (!isText) return "a binary file of an unknown kind";
  const first = Buffer.from(head).toString("latin1").trimStart()[0];
  return first === "{" || first === "[" ? "a JSON file" : "a text file";
}

function other(description: string): FileKind {
  return { kind: "other", description };
}
