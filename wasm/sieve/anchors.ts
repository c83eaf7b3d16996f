// Where literals stand, and where names that promise a credential have their operator.
import { emit, input, length } from "../pass/memory";
import { beginValues, mayAssign } from "./value";

const OPERATOR = -1;
/** How far behind a piece of a name its operator may stand. */
const REACH = 48;

/** Where the bitmap of hashes lies, so that its address is part of the instructions that look into it. */
const BITS: usize = 1024;
let table: usize = 0;
let tableMask: u32 = 0;
/** Operators before this offset have been emitted. */
let searched: i32 = 0;

export function configureAnchors(tableAt: usize, mask: u32): void {
  table = tableAt;
  tableMask = mask;
}

export function beginAnchors(): void {
  searched = 0;
  beginValues();
}

/** Four words at a time: upper and lower case are the same, and the upper 21 bits of a product are a hash. */
function productsOf(words: v128): v128 {
  return i32x4.mul(v128.or(words, i32x4.splat(0x20202020)), i32x4.splat(0x9e3779b1));
}

/** The bit of each hash in its byte of the bitmap: of even words in the lowest byte of a lane, of odd ones in the third. */
function bitsOf(even: v128, odd: v128): v128 {
  const places = v128.or(v128.and(i32x4.shr_u(even, 11), i32x4.splat(7)), v128.and(i32x4.shl(odd, 5), i32x4.splat(0x70000)));
  return i8x16.swizzle(i8x16(1, 2, 4, 8, 16, 32, 64, -128, 0, 0, 0, 0, 0, 0, 0, 0), v128.or(places, i32x4.splat(0x80008000)));
}

/** Bytes of the bitmap, two by even places and two by odd ones, in the order in which their words stand in the input. */
function bytesAt(even: u64, odd: u64): u64 {
  return <u64>load<u8>(<usize><u32>even, BITS) | (<u64>load<u8>(<usize><u32>odd, BITS) << 16) | (<u64>load<u8>(<usize>(even >>> 32), BITS) << 32) | (<u64>load<u8>(<usize>(odd >>> 32), BITS) << 48);
}

/** Four bytes at every second offset; what a hash's bit promises is compared byte by byte. */
export function findAnchors(from: i32, to: i32): void {
  for (let at = from; at < to; at += 16) {
    const here = input + at;
    const even = productsOf(v128.load(here));
    const odd = productsOf(v128.load(here, 2));
    const bits = bitsOf(even, odd);
    const evens = i32x4.shr_u(even, 14);
    const odds = i32x4.shr_u(odd, 14);
    const first = bytesAt(<u64>i64x2.extract_lane(evens, 0), <u64>i64x2.extract_lane(odds, 0)) & <u64>i64x2.extract_lane(bits, 0);
    const second = bytesAt(<u64>i64x2.extract_lane(evens, 1), <u64>i64x2.extract_lane(odds, 1)) & <u64>i64x2.extract_lane(bits, 1);
    if ((first | second) === 0) continue;
    if (first !== 0) checkAll(at, first);
    if (second !== 0) checkAll(at + 8, second);
  }
}

/** One bit for each word, in the byte at its distance from `at`. */
function checkAll(at: i32, hits: u64): void {
  for (let left = hits; left !== 0; left &= left - 1) {
    const word = at + <i32>(ctz(left) >>> 3);
    check(word, (load<u32>(input + word) | 0x20202020) * 0x9e3779b1);
  }
}

/**
 * A slot: index of the literal i32, distance of the four bytes from its start i32, length i32, least run behind it i32, codes of the
 * first eight bytes u64, bits to be set before comparing u64, mask of the bytes that count u64, then addresses of all codes, of all
 * bits and of the class of what follows, u32 each, and the byte that must end the run behind it i32, -1 for any.
 */
const SLOT = 56;

/** Words that only share a hash end here, by their product. */
function check(at: i32, product: u32): void {
  let place = (product >>> 11) & tableMask;
  for (let known = load<u32>(table + (<usize>place << 3)); known !== product; known = load<u32>(table + (<usize>place << 3))) {
    if (known === 0) return;
    place = (place + 1) & tableMask;
  }
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

/** Longer runs end as they may. */
const MOST_RUN = 256;

function hasTail(from: i32, slot: usize): bool {
  const least = load<i32>(slot, 12);
  const tail: usize = load<u32>(slot, 48);
  const next = load<i32>(slot, 52);
  let at = from;
  for (; at < from + least; at++) if (at >= length || load<u8>(tail + load<u8>(input + at)) === 0) return false;
  if (next < 0) return true;
  const end = min(length, from + MOST_RUN);
  while (at < end && load<u8>(tail + load<u8>(input + at)) !== 0) at++;
  return at === from + MOST_RUN || (at < length && load<u8>(input + at) === next);
}

/** Operators behind a piece of a name, in the same line, or in the next one where that gives the named thing's `value`. */
function emitOperators(from: i32): void {
  const end = min(length, from + REACH);
  let at = max(from, searched);
  for (; at < end; at++) {
    const byte = load<u8>(input + at);
    // 0xff stands between the texts that are looked at in one go, and within no name.
    if (byte === 0xff || (byte === 0x0a && !isValueLine(at + 1))) break;
    if ((byte === 0x3d || byte === 0x3a || byte === 0x3e) && mayAssign(at)) emit(at, OPERATOR, 0);
  }
  searched = max(at, searched);
}

/** `value`, or an element that holds one: `<value>`, `<string>`, `<param-value>`, `<env-entry-value>`. */
function isValueLine(from: i32): bool {
  let at = from;
  while (at < length) {
    const byte = load<u8>(input + at);
    if (byte !== 0x20 && byte !== 0x09 && byte !== 0x22) break;
    at++;
  }
  if (at + 5 > length) return false;
  if (load<u8>(input + at) !== 0x3c) return load<u32>(input + at) === 0x756c6176 && load<u8>(input + at + 4) === 0x65;
  const tag = load<u32>(input + at + 1);
  return tag === 0x756c6176 || tag === 0x69727473 || tag === 0x61726170 || tag === 0x2d766e65;
}
