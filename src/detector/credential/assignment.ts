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
export function readAssignment(text: string, at: number, values: ValueReader): Assignment | undefined {
  if (isOtherOperator(text, at)) return undefined;
  const value = values(at + 1);
  const name = value && readName(text, at);
  return name && value && { ...name, ...value };
}

/** `--password value` has no operator: `at` is where the blank stands. */
export function readOption(text: string, at: number, values: ValueReader): Assignment | undefined {
  if (text.charCodeAt(at) !== 0x20) return undefined;
  const value = values(at + 1);
  const name = value && readName(text, at);
  return name && value && { ...name, ...value };
}

/** Comparisons, scopes and arrows use the same characters. */
function isOtherOperator(text: string, at: number): boolean {
  const before = text.charAt(at - 1);
  const operator = text.charAt(at);
  const after = text.charAt(at + 1);
  if (operator === ":") return after === ":" || before === ":" || after === "=" || (after === "/" && text.charAt(at + 2) === "/");
  if (operator === "=") return after === "=" || after === ">" || after === "~" || "=!<>~".includes(before || " ");
  return before === "-" || after === "=" || after === ">";
}

function readName(text: string, at: number): { name: string; from: number } | undefined {
  const isTag = text.charAt(at) === ">" && text.charAt(at - 1) !== "=";
  let end = at;
  while (end > 0 && at - end < 8 && " \t\"'`\\]=:".includes(text.charAt(end - 1))) end--;
  let from = end;
  while (from > 0 && end - from < MAX_NAME && isNameCharacter(text.charCodeAt(from - 1))) from--;
  while (text.charAt(from) === "-") from++;
  if (end - from < 3) return undefined;
  if (isTag && (end !== at || text.charAt(from - 1) !== "<")) return undefined;
  // Part of a path of its own, such as arn:aws:…:secret:name or Type::Key.
  if (text.charAt(from - 1) === ":" && /[\w:;>}\]]/.test(text.charAt(from - 2))) return undefined;
  const name = text.slice(from, end);
  return /^value$/i.test(name) ? readPairedName(text, from) : { name, from };
}

/** `name: DB_PASSWORD`, `value: …` of Kubernetes, and `name="…" value="…"` of XML. */
function readPairedName(text: string, from: number): { name: string; from: number } | undefined {
  const before = text.slice(Math.max(0, from - 120), from);
  const match = /(?:name|key)["']?\s{0,4}[:=]\s{0,4}["']?([\w.-]{3,64})["']?,?\s{0,40}["']?$/i.exec(before);
  return match?.[1] === undefined ? undefined : { name: match[1], from: from - before.length + match.index };
}

function isNameCharacter(code: number): boolean {
  return (code >= 0x30 && code <= 0x39) || (code >= 0x41 && code <= 0x5a) || (code >= 0x61 && code <= 0x7a) || code === 0x5f || code === 0x2d || code === 0x2e;
}
