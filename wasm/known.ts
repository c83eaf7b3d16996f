// The rolling hash over canonical text, in AssemblyScript: windows that don't read like ordinary text and whose tag a table of bits may
// hold. The host is src/detector/known/search/.

let canonical: usize = 0;
let likeness: usize = 0;
let most: i16 = 0;
let numbers: usize = 0;
let factor: u64 = 0;
let finish: u64 = 0;
let codes: usize = 0;
let sums: usize = 0;
let starts: usize = 0;
let input: usize = 0;

/** `canonical`: 256 bytes; `likeness`: 128 times 128 bytes; `numbers`: 256 words of 64 bits; `finish`: an odd word of the mixture's own. */
export function configure(canonicalAt: usize, likenessAt: usize, likeText: i32, numbersAt: usize, factorWord: u64, finishWord: u64): void {
  canonical = canonicalAt;
  likeness = likenessAt;
  most = <i16>likeText;
  numbers = numbersAt;
  factor = factorWord;
  finish = finishWord;
}

/** `sums`: 16 bits for each byte of input and 32 bytes more; `starts`: 32 bits for each 64 bytes of input. */
export function place(inputAt: usize, codesAt: usize, sumsAt: usize, startsAt: usize): void {
  input = inputAt;
  codes = codesAt;
  sums = sumsAt;
  starts = startsAt;
}

/** Writes the canonical characters of the input, the likeness summed up to each, and how many stand before every 64 bytes; returns how many there are. */
export function read(size: i32): i32 {
  let length = 0;
  let before: usize = 0;
  let sum: i32 = 0;
  for (let block = 0; block < size; block += 64) {
    store<i32>(starts + (<usize>block >> 4), length);
    const end = min(size, block + 64);
    for (let at = block; at < end; at++) {
      const code: usize = load<u8>(canonical + <usize>load<u8>(input + at));
      sum += <i32>load<i8>(likeness + ((before << 7) | code));
      store<u8>(codes + length, <u8>code);
      store<i16>(sums + (<usize>length << 1), <i16>sum);
      before = code !== 0 ? code : before;
      length += i32(code !== 0);
    }
  }
  return length;
}

/** Puts what each character still adds when it has left a window there. */
export function leave(window: i32, leavingAt: usize): void {
  let power: u64 = 1;
  for (let at = 0; at < window; at++) power *= factor;
  for (let code: usize = 0; code < 256; code++) store<u64>(leavingAt + (code << 3), load<u64>(numbers + (code << 3)) * power);
}

let hash: u64 = 0;
/** Where the window begins whose sum `hash` is; -2 for none. */
let hashed: i32 = -2;

/**
 * Writes the beginnings and tags of windows that the table holds in a text of `length` characters, at most `room` of them; returns their
 * number. `from`: where to begin; what did not fit is found by another call. `table`: words of 64 bits, `mask` one less than how many.
 */
export function find(length: i32, window: i32, from: i32, leaving: usize, table: usize, mask: u32, out: usize, room: i32): i32 {
  const last = length - window;
  let count = 0;
  hashed = -2;
  for (let start = from; start <= last; start += 8) {
    const first = v128.load(sums + (<usize>start << 1));
    const behind = v128.load(sums + (<usize>(start + window - 1) << 1));
    let unlike: u32 = i16x8.bitmask(i16x8.lt_s(i16x8.sub(behind, first), i16x8.splat(most)));
    if (last - start < 7) unlike &= (1 << (last - start + 1)) - 1;
    for (; unlike !== 0; unlike &= unlike - 1) {
      const at = start + <i32>ctz(unlike);
      const tag = mix(hashAt(at, window, leaving));
      if (!holds(load<u64>(table + (<usize>((tag >>> 12) & mask) << 3)), tag)) continue;
      if (count === room) return count;
      store<i32>(out + (<usize>count << 3), at);
      store<u32>(out + (<usize>count << 3), tag, 4);
      count++;
    }
  }
  return count;
}

/** Rolls on from the window before, where that was hashed. */
// @ts-ignore: a decorator of AssemblyScript's
@inline
function hashAt(at: i32, window: i32, leaving: usize): u64 {
  if (at === hashed + 1) {
    hash = hash * factor + numberAt(at + window - 1) - load<u64>(leaving + (<usize>load<u8>(codes + at - 1) << 3));
  } else {
    hash = 0;
    for (let here = at; here < at + window; here++) hash = hash * factor + numberAt(here);
  }
  hashed = at;
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
