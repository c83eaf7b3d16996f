// Reads `name = value` in the many spellings that configuration, code, logs and command lines have, around one operator.
import { readName } from "./name.ts";
import type { ValueReader } from "./value.ts";

export type Assignment = {
  readonly name: string;
  /** Offsets of the value, quotes left out. */
  readonly start: number;
  readonly end: number;
  readonly quoted: boolean;
  /** Offset of the name. */
  readonly from: number;
};

/** Ends of command line options whose value follows after a blank. */
export const optionWords = ["-password", "-passwd", "-passphrase", "-secret", "-token", "-api-key", "-apikey", "-access-key", "-secret-key", "-pass", "-pat"];

/**
 * The assignment whose operator (`=`, `:` or the `>` of `<name>` and `=>`) stands at `at`, or the blank behind a command line option; undefined where there
 * is none. The sieve has told comparisons, scopes and arrows from operators.
 */
export function readAssignment(bytes: Buffer, at: number, values: ValueReader): Assignment | undefined {
  const value = values(bytes[at] === GREATER && bytes[at - 1] !== EQUALS ? skipLine(bytes, at + 1) : at + 1);
  const name = value && readName(bytes, at, value.quoted);
  return name && value && { name: name.name, from: name.from, start: value.start, end: value.end, quoted: value.quoted };
}

const [EQUALS, GREATER] = [0x3d, 0x3e] as const;

/** The content of an element may stand in a line of its own. */
function skipLine(bytes: Buffer, from: number): number {
  let at = from;
  while (at - from < 80 && isSpace(bytes[at])) at++;
  return at;
}

function isSpace(byte: number | undefined): boolean {
  return byte === 0x20 || byte === 0x09 || byte === 0x0a || byte === 0x0d;
}
