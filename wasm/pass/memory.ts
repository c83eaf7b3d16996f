// The input of a pass, where the host put it, and what is written about it for the host.

/** The host takes what has been written so far; writing then begins anew. */
declare function drain(words: i32): void;

export let input: usize = 0;
export let length: i32 = 0;
/** Four tables of 256 bytes, one for each place in a group of base64, then those of the pass itself. */
export let classes: usize = 0;

let out: usize = 0;
let outWords: i32 = 0;
let written: i32 = 0;

export function configureOutput(classesAt: usize, outAt: usize, words: i32): void {
  classes = classesAt;
  out = outAt;
  outWords = words;
}

export function beginInput(at: usize, size: i32): void {
  input = at;
  length = size;
  written = 0;
}

/** Words that the host has still to take. */
export function leftWords(): i32 {
  return written;
}

/** Three words, in the order in which the pass's host reads them. */
export function emit(first: i32, second: i32, third: i32): void {
  if (written + 3 > outWords) {
    drain(written);
    written = 0;
  }
  const at = out + (<usize>written << 2);
  store<i32>(at, first);
  store<i32>(at, second, 4);
  store<i32>(at, third, 8);
  written += 3;
}

export function byteAt(at: i32): u32 {
  return load<u8>(input + at);
}
