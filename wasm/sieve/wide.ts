// Text in characters of two or four bytes.
import { emit, input, length } from "../pass/memory";

const UTF16 = -5;
const UTF32 = -9;
const SHORTEST = 10;

let utf16Done: i32 = 0;
let utf32Done: i32 = 0;

export function beginWide(): void {
  utf16Done = 0;
  utf32Done = 0;
}

/** Characters with a zero beside each of them. */
export function findUtf16(at: i32, zeros: u64, texts: u64): void {
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
    if ((end - start) >> 1 >= SHORTEST) emit(start, UTF16, end);
  }
}

/** Characters with three zeros beside each of them; with the high byte first anything may follow the last one. */
export function findUtf32(at: i32, zeros: u64, texts: u64): void {
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
    if ((end - start) >> 2 >= SHORTEST) emit(start, UTF32, end);
  }
}

function isText(at: i32): bool {
  const byte = <u32>load<u8>(input + at);
  return byte - 0x20 < 0x5f || byte === 0x0a || byte === 0x0d || byte === 0x09;
}

function isCharacter(at: i32): bool {
  return at >= 0 && at + 3 < length && isText(at) && load<u8>(input + at + 1) === 0 && load<u16>(input + at + 2) === 0;
}
