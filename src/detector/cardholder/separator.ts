// What people and programs put between the groups of a card number, as bytes.

/** Bytes that a separator may begin with. */
const joints = new Uint8Array(256);
/** Blank, tab, dash, dot, slash, underscore, the no-break space of Latin-1, and the first bytes of those of UTF-8 below. */
for (const byte of [0x20, 0x09, 0x2d, 0x2e, 0x2f, 0x5f, 0xa0, 0xc2, 0xe2]) joints[byte] = 1;

/** 1 for digits, and for what a separator begins with or goes on with. */
const parts = joints.slice().fill(1, 0x30, 0x3a).fill(1, 0x80, 0xb0);

export function isPart(byte: number): boolean {
  return parts[byte] === 1;
}

export function isDigit(byte: number): boolean {
  return byte >= 0x30 && byte <= 0x39;
}

/** How many bytes the separator that begins at `at` has; 0 where none does. */
export function separatorAt(bytes: Uint8Array, at: number): number {
  const byte = bytes[at]!;
  if (joints[byte] !== 1) return 0;
  if (byte < 0x80) return byte === 0x20 && bytes[at + 1] === 0x20 ? 2 : 1;
  if (byte === 0xa0) return 1;
  if (byte === 0xc2) return bytes[at + 1] === 0xa0 ? 2 : 0;
  return isWideBlankOrDash(bytes[at + 1]!, bytes[at + 2]!) ? 3 : 0;
}

/** U+2000 to U+200A, U+202F and U+2212, and the dashes U+2010 to U+2015, behind their first byte in UTF-8. */
function isWideBlankOrDash(second: number, third: number): boolean {
  if (second === 0x88) return third === 0x92;
  return second === 0x80 && ((third >= 0x80 && third <= 0x8a) || (third >= 0x90 && third <= 0x95) || third === 0xaf);
}
