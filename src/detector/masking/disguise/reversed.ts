// `echo "$TOKEN" | rev`: the runner's masker does not know a value backwards.
import { Buffer } from "node:buffer";
import type { Decoded, Decoder } from "../../detector.ts";
import { COLON, findMarks, LETTER_SHIFT, UPPER } from "../sieve/index.ts";
import { lineAround } from "./line.ts";

/** How much of a line with colours is read backwards to either side of one. */
const LONGEST = 4096;
/** Stands between runs: a line with a blank, so that no other decoder takes two runs for one that was wrapped. */
const SEAM = Buffer.from("\n \n");

/** How a colour (ECMA-48, CSI) begins; backwards the bracket comes first. */
const ESCAPE = 0x1b;
const BRACKET = 0x5b;

/** Times and versions have one or two. */
const LEAST_LETTERS = 4;
/** Digits that are looked at before a run counts as encoded text: one digest in three thousand passes. */
const HEX_SAMPLE = 8;

/** All runs that may be values, each backwards on lines of its own: one text to search instead of thousands. */
export const reversed: Decoder = { name: "reversed", decode };

function decode(bytes: Uint8Array): Decoded[] {
  const runs: number[] = [];
  let size = 0;
  const words = findMarks(bytes).words("reversed");
  // Only where an address stands backwards may a password be that has no mark of its own.
  let marks = 0;
  for (let at = 0; at < words.length; at += 3) {
    marks ||= Buffer.from(bytes.buffer, bytes.byteOffset, bytes.length).includes("//:") ? UPPER | COLON : UPPER;
    const [start, end, seen] = [words[at] as number, words[at + 1] as number, words[at + 2] as number];
    const run = { start, end };
    if (seen >> LETTER_SHIFT >= LEAST_LETTERS ? (seen & marks) === 0 && !isEscaped(bytes, run) : !isHexOfText(bytes, run) && !isEscaped(bytes, run)) continue;
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

/** Hexadecimal digits backwards: every second digit from the end is the upper half of a visible character. */
function isHexOfText(bytes: Uint8Array, { start, end }: { start: number; end: number }): boolean {
  for (let at = end - 1; at > Math.max(start, end - 1 - 2 * HEX_SAMPLE); at -= 2) {
    const byte = bytes[at] as number;
    if (byte < 0x32 || byte > 0x37) return false;
  }
  return true;
}

/** `%41` and `\\u0041` backwards, again and again. */
function isEscaped(bytes: Uint8Array, { start, end }: { start: number; end: number }): boolean {
  let escapes = 0;
  for (let at = end - 1; at > start && escapes < HEX_SAMPLE; at--) {
    const byte = bytes[at];
    if (byte === 0x25 && (bytes[at - 1] as number) > 0x20) escapes++;
    if (byte === 0x5c && (bytes[at - 1] === 0x75 || bytes[at - 1] === 0x78)) escapes++;
  }
  return escapes === HEX_SAMPLE;
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
