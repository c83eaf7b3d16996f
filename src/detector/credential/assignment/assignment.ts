// Reads `name = value` in the many spellings that configuration, code, logs and command lines have, around one operator.

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

const MAX_NAME = 64;

/** The assignment whose operator (`=`, `:` or the `>` of `<name>` and `=>`) stands at `at`; undefined where there is none. */
export function readAssignment(bytes: Buffer, at: number, values: ValueReader): Assignment | undefined {
  if (isOtherOperator(bytes, at)) return undefined;
  const value = values(at + 1);
  const name = value && readName(bytes, at);
  return name && value && { name: name.name, from: name.from, start: value.start, end: value.end, quoted: value.quoted };
}

/** `--password value` has no operator: `at` is where the blank stands. */
export function readOption(bytes: Buffer, at: number, values: ValueReader): Assignment | undefined {
  if (bytes[at] !== 0x20) return undefined;
  const value = values(at + 1);
  const name = value && readName(bytes, at);
  return name && value && { name: name.name, from: name.from, start: value.start, end: value.end, quoted: value.quoted };
}

const [BANG, DASH, SLASH, COLON, LESS, EQUALS, GREATER, TILDE] = [0x21, 0x2d, 0x2f, 0x3a, 0x3c, 0x3d, 0x3e, 0x7e] as const;

/** Comparisons, scopes and arrows use the same characters. */
function isOtherOperator(bytes: Buffer, at: number): boolean {
  const before = bytes[at - 1];
  const operator = bytes[at];
  const after = bytes[at + 1];
  if (operator === COLON) return after === COLON || before === COLON || after === EQUALS || (after === SLASH && bytes[at + 2] === SLASH);
  if (operator === EQUALS) return after === EQUALS || after === GREATER || after === TILDE || before === EQUALS || before === BANG || before === LESS || before === GREATER || before === TILDE;
  return before === DASH || after === EQUALS || after === GREATER;
}

function readName(bytes: Buffer, at: number): { name: string; from: number } | undefined {
  const isTag = bytes[at] === GREATER && bytes[at - 1] !== EQUALS;
  let end = at;
  while (end > 0 && at - end < 8 && kinds[bytes[end - 1]!] === BETWEEN) end--;
  let from = end;
  while (from > 0 && end - from < MAX_NAME && kinds[bytes[from - 1]!] === NAME) from--;
  while (bytes[from] === DASH) from++;
  if (end - from < 3) return undefined;
  if (isTag && (end !== at || bytes[from - 1] !== LESS)) return undefined;
  // Part of a path of its own, such as arn:aws:…:secret:name or Type::Key.
  if (bytes[from - 1] === COLON && /[\w:;>}\]]/.test(bytes.toString("latin1", Math.max(0, from - 2), from - 1))) return undefined;
  const name = bytes.toString("latin1", from, end);
  return name.length === 5 && /^value$/i.test(name) ? readPairedName(bytes, from) : { name, from };
}

/** `name: DB_PASSWORD`, `value: …` of Kubernetes, and `name="…" value="…"` of XML. */
function readPairedName(bytes: Buffer, from: number): { name: string; from: number } | undefined {
  const before = bytes.toString("latin1", Math.max(0, from - 120), from);
  const match = /(?:name|key)["']?\s{0,4}[:=]\s{0,4}["']?([\w.-]{3,64})["']?,?\s{0,40}["']?$/i.exec(before);
  return match?.[1] === undefined ? undefined : { name: match[1], from: from - before.length + match.index };
}

/** Characters of names, and what may stand between a name and its operator. */
const NAME = 1;
const BETWEEN = 2;
const kinds = new Uint8Array(256);
for (const character of "0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz_-.") kinds[character.charCodeAt(0)] = NAME;
for (const character of " \t\"'`\\]=:") kinds[character.charCodeAt(0)] = BETWEEN;
