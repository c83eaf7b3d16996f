// Lines without blanks, and what may be invisible in lines.
import { byteAt } from "../pass/memory";
import { classAt, HIDDEN, INVISIBLE, LINE, mark } from "./marks";

const WIDEST_LINE = 256;
const ESCAPE = 0x1b;

let lineStart: i32 = 0;
let hasBlank: bool = false;

export function beginLines(): void {
  lineStart = 0;
  hasBlank = false;
}

/** Emits what may be invisible; returns where something stands that is no visible character of ASCII, but for escapes. */
export function findStrange(at: i32, strange: u64): u64 {
  let blanks = strange;
  for (let left = strange; left !== 0; left &= left - 1) {
    const here = at + <i32>ctz(left);
    const byte = byteAt(here);
    if (byte === ESCAPE) blanks &= ~(left & (0 - left));
    if (classAt(here) & HIDDEN) mark(INVISIBLE, here, here + 1, byte);
  }
  return blanks;
}

export function findLines(at: i32, ends: u64, blanks: u64): void {
  let left = blanks;
  for (let breaks = ends; breaks !== 0; breaks &= breaks - 1) {
    const end = breaks & (0 - breaks);
    hasBlank = hasBlank || (left & (end - 1)) !== 0;
    endLine(at + <i32>ctz(breaks));
    left &= ~(end | (end - 1));
    hasBlank = false;
    lineStart = at + <i32>ctz(breaks) + 1;
  }
  hasBlank = hasBlank || left !== 0;
}

export function endLine(at: i32): void {
  if (!hasBlank && at > lineStart && at - lineStart <= WIDEST_LINE) mark(LINE, lineStart, at, 0);
}
