// What the module asks of single characters: whether base64 of text may have them at a place, and what hexadecimal digits are worth.

export const CLASSES_BYTES = 5 * 256;

const SEXTETS = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/";

/** For each character of base64 and its place modulo four the alignments under which it can be part of seven-bit text; then the values of hexadecimal digits. */
export function toClasses(): Uint8Array {
  const tables = new Uint8Array(CLASSES_BYTES).fill(0xff, 1024);
  for (let value = 0; value < 64; value++) {
    for (let place = 0; place < 4; place++) {
      const alignments = [0, 1, 2, 3].reduce((sum, alignment) => sum | (isPossible(value, (place - alignment + 4) % 4) ? 1 << alignment : 0), 0);
      for (const byte of charactersOf(value)) tables[place * 256 + byte] = alignments;
    }
  }
  for (const digit of "0123456789abcdefABCDEF") tables[1024 + digit.charCodeAt(0)] = Number.parseInt(digit, 16);
  return tables;
}

/** In base64, and in base64url where that has another one. */
function charactersOf(value: number): number[] {
  const own = SEXTETS.charCodeAt(value);
  return value < 62 ? [own] : [own, value === 62 ? 0x2d : 0x5f];
}

/** The first bit of each byte is 0 in seven-bit text; which of a sextet's bits that is depends on its place in the group. */
function isPossible(value: number, place: number): boolean {
  if (place === 0) return value < 32;
  return place === 3 || (value & (place === 1 ? 8 : 2)) === 0;
}
