// Whether a run of base64 goes on in the next line, as far as it can be told from that line. The host joins the lines, in
// src/detector/decode/base64.ts.
import { byteAt, input, length } from "../pass/memory";
import { isSextet } from "./kinds";

const BACKSLASH = 0x5c;

/** `end` is where the run ends: behind a line break, which may be written as an escape, a run must make up the whole next line. */
export function goesOn(end: i32): bool {
  let at = skipBreak(end);
  if (at === end || !isSextet(at)) return false;
  while (at < length && isSextet(at)) at++;
  while (byteAt(at) === 0x3d) at++;
  const next = byteAt(at);
  // Between two texts stands 0xff.
  return at >= length || next < 0x20 || next === 0x22 || next === 0x27 || next === BACKSLASH || next === 0xff;
}

/** Behind the line break at `at` and the indentation after it; `at` itself where there is none. */
function skipBreak(at: i32): i32 {
  let next = at;
  if (load<u16>(input + next) === 0x725c) next += 2;
  if (byteAt(next) === 0x0d) next++;
  if (load<u16>(input + next) === 0x6e5c) return next + 2;
  if (byteAt(next) === BACKSLASH) next++;
  if (byteAt(next) !== 0x0a) return at;
  do next++; while (byteAt(next) === 0x20 || byteAt(next) === 0x09);
  return next;
}
