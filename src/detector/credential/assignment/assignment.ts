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

/** The assignment whose operator (`=`, `:` or the `>` of `<name>` and `=>`) stands at `at`; undefined where there is none. */
export function readAssignment(bytes: Buffer, at: number, values: ValueReader): Assignment | undefined {
  return isOtherOperator(bytes, at) ? undefined : readAround(bytes, at, values);
}

/** `--password value` has no operator: `at` is where the blank stands. */
export function readOption(bytes: Buffer, at: number, values: ValueReader): Assignment | undefined {
  return bytes[at] === 0x20 ? readAround(bytes, at, values) : undefined;
}

function readAround(bytes: Buffer, at: number, values: ValueReader): Assignment | undefined {
  const value = values(bytes[at] === GREATER && bytes[at - 1] !== EQUALS ? skipLine(bytes, at + 1) : at + 1);
  const name = value && readName(bytes, at, value.quoted);
  return name && value && { name: name.name, from: name.from, start: value.start, end: value.end, quoted: value.quoted };
}

const [BANG, DASH, SLASH, COLON, LESS, EQUALS, GREATER, TILDE] = [0x21, 0x2d, 0x2f, 0x3a, 0x3c, 0x3d, 0x3e, 0x7e] as const;

/** The content of an element may stand in a line of its own. */
function skipLine(bytes: Buffer, from: number): number {
  let at = from;
  while (at - from < 80 && isSpace(bytes[at])) at++;
  return at;
}

function isSpace(byte: number | undefined): boolean {
  return byte === 0x20 || byte === 0x09 || byte === 0x0a || byte === 0x0d;
}

/** Comparisons, scopes and arrows use the same characters. */
function isOtherOperator(bytes: Buffer, at: number): boolean {
  const before = bytes[at - 1];
  const operator = bytes[at];
  const after = bytes[at + 1];
  if (operator === COLON) return after === COLON || before === COLON || after === EQUALS || (after === SLASH && bytes[at + 2] === SLASH);
  if (operator === EQUALS) return after === EQUALS || after === GREATER || after === TILDE || before === EQUALS || before === BANG || before === LESS || before === GREATER || before === TILDE;
  return before === DASH || after === EQUALS || after === GREATER;
}
