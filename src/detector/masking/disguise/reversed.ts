// `echo "$TOKEN" | rev`: the runner's masker does not know a value backwards.
import { Buffer } from "node:buffer";
import type { Decoded, Decoder } from "../../detector.ts";
import { findMarks, WITH_ADDRESS } from "../sieve/index.ts";
import { lineAround, SEAM } from "./line.ts";

/** How much of a line with colours is read backwards to either side of one. */
const LONGEST = 4096;

/** How a colour (ECMA-48, CSI) begins; backwards the bracket comes first. */
const ESCAPE = 0x1b;
const BRACKET = 0x5b;

/** All runs that may be values, each backwards on lines of its own: one text to search instead of thousands. */
export const reversed: Decoder = { name: "reversed", decode };

function decode(bytes: Uint8Array): Decoded[] {
  const runs: number[] = [];
  let size = 0;
  const words = findMarks(bytes).words("reversed");
  // The backwards front of an address: only near one may a run be a password that has no mark of its own.
  let hasAddress: boolean | undefined;
  for (let at = 0; at < words.length; at += 3) {
    const [start, end, seen] = [words[at] as number, words[at + 1] as number, words[at + 2] as number];
    if (seen === WITH_ADDRESS && !(hasAddress ??= Buffer.from(bytes.buffer, bytes.byteOffset, bytes.length).includes("//:"))) continue;
    runs.push(start, end);
    size += end - start + SEAM.length;
  }
  return [...(runs.length === 0 ? [] : [reverse(bytes, runs, size)]), ...reverseColoured(bytes)];
}

/** Lines with colours backwards, whole: the colour may stand within the value. */
function reverseColoured(bytes: Uint8Array): Decoded[] {
  const found: Decoded[] = [];
  let done = 0;
  for (const { start: at, seen } of findMarks(bytes).of("invisible")) {
    if (seen !== ESCAPE || at < done || bytes[at - 1] !== BRACKET) continue;
    const { start, end } = lineAround(bytes, at, { before: LONGEST, behind: LONGEST });
    found.push({ start, end, bytes: new Uint8Array(bytes.subarray(start, end)).reverse(), at: (offset) => Math.max(start, end - 1 - offset) });
    done = end;
  }
  return found;
}

function reverse(bytes: Uint8Array, runs: readonly number[], size: number): Decoded {
  const out = new Uint8Array(size);
  const starts = new Int32Array(runs.length / 2);
  let to = 0;
  for (let index = 0; index < runs.length; index += 2) {
    starts[index / 2] = to;
    const first = runs[index] ?? 0;
    for (let at = (runs[index + 1] ?? 0) - 1; at >= first; at--) out[to++] = bytes[at] as number;
    out.set(SEAM, to);
    to += SEAM.length;
  }
  const at = (offset: number) => {
    const run = findRun(starts, offset);
    const [first, end] = [runs[2 * run] ?? 0, runs[2 * run + 1] ?? 0];
    return Math.max(first, end - 1 - (offset - (starts[run] ?? 0)));
  };
  return { start: runs[0] ?? 0, end: runs.at(-1) ?? 0, bytes: out, at };
}

/** The last run that begins at or before `offset`. */
function findRun(starts: Int32Array, offset: number): number {
  let low = 0;
  let high = starts.length;
  while (high - low > 1) {
    const middle = (low + high) >> 1;
    if ((starts[middle] ?? 0) <= offset) low = middle;
    else high = middle;
  }
  return low;
}
