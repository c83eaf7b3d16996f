// Escapes that stand for single characters.
import { emit, input } from "../pass/memory";
import { nibbleOf } from "./nibble";

const PERCENT = -6;
const ESCAPE = -7;
const ENTITY = -8;

/** "&#", and "&quot" or "&apos" by their first letters. */
export function findEntities(at: i32, marks: u64): void {
  let left = marks;
  while (left !== 0) {
    const mark = at + <i32>ctz(left);
    left &= left - 1;
    const next = load<u8>(input + mark + 1);
    if (next === 0x23 || next === 0x71 || (next === 0x61 && load<u8>(input + mark + 2) === 0x70)) emit(mark, ENTITY, mark + 1);
  }
}

/** Of the control characters that begin with 1 only the escape stands in text: a colour. */
export function findPercent(at: i32, marks: u64): void {
  let left = marks;
  while (left !== 0) {
    const mark = at + <i32>ctz(left);
    left &= left - 1;
    const high = nibbleOf(mark + 1);
    const low = nibbleOf(mark + 2);
    if (high < 16 && low < 16 && (high !== 1 || low === 11)) emit(mark, PERCENT, mark + 3);
  }
}

/** \x and \u of seven-bit characters, \u{…}, and the escaped slashes of an address. */
export function findEscapes(at: i32, marks: u64): void {
  let left = marks;
  while (left !== 0) {
    const mark = at + <i32>ctz(left);
    left &= left - 1;
    const kind = load<u8>(input + mark + 1);
    const isUnicode = kind === 0x75 && (load<u8>(input + mark + 2) === 0x7b || (load<u16>(input + mark + 2) === 0x3030 && nibbleOf(mark + 4) < 8));
    const isByte = kind === 0x78 && nibbleOf(mark + 2) < 8;
    const isSlash = kind === 0x2f && load<u8>(input + mark - 1) === 0x3a;
    if (isUnicode || isByte || isSlash) emit(mark, ESCAPE, mark + 1);
  }
}
