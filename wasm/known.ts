// The rolling hash over canonical text, in AssemblyScript: windows that don't read like ordinary text and whose tag a table of bits may
// hold. The host is src/detector/known/search/.

let canonical: usize = 0;
/** For each set of eight bytes the places of those that are in it, eight bytes each. */
let orders: usize = 0;
let likeness: usize = 0;
let most: i16 = 0;
let numbers: usize = 0;
let factor: u64 = 0;
let finish: u64 = 0;
let codes: usize = 0;
let sums: usize = 0;
let starts: usize = 0;
let input: usize = 0;
/** Where the powers stand behind the numbers of 256 characters. */
const POWERS: usize = 256 << 3;

/**
 * `canonical`: 256 bytes; `orders`: room for 2 KiB; `likeness`: a byte for each pair of characters, of whose index the second is the higher
 * byte; `numbers`: 256 words of 64 bits; `finish`: an odd word of the mixture's own.
 */
export function configure(canonicalAt: usize, ordersAt: usize, likenessAt: usize, likeText: i32, numbersAt: usize, factorWord: u64, finishWord: u64): void {
  canonical = canonicalAt;
  orders = ordersAt;
  likeness = likenessAt;
  most = <i16>likeText;
  numbers = numbersAt;
  factor = factorWord;
  finish = finishWord;
  for (let set = 0; set < 256; set++) {
    let to = orders + (<usize>set << 3);
    for (let left = set; left !== 0; left &= left - 1) store<u8>(to++, <u8>ctz(left));
  }
}

/** Zeros lie behind the input and before the codes. `sums`: 16 bits for each byte of input and 32 bytes more; `starts`: 32 bits for each 64 bytes of input. */
export function place(inputAt: usize, codesAt: usize, sumsAt: usize, startsAt: usize): void {
  input = inputAt;
  codes = codesAt;
  sums = sumsAt;
  starts = startsAt;
}

/**
 * Writes the canonical characters of the input, the likeness summed up to each, and how many stand before every 64 bytes; returns how many
 * there are.
 */
export function read(size: i32): i32 {
  let length = 0;
  for (let at = 0; at < size; at += 16) {
    if ((at & 63) === 0) store<i32>(starts + (<usize>at >> 4), length);
    length = take(toCanonical(v128.load(input + at)), length);
  }
  // Characters are summed up four at a time.
  store<u32>(codes + length, 0);
  sumUp(length);
  return length;
}

/** Sixteen at a time, zero for those that are left out; no other rows of the table hold anything. */
function toCanonical(v: v128): v128 {
  let codes = i8x16.splat(0);
  for (let row = 0x20; row < 0x80; row += 16) codes = v128.or(codes, i8x16.swizzle(v128.load(canonical + row), i8x16.sub(v, i8x16.splat(<i8>row))));
  return codes;
}

/** Appends those of sixteen characters that are not zero; returns the new length. */
function take(v: v128, length: i32): i32 {
  const gone = i8x16.bitmask(i8x16.eq(v, i8x16.splat(0)));
  if (gone === 0) {
    v128.store(codes + length, v);
    return length + 16;
  }
  const low = ~gone & 0xff;
  const high = (~gone >>> 8) & 0xff;
  v128.store(codes + length, i8x16.swizzle(v, v128.load(orders + (<usize>low << 3))));
  const middle = length + popcnt<i32>(low);
  v128.store(codes + middle, i8x16.swizzle(v, i8x16.add(v128.load(orders + (<usize>high << 3)), i8x16.splat(8))));
  return middle + popcnt<i32>(high);
}

function sumUp(length: i32): void {
  const pairs = likeness;
  let sum: i32 = 0;
  let to = sums;
  for (let at = codes - 1; at < codes - 1 + length; at += 4, to += 8) {
    sum += <i32>load<i8>(pairs + <usize>load<u16>(at));
    store<i16>(to, <i16>sum);
    sum += <i32>load<i8>(pairs + <usize>load<u16>(at, 1));
    store<i16>(to, <i16>sum, 2);
    sum += <i32>load<i8>(pairs + <usize>load<u16>(at, 2));
    store<i16>(to, <i16>sum, 4);
    sum += <i32>load<i8>(pairs + <usize>load<u16>(at, 3));
    store<i16>(to, <i16>sum, 6);
  }
}

/** Puts what each character still adds when it has left a window there, and behind it the factors of a window's places, the last one's first. */
export function leave(window: i32, leavingAt: usize): void {
  let power: u64 = 1;
  for (let at = 0; at < window; at++) {
    store<u64>(leavingAt + POWERS + (<usize>at << 3), power);
    power *= factor;
  }
  for (let code: usize = 0; code < 256; code++) store<u64>(leavingAt + (code << 3), load<u64>(numbers + (code << 3)) * power);
}

/**
 * Writes the beginnings and tags of windows that the table holds in a text of `length` characters, at most `room` of them; returns their
 * number. `from`: where to begin; what did not fit is found by another call. `table`: words of 64 bits, `mask` one less than how many.
 */
export function find(length: i32, window: i32, from: i32, leaving: usize, table: usize, mask: u32, out: usize, room: i32): i32 {
  const last = length - window;
  // Locals: the compiler would load a global for each window.
  const step = factor;
  const entering = codes + window - 1;
  const words = numbers;
  let count = 0;
  let hash: u64 = 0;
  /** Behind the window whose sum `hash` is. */
  let next = -1;
  for (let start = from; start <= last; start += 8) {
    const first = v128.load(sums + (<usize>start << 1));
    const behind = v128.load(sums + (<usize>(start + window - 1) << 1));
    let unlike: u32 = i16x8.bitmask(i16x8.lt_s(i16x8.sub(behind, first), i16x8.splat(most)));
    if (last - start < 7) unlike &= (1 << (last - start + 1)) - 1;
    for (; unlike !== 0; unlike &= unlike - 1) {
      const at = start + <i32>ctz(unlike);
      hash = at === next ? hash * step + (load<u64>(words + (<usize>load<u8>(entering + at) << 3)) - load<u64>(leaving + (<usize>load<u8>(entering + at - window) << 3))) : sumOf(at, window, leaving + POWERS);
      next = at + 1;
      const tag = mix(hash);
      if (!holds(load<u64>(table + (<usize>((tag >>> 12) & mask) << 3)), tag)) continue;
      if (count === room) return count;
      store<i32>(out + (<usize>count << 3), at);
      store<u32>(out + (<usize>count << 3), tag, 4);
      count++;
    }
  }
  return count;
}

function sumOf(at: i32, window: i32, powers: usize): u64 {
  let hash: u64 = 0;
  for (let here = at + window - 1; here >= at; here--, powers += 8) hash += numberAt(here) * load<u64>(powers);
  return hash;
}

// @ts-ignore: a decorator of AssemblyScript's
@inline
function numberAt(at: i32): u64 {
  return load<u64>(numbers + (<usize>load<u8>(codes + at) << 3));
}

/** Two bits for each tag, which its lowest twelve name. */
// @ts-ignore: a decorator of AssemblyScript's
@inline
function holds(word: u64, tag: u32): bool {
  return ((word >>> (tag & 63)) & (word >>> ((tag >>> 6) & 63)) & 1) != 0;
}

/** Two rounds of multiplying, so that nothing about the tag follows from parts of the sum. */
function mix(sum: u64): u32 {
  let mixed = sum ^ (sum >> 32);
  mixed *= finish;
  mixed ^= mixed >> 29;
  mixed *= 0x9e3779b97f4a7c15;
  return <u32>(mixed >> 32);
}
