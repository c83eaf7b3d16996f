// Primary account numbers: digit runs with issuer, length and check digit, told from the many other numbers that have them by chance.
import { LONGEST, SHORTEST, type Run } from "../digit-run.ts";
import { isDigit, separatorAt } from "../separator.ts";
import { isListed, isNamedOtherwise, isNumberTable, isPoor, isSequence, isUnsure, namesCard, standsAlone, startsLetter } from "./context.ts";
import { findIssuer } from "./issuer.ts";
import { hasCheckDigit } from "./luhn.ts";
import { isSqliteField } from "./sqlite-record.ts";
import { isTestCard } from "./test-card.ts";

export type CardNumber = {
  readonly digits: string;
  /** Offsets in the bytes; separators lie inside. */
  readonly start: number;
  readonly end: number;
  readonly network: string;
  /** False for networks that issue numbers without a check digit. */
  readonly checked: boolean;
};

export type Candidate = Run & { readonly digits: string; readonly grouped: boolean };

/** The card numbers among `runs`, in order. */
export function findCardNumbers(bytes: Uint8Array, runs: readonly Run[]): CardNumber[] {
  const found: CardNumber[] = [];
  for (const run of runs) {
    for (const candidate of cutRun(bytes, run)) {
      if (found.at(-1)?.start === candidate.start) continue;
      const card = judge(bytes, candidate);
      if (card) found.push(card);
    }
  }
  return found;
}

/** Numbers that the run may hold: each undivided part of fitting length, and parts that are divided the way cards are. */
function cutRun(bytes: Uint8Array, run: Run): Candidate[] {
  const candidates: Candidate[] = [];
  const groups: Run[] = [];
  for (let at = run.start; at < run.end;) {
    let end = at;
    while (end < run.end && isDigit(bytes[end]!)) end++;
    if (end - at >= SHORTEST && end - at <= LONGEST) candidates.push({ start: at, end, digits: toText(bytes, at, end), grouped: false });
    groups.push({ start: at, end });
    for (const count of [3, 4, 5]) if (groups.length >= count && isDivided(bytes, groups, count)) candidates.push(toCandidate(bytes, groups.slice(-count)));
    at = end + Math.max(1, separatorAt(bytes, end));
  }
  return candidates;
}

/** Divisions of numbers on cards, by count of groups. */
const divisions: { readonly [count: number]: readonly string[] } = { 3: ["4-6-5", "4-6-4", "6-6-6", "6-6-7"], 4: ["4-4-4-4", "4-4-5-6"], 5: ["4-4-4-4-1", "4-4-4-4-2", "4-4-4-4-3"] };

/** Whether the last `count` groups are divided like a card's, with one separator throughout. */
function isDivided(bytes: Uint8Array, groups: readonly Run[], count: number): boolean {
  const first = groups.length - count;
  const size = (index: number) => groups[index]!.end - groups[index]!.start;
  if (size(first) !== 4 && size(first) !== 6) return false;
  const separator = toText(bytes, groups[first]!.end, groups[first + 1]!.start);
  let sizes = String(size(first));
  for (let index = first + 1; index < groups.length; index++) {
    if (toText(bytes, groups[index - 1]!.end, groups[index]!.start) !== separator) return false;
    sizes += `-${size(index)}`;
  }
  return divisions[count]!.includes(sizes);
}

function toCandidate(bytes: Uint8Array, groups: readonly Run[]): Candidate {
  return { start: groups[0]!.start, end: groups.at(-1)!.end, digits: groups.map((group) => toText(bytes, group.start, group.end)).join(""), grouped: true };
}

/** Bytes around a number in which its context is looked for. */
const AROUND = 160;
const CLOSE = 64;

function judge(bytes: Uint8Array, candidate: Candidate): CardNumber | undefined {
  const { digits, start, end, grouped } = candidate;
  const issuer = findIssuer(digits);
  if (!issuer || (isSequence(digits) && !isTestCard(digits))) return undefined;
  const checked = hasCheckDigit(digits);
  if (!checked && !issuer.unchecked) return undefined;
  const card = { digits, start, end, network: issuer.network, checked };
  if (checked && !grouped && startsLetter(bytes, end) && isSqliteField(bytes, candidate)) return card;
  if (!standsAlone(bytes, candidate)) return undefined;
  const before = toText(bytes, Math.max(0, start - CLOSE), start);
  const after = toText(bytes, end, Math.min(bytes.length, end + CLOSE));
  if (!checked) return namesCard(before.slice(-24), "") ? card : undefined;
  const context = toText(bytes, Math.max(0, start - AROUND), Math.min(bytes.length, end + AROUND));
  const isDoubtful = grouped ? isListed(context, before, after) || (issuer.doubtful && !/[ -]/.test(toText(bytes, start, end)))
    : issuer.doubtful || isPoor(digits) || isUnsure(bytes, candidate) || isNumberTable(context, digits.length) || isNamedOtherwise(before);
  return isDoubtful && !isTestCard(digits) && !namesCard(before, after) ? undefined : card;
}

function toText(bytes: Uint8Array, start: number, end: number): string {
  let text = "";
  for (let at = start; at < end; at++) text += String.fromCharCode(bytes[at]!);
  return text;
}
