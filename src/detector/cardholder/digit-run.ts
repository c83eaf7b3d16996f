// Where card numbers may stand: digits in a row, one separator between them allowed.
import { isDigit, isPart, separatorAt } from "./separator.ts";

export type Run = { readonly start: number; readonly end: number };

export const SHORTEST = 13;
export const LONGEST = 19;

/** Runs of at least thirteen digits and separators, in order; each lies in one of the `regions`. */
export function findDigitRuns(bytes: Uint8Array, regions: readonly Run[] = [{ start: 0, end: bytes.length }]): Run[] {
  const runs: Run[] = [];
  for (const region of regions) {
    for (let at = region.start; at + SHORTEST <= region.end;) {
      // Seen from behind, what is no part of a run is seen soonest.
      let last = at + SHORTEST - 1;
      while (last >= at && isPart(bytes[last]!)) last--;
      const start = last + 1;
      const end = last < at && isDigit(bytes[start]!) ? endOfRun(bytes, start) : start;
      if (end - start >= SHORTEST) runs.push({ start, end });
      at = Math.max(end, at + 1);
    }
  }
  return runs;
}

function endOfRun(bytes: Uint8Array, at: number): number {
  for (let end = at; ;) {
    while (end < bytes.length && isDigit(bytes[end]!)) end++;
    const gap = end < bytes.length ? separatorAt(bytes, end) : 0;
    if (gap === 0 || !isDigit(bytes[end + gap]!)) return end;
    end += gap;
  }
}
