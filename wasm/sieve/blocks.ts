// Classes of characters, 64 bytes at a time.
import { equalMask, join, maskOf } from "../pass/masks";
import { input } from "../pass/memory";
import { findEntities, findEscapes, findPercent } from "./escapes";
import { findBase64, findDigits, isFarFromDigits } from "./runs";
import { findUtf16, findUtf32 } from "./wide";

/** Lowest of the bits that tell characters of base64 and base64url; the highest is that of digits. */
const LEAST_BASE64: i8 = 8;
/** The bits of zeros, "%" and "&", and backslashes. */
const RARE: i8 = 7;

/** By both halves of a byte. */
function classOf(v: v128): v128 {
  const low = i8x16(-95, -80, -80, -80, -80, -78, -78, -80, -80, -80, 48, 24, 20, 24, 16, 88);
  const high = i8x16(1, 0, 10, -128, 16, 100, 16, 32, 0, 0, 0, 0, 0, 0, 0, 0);
  return v128.and(i8x16.swizzle(low, v128.and(v, i8x16.splat(15))), i8x16.swizzle(high, i8x16.shr_u(v, 4)));
}

function digitMask(kinds: v128): u64 {
  return maskOf(kinds);
}

function base64Mask(kinds: v128): u64 {
  return maskOf(i8x16.ge_u(kinds, i8x16.splat(LEAST_BASE64)));
}

/** Visible characters, blanks and line breaks, and two control characters that the host sorts out. */
function textMask(v: v128): u64 {
  const visible = i8x16.lt_u(i8x16.sub(v, i8x16.splat(0x20)), i8x16.splat(0x5f));
  return maskOf(v128.or(visible, i8x16.lt_u(i8x16.sub(v, i8x16.splat(0x09)), i8x16.splat(5))));
}

export function classifyBlock(at: i32): void {
  const here = input + at;
  const a = v128.load(here);
  const b = v128.load(here, 16);
  const c = v128.load(here, 32);
  const d = v128.load(here, 48);
  const kindsA = classOf(a);
  const kindsB = classOf(b);
  const kindsC = classOf(c);
  const kindsD = classOf(d);
  const digits = join(digitMask(kindsA), digitMask(kindsB), digitMask(kindsC), digitMask(kindsD));
  if (digits !== 0 || !isFarFromDigits()) findDigits(at, digits);
  findBase64(at, join(base64Mask(kindsA), base64Mask(kindsB), base64Mask(kindsC), base64Mask(kindsD)));
  // Bytes that are rare in most content share one test.
  if (!v128.any_true(v128.and(v128.or(v128.or(kindsA, kindsB), v128.or(kindsC, kindsD)), i8x16.splat(RARE)))) return;
  const zeros = join(equalMask(a, 0), equalMask(b, 0), equalMask(c, 0), equalMask(d, 0));
  if (zeros !== 0) {
    const texts = join(textMask(a), textMask(b), textMask(c), textMask(d));
    findUtf16(at, zeros, texts);
    findUtf32(at, zeros, texts);
  }
  findPercent(at, join(equalMask(a, 0x25), equalMask(b, 0x25), equalMask(c, 0x25), equalMask(d, 0x25)));
  findEntities(at, join(equalMask(a, 0x26), equalMask(b, 0x26), equalMask(c, 0x26), equalMask(d, 0x26)));
  findEscapes(at, join(equalMask(a, 0x5c), equalMask(b, 0x5c), equalMask(c, 0x5c), equalMask(d, 0x5c)));
}
