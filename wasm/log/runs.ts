// Runs of value characters, which may stand backwards, rotated or in base32.
import { longStarts, runEnd, withoutEdges } from "../pass/masks";
import { byteAt, input } from "../pass/memory";
import { mark, REVERSED } from "./marks";
import { findStretches, SHORTEST_STRETCH } from "./stretches";

const SHORTEST_RUN = 16;
/** Longer runs are data: decoders of encodings look into them. */
const LONGEST_REVERSED = 4096;
/** Times and versions have one or two. */
const LEAST_LETTERS = 4;
/** Digits, or escapes, that are looked at before a run counts as encoded text: one digest in three thousand passes. */
const HEX_SAMPLE = 8;

/** How the host knows a run that may be a value only where an address stands backwards. */
const WITH_ADDRESS: u32 = 1;

let carry: i32 = 0;

export function beginRuns(): void {
  carry = 0;
}

export function endRun(size: i32): void {
  if (carry >= SHORTEST_RUN) takeRun(size - carry, size);
}

/** Nonzero for value characters, by both halves of a byte: digits 1, hexadecimal letters 2, others 4 and 8, signs above. */
export function kindsOf(v: v128): v128 {
  const low = i8x16(73, 11, 11, 11, 11, 27, 11, 13, 13, 13, 44, 20, -124, 52, 20, -108);
  const high = i8x16(0, 0, 16, 33, 70, -120, 6, 8, 0, 0, 0, 0, 0, 0, 0, 0);
  return v128.and(i8x16.swizzle(low, v128.and(v, i8x16.splat(15))), i8x16.swizzle(high, i8x16.shr_u(v, 4)));
}

/** A bit for each byte that is not zero. */
function bitsOf(v: v128): u32 {
  return <u32>i8x16.bitmask(i8x16.ne(v, i8x16.splat(0)));
}

export function findRuns(at: i32, run: u64): void {
  if (run === ~(<u64>0)) {
    carry += 64;
    return;
  }
  const lead = <i32>ctz(~run);
  if (carry + lead >= SHORTEST_RUN) takeRun(at - carry, at + lead);
  carry = <i32>clz(~run);
  const inner = withoutEdges(run, lead, carry);
  let starts = longStarts(inner);
  while (starts !== 0) {
    const start = <i32>ctz(starts);
    const end = runEnd(inner, start);
    takeRun(at + start, at + end);
    starts &= ~(<u64>0) << end;
  }
}

/** Emits the run for whatever may have made it. */
function takeRun(start: i32, end: i32): void {
  let hasDigit = false;
  let hasUpper = false;
  let hasColon = false;
  let letters = 0;
  let escapes = 0;
  for (let at = start; at < end; at += 16) {
    const v = v128.load(input + at);
    const kinds = kindsOf(v);
    const valid: u32 = end - at < 16 ? (1 << (end - at)) - 1 : 0xffff;
    const capitals = v128.or(i8x16.lt_u(i8x16.sub(v, i8x16.splat(0x41)), i8x16.splat(26)), i8x16.eq(v, i8x16.splat(0x5f)));
    hasDigit = hasDigit || (bitsOf(v128.and(kinds, i8x16.splat(1))) & valid) !== 0;
    hasUpper = hasUpper || (<u32>i8x16.bitmask(capitals) & valid) !== 0;
    hasColon = hasColon || (<u32>i8x16.bitmask(i8x16.eq(v, i8x16.splat(0x3a))) & valid) !== 0;
    letters += popcnt<i32>(bitsOf(v128.and(kinds, i8x16.splat(12))) & valid);
    escapes += popcnt<i32>(<u32>i8x16.bitmask(v128.or(i8x16.eq(v, i8x16.splat(0x25)), i8x16.eq(v, i8x16.splat(0x5c)))) & valid);
  }
  if (end - start >= SHORTEST_STRETCH) findStretches(start, end, hasDigit);
  if (end - start > LONGEST_REVERSED || !hasDigit) return;
  if ((letters >= LEAST_LETTERS ? hasUpper : isHexOfText(start, end)) || (escapes >= HEX_SAMPLE && isEscaped(start, end))) mark(REVERSED, start, end, 0);
  else if (letters >= LEAST_LETTERS && hasColon) mark(REVERSED, start, end, WITH_ADDRESS);
}

/** Hexadecimal digits backwards: every second digit from the end is the upper half of a visible character. */
function isHexOfText(start: i32, end: i32): bool {
  for (let at = end - 1; at > max(start, end - 1 - 2 * HEX_SAMPLE); at -= 2) {
    const byte = byteAt(at);
    if (byte < 0x32 || byte > 0x37) return false;
  }
  return true;
}

/** `%41` and `\u0041` backwards, again and again. */
function isEscaped(start: i32, end: i32): bool {
  let escapes = 0;
  for (let at = end - 1; at > start; at--) {
    const byte = byteAt(at);
    const next = byteAt(at - 1);
    if (byte === 0x25 || (byte === 0x5c && (next === 0x75 || next === 0x78))) escapes++;
  }
  return escapes >= HEX_SAMPLE;
}
