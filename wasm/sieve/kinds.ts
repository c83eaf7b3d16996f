// What single characters may be part of, from the sieve's own table behind those of base64 and of hexadecimal digits.
import { byteAt, classes } from "../pass/memory";

const KINDS = 1280;
const PLAIN = 1;
const QUOTE = 2;
const PREFIX = 4;
const PART = 8;
const SEXTET = 16;

function is(at: i32, kind: u32): bool {
  return (load<u8>(classes + KINDS + byteAt(at)) & kind) !== 0;
}

/** Of a value without quotes. */
export function isPlain(at: i32): bool {
  return is(at, PLAIN);
}

/** What a quoted value begins with. */
export function isQuote(at: i32): bool {
  return is(at, QUOTE);
}

/** What may stand before the quote. */
export function isPrefix(at: i32): bool {
  return is(at, PREFIX);
}

/** Of a number in groups: a digit, or of what separates two groups. */
export function isPart(at: i32): bool {
  return is(at, PART);
}

/** Of base64 or base64url. */
export function isSextet(at: i32): bool {
  return is(at, SEXTET);
}
