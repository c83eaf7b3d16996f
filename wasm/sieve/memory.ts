// The input, where the host put it, and what is written about it for the host.

/** The host takes what has been written so far; writing then begins anew. */
declare function drain(words: i32): void;

export let input: usize = 0;
export let length: i32 = 0;
/** Five tables of 256 bytes: alignments of base64 text for each place in a group of four (four tables), then a byte's hexadecimal value, or 255. */
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

export function emit(start: i32, kind: i32, end: i32): void {
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

export function nibbleOf(at: i32): u32 {
  return load<u8>(classes + 1024 + load<u8>(input + at));
}
