// Whether a value may stand behind an operator: most operators have none, and their names need no look. The reader of values is
// src/detector/credential/assignment/value.ts.
import { byteAt, input, length } from "../pass/memory";
import { isPlain, isPrefix, isQuote } from "./kinds";

const LEAST = 6;
/** How far behind its quote a value may end. */
const MOST = 512;
/** How far below its element a value may stand. */
const MOST_SPACE = 80;
const BACKSLASH = 0x5c;

/** The run of plain characters that was looked at last. */
let plainStart: i32 = 0;
let plainEnd: i32 = 0;

export function beginValues(): void {
  plainStart = 0;
  plainEnd = 0;
}

/** Of `=`, `:` and `>`: comparisons, scopes and arrows use the same characters, and short values are none. */
export function mayAssign(at: i32): bool {
  const before = byteAt(at - 1);
  const operator = byteAt(at);
  const after = byteAt(at + 1);
  if (operator === 0x3a) {
    if (after === 0x3a || before === 0x3a || after === 0x3d || (after === 0x2f && byteAt(at + 2) === 0x2f)) return false;
  } else if (after === 0x3d || after === 0x3e) return false;
  else if (operator === 0x3e ? before === 0x2d : after === 0x7e || before === 0x3d || before === 0x21 || before === 0x3c || before === 0x3e || before === 0x7e) return false;
  return hasValue(operator === 0x3e && before !== 0x3d ? skipLine(at + 1) : at + 1);
}

/** The content of an element may stand in a line of its own. */
function skipLine(from: i32): i32 {
  const end = min(length, from + MOST_SPACE);
  let at = from;
  while (at < end && isSpace(byteAt(at))) at++;
  return at;
}

function isSpace(byte: u32): bool {
  return byte === 0x20 || byte === 0x09 || byte === 0x0a || byte === 0x0d;
}

function hasValue(after: i32): bool {
  let start = after;
  while (start - after < 4 && (byteAt(start) === 0x20 || byteAt(start) === 0x09)) start++;
  if (isQuote(start)) return isQuoted(start);
  if (isPrefix(start)) {
    let escapes = 0;
    while (escapes < 7 && byteAt(start + escapes) === BACKSLASH) escapes++;
    const quote = start + (escapes === 7 ? 7 : escapes >= 3 ? 3 : 1);
    if (isQuote(quote)) return isQuoted(quote);
  }
  return isPlainValue(start);
}

/** Closed in the same line, and in the same text: four bytes that no text has stand between two. */
function isQuoted(open: i32): bool {
  const quote = byteAt(open);
  const last = min(length, open + MOST);
  for (let end = open + 1; end < last; end++) {
    const byte = byteAt(end);
    if (byte === quote) return end - open > LEAST;
    if (byte === 0x0a || byte === 0 || (byte === 0xff && load<u32>(input + end) === 0xffffffff)) return false;
  }
  return false;
}

/** Calls and indices are code; what an ampersand joins is for the host to judge. Many operators may stand in one run. */
function isPlainValue(start: i32): bool {
  if (start < plainStart || start >= plainEnd) {
    let end = start;
    while (end < length && isPlain(end)) end++;
    plainStart = start;
    plainEnd = end;
  }
  const next = byteAt(plainEnd);
  return next === 0x26 || (plainEnd - start >= LEAST && next !== 0x28 && next !== 0x5b);
}
