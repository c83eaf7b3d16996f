// The one pass over every byte, in AssemblyScript: where a rule's literal stands, where a name that promises a credential has its
// operator, and where runs of digits or of encoded text stand. Compiled by `npm run generate`; the host is src/detector/sieve/.
// Memory is laid out by the host, which keeps 64 zero bytes before the input and 128 behind it.

/** The host takes what has been written so far; writing then begins anew. */
declare function drain(words: i32): void;

/** Kinds of what is emitted besides anchors, as the host knows them. */
const DIGITS = -2;
const BASE64 = -3;
const HEX = -4;
const UTF16 = -5;
const PERCENT = -6;
const ESCAPE = -7;
const ENTITY = -8;
const UTF32 = -9;
const OPERATOR = -1;

/** How far behind a piece of a name its operator may stand. */
const REACH = 48;
const SHORTEST_NUMBER = 13;
const LINE = 16;
const SHORTEST_BASE64 = 20;
const LONG_BASE64 = 64;
const SHORTEST_HEX = 24;
const SHORTEST_UTF16 = 10;

let bits: usize = 0;
let table: usize = 0;
let tableMask: u32 = 0;
let classes: usize = 0;
let out: usize = 0;
let outWords: i32 = 0;
let input: usize = 0;
let length: i32 = 0;

let written: i32 = 0;
/** Operators before this offset have been emitted. */
let searched: i32 = 0;
let digitCarry: i32 = 0;
let lastDigits: u64 = 0;
let base64Carry: i32 = 0;
let utf16Done: i32 = 0;
let utf32Done: i32 = 0;

/**
 * `classes` holds five tables of 256 bytes: alignments of base64 text for each place in a group of four (four tables), then a
 * byte's hexadecimal value, or 255.
 */
export function configure(bitsAt: usize, tableAt: usize, mask: u32, classesAt: usize, outAt: usize, words: i32): void {
  bits = bitsAt;
  table = tableAt;
  tableMask = mask;
  classes = classesAt;
  out = outAt;
  outWords = words;
}

/** Emits everything about the `size` bytes at `at`; returns how many words are left to take. */
export function sift(at: usize, size: i32): i32 {
  input = at;
  length = size;
  written = 0;
  searched = 0;
  digitCarry = 0;
  lastDigits = 0;
  base64Carry = 0;
  utf16Done = 0;
  utf32Done = 0;
  // Blocks that stay in the processor's cache between the two passes.
  for (let from = 0; from < size; from += 1 << 15) {
    const to = min(size, from + (1 << 15));
    findAnchors(from, to);
    classify(from, to);
  }
  // A block of padding ends all runs.
  if (size > 0) classifyBlock((size + 63) & ~63);
  return written;
}

function emit(start: i32, kind: i32, end: i32): void {
  if (written + 3 > outWords) {
    drain(written);
    written = 0;
  }
  const at = out + (<usize>written << 2);
  store<i32>(at, start);
  store<i32>(at, kind, 4);
  store<i32>(at, end, 8);
  written += 3;
}

function bitOf(hash: u32): u32 {
  return load<u32>(bits + ((hash >>> 5) << 2)) >>> (hash & 31);
}

function hashesOf(words: v128): v128 {
  return i32x4.shr_u(i32x4.mul(v128.or(words, i32x4.splat(0x20202020)), i32x4.splat(0x9e3779b1)), 11);
}

/** Four bytes at every second offset; what a hash's bit promises is compared byte by byte. */
function findAnchors(from: i32, to: i32): void {
  for (let at = from; at < to; at += 16) {
    const here = input + at;
    const even = hashesOf(v128.load(here));
    const odd = hashesOf(v128.load(here, 2));
    const a = <u32>i32x4.extract_lane(even, 0);
    const b = <u32>i32x4.extract_lane(odd, 0);
    const c = <u32>i32x4.extract_lane(even, 1);
    const d = <u32>i32x4.extract_lane(odd, 1);
    const e = <u32>i32x4.extract_lane(even, 2);
    const f = <u32>i32x4.extract_lane(odd, 2);
    const g = <u32>i32x4.extract_lane(even, 3);
    const h = <u32>i32x4.extract_lane(odd, 3);
    const ab = bitOf(a) | bitOf(b);
    const cd = bitOf(c) | bitOf(d);
    const ef = bitOf(e) | bitOf(f);
    const gh = bitOf(g) | bitOf(h);
    if (((ab | cd | ef | gh) & 1) === 0) continue;
    if (ab & 1) checkBoth(at, a, b);
    if (cd & 1) checkBoth(at + 4, c, d);
    if (ef & 1) checkBoth(at + 8, e, f);
    if (gh & 1) checkBoth(at + 12, g, h);
  }
}

function checkBoth(at: i32, first: u32, second: u32): void {
  if (bitOf(first) & 1) check(at, first);
  if (bitOf(second) & 1) check(at + 2, second);
}

/**
 * A slot: index of the literal i32, distance of the four bytes from its start i32, length i32, least run behind it i32, codes of the
 * first eight bytes u64, bits to be set before comparing u64, mask of the bytes that count u64, then addresses of all codes, of all
 * bits and of the class of what follows, u32 each, and a spare one.
 */
const SLOT = 56;

function check(at: i32, hash: u32): void {
  let place = hash & tableMask;
  while (load<u32>(table + (<usize>place << 3)) !== hash + 1) place = (place + 1) & tableMask;
  let slot: usize = load<u32>(table + (<usize>place << 3), 4);
  const count = load<i32>(slot);
  slot += 8;
  for (let n = 0; n < count; n++, slot += SLOT) {
    const start = at - load<i32>(slot, 4);
    if (start < 0) continue;
    const here = input + start;
    if (((load<u64>(here) | load<u64>(slot, 24)) & load<u64>(slot, 32)) !== load<u64>(slot, 16)) continue;
    const size = load<i32>(slot, 8);
    if (start + size > length || (size > 8 && !standsAt(here, slot, size)) || !hasTail(start + size, slot)) continue;
    const index = load<i32>(slot);
    if (index < 0) emitOperators(start);
    else emit(start, index, 0);
  }
}

function standsAt(here: usize, slot: usize, size: i32): bool {
  const codes: usize = load<u32>(slot, 40);
  const folds: usize = load<u32>(slot, 44);
  for (let at = 8; at < size; at++) if ((load<u8>(here + at) | load<u8>(folds + at)) !== load<u8>(codes + at)) return false;
  return true;
}

function hasTail(from: i32, slot: usize): bool {
  const least = load<i32>(slot, 12);
  const tail: usize = load<u32>(slot, 48);
  for (let at = from; at < from + least; at++) if (at >= length || load<u8>(tail + load<u8>(input + at)) === 0) return false;
  return true;
}

/** Operators behind a piece of a name, in the same line, or in the next one where that gives the named thing's `value`. */
function emitOperators(from: i32): void {
  const end = min(length, from + REACH);
  let at = max(from, searched);
  for (; at < end; at++) {
    const byte = load<u8>(input + at);
    // 0xff stands between the texts that are looked at in one go, and within no name.
    if (byte === 0xff || (byte === 0x0a && !isValueLine(at + 1))) break;
    if (byte === 0x3d || byte === 0x3a || byte === 0x3e) emit(at, OPERATOR, 0);
  }
  searched = max(at, searched);
}

function isValueLine(from: i32): bool {
  let at = from;
  while (at < length) {
    const byte = load<u8>(input + at);
    if (byte !== 0x20 && byte !== 0x09 && byte !== 0x22) break;
    at++;
  }
  return at + 5 <= length && load<u32>(input + at) === 0x756c6176 && load<u8>(input + at + 4) === 0x65;
}

function classify(from: i32, to: i32): void {
  for (let at = from; at < to; at += 64) classifyBlock(at);
}

/** By both halves of a byte: digits get the bit 0x80, other characters of base64 and base64url lower ones. */
function classOf(v: v128): v128 {
  const low = i8x16(-124, -122, -122, -122, -122, -122, -122, -122, -122, -122, 6, 3, 2, 3, 2, 11);
  const high = i8x16(0, 0, 1, -128, 2, 12, 2, 4, 0, 0, 0, 0, 0, 0, 0, 0);
  return v128.and(i8x16.swizzle(low, v128.and(v, i8x16.splat(15))), i8x16.swizzle(high, i8x16.shr_u(v, 4)));
}

function digitMask(kinds: v128): u64 {
  return <u64><u32>i8x16.bitmask(kinds);
}

function otherMask(kinds: v128): u64 {
  return <u64><u32>i8x16.bitmask(i8x16.eq(kinds, i8x16.splat(0)));
}

function equalMask(v: v128, byte: i8): u64 {
  return <u64><u32>i8x16.bitmask(i8x16.eq(v, i8x16.splat(byte)));
}

/** Visible characters, blanks and line breaks, and two control characters that the host sorts out. */
function textMask(v: v128): u64 {
  const visible = i8x16.lt_u(i8x16.sub(v, i8x16.splat(0x20)), i8x16.splat(0x5f));
  return <u64><u32>i8x16.bitmask(v128.or(visible, i8x16.lt_u(i8x16.sub(v, i8x16.splat(0x09)), i8x16.splat(5))));
}

function join(a: u64, b: u64, c: u64, d: u64): u64 {
  return a | (b << 16) | (c << 32) | (d << 48);
}

/** Zeros, "%", "&" and backslashes. */
function rareOf(v: v128): v128 {
  const marks = v128.or(i8x16.eq(v, i8x16.splat(0x25)), i8x16.eq(v, i8x16.splat(0x26)));
  return v128.or(marks, v128.or(i8x16.eq(v, i8x16.splat(0)), i8x16.eq(v, i8x16.splat(0x5c))));
}

function classifyBlock(at: i32): void {
  const here = input + at;
  const a = v128.load(here);
  const b = v128.load(here, 16);
  const c = v128.load(here, 32);
  const d = v128.load(here, 48);
  const kindsA = classOf(a);
  const kindsB = classOf(b);
  const kindsC = classOf(c);
  const kindsD = classOf(d);
  const digits = join(digitMask(kindsA), digitMask(kindsB), digitMask(kindsC), digitMask(kindsD));
  if ((digits | lastDigits | <u64>digitCarry) !== 0) findDigits(at, digits);
  findBase64(at, ~join(otherMask(kindsA), otherMask(kindsB), otherMask(kindsC), otherMask(kindsD)));
  // Bytes that are rare in most content share one test.
  if (!v128.any_true(v128.or(v128.or(rareOf(a), rareOf(b)), v128.or(rareOf(c), rareOf(d))))) return;
  const zeros = join(equalMask(a, 0), equalMask(b, 0), equalMask(c, 0), equalMask(d, 0));
  if (zeros !== 0) {
    const texts = join(textMask(a), textMask(b), textMask(c), textMask(d));
    findUtf16(at, zeros, texts);
    findUtf32(at, zeros, texts);
  }
  findPercent(at, join(equalMask(a, 0x25), equalMask(b, 0x25), equalMask(c, 0x25), equalMask(d, 0x25)));
  findEntities(at, join(equalMask(a, 0x26), equalMask(b, 0x26), equalMask(c, 0x26), equalMask(d, 0x26)));
  findEscapes(at, join(equalMask(a, 0x5c), equalMask(b, 0x5c), equalMask(c, 0x5c), equalMask(d, 0x5c)));
}

/** Regions in which digits stand at most four bytes apart, whatever separates them, and that have enough of them. */
function findDigits(at: i32, digits: u64): void {
  const run = digits | (digits << 1) | (lastDigits >>> 63) | (digits << 2) | (lastDigits >>> 62) | (digits << 3) | (lastDigits >>> 61);
  lastDigits = digits;
  if (run === ~(<u64>0)) {
    digitCarry += 64;
    return;
  }
  const lead = <i32>ctz(~run);
  if (digitCarry + lead >= SHORTEST_NUMBER + 3) takeDigits(at - digitCarry, at + lead - 3);
  digitCarry = <i32>clz(~run);
  const inner = withoutEdges(run, lead, digitCarry);
  let starts = inner & (inner >>> 1);
  starts &= starts >>> 2;
  starts &= starts >>> 4;
  starts &= starts >>> 8;
  while (starts !== 0) {
    const start = <i32>ctz(starts);
    const end = start + <i32>ctz(~(inner >>> start));
    takeDigits(at + start, at + end - 3);
    starts &= ~(<u64>0) << end;
  }
}

function takeDigits(start: i32, end: i32): void {
  let count = 0;
  for (let at = start; at < end && count < SHORTEST_NUMBER; at++) if (<u32>load<u8>(input + at) - 0x30 < 10) count++;
  if (count >= SHORTEST_NUMBER) emit(start, DIGITS, end);
}

/** The runs that neither begin before the block nor may go on behind it. */
function withoutEdges(run: u64, lead: i32, trail: i32): u64 {
  return (run & (~(<u64>0) << lead)) & (~(<u64>0) >>> trail);
}

function findBase64(at: i32, run: u64): void {
  if (run === ~(<u64>0)) {
    base64Carry += 64;
    return;
  }
  const lead = <i32>ctz(~run);
  if (base64Carry + lead >= LINE) takeBase64(at - base64Carry, at + lead);
  base64Carry = <i32>clz(~run);
  const inner = withoutEdges(run, lead, base64Carry);
  let starts = inner & (inner >>> 1);
  starts &= starts >>> 2;
  starts &= starts >>> 4;
  starts &= starts >>> 8;
  while (starts !== 0) {
    const start = <i32>ctz(starts);
    const end = start + <i32>ctz(~(inner >>> start));
    takeBase64(at + start, at + end);
    starts &= ~(<u64>0) << end;
  }
}

function takeBase64(start: i32, end: i32): void {
  const next = load<u8>(input + end);
  // A line that others may continue is judged by the host.
  if (next === 0x0a || next === 0x0d || next === 0x5c) emit(start, BASE64, end);
  else if (end - start >= SHORTEST_BASE64 && (mayBeText(start, end) || (end - start >= LONG_BASE64 && isMixed(start)))) emit(start, BASE64, end);
  if (end - start >= SHORTEST_HEX) findHex(start, end);
}

/** Whether the beginning, the middle or the end decodes to seven-bit text under some alignment, or the beginning to a gzip stream. */
function mayBeText(start: i32, end: i32): bool {
  // H4 of gzip, eA eF eJ eN of zlib, KLUv of Zstandard.
  const front = load<u16>(input + start);
  if (front === 0x3448 || front === 0x4165 || front === 0x4665 || front === 0x4a65 || front === 0x4e65 || load<u32>(input + start) === 0x76554c4b) return true;
  const last = max(start, end - LINE);
  return hasAlignment(start, start) || hasAlignment(start, last) || hasAlignment(start, start + ((last - start) >> 1));
}

function hasAlignment(start: i32, from: i32): bool {
  let alignments: u32 = 15;
  for (let at = from; at < from + LINE; at++) {
    alignments &= load<u8>(classes + ((((at - start) & 3) << 8) + load<u8>(input + at)));
    if (alignments === 0) return false;
  }
  return true;
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

function nibbleOf(at: i32): u32 {
  return load<u8>(classes + 1024 + load<u8>(input + at));
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
    if (high > 7 || high === 1) return false;
  }
  return true;
}

function isText(at: i32): bool {
  const byte = <u32>load<u8>(input + at);
  return byte - 0x20 < 0x5f || byte === 0x0a || byte === 0x0d || byte === 0x09;
}

/** Characters with a zero beside each of them. */
function findUtf16(at: i32, zeros: u64, texts: u64): void {
  const next = <u64>(load<u8>(input + at + 64) === 0 ? 1 : 0);
  const pairs = texts & ((zeros >>> 1) | (next << 63));
  let starts = pairs & (pairs >>> 2);
  starts &= starts >>> 4;
  while (starts !== 0) {
    const first = at + <i32>ctz(starts);
    starts &= starts - 1;
    if (first < utf16Done || !isText(first) || !isText(first + 2) || first + 3 >= length) continue;
    let start = first;
    let end = first + 2;
    while (start >= 2 && isText(start - 2) && load<u8>(input + start - 1) === 0) start -= 2;
    while (end < length && isText(end) && load<u8>(input + end - 1) === 0) end += 2;
    utf16Done = end;
    if ((end - start) >> 1 >= SHORTEST_UTF16) emit(start, UTF16, end);
  }
}

/** Characters with three zeros beside each of them; with the high byte first anything may follow the last one. */
function findUtf32(at: i32, zeros: u64, texts: u64): void {
  const lone = texts & (zeros >>> 1) & (zeros >>> 2) & (zeros >>> 3);
  let starts = lone & (lone >>> 4);
  while (starts !== 0) {
    const first = at + <i32>ctz(starts);
    starts &= starts - 1;
    if (first < utf32Done || !isCharacter(first)) continue;
    let start = first;
    let end = first + 4;
    while (isCharacter(start - 4)) start -= 4;
    while (isCharacter(end)) end += 4;
    const isHighFirst = start >= 3 && load<u8>(input + start - 1) === 0 && load<u16>(input + start - 3) === 0;
    if (isHighFirst && end < length && isText(end)) end += 4;
    utf32Done = end;
    if ((end - start) >> 2 >= SHORTEST_UTF16) emit(start, UTF32, end);
  }
}

function isCharacter(at: i32): bool {
  return at >= 0 && at + 3 < length && isText(at) && load<u8>(input + at + 1) === 0 && load<u16>(input + at + 2) === 0;
}

/** "&#", and "&quot" or "&apos" by their first letters. */
function findEntities(at: i32, marks: u64): void {
  let left = marks;
  while (left !== 0) {
    const mark = at + <i32>ctz(left);
    left &= left - 1;
    const next = load<u8>(input + mark + 1);
    if (next === 0x23 || next === 0x71 || (next === 0x61 && load<u8>(input + mark + 2) === 0x70)) emit(mark, ENTITY, mark + 1);
  }
}

function findPercent(at: i32, marks: u64): void {
  let left = marks;
  while (left !== 0) {
    const mark = at + <i32>ctz(left);
    left &= left - 1;
    const high = nibbleOf(mark + 1);
    const low = nibbleOf(mark + 2);
    if (high < 16 && low < 16 && (high >= 2 || high === 0)) emit(mark, PERCENT, mark + 3);
  }
}

/** \x and \u of seven-bit characters, \u{…}, and the escaped slashes of an address. */
function findEscapes(at: i32, marks: u64): void {
  let left = marks;
  while (left !== 0) {
    const mark = at + <i32>ctz(left);
    left &= left - 1;
    const kind = load<u8>(input + mark + 1);
    const isUnicode = kind === 0x75 && (load<u8>(input + mark + 2) === 0x7b || (load<u16>(input + mark + 2) === 0x3030 && nibbleOf(mark + 4) < 8));
    const isByte = kind === 0x78 && nibbleOf(mark + 2) < 8;
    const isSlash = kind === 0x2f && load<u8>(input + mark - 1) === 0x3a;
    if (isUnicode || isByte || isSlash) emit(mark, ESCAPE, mark + 1);
  }
}
