// One look at every byte of a log, in AssemblyScript: where runs of value characters stand, lines without blanks, groups with one
// separator, and the few characters at which masks, commands, quoting and invisible text begin. The host is src/detector/masking/sieve/.
// Memory is laid out by the host, which keeps 64 zero bytes before the input and behind it.

/** The host takes what has been written so far; writing then begins anew. */
declare function drain(words: i32): void;

/** Kinds of what is emitted, as the host knows them: start, end, and what was seen. */
const RUN = 0;
const LINE = 1;
const GROUPS = 2;
const INVISIBLE = 3;
const BACKSLASH = 4;
const SEAM = 5;
const MASK = 6;
const OPERATOR = 7;
const COMMAND = 8;
const DUMP = 9;

/** Bits of a byte's class: what it adds to a run (0 ends one), and whether it needs a look by itself. */
const IN_RUN: u32 = 0x1f;
const LETTER: u32 = 2;
const LOOK: u32 = 0x20;
const HIDDEN: u32 = 0x40;

const SHORTEST_RUN = 16;
const WIDEST_LINE = 256;
const LEAST_GROUPS = 10;
const WIDEST_GROUP = 4;

let classes: usize = 0;
let out: usize = 0;
let outWords: i32 = 0;
let input: usize = 0;
let written: i32 = 0;

let lineStart: i32 = 0;
let hasBlank: bool = false;
let separated: i32 = -1;
let width: i32 = 0;
let separator: u32 = 0;
let groups: i32 = 0;
let maskDone: i32 = 0;

export function configure(classesAt: usize, outAt: usize, words: i32, inputAt: usize): void {
  classes = classesAt;
  out = outAt;
  outWords = words;
  input = inputAt;
}

/** Emits everything about the `size` bytes of input; returns how many words are left to take. */
export function sift(size: i32): i32 {
  written = 0;
  lineStart = 0;
  hasBlank = false;
  separated = -1;
  width = 0;
  groups = 0;
  maskDone = 0;
  let run = -1;
  let seen: u32 = 0;
  let letters: u32 = 0;
  for (let at = 0; at < size; at++) {
    const byte = <u32>load<u8>(input + at);
    const kind = <u32>load<u8>(classes + <usize>byte);
    if (kind & IN_RUN) {
      if (run < 0) {
        run = at;
        seen = 0;
        letters = 0;
      }
      seen |= kind;
      letters += kind & LETTER;
    } else if (run >= 0) {
      if (at - run >= SHORTEST_RUN) emit(RUN, run, at, (seen & IN_RUN) | (letters << 7));
      run = -1;
    }
    if (kind & (LOOK | HIDDEN)) {
      // Every sixth byte is a blank: nothing more is done for one than must be.
      if (byte == 0x20) {
        hasBlank = true;
        if (at - separated <= WIDEST_GROUP + 1) separate(at, byte);
        else {
          groups = 0;
          width = 0;
          separated = at;
        }
      } else look(at, kind);
    }
  }
  if (run >= 0 && size - run >= SHORTEST_RUN) emit(RUN, run, size, (seen & IN_RUN) | (letters << 7));
  endLine(size);
  return written;
}

function byteAt(at: i32): u32 {
  return load<u8>(input + at);
}

function look(at: i32, kind: u32): void {
  const byte = byteAt(at);
  if (kind & HIDDEN) {
    emit(INVISIBLE, at, at + 1, byte);
    if (byte != 0x1b) hasBlank = true;
    return;
  }
  switch (byte) {
    case 0x0a: {
      endLine(at);
      separate(at, byte);
      lineStart = at + 1;
      hasBlank = false;
      break;
    }
    case 0x5c: emit(BACKSLASH, at, at + 1, byteAt(at + 1)); break;
    case 0x22: case 0x27: {
      const next = byteAt(at + 1);
      if (next == 0x22 || next == 0x27) emit(SEAM, at, at + 2, 0);
      break;
    }
    case 0x2a: {
      if (at >= maskDone && byteAt(at + 1) == 0x2a && byteAt(at + 2) == 0x2a) {
        emit(MASK, at, at + 3, 0);
        maskDone = at + 3;
      }
      break;
    }
    case 0x3d: if (isUpper(byteAt(at - 1))) emit(OPERATOR, at, at + 1, 0); break;
    case 0x3a: {
      const next = byteAt(at + 1);
      if (next == 0x3a) emit(COMMAND, at, at + 2, byteAt(at + 2));
      else if (next == 0x20 && isUpper(byteAt(at - 1))) emit(OPERATOR, at, at + 2, 0);
      break;
    }
    case 0x23: if (byteAt(at + 1) == 0x23 && byteAt(at + 2) == 0x5b) emit(COMMAND, at, at + 3, 0x23); break;
    // isSecret and "github_token by the one letter of each that is rare.
    case 0x53: if (byteAt(at - 1) == 0x73 && byteAt(at - 2) == 0x69 && byteAt(at + 1) == 0x65) emit(DUMP, at - 2, at + 6, 0); break;
    case 0x5f: if (byteAt(at - 1) == 0x62 && byteAt(at - 7) == 0x22 && byteAt(at + 1) == 0x74) emit(DUMP, at - 7, at + 6, 1); break;
    default: hasBlank = true;
  }
}

function isUpper(byte: u32): bool {
  return (byte >= 0x41 && byte <= 0x5a) || (byte >= 0x30 && byte <= 0x39) || byte == 0x5f;
}

function endLine(at: i32): void {
  if (!hasBlank && at > lineStart && at - lineStart <= WIDEST_LINE) emit(LINE, lineStart, at, 0);
}

/** Counts groups of one width between separators of one kind. */
function separate(at: i32, byte: u32): void {
  const wide = at - separated - 1;
  if (wide == width && byte == separator && (width == 1 || width == 2 || width == 4)) {
    if (++groups == LEAST_GROUPS) emit(GROUPS, at, at + 1, width);
  } else {
    groups = 1;
    width = wide;
    separator = byte;
  }
  separated = at;
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
