// Runs of hexadecimal digits, in either case, that stand for text.
import type { Decoded, Decoder } from "../detector.ts";
import type { Run, Sifted } from "../sieve/index.ts";
import { isCompressed, isPlausible } from "./plausible.ts";

const SHORTEST = 24;
const STEP = 16;
const SAMPLE = 16;

const nibble = new Int8Array(256).fill(-1);
[..."0123456789abcdef"].forEach((character, value) => {
  nibble[character.charCodeAt(0)] = value;
  nibble[character.toUpperCase().charCodeAt(0)] = value;
});

export const hex: Decoder = { name: "hex", decode };

function decode(bytes: Uint8Array, sifted?: Sifted): Decoded[] {
  return (sifted?.runs("hex") ?? findRuns(bytes)).flatMap(({ start, end }) => decodeRun(bytes, start, end));
}

function findRuns(bytes: Uint8Array): Run[] {
  const found: Run[] = [];
  for (let look = 0; look < bytes.length; look += STEP) {
    if (nibble[bytes[look]!]! < 0) continue;
    let start = look;
    let end = look + 1;
    while (start > 0 && nibble[bytes[start - 1]!]! >= 0) start--;
    while (end < bytes.length && nibble[bytes[end]!]! >= 0) end++;
    look = Math.max(look, end - STEP);
    if (end - start >= SHORTEST) found.push({ start, end });
  }
  return found;
}

function decodeRun(bytes: Uint8Array, start: number, end: number): Decoded[] {
  return [start, start + 1].filter((from) => mayBeText(bytes, from, end)).flatMap((from) => {
    const decoded = toBytes(bytes, from, end);
    return isPlausible(decoded) ? [{ start, end, bytes: decoded, at: (offset: number) => from + offset * 2 }] : [];
  });
}

/** Whether the beginning, the middle or the end is seven-bit text, or the beginning a compressed stream. */
function mayBeText(bytes: Uint8Array, from: number, end: number): boolean {
  const last = Math.max(from, end - SAMPLE * 2 - ((end - from) & 1));
  const middle = from + (((last - from) >> 2) << 1);
  if (isCompressed(toBytes(bytes, from, Math.min(end, from + 8)))) return true;
  return [from, middle, last].some((start) => {
    for (let at = start; at < Math.min(end, start + SAMPLE * 2); at += 2) if (nibble[bytes[at]!]! > 7 || (nibble[bytes[at]!] === 1 && nibble[bytes[at + 1]!] !== 11)) return false;
    return true;
  });
}

function toBytes(bytes: Uint8Array, from: number, end: number): Uint8Array {
  const out = new Uint8Array((end - from) >> 1);
  for (let at = 0; at < out.length; at++) out[at] = (nibble[bytes[from + at * 2]!]! << 4) | nibble[bytes[from + at * 2 + 1]!]!;
  return out;
}
