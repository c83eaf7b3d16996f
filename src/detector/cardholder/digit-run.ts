// The one pass over every byte for cardholder data: digits in a row, one separator between them allowed.
import { isDigit, isJoint, separatorAt, separatorBefore } from "./separator.ts";

export type Run = { readonly start: number; readonly end: number };

export const SHORTEST = 13;
export const LONGEST = 19;
/** Separators are three bytes long at most. */
const WIDEST = 3;

/** Runs of at least thirteen digits and separators, in order; each lies in one of the `regions`. */
export function findDigitRuns(bytes: Uint8Array, regions: readonly Run[] = [{ start: 0, end: bytes.length }]): Run[] {
  const runs: Run[] = [];
  for (const region of regions) addRuns(runs, bytes, region);
  return runs;
}

function addRuns(runs: Run[], bytes: Uint8Array, region: Run): void {
  // Thirteen digits with separators between them can't hide between two looks that are twelve apart.
  for (let look = region.start; look < region.end; look += 12) {
    const byte = bytes[look]!;
    const at = isDigit(byte) ? look : isJoint(byte) ? findDigitNear(bytes, look) : -1;
    if (at < 0) continue;
    const end = expandRight(bytes, at);
    const start = expandLeft(bytes, at);
    if (end - start >= SHORTEST && runs.at(-1)?.start !== start) runs.push({ start, end });
    if (end > look + 12) look = end - 12;
  }
}

/** The digit behind the separator that `look` is in. */
function findDigitNear(bytes: Uint8Array, look: number): number {
  for (let at = look + 1; at <= look + WIDEST; at++) {
    if (isDigit(bytes[at]!)) return at;
    if (!isPart(bytes[at]!)) return -1;
  }
  return -1;
}

/** In the middle of a separator any byte of U+2000 to U+202F may stand. */
function isPart(byte: number): boolean {
  return isJoint(byte) || (byte >= 0x80 && byte <= 0xaf);
}

function expandRight(bytes: Uint8Array, at: number): number {
  let end = at + 1;
  for (;;) {
    if (isDigit(bytes[end]!)) {
      end++;
      continue;
    }
    const gap = separatorAt(bytes, end);
    if (gap === 0 || !isDigit(bytes[end + gap]!)) return end;
    end += gap + 1;
  }
}

function expandLeft(bytes: Uint8Array, at: number): number {
  let start = at;
  for (;;) {
    if (isDigit(bytes[start - 1]!)) {
      start--;
      continue;
    }
    const gap = separatorBefore(bytes, start);
    if (gap === 0 || !isDigit(bytes[start - gap - 1]!)) return start;
    start -= gap + 1;
  }
}
