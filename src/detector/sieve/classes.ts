// What the module asks of single characters: whether base64 of text may have them at a place, and what hexadecimal digits are worth.
import { ALIGNMENTS_BYTES, toAlignments } from "./alignment.ts";

export const CLASSES_BYTES = ALIGNMENTS_BYTES + 256;

/** The alignments of base64's characters; then the values of hexadecimal digits. */
export function toClasses(): Uint8Array {
  const tables = new Uint8Array(CLASSES_BYTES).fill(0xff, ALIGNMENTS_BYTES);
  tables.set(toAlignments((byte) => byte));
  for (const digit of "0123456789abcdefABCDEF") tables[ALIGNMENTS_BYTES + digit.charCodeAt(0)] = Number.parseInt(digit, 16);
  return tables;
}
