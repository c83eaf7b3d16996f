// Base64 of seven-bit text: which characters it may have at which place. wasm/pass/alignment.ts looks at texts with these tables.

/** Tables of 256 bytes, one for each place in a group of four. */
export const ALIGNMENTS_BYTES = 4 * 256;

const SEXTETS = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/";
const values = new Map([...SEXTETS, "-", "_"].map((character, index) => [character.charCodeAt(0), index < 64 ? index : index - 2]));

/**
 * For each byte and its place modulo four the alignments (bits) under which it can be part of such text, once `toCharacter` has made a
 * character of base64 or base64url of it.
 */
export function toAlignments(toCharacter: (byte: number) => number): Uint8Array {
  return Uint8Array.from({ length: ALIGNMENTS_BYTES }, (_, index) => {
    const value = values.get(toCharacter(index & 255));
    const place = index >> 8;
    return [0, 1, 2, 3].reduce((bits, alignment) => (isPossible(value, (place - alignment + 4) % 4) ? bits | (1 << alignment) : bits), 0);
  });
}

/** The first bit of each byte is 0 in seven-bit text; which of a sextet's bits that is depends on its place in the group. */
function isPossible(value: number | undefined, place: number): boolean {
  if (value === undefined) return false;
  if (place === 0) return value < 32;
  return place === 3 || (value & (place === 1 ? 8 : 2)) === 0;
}
