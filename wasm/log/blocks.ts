// Classes of characters, 64 bytes at a time.
import { equalMask, join, maskOf } from "../pass/masks";
import { input, length } from "../pass/memory";
import { findGroups } from "./groups";
import { findLines, findStrange } from "./lines";
import { findRuns, kindsOf } from "./runs";
import { look, looksOf } from "./signs";

function zeroMask(v: v128): u64 {
  return equalMask(v, 0);
}

/** Visible characters and blanks. */
function plainMask(v: v128): u64 {
  return maskOf(i8x16.lt_u(i8x16.sub(v, i8x16.splat(0x20)), i8x16.splat(0x5f)));
}

export function siftBlock(at: i32): void {
  const here = input + at;
  const a = v128.load(here);
  const b = v128.load(here, 16);
  const c = v128.load(here, 32);
  const d = v128.load(here, 48);
  const valid = length - at < 64 ? ((<u64>1) << (length - at)) - 1 : ~(<u64>0);
  findRuns(at, ~join(zeroMask(kindsOf(a)), zeroMask(kindsOf(b)), zeroMask(kindsOf(c)), zeroMask(kindsOf(d))) & valid);
  const lookA = looksOf(here, a);
  const lookB = looksOf(here + 16, b);
  const lookC = looksOf(here + 32, c);
  const lookD = looksOf(here + 48, d);
  if (v128.any_true(v128.or(v128.or(lookA, lookB), v128.or(lookC, lookD)))) {
    let looks = ~join(zeroMask(lookA), zeroMask(lookB), zeroMask(lookC), zeroMask(lookD)) & valid;
    for (; looks !== 0; looks &= looks - 1) look(at + <i32>ctz(looks));
  }
  const ends = join(equalMask(a, 0x0a), equalMask(b, 0x0a), equalMask(c, 0x0a), equalMask(d, 0x0a));
  const blanks = join(equalMask(a, 0x20), equalMask(b, 0x20), equalMask(c, 0x20), equalMask(d, 0x20));
  const strange = (~join(plainMask(a), plainMask(b), plainMask(c), plainMask(d)) & ~ends) & valid;
  findLines(at, ends & valid, blanks | findStrange(at, strange));
  findGroups(at, (ends | blanks) & valid);
}
