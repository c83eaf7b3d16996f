// Base32 (RFC 4648, section 6) of text, by what its first digits stand for: words of ordinary language seldom stand for any.
import { byteAt } from "../pass/memory";

/** Digits after which bits and bytes meet again: letters glued to the front of a run may shift it by fewer. */
const GROUP = 8;
/** Bytes that tell, and the digits that hold them but for one bit. */
const SAMPLE = 8;
const DIGITS = 13;

/** A bit for each number of digits to leave out at the front of the run so that text, or a gzip stream, begins. */
export function shiftsOf(start: i32): u32 {
  let sample: u64 = 0;
  for (let at = start; at < start + DIGITS - 1; at++) sample = (sample << 5) | valueAt(at);
  sample = (sample << 4) | (valueAt(start + DIGITS - 1) >>> 1);
  let shifts: u32 = 0;
  for (let shift = 0; shift < GROUP; shift++) {
    if (isText(sample)) shifts |= 1 << shift;
    const last = start + DIGITS - 1 + shift;
    sample = (sample << 5) | ((valueAt(last) & 1) << 4) | (valueAt(last + 1) >>> 1);
  }
  return shifts;
}

function valueAt(at: i32): u64 {
  const byte = byteAt(at);
  return byte < 0x40 ? byte - 0x32 + 26 : (byte | 0x20) - 0x61;
}

function isText(sample: u64): bool {
  if (sample >>> 48 === 0x1f8b) return true;
  for (let at = 0; at < SAMPLE - 1; ) {
    const length = characterLength(sample, at);
    if (length === 0) return false;
    at += length;
  }
  return true;
}

/** Bytes of the character at `at`; 0 for what stands in no text. */
function characterLength(sample: u64, at: i32): i32 {
  const byte = byteOf(sample, at);
  if (byte < 0x80) return byte - 0x20 < 0x5f || byte === 0x0a || byte === 0x0d || byte === 0x09 || byte === 0x1b ? 1 : 0;
  if (byte < 0xc2 || byte > 0xf4) return 0;
  const length = byte >= 0xf0 ? 4 : byte >= 0xe0 ? 3 : 2;
  for (let next = at + 1; next < min(at + length, SAMPLE); next++) if ((byteOf(sample, next) & 0xc0) !== 0x80) return 0;
  return length;
}

function byteOf(sample: u64, at: i32): u32 {
  return <u32>(sample >>> (56 - (at << 3))) & 0xff;
}
