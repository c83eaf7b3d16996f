// Checksums that vendors put into their tokens; each can be verified without asking anybody.
import { Buffer } from "node:buffer";
import { crc32 } from "node:zlib";

const BASE62 = "0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz";

/** Names that a rule's `checksum` may have, each with the check of a whole token. */
export const checksums = {
  /** GitHub and npm: prefix, random characters, CRC-32 of those as six base-62 digits. */
  "crc32-base62": (token: string) => {
    const start = token.indexOf("_") + 1;
    const end = Math.max(start, token.length - 6);
    return crcOf(token, start, end) === readBase62(token, end);
  },
  /** Grafana service accounts: CRC-32 of everything before the last underscore, little-endian, as eight hexadecimal digits. */
  "crc32-hex": (token: string) => {
    const cut = token.lastIndexOf("_");
    return crc32Hex(token.slice(0, cut)) === token.slice(cut + 1).toLowerCase();
  },
} as const satisfies Record<string, (token: string) => boolean>;

export type ChecksumName = keyof typeof checksums;

/** Polynomial of CRC-32 as zlib and gzip have it (ISO 3309), a remainder for each byte. */
const remainders = Uint32Array.from({ length: 256 }, (_, byte) => {
  let rest = byte;
  for (let bit = 0; bit < 8; bit++) rest = (rest & 1) === 1 ? (rest >>> 1) ^ 0xedb88320 : rest >>> 1;
  return rest;
});

/** Of a part of the text, one byte a character; for so few bytes a call out of the language costs more than the sum. */
function crcOf(text: string, start: number, end: number): number {
  let rest = 0xffffffff;
  for (let at = start; at < end; at++) rest = (rest >>> 8) ^ remainders[(rest ^ text.charCodeAt(at)) & 0xff]!;
  return (rest ^ 0xffffffff) >>> 0;
}

/** The number that the rest of the text from `start` is in base 62; -1 for other characters and other lengths than six. */
function readBase62(text: string, start: number): number {
  if (text.length - start !== 6) return -1;
  let sum = 0;
  for (let at = start; at < text.length; at++) {
    const code = text.charCodeAt(at);
    const digit = code >= 0x61 && code <= 0x7a ? code - 0x3d : code >= 0x41 && code <= 0x5a ? code - 0x37 : code >= 0x30 && code <= 0x39 ? code - 0x30 : -1;
    if (digit < 0) return -1;
    sum = sum * 62 + digit;
  }
  return sum;
}

/** Six base-62 digits (0-9, A-Z, a-z), filled with zeros. */
export function crc32Base62(text: string): string {
  let rest = crc32(text);
  let digits = "";
  for (let place = 0; place < 6; place++) {
    digits = BASE62.charAt(rest % 62) + digits;
    rest = Math.floor(rest / 62);
  }
  return digits;
}

/** Four bytes, least first, as hexadecimal digits. */
export function crc32Hex(text: string): string {
  const bytes = Buffer.alloc(4);
  bytes.writeUInt32LE(crc32(text));
  return bytes.toString("hex");
}
