// `echo "$TOKEN" | rev`: the runner's masker does not know a value backwards.
import { Buffer } from "node:buffer";
import type { Decoded, Decoder } from "../../detector.ts";

/** A value without a name is not known below this length. */
const SHORTEST = 16;
/** Longer runs are data: decoders of encodings look into them. */
const LONGEST = 4096;
/** Stands between runs: a line with a blank, so that no other decoder takes two runs for one that was wrapped. */
const SEAM = Buffer.from("\n \n");

const UPPER = 1;
const LOWER = 2;
const DIGIT = 4;
const OTHER = 8;
/** Kinds of the characters that values are made of; 0 ends a run. */
const kinds = new Uint8Array(256);
for (let byte = 0x30; byte <= 0x39; byte++) kinds[byte] = DIGIT;
for (let byte = 0x41; byte <= 0x5a; byte++) kinds[byte] = UPPER;
for (let byte = 0x61; byte <= 0x7a; byte++) kinds[byte] = LOWER;
for (const character of "_-+/=.:@%") kinds[character.charCodeAt(0)] = OTHER;

/** All runs that may be values, each backwards on lines of its own: one text to search instead of thousands. */
export const reversed: Decoder = { name: "reversed", decode };

function decode(bytes: Uint8Array): Decoded[] {
  const runs: number[] = [];
  let size = 0;
  for (let at = 0; at < bytes.length; at++) {
    if (kinds[bytes[at] as number] === 0) continue;
    const start = at;
    let seen = 0;
    for (; at < bytes.length && kinds[bytes[at] as number] !== 0; at++) seen |= kinds[bytes[at] as number] as number;
    if (at - start < SHORTEST || at - start > LONGEST || !isMixed(seen)) continue;
    runs.push(start, at);
    size += at - start + SEAM.length;
  }
  return runs.length === 0 ? [] : [reverse(bytes, runs, size)];
}

/** Digits among letters; names and words are neither. */
function isMixed(seen: number): boolean {
  return (seen & DIGIT) !== 0 && (seen & (UPPER | LOWER)) !== 0;
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
  const at = (offset: number) => runs[2 * findRun(starts, offset)] ?? 0;
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
