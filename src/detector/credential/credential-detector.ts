// Finds credentials in bytes: the prefilter names the places, each rule's expression confirms, checks judge.
import { previewCredential } from "../../finding/index.ts";
import type { Detector, Match } from "../detector.ts";
import { createSieve, OPERATOR, type Literal, type SharedMemory, type Sieve, type Sifted } from "../sieve/index.ts";
import { optionWords, readAssignment, readOption, type Assignment } from "./assignment.ts";
import { createValueReader, type ValueReader } from "./value.ts";
import { keepsPromise } from "./generic.ts";
import { createBuiltInAccept, NO_RULES, showMark } from "./accepted.ts";
import { isExempt, toAllowance, type Allowance } from "./allowance.ts";
import { createOwnScanner, type OwnRules } from "./own/index.ts";
import { judge, toExample } from "./judgement/judge.ts";
import { isPublishedExample } from "./judgement/published.ts";
import { breadths, type CredentialRule } from "./rule.ts";

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
  /** Bytes at the end that were not examined because the window used up its budget. */
  readonly unexamined: number;
};

export type CredentialDetector = Detector & {
  /** True where some rule has no literal, so that bytes in which the sieve found nothing are looked at all the same. */
  readonly always: boolean;
  /** Knows the literals of all rules. */
  readonly sieve: Sieve;
  /** `sifted` is what the sieve found in the same bytes. */
  scan(bytes: Uint8Array, setting?: Setting, sifted?: Sifted): Scanned;
};

/** Expressions that may run on one window, before the rest counts as not examined. */
const MAX_TRIES = 400_000;
type Compiled = { readonly rule: CredentialRule; readonly pattern: RegExp; readonly allow: readonly Allowance[]; readonly path?: RegExp };
type State = {
  readonly text: string;
  readonly setting: Setting;
  readonly matches: Match[];
  /** Before these offsets nothing more can begin: the rule's last match, or a run in which it failed, reaches there. */
  readonly ends: Map<CredentialRule, number>;
  readonly values: ValueReader;
};

/** A detector for `rules`; the one of breadth "generic" lends its name to assignments without a format of their own. */
export function createCredentialDetector(rules: readonly CredentialRule[], own: OwnRules = NO_RULES, shared?: SharedMemory): CredentialDetector {
  const generic = rules.find((rule) => rule.breadth === "generic");
  const scanner = createOwnScanner(own);
  const entries = [...toEntries(rules.map(compile)), ...scanner.keywords.map(toOwnEntry)];
  const accept = createBuiltInAccept(rules, own);
  const sieve = createSieve(entries.map((entry) => entry.literal), shared);

  function scan(bytes: Uint8Array, setting: Setting = {}, sifted = sieve.sift(bytes)): Scanned {
    const { offsets, literals } = sifted;
    const count = offsets.length;
    if (count === 0 && !scanner.always) return { matches: [], unexamined: 0 };
    const text = sifted.textOf(bytes);
    const state: State = { text, setting, matches: [], ends: new Map(), values: createValueReader(text, setting.trusted ?? false) };
    const tries = Math.min(count, MAX_TRIES);
    const hits = new Set<number>();
    for (let n = 0; n < tries; n++) {
      const at = offsets[n]!;
      const entry = literals[n] === OPERATOR ? undefined : entries[literals[n]!];
      if (!entry) {
        if (generic) addAssignment(state, readAssignment(text, at, state.values), generic);
        continue;
      }
      if (entry.own !== undefined) hits.add(entry.own);
      for (const owner of entry.owners) {
        if (owner.rule === generic) addAssignment(state, readOption(text, at + entry.literal.text.length, state.values), generic);
        else addMatch(state, at, owner);
      }
    }
    const ours = state.matches.map((match) => showMark(accept(match, text, setting), text));
    const theirs = scanner.scan({ bytes, text, path: setting.path ?? "", isName: setting.isName ?? false }, hits);
    const unexamined = tries < count ? bytes.length - offsets[tries]! : 0;
    return { matches: [...ours, ...theirs.matches.map((match) => showMark(match, text))], unexamined: Math.max(unexamined, theirs.unexamined) };
  }
  return { rules: [...rules, ...own.rules], always: scanner.always, sieve, scan, find: (bytes, sifted) => scan(bytes, {}, sifted).matches };
}

/** `own` is the index of a user's keyword. */
type Entry = { readonly literal: Literal; readonly owners: Compiled[]; readonly own?: number };

function toOwnEntry(keyword: string, own: number): Entry {
  return { literal: { text: keyword, caseless: true }, owners: [], own };
}

/** One entry for each literal that differs, with the rules that it can start. */
function toEntries(compiled: readonly Compiled[]): Entry[] {
  const entries = new Map<string, Entry>();
  for (const owner of compiled) {
    const { rule } = owner;
    for (const text of rule.breadth === "generic" ? optionWords : rule.keywords) {
      const literal: Literal = { text, caseless: rule.flags.includes("i"), ...(rule.tail && { tail: rule.tail }) };
      const key = JSON.stringify(literal);
      const entry = entries.get(key) ?? { literal, owners: [] };
      entry.owners.push(owner);
      entries.set(key, entry);
    }
  }
  return [...entries.values()];
}

function compile(rule: CredentialRule): Compiled {
  const pattern = new RegExp(rule.pattern, `${rule.flags}dy`);
  return { rule, pattern, allow: rule.allow.map(toAllowance), ...(rule.path !== undefined && { path: new RegExp(rule.path) }) };
}

function addMatch(state: State, at: number, owner: Compiled): void {
  const { rule } = owner;
  if (at < (state.ends.get(rule) ?? 0)) return;
  if (owner.path && !owner.path.test(state.setting.path ?? "")) return;
  const found = runBefore(owner.pattern, { text: state.text, at, front: rule.front ?? NO_FRONT });
  const span = found?.groups[rule.secretGroup] ?? found?.groups[0];
  if (!found || !span) return markDeadEnd(state, at, rule);
  const value = state.text.slice(span[0], span[1]);
  const judged = judge(rule, value, { before: state.text.charAt(span[0] - 1), after: state.text.slice(span[1], span[1] + 64) });
  if (!judged || isExempt(owner.allow, { value, match: state.text.slice(found.from, found.to), path: state.setting.path ?? "", text: state.text, at: found.from })) return;
  state.ends.set(rule, found.to);
  state.matches.push({ ...judged, start: span[0], end: span[1], from: found.from, rank: breadths.indexOf(rule.breadth), preview: previewCredential(rule.publicPrefix) });
}

/** Keyword first. */
const NO_FRONT = [0, 0] as const;

type Found = { readonly from: number; readonly to: number; readonly groups: readonly ([number, number] | undefined)[] };

/** Tries the expression wherever its match can begin for a keyword at `at`. */
function runBefore(pattern: RegExp, { text, at, front }: { text: string; at: number; front: readonly [number, number] }): Found | undefined {
  for (let from = at - front[1]; from <= at - front[0]; from++) {
    if (from < 0) continue;
    pattern.lastIndex = from;
    const match = pattern.exec(text);
    if (match?.indices) return { from, to: from + match[0].length, groups: match.indices };
  }
  return undefined;
}

/** Where the run behind a keyword ends with the wrong character, no match can begin within the run: floods of keywords cost no more than their length. */
function markDeadEnd(state: State, at: number, rule: CredentialRule): void {
  if (rule.tail?.next === undefined) return;
  let end = at;
  while (end < state.text.length && (rule.tail.chars.includes(state.text.charAt(end)))) end++;
  if (state.text.charAt(end) !== rule.tail.next) state.ends.set(rule, end);
}

/** In prose a name has blanks: `next page token: …`. */
const harmlessBefore = /\b(?:next|page|continuation|csrf|sync|public) $/i;

function addAssignment(state: State, assignment: Assignment | undefined, rule: CredentialRule): void {
  if (!assignment || assignment.start < (state.ends.get(rule) ?? 0)) return;
  const { start, end, from } = assignment;
  const trusted = state.setting.trusted ?? false;
  if (!keepsPromise(assignment, state.text.slice(start, end), trusted) || harmlessBefore.test(state.text.slice(Math.max(0, from - 16), from))) return;
  state.ends.set(rule, end);
  const said = isPublishedExample(state.text.slice(start, end)) ? toExample(rule) : rule;
  state.matches.push({ rule: said, start, end, from, rank: breadths.indexOf("generic"), preview: previewCredential("") });
}
