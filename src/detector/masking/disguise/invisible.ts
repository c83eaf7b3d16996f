// What a terminal does not show: escape sequences (ECMA-48, xterm's OSC) and zero-width characters. They cut values in two.

/** No sequence is looked for beyond this many bytes; a longer one is text. */
const MAX_SEQUENCE_BYTES = 4096;

/** `length` bytes are invisible; of a sequence with text inside (a link, a title) the payload's bounds are given too. */
type Invisible = { readonly length: number; readonly payloadStart: number; readonly payloadEnd: number };

const ESCAPE = 0x1b;
const BELL = 0x07;
const NEWLINE = 0x0a;

/** 1: may begin something invisible. Newline and carriage return are not among them. */
export const suspects = new Uint8Array(256);
for (let byte = 0; byte < 0x20; byte++) suspects[byte] = 1;
for (const byte of [0x09, NEWLINE, 0x0b, 0x0c, 0x0d]) suspects[byte] = 0;
for (const byte of [0x7f, 0xc2, 0xcd, 0xd8, 0xe1, 0xe2, 0xef, 0xf3]) suspects[byte] = 1;

/** The invisible thing at `at`, a byte that `suspects` marks; undefined where the byte is visible text. */
export function findInvisible(bytes: Uint8Array, at: number, end: number): Invisible | undefined {
  const byte = bytes[at] ?? 0;
  if (byte === ESCAPE) return readEscape(bytes, at, end);
  if (byte < 0x20 || byte === 0x7f) return bare(1);
  if (byte === 0xc2 && bytes[at + 1] === 0x9b && at + 1 < end) return bare(2 + controlSequenceLength(bytes, at + 2, end));
  return zeroWidth(bytes, at, end);
}

function bare(length: number): Invisible {
  return { length, payloadStart: 0, payloadEnd: 0 };
}

function readEscape(bytes: Uint8Array, at: number, end: number): Invisible {
  const next = at + 1 < end ? (bytes[at + 1] ?? 0) : 0;
  if (next === 0x5b) return bare(2 + controlSequenceLength(bytes, at + 2, end));
  // OSC, DCS, SOS, PM, APC: text up to BEL or ST.
  if (next === 0x5d || next === 0x50 || next === 0x58 || next === 0x5e || next === 0x5f) return readString(bytes, at, end);
  let here = at + 1;
  while (here < end && here < at + 4 && isBetween(bytes[here], 0x20, 0x2f)) here++;
  return bare(here < end && isBetween(bytes[here], 0x30, 0x7e) ? here + 1 - at : 1);
}

/** Length of parameters, intermediates and final byte from `at`; 0 where no final byte comes, so that the text stays. */
function controlSequenceLength(bytes: Uint8Array, at: number, end: number): number {
  const most = Math.min(end, at + 128);
  let here = at;
  while (here < most && isBetween(bytes[here], 0x20, 0x3f)) here++;
  return here < most && isBetween(bytes[here], 0x40, 0x7e) ? here + 1 - at : 0;
}

/** A string that its line or the limit cuts off loses only its introducer: what was meant to be hidden is text then. */
function readString(bytes: Uint8Array, at: number, end: number): Invisible {
  const most = Math.min(end, at + MAX_SEQUENCE_BYTES);
  for (let here = at + 2; here < most; here++) {
    const byte = bytes[here];
    if (byte === NEWLINE) break;
    if (byte === BELL) return { length: here + 1 - at, payloadStart: at + 2, payloadEnd: here };
    if (byte === ESCAPE && here + 1 < most && bytes[here + 1] === 0x5c) return { length: here + 2 - at, payloadStart: at + 2, payloadEnd: here };
  }
  return bare(2);
}

/** UTF-8 of the characters without width: soft hyphen, joiners, marks of direction, variation selectors, tags, the BOM. */
function zeroWidth(bytes: Uint8Array, at: number, end: number): Invisible | undefined {
  const [a, b, c] = [bytes[at], at + 1 < end ? bytes[at + 1] : 0, at + 2 < end ? bytes[at + 2] : 0];
  if ((a === 0xc2 && b === 0xad) || (a === 0xcd && b === 0x8f) || (a === 0xd8 && b === 0x9c)) return bare(2);
  if (a === 0xe2 && b === 0x80 && (isBetween(c, 0x8b, 0x8f) || isBetween(c, 0xaa, 0xae))) return bare(3);
  if (a === 0xe2 && b === 0x81 && (isBetween(c, 0xa0, 0xa4) || isBetween(c, 0xa6, 0xaf))) return bare(3);
  if (a === 0xef && b === 0xbb && c === 0xbf) return bare(3);
  if (a === 0xef && b === 0xb8 && isBetween(c, 0x80, 0x8f)) return bare(3);
  if (a === 0xe1 && b === 0xa0 && c === 0x8e) return bare(3);
  if (a === 0xf3 && b === 0xa0 && isBetween(c, 0x80, 0x87) && at + 3 < end) return bare(4);
  return undefined;
}

function isBetween(byte: number | undefined, low: number, high: number): boolean {
  return byte !== undefined && byte >= low && byte <= high;
}
