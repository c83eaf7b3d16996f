// Which runs of base64 and of hexadecimal digits may stand for text.
import { hasAlignment, SAMPLE } from "../pass/alignment";
import { emit, input } from "../pass/memory";
import { goesOn } from "./lines";
import { nibbleOf } from "./nibble";

const BASE64 = -3;
const HEX = -4;
const SHORTEST_BASE64 = 20;
const LONG_BASE64 = 64;
const SHORTEST_HEX = 24;

export function takeBase64(start: i32, end: i32): void {
  if (goesOn(end) || (end - start >= SHORTEST_BASE64 && (mayBeText(start, end) || (end - start >= LONG_BASE64 && isMixed(start))))) emit(start, BASE64, end);
  if (end - start >= SHORTEST_HEX) findHex(start, end);
}

/** Whether the beginning, the middle or the end decodes to seven-bit text under some alignment, or the beginning to a gzip stream. */
function mayBeText(start: i32, end: i32): bool {
  // H4 of gzip, eA eF eJ eN of zlib, KLUv of Zstandard.
  const front = load<u16>(input + start);
  if (front === 0x3448 || front === 0x4165 || front === 0x4665 || front === 0x4a65 || front === 0x4e65 || load<u32>(input + start) === 0x76554c4b) return true;
  const last = max(start, end - SAMPLE);
  return hasAlignment(start, start) || hasAlignment(start, last) || hasAlignment(start, start + ((last - start) >> 1));
}

/** Upper case, lower case and digits in the first part. */
function isMixed(start: i32): bool {
  let kinds: u32 = 0;
  for (let at = start; at < start + LONG_BASE64; at++) {
    const byte = <u32>load<u8>(input + at);
    kinds |= byte - 0x41 < 26 ? 1 : byte - 0x61 < 26 ? 2 : byte - 0x30 < 10 ? 4 : 0;
  }
  return kinds === 7;
}

/** Runs of hexadecimal digits within a run of base64, of which they are a part. */
function findHex(start: i32, end: i32): void {
  let from = start;
  while (from + SHORTEST_HEX <= end) {
    let at = from + SHORTEST_HEX - 1;
    while (at >= from && nibbleOf(at) < 16) at--;
    if (at >= from) {
      from = at + 1;
      continue;
    }
    let last = from + SHORTEST_HEX;
    while (last < end && nibbleOf(last) < 16) last++;
    if (mayBeHexText(from, last) || mayBeHexText(from + 1, last)) emit(from, HEX, last);
    from = last + 1;
  }
}

function mayBeHexText(from: i32, end: i32): bool {
  const last = max(from, end - 32 - ((end - from) & 1));
  if (isHexStream(from)) return true;
  return isHexText(from, end) || isHexText(last, end) || isHexText(from + (((last - from) >> 2) << 1), end);
}

/** Whether gzip, zlib or Zstandard data begins there: 1f8b, 78 with a sound check, 28b5. */
function isHexStream(at: i32): bool {
  const first = (<i32>nibbleOf(at) << 4) | <i32>nibbleOf(at + 1);
  const second = (<i32>nibbleOf(at + 2) << 4) | <i32>nibbleOf(at + 3);
  return (first === 0x1f && second === 0x8b) || (first === 0x28 && second === 0xb5) || (first === 0x78 && (first * 256 + second) % 31 === 0);
}

function isHexText(from: i32, end: i32): bool {
  const last = min(end, from + 32);
  for (let at = from; at < last; at += 2) {
    const high = nibbleOf(at);
    // Of the control characters that begin so only the escape stands in text: a colour.
    if (high > 7 || (high === 1 && nibbleOf(at + 1) !== 11)) return false;
  }
  return true;
}
