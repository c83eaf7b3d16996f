// What rotation by thirteen makes of characters, and of what encodings are made of.
import { toAlignments } from "../../sieve/index.ts";

/** Characters of base64, base32, hexadecimal digits, percent-encoding and escapes. */
export const encoded = new Uint8Array(256);
for (const character of "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/=-_%\\") encoded[character.charCodeAt(0)] = 1;

/** Each byte; a letter thirteen places on. */
export const turned = Uint8Array.from({ length: 256 }, (_, byte) => {
  const base = byte & 0x60;
  const isLetter = (byte >= 0x41 && byte <= 0x5a) || (byte >= 0x61 && byte <= 0x7a);
  return isLetter ? ((byte - base - 1 + 13) % 26) + base + 1 : byte;
});

/** For each byte, turned, and its place modulo four: the alignments under which it can be part of base64 of text. */
export const alignments = toAlignments((byte) => turned[byte] as number);
