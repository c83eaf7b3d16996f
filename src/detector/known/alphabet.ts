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

const BACKSLASH = 0x5c;
/** `\n`, `\r` and `\t` are line ends and blanks that an encoding has spelt out. */
export const spelt = new Uint8Array(256);
for (const letter of "nrt") spelt[letter.charCodeAt(0)] = 1;

/** What is compared of a text. */
export function toCanonical(text: string): string {
  const bytes = Buffer.from(text, "utf8");
  const out: number[] = [];
  for (let at = 0; at < bytes.length; at++) {
    const byte = bytes[at] as number;
    const escaped = byte === BACKSLASH && spelt[bytes[at + 1] ?? 0] === 1;
    if (escaped) at++;
    else if (canonical[byte] !== 0) out.push(canonical[byte] as number);
  }
  return String.fromCharCode(...out);
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
