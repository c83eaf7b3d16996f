// Base64 of seven-bit text shows in a few characters: under one alignment at least none of them has a bit that text lacks.
import { byteAt, classes } from "./memory";

/** Characters that are looked at. */
export const SAMPLE = 16;

/** Whether the sample at `from` of a run that begins at `start` may stand for text. */
export function hasAlignment(start: i32, from: i32): bool {
  let alignments: u32 = 15;
  for (let at = from; at < from + SAMPLE; at++) {
    alignments &= load<u8>(classes + ((((at - start) & 3) << 8) + byteAt(at)));
    if (alignments === 0) return false;
  }
  return true;
}
