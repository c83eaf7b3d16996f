// Lines of the text that is read, and of texts that are put together.
import { Buffer } from "node:buffer";

const NEWLINE = 0x0a;

/** Stands between pieces of one text: a line with a blank, so that no other decoder takes two pieces for one that was wrapped. */
export const SEAM = Buffer.from("\n \n");

/** From the line's beginning to its end, at most so many bytes to either side of `at`. */
export function lineAround(bytes: Uint8Array, at: number, reach: { readonly before: number; readonly behind: number }): { readonly start: number; readonly end: number } {
  const first = Math.max(0, at - reach.before);
  const last = Math.min(bytes.length, at + reach.behind);
  const newline = bytes.subarray(at, last).indexOf(NEWLINE);
  return { start: bytes.subarray(first, at).lastIndexOf(NEWLINE) + first + 1, end: newline < 0 ? last : at + newline };
}
