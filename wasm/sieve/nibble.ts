// Values of hexadecimal digits, from the sieve's own table behind those of base64.
import { byteAt, classes } from "../pass/memory";

const NIBBLES = 1024;

/** 255 for what is no digit. */
export function nibbleOf(at: i32): u32 {
  return load<u8>(classes + NIBBLES + byteAt(at));
}
