// Finds credentials in bytes: the prefilter names the places, each rule's expression confirms, checks judge.
import { settleAll, type Detector, type Late, type Match } from "../detector.ts";
import { createSieve, OPERATOR, type Literal, type SharedMemory, type Sieve, type Sifted } from "../sieve/index.ts";
import { createBuiltInAccept, marks, NO_RULES, showMark } from "./accepted.ts";
import { isExempt } from "./allowance.ts";
import { optionWords } from "./assignment/assignment.ts";
import { Assignments, RANK } from "./assignment/assignments.ts";
import { compile, runBefore, type Compiled } from "./compiled.ts";
import { BEHIND, Excerpts, type Excerpt } from "./excerpt.ts";
import { createOwnScanner, type OwnRules } from "./own/index.ts";
import { judge } from "./judgement/judge.ts";
import type { CredentialRule } from "./rule.ts";
import type { Spanned } from "../spans.ts";

/** Where bytes come from, as far as rules care. */
export type Setting = {
  /** The path that rules with a `path` look at. */
  readonly path?: string;
  /** The place holds settings and no prose, such as an image's environment. */
  readonly trusted?: boolean;
  /** The bytes are a file's name, which rules without an expression look at. */
  readonly isName?: boolean;
};

export type Scanned = {
  readonly matches: Match[];
  readonly late?: Late;
  /** Bytes at the end that were not examined because the window used up its budget. */
  readonly unexamined: number;
};

export type CredentialDetector = Detector & {
  /** True where some rule has no literal, so that bytes in which the sieve found nothing are looked at all the same. */
  readonly always: boolean;
  /** Knows the literals of all rules. */
  readonly sieve: Sieve;
  /** `sifted` is what the sieve found in the same bytes; matches are still to be asked by which rule they are told. */
  propose(bytes: Uint8Array, setting: Setting, sifted: Sifted): Scanned;
  /** The matches that hold. */
  scan(bytes: Uint8Array, setting?: Setting, sifted?: Sifted): Scanned;
};

/** Expressions that may run on one window, before the rest counts as not examined. */
const MAX_TRIES = 400_000;
type State = {
  readonly excerpts: Excerpts;
  readonly setting: Setting;
  readonly matches: Match[];
  /** For each rule by its number: before these offsets nothing more can begin, since its last match, or a run in which it failed, reaches there. */
  readonly ends: Int32Array;
};

/** A detector for `rules`; the one of breadth "generic" lends its name to assignments without a format of their own. */
export function createCredentialDetector(rules: readonly CredentialRule[], own: OwnRules = NO_RULES, shared?: SharedMemory): CredentialDetector {
  const generic = rules.find((rule) => rule.breadth === "generic");
  const scanner = createOwnScanner(own);
  const entries = [...toEntries(rules.map(compile)), ...scanner.keywords.map(toOwnEntry), ...marks.map(toMarkEntry)];
  const accept = createBuiltInAccept(rules, own);
  const sieve = createSieve(entries.map((entry) => entry.literal), shared);

  const ends = new Int32Array(rules.length);
  function propose(bytes: Uint8Array, setting: Setting, sifted: Sifted): Scanned {
    const { offsets, literals } = sifted;
    const count = offsets.length;
    if (count === 0 && !scanner.always) return { matches: [], unexamined: 0 };
    const whole = () => sifted.textOf(bytes);
    const state: State = { excerpts: new Excerpts(bytes, whole), setting, matches: [], ends: ends.fill(0) };
    const assignments = new Assignments(bytes, setting.trusted ?? false);
    const tries = Math.min(count, MAX_TRIES);
    const hits = new Set<number>();
    let isMarked = tries < count || scanner.always;
    for (let n = 0; n < tries; n++) {
      const at = offsets[n]!;
      const entry = literals[n] === OPERATOR ? undefined : entries[literals[n]!];
      if (!entry) assignments.add(at);
      if (!entry) continue;
      if (entry.own !== undefined) hits.add(entry.own);
      if (entry.isMark) isMarked = true;
      for (const owner of entry.owners) {
        if (owner.rule === generic) assignments.add(at + entry.literal.text.length);
        else addMatch(state, at, owner);
      }
    }
    const theirs = scanner.scan({ bytes, text: whole, path: setting.path ?? "", isName: setting.isName ?? false }, hits);
    const unexamined = Math.max(theirs.unexamined, tries < count ? bytes.length - offsets[tries]! : 0);
    const allow = (matches: Match[]) => (accept ? matches.map((match) => accept(match, whole, setting)) : matches);
    const show = (matches: Match[]) => (isMarked ? matches.map((match) => showMark(match, whole())) : matches);
    const late = generic && !assignments.isEmpty ? { rank: RANK, find: (taken: readonly Spanned[]) => show(allow(assignments.find(generic, taken))) } : undefined;
    return { matches: show(allow(state.matches).concat(theirs.matches)), ...(late && { late }), unexamined };
  }

  const scan = (bytes: Uint8Array, setting: Setting = {}, sifted = sieve.sift(bytes)): Scanned => settle(propose(bytes, setting, sifted));
  return { rules: [...rules, ...own.rules], always: scanner.always, sieve, propose, scan, find: (bytes, sifted) => scan(bytes, {}, sifted).matches };
}

function settle({ matches, late, unexamined }: Scanned): Scanned {
  return { matches: settleAll(matches.concat(late?.find([]) ?? [])), unexamined };
}

/** `own` is the index of a user's keyword; a mark is a comment by which a line asks scanners to overlook it. */
type Entry = { readonly literal: Literal; readonly owners: Compiled[]; readonly own?: number; readonly isMark?: boolean };

function toOwnEntry(keyword: string, own: number): Entry {
  return { literal: { text: keyword, caseless: true }, owners: [], own };
}

function toMarkEntry(text: string): Entry {
  return { literal: { text, caseless: false }, owners: [], isMark: true };
}

/** An option's value follows behind a blank. */
const AFTER_OPTION = { chars: " ", least: 1 };

/** One entry for each literal that differs, with the rules that it can start. */
function toEntries(compiled: readonly Compiled[]): Entry[] {
  const entries = new Map<string, Entry>();
  for (const owner of compiled) {
    const { rule } = owner;
    for (const text of rule.breadth === "generic" ? optionWords : rule.keywords) {
      const tail = rule.breadth === "generic" ? AFTER_OPTION : rule.tail;
      const literal: Literal = { text, caseless: rule.flags.includes("i"), ...(tail && { tail }) };
      const key = JSON.stringify(literal);
      const entry = entries.get(key) ?? { literal, owners: [] };
      entry.owners.push(owner);
      entries.set(key, entry);
    }
  }
  return [...entries.values()];
}

function addMatch(state: State, at: number, owner: Compiled): void {
  const { rule, number } = owner;
  const { excerpts, setting } = state;
  if (at < state.ends[number]!) return;
  if (owner.path && !owner.path.test(setting.path ?? "")) return;
  const excerpt = owner.isFar ? excerpts.whole() : excerpts.around(at);
  const { text, start: base } = excerpt;
  const found = runBefore(owner, text, at - base);
  if (!found) {
    state.ends[number] = Math.max(state.ends[number]!, deadEnd(owner, excerpt, at));
    return;
  }
  const { start, end, from, to } = found;
  const value = text.slice(start, end);
  const judged = judge(rule, value, found);
  if (!judged || (owner.allow.length > 0 && isExempt(owner.allow, { value, match: text.slice(from, to), path: setting.path ?? "", text, at: from }))) return;
  state.ends[number] = base + to;
  state.matches.push({ ...judged, start: base + start, end: base + end, from: base + from, rank: owner.rank, preview: owner.preview });
}

/** Where the run behind a keyword ends with the wrong character, no match can begin within the run: floods of keywords cost no more than their length. */
function deadEnd({ rule: { tail }, isRun }: Compiled, { text, start, isCut }: Excerpt, at: number): number {
  if (!tail || !isRun) return 0;
  let end = at - start;
  while (end < text.length && tail.chars.includes(text.charAt(end))) end++;
  if (end === text.length && isCut) return start + end - BEHIND;
  return text.charAt(end) === tail.next ? 0 : start + end;
}
