// How known values are compared: what shells, terminals, wrapping and encodings' spellings change is not looked at.

/**
 * The byte that stands for each byte in a comparison; 0 for those that are left out: blanks, line ends, controls, quotes, backslashes and
 * everything beyond ASCII. Case is folded, and base64url's `-` and `_` are base64's `+` and `/`.
 */
export const canonical = new Uint8Array(256);
for (let byte = 0x21; byte < 0x7f; byte++) canonical[byte] = String.fromCharCode(byte).toLowerCase().charCodeAt(0);
for (const left of "\"'`\\") canonical[left.charCodeAt(0)] = 0;
canonical[0x2d] = 0x2b;
canonical[0x5f] = 0x2f;

/** What is compared of a text. */
export function toCanonical(text: string): string {
  return String.fromCharCode(...Buffer.from(text, "utf8").map((byte) => canonical[byte] as number).filter((code) => code !== 0));
}

/** A letter thirteen places on; everything else as it is. Canonical text only. */
export function rotate(text: string): string {
  return text.replace(/[a-z]/g, (letter) => String.fromCharCode(((letter.charCodeAt(0) - 0x61 + 13) % 26) + 0x61));
}

export function reverse(text: string): string {
  return [...text].reverse().join("");
}

/** The same for a text, the text backwards, and each of them rotated: one fingerprint stands for all four. */
export function toRepresentative(text: string): string {
  const backwards = reverse(text);
  return [text, backwards, rotate(text), rotate(backwards)].reduce((least, other) => (other < least ? other : least));
}
