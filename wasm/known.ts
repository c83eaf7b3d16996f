// The rolling hash over canonical text, in AssemblyScript: windows whose tag a table of bits may hold. The host is src/detector/known/search/.

let canonical: usize = 0;
let numbers: usize = 0;
let factor: u64 = 0;
let finish: u64 = 0;
let codes: usize = 0;
let offsets: usize = 0;
let input: usize = 0;

/** `canonical`: 256 bytes; `numbers`: 256 words of 64 bits; `finish`: an odd word of the mixture's own. */
export function configure(canonicalAt: usize, numbersAt: usize, factorWord: u64, finishWord: u64): void {
  canonical = canonicalAt;
  numbers = numbersAt;
  factor = factorWord;
  finish = finishWord;
}

export function place(inputAt: usize, codesAt: usize, offsetsAt: usize): void {
  input = inputAt;
  codes = codesAt;
  offsets = offsetsAt;
}

/** Writes the canonical characters of the input and their offsets; returns how many there are. */
export function read(size: i32): i32 {
  let length = 0;
  for (let at = 0; at < size; at++) {
    const code = load<u8>(canonical + <usize>load<u8>(input + at));
    store<u8>(codes + length, code);
    store<i32>(offsets + (<usize>length << 2), at);
    length += i32(code != 0);
  }
  return length;
}

/** Puts what each character still adds when it has left a window there. */
export function leave(window: i32, leavingAt: usize): void {
  let power: u64 = 1;
  for (let at = 0; at < window; at++) power *= factor;
  for (let code: usize = 0; code < 256; code++) store<u64>(leavingAt + (code << 3), load<u64>(numbers + (code << 3)) * power);
}

/**
 * Writes the ends and tags of windows of `length` characters that both tables hold, at most `most` of them; returns their number.
 * `from`: the window's end at which to begin; what did not fit is found by another call.
 */
export function find(length: i32, window: i32, from: i32, leaving: usize, near: usize, nearMask: u32, far: usize, farMask: u32, out: usize, most: i32): i32 {
  let hash: u64 = 0;
  for (let at = from - window; at < from; at++) hash = hash * factor + load<u64>(numbers + (<usize>load<u8>(codes + at) << 3));
  let count = 0;
  for (let end = from; end <= length; end++) {
    const tag = mix(hash);
    if (holds(near, tag & nearMask) && holds(far, (tag >> 4) & farMask)) {
      if (count == most) return count;
      store<i32>(out + (<usize>count << 3), end);
      store<u32>(out + (<usize>count << 3), tag, 4);
      count++;
    }
    if (end == length) break;
    hash = hash * factor + load<u64>(numbers + (<usize>load<u8>(codes + end) << 3)) - load<u64>(leaving + (<usize>load<u8>(codes + end - window) << 3));
  }
  return count;
}

// @ts-ignore: a decorator of AssemblyScript's
@inline
function holds(bits: usize, bit: u32): bool {
  return ((load<u32>(bits + (<usize>(bit >>> 5) << 2)) >>> (bit & 31)) & 1) != 0;
}

/** Two rounds of multiplying, so that nothing about the tag follows from parts of the sum. */
function mix(hash: u64): u32 {
  let mixed = hash ^ (hash >> 32);
  mixed *= finish;
  mixed ^= mixed >> 29;
  mixed *= 0x9e3779b97f4a7c15;
  return <u32>(mixed >> 32);
}
