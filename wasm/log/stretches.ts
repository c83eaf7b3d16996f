// Stretches of one alphabet within runs: base32, and encodings that were rotated by thirteen.
import { hasAlignment, SAMPLE } from "../pass/alignment";
import { byteAt } from "../pass/memory";
import { shiftsOf } from "./base32";
import { BASE32, classAt, ENCODED, mark, QUINTET, ROTATED } from "./marks";

export const SHORTEST_STRETCH = 24;
const LONGEST_ROTATED = 1 << 16;
/** How much of a stretch tells what it is. */
const FRONT = 96;
/** A name has one of its signs every few letters, base64url one in 32. */
const NAME_SHARE = 8;

/** What the host knows of a rotated stretch: that it is base64 of text, or that its front tells more. */
const NOTHING = 0;
const FRONT_TELLS = 1;
const IS_BASE64 = 2;

export function findStretches(start: i32, end: i32, hasDigit: bool): void {
  findStretch(start, end, QUINTET);
  if (hasDigit) findStretch(start, end, ENCODED);
}

/** Stretches of one class within a run; every one that is long enough covers a place that is looked at. */
function findStretch(start: i32, end: i32, kind: u32): void {
  for (let place = start + SHORTEST_STRETCH - 1; place < end; place += SHORTEST_STRETCH) {
    if ((classAt(place) & kind) === 0) continue;
    let from = place;
    let to = place + 1;
    while (from > start && (classAt(from - 1) & kind) !== 0) from--;
    while (to < end && (classAt(to) & kind) !== 0) to++;
    place = max(place, to - 1);
    if (to - from < SHORTEST_STRETCH) continue;
    if (kind === QUINTET) markBase32(from, to);
    else if (to - from <= LONGEST_ROTATED) markRotated(from, to);
  }
}

function markBase32(start: i32, end: i32): void {
  const shifts = shiftsOf(start);
  if (shifts !== 0) mark(BASE32, start, end, shifts);
}

function markRotated(start: i32, end: i32): void {
  const seen = judge(start, end);
  if (seen !== NOTHING) mark(ROTATED, start, end, seen);
}

/** By the characters of its front, and, where these are those of base64, by samples. */
function judge(start: i32, end: i32): u32 {
  const last = min(end, start + FRONT);
  let hasDigit = false;
  let isStrange = false;
  let mayBeGzip = false;
  let names = 0;
  for (let at = start; at < last; at++) {
    const byte = byteAt(at);
    if (byte - 0x30 < 10) hasDigit = true;
    else if (byte === 0x25 || byte === 0x5c) isStrange = true;
    else if (byte === 0x55 && byteAt(at + 1) === 0x34) mayBeGzip = true;
    else if (byte === 0x2d || byte === 0x5f) names++;
  }
  if (!hasDigit) return NOTHING;
  if (!isStrange && names * NAME_SHARE <= last - start && isBase64OfText(start, end)) return IS_BASE64;
  return isStrange || mayBeGzip || isUniform(start) ? FRONT_TELLS : NOTHING;
}

/** By its beginning, its middle or its end. */
function isBase64OfText(start: i32, end: i32): bool {
  return hasAlignment(start, start) || hasAlignment(start, start + ((end - start - SAMPLE) >> 1)) || hasAlignment(start, end - SAMPLE);
}

/** Whether the front is all hexadecimal digits, rotated, or digits of base32 in one case. */
function isUniform(start: i32): bool {
  let hex = true;
  let upper = true;
  let lower = true;
  for (let at = start; at < start + SHORTEST_STRETCH; at++) {
    const byte = byteAt(at);
    const isQuintet = byte - 0x32 < 6;
    hex = hex && (byte - 0x30 < 10 || (byte | 0x20) - 0x6e < 6);
    upper = upper && (isQuintet || byte - 0x41 < 26);
    lower = lower && (isQuintet || byte - 0x61 < 26);
    if (!hex && !upper && !lower) return false;
  }
  return true;
}
