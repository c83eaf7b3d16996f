// Runs the user's rules over a window whose content holds one of their keywords.
import { Buffer } from "node:buffer";
import { previewCredential } from "../../../finding/index.ts";
import type { Match } from "../../detector.ts";
import { entropy } from "../judgement/entropy.ts";
import { Pattern, WorkLimit, type Work } from "../pattern/index.ts";
import { createAccept, linesAround, lowerText, type Accept } from "./acceptance.ts";
import type { OwnRule, OwnRules } from "./own-rules.ts";

/** Steps of matching on one window, all rules together, before the rest counts as not examined. */
const BUDGET = 3_000_000;
/** Broader than a format of its own, narrower than an assignment; see rule.ts. */
const RANK = 1;

/** `text` makes the text of `bytes`, which not every rule needs. */
export type OwnWindow = { readonly bytes: Uint8Array; readonly text: () => string; readonly path: string; readonly isName: boolean };
export type OwnScan = { readonly matches: Match[]; readonly unexamined: number };

type Compiled = {
  readonly rule: OwnRule;
  readonly regex: Pattern | undefined;
  readonly path: Pattern | undefined;
  readonly accept: Accept;
  /** It has no keyword, and so looks at every window. */
  readonly always: boolean;
  readonly keywords: readonly number[];
  readonly short: readonly string[];
};

/** Keywords that can be searched for together with those of all rules: not too short, and of the same bytes in both cases. */
const searchable = /^[\x20-\x7e]{3,}$/;

export type OwnScanner = {
  /** Keywords that say which rules have to look; a window without any of them is of no interest to theirs. */
  readonly keywords: readonly string[];
  /** Whether any rule has to look at every window. */
  readonly always: boolean;
  /** Runs the rules that need no keyword and those of `hits`, indices of `keywords`. */
  scan(window: OwnWindow, hits: ReadonlySet<number>): OwnScan;
};

export function createOwnScanner({ rules, allowlists }: OwnRules): OwnScanner {
  const keywords = [...new Set(rules.flatMap((rule) => rule.keywords.filter((keyword) => searchable.test(keyword))))];
  const compiled = rules.map((rule): Compiled => ({
    rule,
    regex: rule.regex === undefined ? undefined : new Pattern(rule.regex),
    path: rule.path === undefined ? undefined : new Pattern(rule.path),
    accept: createAccept([...allowlists, ...rule.allowlists]),
    always: rule.keywords.length === 0,
    keywords: rule.keywords.map((keyword) => keywords.indexOf(keyword)),
    short: rule.keywords.filter((keyword) => !searchable.test(keyword)),
  }));
  return {
    keywords, always: compiled.some(({ always, short }) => always || short.length > 0),
    scan: (window, hits) => scan(compiled.filter((owner) => isCalled(owner, window, hits)), window),
  };
}

function isCalled({ always, keywords, short }: Compiled, { text }: OwnWindow, hits: ReadonlySet<number>): boolean {
  return always || keywords.some((keyword) => hits.has(keyword)) || short.some((keyword) => lowerText(text()).includes(keyword));
}

function scan(compiled: readonly Compiled[], window: OwnWindow): OwnScan {
  const work: Work = { left: BUDGET };
  const matches: Match[] = [];
  let unexamined = 0;
  for (const owner of compiled) {
    if (owner.path && !owner.path.test(window.isName ? window.text() : window.path)) continue;
    if (!owner.regex) {
      if (window.isName) matches.push(toMatch(owner, window, { start: 0, end: window.bytes.length, from: 0, to: window.bytes.length }));
      continue;
    }
    try {
      for (const [from, to] of owner.regex.matches(window.bytes, work)) addMatch(owner, { window, from, to, work }, matches);
    } catch (error) {
      if (!(error instanceof WorkLimit)) throw error;
      unexamined = window.bytes.length;
    }
  }
  return { matches, unexamined };
}

type Place = { readonly window: OwnWindow; readonly from: number; readonly to: number; readonly work: Work };

function addMatch(owner: Compiled, { window, from, to, work }: Place, matches: Match[]): void {
  const { rule, regex } = owner;
  const whole = window.text().slice(from, to);
  const lead = /^\n*/.exec(whole)?.[0].length ?? 0;
  const match = whole.replace(/^\n+|\n+$/g, "");
  const [start, end] = valueIn(match, rule, regex?.groupsIn(match, work));
  if (rule.entropy > 0 && runeEntropy(match.slice(start, end)) <= rule.entropy) return;
  const span = { from: from + lead, to: from + lead + match.length };
  matches.push(toMatch(owner, window, start < end ? { ...span, start: span.from + start, end: span.from + end } : { ...span, start: span.from, end: Math.max(span.to, span.from + 1) }));
}

/** As gitleaks counts: characters, over the number of bytes. */
function runeEntropy(text: string): number {
  if (/^[\0-\x7f]*$/.test(text)) return entropy(text);
  const counts = new Map<string, number>();
  for (const rune of Buffer.from(text, "latin1").toString("utf8")) counts.set(rune, (counts.get(rune) ?? 0) + 1);
  return counts.values().reduce((bits, count) => bits - (count / text.length) * Math.log2(count / text.length), 0);
}

/** Where the value stands in the match: the group that the rule names, the first one that holds something, or all of it. */
function valueIn(match: string, rule: OwnRule, slots: Int32Array | undefined): readonly [number, number] {
  if (!slots || slots.length < 4) return [0, match.length];
  if (rule.secretGroup > 0) return [Math.max(0, slots[rule.secretGroup * 2] ?? 0), Math.max(0, slots[rule.secretGroup * 2 + 1] ?? 0)];
  for (let at = 2; at < slots.length; at += 2) if (slots[at + 1]! > slots[at]!) return [slots[at]!, slots[at + 1]!];
  return [0, match.length];
}

type Found = { readonly start: number; readonly end: number; readonly from: number; readonly to: number };

function toMatch({ rule, accept }: Compiled, window: OwnWindow, { start, end, from, to }: Found): Match {
  const text = window.text();
  const accepted = accept({ value: text.slice(start, end), match: text.slice(from, to), line: linesAround(text, from, to), path: window.path });
  return { rule, start, end, from, rank: RANK, preview: previewCredential(rule.publicPrefix), ...(accepted && { accepted }) };
}
