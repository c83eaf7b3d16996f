// What the module asks of single characters: whether base64 of text may have them at a place, what hexadecimal digits are worth, and what they may be part of.
import { ALIGNMENTS_BYTES, toAlignments } from "./alignment.ts";

const NIBBLES_AT = ALIGNMENTS_BYTES;
const KINDS_AT = NIBBLES_AT + 256;
export const CLASSES_BYTES = KINDS_AT + 256;

/** Bits of wasm/sieve/kinds.ts: of a value without quotes, a quote, what may stand before it, what may stand between the groups of a number, and of base64. */
const [PLAIN, QUOTE, PREFIX, PART, SEXTET] = [1, 2, 4, 8, 16] as const;
const visible = Array.from({ length: 94 }, (_, index) => String.fromCharCode(0x21 + index));
const kinds = [
  { bit: PLAIN, characters: visible.filter((character) => !"\"&'(),;<>[\\]`{|}".includes(character)) },
  { bit: QUOTE, characters: [..."\"'`"] },
  { bit: PREFIX, characters: [..."rbfuRBFU@$\\"] },
  { bit: SEXTET, characters: visible.filter((character) => /[\w+/-]/.test(character)) },
  // Blanks and dashes of UTF-8 are told apart by the host.
  { bit: PART, characters: [..." \t-./_\xc2\xe2", ...Array.from({ length: 48 }, (_, index) => String.fromCharCode(0x80 + index))] },
] as const;

/** The alignments of base64's characters; then the values of hexadecimal digits; then the kinds. */
export function toClasses(): Uint8Array {
  const tables = new Uint8Array(CLASSES_BYTES).fill(0xff, NIBBLES_AT, KINDS_AT);
  tables.set(toAlignments((byte) => byte));
  for (const digit of "0123456789abcdefABCDEF") tables[NIBBLES_AT + digit.charCodeAt(0)] = Number.parseInt(digit, 16);
  for (const { bit, characters } of kinds) for (const character of characters) tables[KINDS_AT + character.charCodeAt(0)]! |= bit;
  return tables;
}
