// The few characters at which masks, commands, quoting, assignments and dumps begin.
import { byteAt } from "../pass/memory";
import { BACKSLASH, COMMAND, DUMP, mark, MASK, OPERATOR, SEAM } from "./marks";

/** Bits of signs that are worth a look wherever they stand, where they are doubled, and behind a certain letter. */
const AT_ONCE: i8 = 25;
const TWICE: i8 = 38;
const SECRET_S: i8 = 64;
const UNDERSCORE: i8 = -128;

let maskDone: i32 = 0;

export function beginSigns(): void {
  maskDone = 0;
}

/** A bit each for the backslash, quotes, "*", "=", ":", "#", "S" and "_". */
function signsOf(v: v128): v128 {
  const low = i8x16(0, 0, 2, 96, 0, 0, 0, 2, 0, 0, 20, 0, 1, 8, 0, -128);
  const high = i8x16(0, 0, 38, 24, 0, -63, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0);
  return v128.and(i8x16.swizzle(low, v128.and(v, i8x16.splat(15))), i8x16.swizzle(high, i8x16.shr_u(v, 4)));
}

/** Nonzero where a sign stands in company that makes it worth a look: doubled, or within isSecret and "github_token. */
export function looksOf(here: usize, v: v128): v128 {
  const signs = signsOf(v);
  if (!v128.any_true(signs)) return signs;
  const before = v128.load(here - 1);
  const doubled = v128.and(v128.and(signs, signsOf(v128.load(here, 1))), i8x16.splat(TWICE));
  const letter = v128.and(v128.and(signs, i8x16.splat(SECRET_S)), i8x16.eq(before, i8x16.splat(0x73)));
  const underscore = v128.and(v128.and(signs, i8x16.splat(UNDERSCORE)), i8x16.eq(before, i8x16.splat(0x62)));
  return v128.or(v128.or(v128.and(signs, i8x16.splat(AT_ONCE)), doubled), v128.or(letter, underscore));
}

/** Emits what begins at a sign, if anything does. */
export function look(at: i32): void {
  const byte = byteAt(at);
  const next = byteAt(at + 1);
  switch (byte) {
    case 0x5c: mark(BACKSLASH, at, at + 1, next); break;
    case 0x22: case 0x27: if (next === 0x22 || next === 0x27) mark(SEAM, at, at + 2, 0); break;
    case 0x2a: {
      if (at >= maskDone && next === 0x2a && byteAt(at + 2) === 0x2a) {
        mark(MASK, at, at + 3, 0);
        maskDone = at + 3;
      }
      break;
    }
    case 0x3d: if (endsTelling(at)) mark(OPERATOR, at, at + 1, 0); break;
    case 0x3a: {
      if (next === 0x3a) markCommand(at, byteAt(at + 2));
      else if (next === 0x20 && endsTelling(at)) mark(OPERATOR, at, at + 2, 0);
      break;
    }
    case 0x23: if (next === 0x23 && byteAt(at + 2) === 0x5b) mark(COMMAND, at, at + 3, 0x23); break;
    // isSecret and "github_token by the one letter of each that is rare.
    case 0x53: if (byteAt(at - 1) === 0x73 && byteAt(at - 2) === 0x69 && next === 0x65) mark(DUMP, at - 2, at + 6, 0); break;
    case 0x5f: if (byteAt(at - 1) === 0x62 && byteAt(at - 7) === 0x22 && next === 0x74) mark(DUMP, at - 7, at + 6, 1); break;
  }
}

/** add-mask, set-output, set-env and save-state begin with two letters; "::" itself stands in many languages. */
function markCommand(at: i32, next: u32): void {
  if (next === 0x61 || next === 0x73) mark(COMMAND, at, at + 2, next);
}

/** Whether a name ends before `at` that promises a value, by its last three letters: the host knows the names. */
function endsTelling(at: i32): bool {
  switch ((byteAt(at - 3) << 16) | (byteAt(at - 2) << 8) | byteAt(at - 1)) {
    case 0x4b4559: // KEY
    case 0x4b454e: // TOKEN
    case 0x524554: // SECRET
    case 0x4f5244: // PASSWORD
    case 0x535744: // PASSWD
    case 0x415345: // PASSPHRASE
    case 0x415353: // PASS
    case 0x505744: // PWD
    case 0x504154: // PAT
    case 0x49414c: // CREDENTIAL
    case 0x414c53: // CREDENTIALS
      return true;
    default:
      return false;
  }
}
