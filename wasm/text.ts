// What is left of a log's lines without what the runner and the system put around each, in AssemblyScript. The host is
// src/reader/log/text.ts, which lays the memory out and keeps SLACK bytes free behind input and text.

const NEWLINE: u8 = 0x0a;
const RETURN: u8 = 0x0d;
/** A line's beginning is decided once this much of it is there: a byte order mark, the longest stamp with its blank, and the byte behind. */
const LOOKAHEAD: usize = 35;

/** Ends of lines so far. */
export let lines: i32 = 0;

let input: usize = 0;
let text: usize = 0;
/** Bytes of input that wait for what follows, and bytes of text that are held. */
let waiting: usize = 0;
let held: usize = 0;
let beginsLine: bool = true;

export function place(inputAt: usize, textAt: usize): void {
  input = inputAt;
  text = textAt;
}

/** Begins another log. */
export function begin(): void {
  lines = 0;
  waiting = 0;
  held = 0;
  beginsLine = true;
}

/** Where the next bytes of input go. */
export function inputEnd(): usize {
  return input + waiting;
}

/**
 * Takes `size` more bytes of input and adds them to the text, without byte order marks and stamps at the beginning of lines and without
 * carriage returns before their ends; returns how many bytes of text are held. Unless it is `final`, some of it may wait for what follows.
 */
export function clean(size: usize, final: bool): usize {
  const end = input + waiting + size;
  let at = input;
  let to = text + held;
  while (at < end) {
    if (beginsLine) {
      if (!final && end - at < LOOKAHEAD) break;
      at += frontLength(at, end);
      beginsLine = false;
    }
    const newline = findNewline(at, end);
    const isOpen = newline === end;
    const hasReturn = newline > at && load<u8>(newline - 1) === RETURN && !(isOpen && final);
    const kept = newline - at - (hasReturn ? 1 : 0);
    copy(to, at, kept);
    to += kept;
    at += kept;
    if (isOpen) break;
    store<u8>(to++, NEWLINE);
    at = newline + 1;
    lines++;
    beginsLine = true;
  }
  waiting = end - at;
  memory.copy(input, at, waiting);
  held = to - text;
  return held;
}

/** Lets go of the text's first `size` bytes; returns how many lines end in them. */
export function drop(size: usize): i32 {
  const end = text + size;
  let count = 0;
  let at = text;
  for (; at + 16 <= end; at += 16) count += popcnt<i32>(newlinesAt(at));
  count += popcnt<i32>(newlinesAt(at) & ((1 << <i32>(end - at)) - 1));
  held -= size;
  memory.copy(text, end, held);
  return count;
}

/** A bit for each of sixteen bytes. */
function newlinesAt(at: usize): i32 {
  return i8x16.bitmask(i8x16.eq(v128.load(at), i8x16.splat(<i8>NEWLINE)));
}

/** `end` where there is none. */
function findNewline(at: usize, end: usize): usize {
  for (; at < end; at += 16) {
    const newlines = newlinesAt(at);
    if (newlines !== 0) return min(end, at + <usize>ctz(newlines));
  }
  return end;
}

function copy(to: usize, at: usize, size: usize): void {
  for (let done: usize = 0; done < size; done += 16) v128.store(to + done, v128.load(at + done));
}

/** A log that was joined from several has a byte order mark at each seam. */
function frontLength(at: usize, end: usize): usize {
  const mark: usize = end - at >= 3 && load<u16>(at) === 0xbbef && load<u8>(at, 2) === 0xbf ? 3 : 0;
  return mark + stampLength(at + mark, end);
}

/**
 * Length of the time stamp at `at` with its blank, 0 where there is none. The runner puts it before each line: DateTime.ToString("O") and
 * a blank (actions/runner, Logging.cs); `docker logs -t` and `kubectl logs --timestamps` write the same with up to nine digits of fraction.
 */
function stampLength(at: usize, end: usize): usize {
  if (end - at < 20 || !isTime(at)) return 0;
  let here = at + 19;
  if (load<u8>(here) === 0x2e) {
    const most = min(here + 10, end);
    for (here++; here < most && isDigit(here); ) here++;
  }
  if (here >= end || load<u8>(here) !== 0x5a) return 0;
  here++;
  const next = here < end ? load<u8>(here) : NEWLINE;
  if (next === NEWLINE || next === RETURN) return here - at;
  return next === 0x20 ? here + 1 - at : 0;
}

/** Of `yyyy-MM-ddTHH:mm`, where digits stand; and its signs, everywhere else. */
const DIGITS = 0xdb6f;

function isTime(at: usize): bool {
  const signs = i8x16(0, 0, 0, 0, 0x2d, 0, 0, 0x2d, 0, 0, 0x54, 0, 0, 0x3a, 0, 0);
  const front = v128.load(at);
  const digits = i8x16.bitmask(i8x16.lt_u(i8x16.sub(front, i8x16.splat(0x30)), i8x16.splat(10)));
  const same = i8x16.bitmask(i8x16.eq(front, signs));
  return ((digits & DIGITS) | (same & ~DIGITS)) === 0xffff && load<u8>(at, 16) === 0x3a && isDigit(at + 17) && isDigit(at + 18);
}

function isDigit(at: usize): bool {
  return <u32>load<u8>(at) - 0x30 < 10;
}
