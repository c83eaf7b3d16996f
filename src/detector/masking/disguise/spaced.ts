// `sed 's/./& /g'`, `fold -w1`, `od -An -tx1`: a value with a blank or a line end after each character or pair.
import type { Decoded, Decoder } from "../../detector.ts";
import { findMarks } from "../sieve/index.ts";

const SHORTEST = 12;
const BLANK = 0x20;
const NEWLINE = 0x0a;
/** Colours are spaced with what they colour. */
const ESCAPE = 0x1b;

/** Groups of one, two or four characters with one separator throughout, joined. */
export const spaced: Decoder = { name: "spaced", decode };

function decode(bytes: Uint8Array): Decoded[] {
  const widths = new Set([...findMarks(bytes).of("groups")].map(({ seen }) => seen));
  return [...widths].sort().flatMap((width) => findGroups(bytes, width));
}

function findGroups(bytes: Uint8Array, width: number): Decoded[] {
  const found: Decoded[] = [];
  const step = width + 1;
  // Looking at every SHORTEST-th group's distance can't miss a run of SHORTEST groups.
  const stride = step * (SHORTEST - 2);
  for (let look = 0; look < bytes.length; look += stride) {
    const at = findSeparator(bytes, look, step);
    if (at < 0) continue;
    const run = expand(bytes, at, width);
    if (run.end - run.start < SHORTEST * step - 1) continue;
    found.push(join(bytes, run, width));
    // The end of a longer word may be a group by chance, and would shift what follows it.
    if (run.start > 0 && isGroup(bytes, run.start - 1, 1)) found.push(join(bytes, { start: run.start + step, end: run.end }, width));
    look = Math.max(look, run.end - stride);
  }
  return found;
}

/** A separator near `look` with another one a group further and visible characters between. */
function findSeparator(bytes: Uint8Array, look: number, step: number): number {
  for (let at = look; at < Math.min(look + step, bytes.length - step); at++) {
    if (isSeparator(bytes[at]) && bytes[at + step] === bytes[at] && isGroup(bytes, at + 1, step - 1)) return at;
  }
  return -1;
}

function expand(bytes: Uint8Array, at: number, width: number): { start: number; end: number } {
  const separator = bytes[at];
  const step = width + 1;
  let first = at;
  while (first >= step && bytes[first - step] === separator && isGroup(bytes, first - width, width)) first -= step;
  const start = isGroup(bytes, first - width, width) ? first - width : first + 1;
  let end = at;
  while (bytes[end] === separator && isGroup(bytes, end + 1, width)) end += step;
  return { start, end };
}

function isGroup(bytes: Uint8Array, from: number, width: number): boolean {
  if (from < 0 || from + width > bytes.length) return false;
  for (let at = from; at < from + width; at++) if (((bytes[at] as number) <= BLANK && bytes[at] !== ESCAPE) || (bytes[at] as number) >= 0x7f) return false;
  return true;
}

function isSeparator(byte: number | undefined): boolean {
  return byte === BLANK || byte === NEWLINE;
}

function join(bytes: Uint8Array, { start, end }: { start: number; end: number }, width: number): Decoded {
  const step = width + 1;
  const out = new Uint8Array(Math.ceil((end - start) / step) * width);
  for (let at = start, to = 0; at < end; at += step) {
    for (let offset = 0; offset < width; offset++) out[to++] = bytes[at + offset] as number;
  }
  return { start, end, bytes: out, at: (offset) => start + Math.floor(offset / width) * step + (offset % width) };
}
