// What people and programs put between the groups of a card number, as bytes.

/** Bytes that may stand in a separator or begin one, and digits: everything else ends a run. */
const DIGIT = 1;
const JOINT = 2;
const kinds = new Uint8Array(256);
for (let byte = 0x30; byte <= 0x39; byte++) kinds[byte] = DIGIT;
/** Blank, tab, dash, dot, slash, underscore, the no-break space of Latin-1, and the bytes of those of UTF-8 below. */
for (const byte of [0x20, 0x09, 0x2d, 0x2e, 0x2f, 0x5f, 0xa0, 0xc2, 0xe2, 0x80, 0x88]) kinds[byte] = JOINT;

export function isDigit(byte: number): boolean {
  return kinds[byte] === DIGIT;
}

export function isJoint(byte: number): boolean {
  return kinds[byte] === JOINT;
}

/** How many bytes the separator that begins at `at` has; 0 where none does. */
export function separatorAt(bytes: Uint8Array, at: number): number {
  const byte = bytes[at]!;
  if (kinds[byte] !== JOINT) return 0;
  if (byte < 0x80) return byte === 0x20 && bytes[at + 1] === 0x20 ? 2 : 1;
  if (byte === 0xa0) return 1;
  if (byte === 0xc2) return bytes[at + 1] === 0xa0 ? 2 : 0;
  return byte === 0xe2 && isWideBlankOrDash(bytes[at + 1]!, bytes[at + 2]!) ? 3 : 0;
}

/** The same for the separator that ends before `end`. */
export function separatorBefore(bytes: Uint8Array, end: number): number {
  for (let length = 3; length > 0; length--) if (end >= length && separatorAt(bytes, end - length) === length) return length;
  return 0;
}

/** U+2000 to U+200A, U+202F and U+2212, and the dashes U+2010 to U+2015, behind their first byte in UTF-8. */
function isWideBlankOrDash(second: number, third: number): boolean {
  if (second === 0x88) return third === 0x92;
  return second === 0x80 && ((third >= 0x80 && third <= 0x8a) || (third >= 0x90 && third <= 0x95) || third === 0xaf);
}
