// UTF-32 in either byte order, with or without a mark: three zeros beside each character.
import type { Decoded, Decoder } from "../detector.ts";
import type { Sifted } from "../sieve/index.ts";

const SHORTEST = 10;
const WIDTH = 4;
/** Every run of the shortest length holds a character and its zeros at one of these places. */
const STEP = 16;

export const utf32: Decoder = { name: "utf-32", decode };

function decode(bytes: Uint8Array, sifted?: Sifted): Decoded[] {
  if (sifted) return sifted.runs("utf32").map(({ start, end }) => narrow(bytes, start, end));
  const found: Decoded[] = [];
  // Text has no zeros: most windows are done with here.
  const first = bytes.indexOf(0);
  if (first < 0) return found;
  for (let look = Math.max(0, first - WIDTH); look + 2 * WIDTH <= bytes.length; look += STEP) {
    const at = findCharacter(bytes, look);
    if (at < 0) continue;
    let start = at;
    let end = at + WIDTH;
    while (isCharacter(bytes, start - WIDTH)) start -= WIDTH;
    while (isCharacter(bytes, end)) end += WIDTH;
    if (isLast(bytes, start, end)) end += WIDTH;
    if ((end - start) / WIDTH >= SHORTEST) found.push(narrow(bytes, start, end));
    look = Math.max(look, end - STEP);
  }
  return found;
}

/** The first of four places at which two characters stand side by side. */
function findCharacter(bytes: Uint8Array, look: number): number {
  for (let at = look; at < look + WIDTH; at++) if (isCharacter(bytes, at) && isCharacter(bytes, at + WIDTH)) return at;
  return -1;
}

function isCharacter(bytes: Uint8Array, at: number): boolean {
  return at >= 0 && isText(bytes[at] ?? 0) && bytes[at + 1] === 0 && bytes[at + 2] === 0 && bytes[at + 3] === 0;
}

/** With the high byte first a character's zeros stand before it, so that anything may follow the last one. */
function isLast(bytes: Uint8Array, start: number, end: number): boolean {
  const isHighFirst = start >= 3 && bytes[start - 1] === 0 && bytes[start - 2] === 0 && bytes[start - 3] === 0;
  return isHighFirst && isText(bytes[end] ?? 0);
}

function narrow(bytes: Uint8Array, start: number, end: number): Decoded {
  const out = new Uint8Array((end - start) / WIDTH);
  for (let at = 0; at < out.length; at++) out[at] = bytes[start + at * WIDTH]!;
  return { start, end: Math.min(end, bytes.length), bytes: out, at: (offset) => start + offset * WIDTH };
}

function isText(byte: number): boolean {
  return (byte >= 0x20 && byte <= 0x7e) || byte === 0x0a || byte === 0x0d || byte === 0x09;
}
