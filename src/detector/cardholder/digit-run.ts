// The one pass over every byte for cardholder data: digits in a row, single blanks or dashes between them allowed.

export type Run = { readonly start: number; readonly end: number };

export const SHORTEST = 13;
export const LONGEST = 19;
const SPACE = 0x20;
export const DASH = 0x2d;

/** Runs of at least thirteen digits and separators, in order. */
export function findDigitRuns(bytes: Uint8Array): Run[] {
  const runs: Run[] = [];
  const length = bytes.length;
  // Thirteen digits with single separators can't hide between two looks that are twelve apart.
  for (let look = 0; look < length; look += 12) {
    const byte = bytes[look]!;
    if (byte > 0x39 || (byte < 0x30 && byte !== SPACE && byte !== DASH)) continue;
    const at = byte >= 0x30 ? look : look + 1;
    if (!isDigit(bytes[at]!)) continue;
    const end = expandRight(bytes, at);
    const start = expandLeft(bytes, at);
    if (end - start >= SHORTEST && runs.at(-1)?.start !== start) runs.push({ start, end });
    if (end > look + 12) look = end - 12;
  }
  return runs;
}

function expandRight(bytes: Uint8Array, at: number): number {
  let end = at + 1;
  for (;;) {
    const byte = bytes[end]!;
    if (isDigit(byte)) end++;
    else if ((byte === SPACE || byte === DASH) && isDigit(bytes[end + 1]!)) end += 2;
    else return end;
  }
}

function expandLeft(bytes: Uint8Array, at: number): number {
  let start = at;
  for (;;) {
    const byte = bytes[start - 1]!;
    if (isDigit(byte)) start--;
    else if ((byte === SPACE || byte === DASH) && isDigit(bytes[start - 2]!)) start -= 2;
    else return start;
  }
}

export function isDigit(byte: number): boolean {
  return byte >= 0x30 && byte <= 0x39;
}
