// `tr A-Za-z N-ZA-Mn-za-m` over an encoded value: no decoder takes what comes out for its own.
import type { Decoded, Decoder } from "../../detector.ts";
import { findMarks, IS_BASE64, turned, type Mark } from "../sieve/index.ts";
import { SEAM } from "./line.ts";

const SAMPLE = 16;
/** How much of a run tells what it is. */
const LOOK = 96;

/** Encoded runs whose rotation is the encoding of text or of a gzip stream, each turned back on a line of its own. */
export const rotated: Decoder = { name: "rot13", decode };

function decode(bytes: Uint8Array): Decoded[] {
  const frontOf = ({ start, end }: Mark) => String.fromCharCode(...bytes.subarray(start, Math.min(end, start + LOOK)));
  const runs = [...findMarks(bytes).of("rotated")].filter((run) => run.seen === IS_BASE64 || isRotated(frontOf(run)));
  return runs.length === 0 ? [] : [turn(bytes, runs)];
}

/** By the rotated fronts of gzip in base64, and by digits that rotation has taken out of their alphabet. */
function isRotated(front: string): boolean {
  if (front.includes("U4fV") || /^1[sS]8[oO]/.test(front)) return true;
  if (/[%\\]/.test(front)) return /(?:%[2-7][n-s].{0,12}){2}|(?:\\[hk][0-9n-s]{2}.{0,24}){2}/i.test(front);
  return /^[0-9n-s]{24}/i.test(front) ? /[n-s]/i.test(front) && /^.?(?:[2-7].|0[9nqNQ]|1o){8}/i.test(front) : isBase32OfText(front);
}

/** Sixteen digits make ten bytes; all of them text happens to one word in a thousand. */
function isBase32OfText(text: string): boolean {
  const digits = /^(?:[A-Z2-7]{24}|[a-z2-7]{24})/.test(text) ? text.slice(0, SAMPLE).toUpperCase() : "";
  if (digits === "") return false;
  let bits = "";
  for (const digit of digits) bits += "NOPQRSTUVWXYZABCDEFGHIJKLM234567".indexOf(digit).toString(2).padStart(5, "0");
  for (let at = 0; at + 8 <= bits.length; at += 8) if (bits[at] === "1" || bits.slice(at, at + 3) === "000") return false;
  return true;
}

function turn(bytes: Uint8Array, runs: readonly { readonly start: number; readonly end: number }[]): Decoded {
  const size = runs.reduce((sum, { start, end }) => sum + end - start + SEAM.length, 0);
  const out = new Uint8Array(size);
  const from = new Int32Array(size);
  let to = 0;
  for (const { start, end } of runs) {
    for (let at = start; at < end; at++) {
      from[to] = at;
      out[to++] = turned[bytes[at] as number] as number;
    }
    from.fill(end, to, to + SEAM.length);
    out.set(SEAM, to);
    to += SEAM.length;
  }
  return { start: runs[0]?.start ?? 0, end: runs.at(-1)?.end ?? 0, bytes: out, at: (offset) => from[Math.min(offset, size - 1)] ?? 0 };
}
