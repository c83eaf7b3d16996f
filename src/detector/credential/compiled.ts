// A rule's expression as it is run: at a few places around a keyword, and asked for no more than its value's place.
import { previewCredential, type Preview } from "../../finding/index.ts";
import { toAllowance, type Allowance } from "./allowance.ts";
import { BEHIND } from "./excerpt.ts";
import { breadths, type CredentialRule } from "./rule.ts";

export type Compiled = {
  readonly rule: CredentialRule;
  /** Its place among all rules. */
  readonly number: number;
  readonly rank: number;
  readonly preview: Preview;
  readonly pattern: RegExp;
  /** The same for where the value doesn't end with the match, so that its place has to be asked for, which takes much longer. */
  readonly indexed: RegExp | undefined;
  /** Keyword and what follows it are one run of the tail's characters, which one other character must end. */
  readonly isRun: boolean;
  /** A match may be longer than what an excerpt has behind its keyword. */
  readonly isFar: boolean;
  readonly allow: readonly Allowance[];
  readonly path?: RegExp;
};

export function compile(rule: CredentialRule, number: number): Compiled {
  const pattern = new RegExp(rule.pattern, `${rule.flags}y`);
  const indexed = rule.secretGroup === 0 || endsWithGroup(rule.pattern, rule.secretGroup) ? undefined : new RegExp(rule.pattern, `${rule.flags}dy`);
  return {
    rule, number, pattern, indexed, isRun: isRun(rule), isFar: reachOf(rule.pattern) > BEHIND, rank: breadths.indexOf(rule.breadth), preview: previewCredential(rule.publicPrefix),
    allow: rule.allow.map(toAllowance), ...(rule.path !== undefined && { path: new RegExp(rule.path) }),
  };
}

function isRun({ keywords, tail }: CredentialRule): boolean {
  return tail?.next !== undefined && keywords.every((keyword) => Array.from(keyword).every((character) => tail.chars.includes(character)));
}

/** A match from `from` to `to`, the value in it from `start` to `end`. */
export type Found = { readonly text: string; readonly from: number; readonly to: number; readonly start: number; readonly end: number };

/** Keyword first. */
const NO_FRONT = [0, 0] as const;

/** Tries the expression wherever its match can begin for a keyword at `at`. */
export function runBefore({ rule, pattern, indexed }: Compiled, text: string, at: number): Found | undefined {
  const [least, most] = rule.front ?? NO_FRONT;
  for (let from = Math.max(0, at - most); from <= at - least; from++) {
    pattern.lastIndex = from;
    if (indexed ? !pattern.test(text) : rule.secretGroup === 0 && !pattern.test(text)) continue;
    if (rule.secretGroup === 0) return { text, from, to: pattern.lastIndex, start: from, end: pattern.lastIndex };
    const found = findGroup(indexed ?? pattern, text, { from, group: rule.secretGroup });
    if (found) return found;
  }
  return undefined;
}

/** A group that took no part leaves the whole match as the value. */
function findGroup(pattern: RegExp, text: string, { from, group }: { from: number; group: number }): Found | undefined {
  pattern.lastIndex = from;
  const match = pattern.exec(text);
  if (!match) return undefined;
  const to = from + match[0].length;
  if (match.indices) {
    const [start, end] = match.indices[group] ?? [from, to];
    return { text, from, to, start, end };
  }
  return { text, from, to, start: match[group] === undefined ? from : to - match[group].length, end: to };
}

/** Whether nothing that takes characters stands behind the group in the expression, so that it ends where the match does. */
function endsWithGroup(pattern: string, group: number): boolean {
  return /^\)?(?:\(\?!\[[^\]]*\]\))?$/.test(pattern.slice(findClose(pattern, group)));
}

/** Offset behind the parenthesis that closes the group. */
function findClose(pattern: string, group: number): number {
  const open: number[] = [];
  let count = 0;
  for (const { 0: piece, index } of pattern.matchAll(/\\.|\[(?:\\.|[^\]\\])*\]|\((?!\?)|\(\?<(?![=!])|\(\?|\)/gs)) {
    if (piece.startsWith("(")) open.push(piece === "(" || piece === "(?<" ? ++count : 0);
    else if (piece === ")" && open.pop() === group) return index + 1;
  }
  return 0;
}

/** The most characters that a match can have; more where a choice is among them, all of whose ways count. */
function reachOf(pattern: string): number {
  const open = [0];
  let last = 0;
  for (const { 0: piece, 1: least, 2: most } of pattern.matchAll(/\\.|\[(?:\\.|[^\]\\])*\]|\(\?<?[:=!]|\{(\d+)(?:,(\d+))?\}|./gs)) {
    if (piece.startsWith("(")) open.push(0);
    else {
      const isCount = least !== undefined;
      last = piece === ")" ? open.pop() ?? 0 : isCount ? last * (Number(most ?? least) - 1) : 1;
      open.push((open.pop() ?? 0) + last);
    }
  }
  return open[0] ?? 0;
}
