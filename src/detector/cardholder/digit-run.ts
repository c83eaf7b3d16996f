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
    if (byte > 0x39 || byte < SPACE) continue;
    const at = isDigit(byte) ? look : isSeparator(byte) && isDigit(bytes[look + 1] ?? 0) ? look + 1 : -1;
    if (at < 0) continue;
    const run = expandRun(bytes, at);
    if (run.end - run.start >= SHORTEST && runs.at(-1)?.start !== run.start) runs.push(run);
    look = Math.max(look, run.end - 12);
  }
  return runs;
}

function expandRun(bytes: Uint8Array, at: number): Run {
  let start = at;
  let end = at + 1;
  for (;;) {
    if (isDigit(bytes[start - 1] ?? 0)) start--;
    else if (isSeparator(bytes[start - 1] ?? 0) && isDigit(bytes[start - 2] ?? 0)) start -= 2;
    else break;
  }
  for (;;) {
    if (isDigit(bytes[end] ?? 0)) end++;
    else if (isSeparator(bytes[end] ?? 0) && isDigit(bytes[end + 1] ?? 0)) end += 2;
    else break;
  }
  return { start, end };
}

export function isDigit(byte: number): boolean {
  return byte >= 0x30 && byte <= 0x39;
}

function isSeparator(byte: number): boolean {
  return byte === SPACE || byte === DASH;
}
