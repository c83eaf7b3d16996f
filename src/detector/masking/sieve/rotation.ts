// What rotation by thirteen makes of characters, and of what encodings are made of.

/** Characters of base64, base32, hexadecimal digits, percent-encoding and escapes. */
export const encoded = new Uint8Array(256);
for (const character of "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/=-_%\\") encoded[character.charCodeAt(0)] = 1;

/** Each byte; a letter thirteen places on. */
export const turned = Uint8Array.from({ length: 256 }, (_, byte) => {
  const base = byte & 0x60;
  const isLetter = (byte >= 0x41 && byte <= 0x5a) || (byte >= 0x61 && byte <= 0x7a);
  return isLetter ? ((byte - base - 1 + 13) % 26) + base + 1 : byte;
});

/** For each character, turned, and its place modulo four: the alignments (bits) under which it can be part of base64 of seven-bit text. */
export const possible = Uint8Array.from({ length: 4 * 256 }, (_, index) => {
  const value = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/".indexOf(String.fromCharCode(turned[index & 255] as number).replace("-", "+").replace("_", "/"));
  const fits = (place: number) => value >= 0 && (place === 0 ? value < 32 : place === 3 || (value & (place === 1 ? 8 : 2)) === 0);
  return [0, 1, 2, 3].reduce((bits, alignment) => (fits(((index >> 8) - alignment + 4) % 4) ? bits | (1 << alignment) : bits), 0);
});
