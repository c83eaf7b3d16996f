// One look at every byte of a log, in AssemblyScript, sixteen at a time: where runs of value characters stand that a disguise may have
// made, lines without blanks, groups with one separator, and the few characters at which masks, commands, quoting and invisible text
// begin. The host is src/detector/masking/sieve/. Memory is laid out by the host, which keeps 64 zero bytes before the input and behind it.

/** The host takes what has been written so far; writing then begins anew. */
declare function drain(words: i32): void;

/** Kinds of what is emitted, as the host knows them: start, end, and what was seen. */
const REVERSED = 0;
const LINE = 1;
const GROUPS = 2;
const INVISIBLE = 3;
const BACKSLASH = 4;
const SEAM = 5;
const MASK = 6;
const OPERATOR = 7;
const COMMAND = 8;
const DUMP = 9;
const BASE32 = 10;
const ROTATED = 11;

/** Bits of a byte's class. */
const HIDDEN: u32 = 1;
const ENCODED: u32 = 2;
const QUINTET: u32 = 4;

/** What the characters of a run are, as the host knows it; the number of letters stands above. */
const DIGIT: u32 = 1;
const UPPER: u32 = 4;
const COLON: u32 = 8;
const LETTER_SHIFT: u32 = 8;
const LEAST_LETTERS = 4;
/** Longer runs are data: decoders of encodings look into them. */
const LONGEST_REVERSED = 4096;
const HEX_SAMPLE = 8;

const SHORTEST_RUN = 16;
const SHORTEST_STRETCH = 24;
const LONGEST_ROTATED = 1 << 16;
/** How much of a stretch tells what it is, and how much of it may be text in base64. */
const FRONT = 96;
const SAMPLE = 16;
/** A name has one of its signs every few letters, base64url one in 32. */
const NAME_SHARE = 8;
const WIDEST_LINE = 256;
const LEAST_GROUPS = 10;
/** Blocks around one that may hold a part of such groups. */
const NEAR = 64;

let classes: usize = 0;
let out: usize = 0;
let outWords: i32 = 0;
let input: usize = 0;
let length: i32 = 0;
let written: i32 = 0;

let runCarry: i32 = 0;
let lineStart: i32 = 0;
let hasBlank: bool = false;
/** Widths of groups that have been emitted, a bit each. */
let widths: u32 = 0;
let maskDone: i32 = 0;

/** `classes`: a byte's class for each, then four tables of the alignments under which a rotated byte may be part of text in base64. */
export function configure(classesAt: usize, outAt: usize, words: i32, inputAt: usize): void {
  classes = classesAt;
  out = outAt;
  outWords = words;
  input = inputAt;
}

/** Emits everything about the `size` bytes of input; returns how many words are left to take. */
export function sift(size: i32): i32 {
  length = size;
  written = 0;
  runCarry = 0;
  lineStart = 0;
  hasBlank = false;
  widths = 0;
  maskDone = 0;
  for (let at = 0; at < size; at += 64) siftBlock(at);
  if (runCarry >= SHORTEST_RUN) takeRun(size - runCarry, size);
  endLine(size);
  return written;
}

/** Nonzero for value characters, by both halves of a byte: digits 1, hexadecimal letters 2, others 4 and 8, signs above. */
function kindsOf(v: v128): v128 {
  const low = i8x16(73, 11, 11, 11, 11, 27, 11, 13, 13, 13, 44, 20, -124, 52, 20, -108);
  const high = i8x16(0, 0, 16, 33, 70, -120, 6, 8, 0, 0, 0, 0, 0, 0, 0, 0);
  return v128.and(i8x16.swizzle(low, v128.and(v, i8x16.splat(15))), i8x16.swizzle(high, i8x16.shr_u(v, 4)));
}

const AT_ONCE: i8 = 25;
const TWICE: i8 = 38;
const SECRET_S: i8 = 64;
const UNDERSCORE: i8 = -128;

/** A bit each for the backslash, quotes, "*", "=", ":", "#", "S" and "_". */
function signsOf(v: v128): v128 {
  const low = i8x16(0, 0, 2, 96, 0, 0, 0, 2, 0, 0, 20, 0, 1, 8, 0, -128);
  const high = i8x16(0, 0, 38, 24, 0, -63, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0);
  return v128.and(i8x16.swizzle(low, v128.and(v, i8x16.splat(15))), i8x16.swizzle(high, i8x16.shr_u(v, 4)));
}

/** Nonzero where a sign stands in company that makes it worth a look: doubled, or within isSecret and "github_token. */
function looksOf(here: usize, v: v128): v128 {
  const signs = signsOf(v);
  if (!v128.any_true(signs)) return signs;
  const before = v128.load(here - 1);
  const doubled = v128.and(v128.and(signs, signsOf(v128.load(here, 1))), i8x16.splat(TWICE));
  const letter = v128.and(v128.and(signs, i8x16.splat(SECRET_S)), i8x16.eq(before, i8x16.splat(0x73)));
  const join = v128.and(v128.and(signs, i8x16.splat(UNDERSCORE)), i8x16.eq(before, i8x16.splat(0x62)));
  return v128.or(v128.or(v128.and(signs, i8x16.splat(AT_ONCE)), doubled), v128.or(letter, join));
}

function maskOf(v: v128): u64 {
  return <u64><u32>i8x16.bitmask(v);
}

/** A bit for each byte that is not zero. */
function bitsOf(v: v128): u32 {
  return <u32>i8x16.bitmask(i8x16.ne(v, i8x16.splat(0)));
}

function zeroMask(v: v128): u64 {
  return maskOf(i8x16.eq(v, i8x16.splat(0)));
}

function equalMask(v: v128, byte: i8): u64 {
  return maskOf(i8x16.eq(v, i8x16.splat(byte)));
}

/** Visible characters and blanks. */
function isPlain(v: v128): v128 {
  return i8x16.lt_u(i8x16.sub(v, i8x16.splat(0x20)), i8x16.splat(0x5f));
}

function join(a: u64, b: u64, c: u64, d: u64): u64 {
  return a | (b << 16) | (c << 32) | (d << 48);
}

function siftBlock(at: i32): void {
  const here = input + at;
  const a = v128.load(here);
  const b = v128.load(here, 16);
  const c = v128.load(here, 32);
  const d = v128.load(here, 48);
  const valid = length - at < 64 ? ((<u64>1) << (length - at)) - 1 : ~(<u64>0);
  findRuns(at, ~join(zeroMask(kindsOf(a)), zeroMask(kindsOf(b)), zeroMask(kindsOf(c)), zeroMask(kindsOf(d))) & valid);
  const lookA = looksOf(here, a);
  const lookB = looksOf(here + 16, b);
  const lookC = looksOf(here + 32, c);
  const lookD = looksOf(here + 48, d);
  if (v128.any_true(v128.or(v128.or(lookA, lookB), v128.or(lookC, lookD)))) {
    let looks = ~join(zeroMask(lookA), zeroMask(lookB), zeroMask(lookC), zeroMask(lookD)) & valid;
    for (; looks !== 0; looks &= looks - 1) look(at + <i32>ctz(looks));
  }
  const ends = join(equalMask(a, 0x0a), equalMask(b, 0x0a), equalMask(c, 0x0a), equalMask(d, 0x0a));
  const blanks = join(equalMask(a, 0x20), equalMask(b, 0x20), equalMask(c, 0x20), equalMask(d, 0x20));
  const strange = (~join(maskOf(isPlain(a)), maskOf(isPlain(b)), maskOf(isPlain(c)), maskOf(isPlain(d))) & ~ends) & valid;
  findLines(at, ends & valid, blanks | findStrange(at, strange));
  findGroups(at, (ends | blanks) & valid);
}

function findRuns(at: i32, run: u64): void {
  if (run === ~(<u64>0)) {
    runCarry += 64;
    return;
  }
  const lead = <i32>ctz(~run);
  if (runCarry + lead >= SHORTEST_RUN) takeRun(at - runCarry, at + lead);
  runCarry = <i32>clz(~run);
  const inner = (run & (~(<u64>0) << lead)) & (~(<u64>0) >>> runCarry);
  let starts = inner & (inner >>> 1);
  starts &= starts >>> 2;
  starts &= starts >>> 4;
  starts &= starts >>> 8;
  while (starts !== 0) {
    const start = <i32>ctz(starts);
    const end = start + <i32>ctz(~(inner >>> start));
    takeRun(at + start, at + end);
    starts &= ~(<u64>0) << end;
  }
}

/** Emits the run for whatever may have made it. */
function takeRun(start: i32, end: i32): void {
  let seen: u32 = 0;
  let letters = 0;
  let escapes = 0;
  for (let at = start; at < end; at += 16) {
    const v = v128.load(input + at);
    const kinds = kindsOf(v);
    const valid: u32 = end - at < 16 ? (1 << (end - at)) - 1 : 0xffff;
    const capitals = v128.or(i8x16.lt_u(i8x16.sub(v, i8x16.splat(0x41)), i8x16.splat(26)), i8x16.eq(v, i8x16.splat(0x5f)));
    if (bitsOf(v128.and(kinds, i8x16.splat(1))) & valid) seen |= DIGIT;
    if (<u32>i8x16.bitmask(capitals) & valid) seen |= UPPER;
    if (<u32>i8x16.bitmask(i8x16.eq(v, i8x16.splat(0x3a))) & valid) seen |= COLON;
    letters += popcnt<i32>(bitsOf(v128.and(kinds, i8x16.splat(12))) & valid);
    escapes += popcnt<i32>(<u32>i8x16.bitmask(v128.or(i8x16.eq(v, i8x16.splat(0x25)), i8x16.eq(v, i8x16.splat(0x5c)))) & valid);
  }
  if (end - start >= SHORTEST_STRETCH) findStretches(start, end, seen);
  if (end - start > LONGEST_REVERSED || (seen & DIGIT) === 0) return;
  const may = letters >= LEAST_LETTERS ? (seen & (UPPER | COLON)) !== 0 : isHexOfText(start, end);
  if (may || escapes >= HEX_SAMPLE) emit(REVERSED, start, end, seen | (<u32>letters << LETTER_SHIFT));
}

/** Hexadecimal digits backwards: every second digit from the end is the upper half of a visible character. */
function isHexOfText(start: i32, end: i32): bool {
  for (let at = end - 1; at > max(start, end - 1 - 2 * HEX_SAMPLE); at -= 2) {
    const byte = byteAt(at);
    if (byte < 0x32 || byte > 0x37) return false;
  }
  return true;
}

function findStretches(start: i32, end: i32, seen: u32): void {
  findStretch(start, end, QUINTET);
  if (seen & DIGIT) findStretch(start, end, ENCODED);
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
    if (kind === QUINTET) emit(BASE32, from, to, 0);
    else if (to - from <= LONGEST_ROTATED && mayBeRotated(from, to)) emit(ROTATED, from, to, 0);
  }
}

/** The cheap half of what the host decides. */
function mayBeRotated(start: i32, end: i32): bool {
  let hasNumber = false;
  let names = 0;
  for (let at = start; at < min(end, start + FRONT); at++) {
    const byte = byteAt(at);
    if (byte - 0x30 < 10) hasNumber = true;
    else if (byte === 0x25 || byte === 0x5c || (byte === 0x55 && byteAt(at + 1) === 0x34)) return true;
    else if (byte === 0x2d || byte === 0x5f) names++;
  }
  if (!hasNumber) return false;
  if (names * NAME_SHARE <= min(end, start + FRONT) - start && (hasAlignment(start, start) || hasAlignment(start, start + ((end - start - SAMPLE) >> 1)) || hasAlignment(start, end - SAMPLE))) return true;
  return isUniform(start);
}

function hasAlignment(start: i32, from: i32): bool {
  let alignments: u32 = 15;
  for (let at = from; at < from + SAMPLE; at++) {
    alignments &= load<u8>(classes + 256 + ((((at - start) & 3) << 8) + byteAt(at)));
    if (alignments === 0) return false;
  }
  return true;
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

function byteAt(at: i32): u32 {
  return load<u8>(input + at);
}

function classAt(at: i32): u32 {
  return load<u8>(classes + byteAt(at));
}

function look(at: i32): void {
  const byte = byteAt(at);
  const next = byteAt(at + 1);
  switch (byte) {
    case 0x5c: emit(BACKSLASH, at, at + 1, next); break;
    case 0x22: case 0x27: if (next === 0x22 || next === 0x27) emit(SEAM, at, at + 2, 0); break;
    case 0x2a: {
      if (at >= maskDone && next === 0x2a && byteAt(at + 2) === 0x2a) {
        emit(MASK, at, at + 3, 0);
        maskDone = at + 3;
      }
      break;
    }
    case 0x3d: if (isUpper(byteAt(at - 1))) emit(OPERATOR, at, at + 1, 0); break;
    case 0x3a: {
      if (next === 0x3a) emitCommand(at, byteAt(at + 2));
      else if (next === 0x20 && isUpper(byteAt(at - 1))) emit(OPERATOR, at, at + 2, 0);
      break;
    }
    case 0x23: if (next === 0x23 && byteAt(at + 2) === 0x5b) emit(COMMAND, at, at + 3, 0x23); break;
    // isSecret and "github_token by the one letter of each that is rare.
    case 0x53: if (byteAt(at - 1) === 0x73 && byteAt(at - 2) === 0x69 && next === 0x65) emit(DUMP, at - 2, at + 6, 0); break;
    case 0x5f: if (byteAt(at - 1) === 0x62 && byteAt(at - 7) === 0x22 && next === 0x74) emit(DUMP, at - 7, at + 6, 1); break;
  }
}

/** add-mask, set-output, set-env and save-state begin with two letters; "::" itself stands in many languages. */
function emitCommand(at: i32, next: u32): void {
  if (next === 0x61 || next === 0x73) emit(COMMAND, at, at + 2, next);
}

function isUpper(byte: u32): bool {
  return byte - 0x41 < 26 || byte - 0x30 < 10 || byte === 0x5f;
}

/** Emits what may be invisible; returns where something stands that is no visible character of ASCII, but for escapes. */
function findStrange(at: i32, strange: u64): u64 {
  let blanks = strange;
  for (let left = strange; left !== 0; left &= left - 1) {
    const here = at + <i32>ctz(left);
    const byte = byteAt(here);
    if (byte === 0x1b) blanks &= ~(left & (0 - left));
    if (load<u8>(classes + byte) & HIDDEN) emit(INVISIBLE, here, here + 1, byte);
  }
  return blanks;
}

function findLines(at: i32, ends: u64, blanks: u64): void {
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

function endLine(at: i32): void {
  if (!hasBlank && at > lineStart && at - lineStart <= WIDEST_LINE) emit(LINE, lineStart, at, 0);
}

/** Of eleven separators at one distance, four in a row stand in one block; only there is it counted. */
function findGroups(at: i32, separators: u64): void {
  const lone = separators & ~(separators >>> 1);
  if (inRow(lone, 2) && !(widths & 2)) countGroups(at, 1);
  if (inRow(lone, 3) && !(widths & 4)) countGroups(at, 2);
  if (inRow(lone, 5) && !(widths & 16)) countGroups(at, 4);
}

function inRow(separators: u64, step: u64): bool {
  const two = separators & (separators >>> step);
  return (two & (two >>> (2 * step))) !== 0;
}

/** Emits `width` once where so many groups of it stand between separators of one kind. */
function countGroups(at: i32, width: i32): void {
  const end = min(length, at + 64 + NEAR);
  let last = -NEAR;
  let groups = 0;
  let separator: u32 = 0;
  for (let here = max(0, at - NEAR) - (at < NEAR ? 1 : 0); here < end; here++) {
    const byte: u32 = here < 0 ? 0x0a : byteAt(here);
    if (byte !== 0x20 && byte !== 0x0a) continue;
    groups = here - last - 1 !== width ? 0 : byte === separator ? groups + 1 : 1;
    separator = byte;
    last = here;
    if (groups < LEAST_GROUPS) continue;
    widths |= 1 << width;
    emit(GROUPS, here, here + 1, width);
    return;
  }
}

function emit(kind: i32, start: i32, end: i32, seen: u32): void {
  if (written + 3 > outWords) {
    drain(written);
    written = 0;
  }
  const to = out + (<usize>written << 2);
  store<i32>(to, start);
  store<i32>(to, end, 4);
  store<u32>(to, (seen << 4) | kind, 8);
  written += 3;
}
