// What of the values in a fragment is told one by one, and what is only counted: a dump of a million card numbers stays a report.
import type { FindingDraft, Location } from "../finding/index.ts";
import type { Fragment } from "../reader/index.ts";
import type { RuleInfo } from "./detector.ts";
import type { Sighting } from "./view.ts";

/** Findings of one kind in one place that are told. */
export const MAX_TOLD = 100;
/** More than what windows share. */
const SHARED_BYTES = 1 << 15;

/** A value that was seen, by offsets in the place's content; `told` where it begins in the fragment's own part; with its `kind` where it is still to be counted, unless the fragment before has told it. */
export type Seen = { readonly start: number; readonly end: number; readonly told: boolean; readonly kind?: string };

/** Values of a kind that begin in the fragment's own part and in no other's, besides those that are told. */
export type Counted = { readonly kind: string; readonly count: number };

export type Told = {
  readonly findings: FindingDraft[];
  readonly counted?: readonly Counted[];
  /** The values of `findings` in their order, then those that matter to the next fragment. Without it a value is taken for known where its finding has been. */
  readonly seen?: readonly Seen[];
};

/** Findings that may stand for each other in a place: of one rule, and equally grave, so that a hundred examples never hide a value that opens something. */
export function kindOf({ ruleId, severity, accepted }: Pick<FindingDraft, "ruleId" | "severity" | "accepted">): string {
  return `${ruleId} ${severity}${accepted ? " accepted" : ""}`;
}

/** `sightings` come in the order of their starts. */
export function tell(sightings: readonly Sighting[], fragment: Fragment, tellsAll: boolean): Told {
  const lines = new LineCounter(fragment);
  const findings: FindingDraft[] = [];
  const seen: Seen[] = [];
  const later: Seen[] = [];
  // What the fragment before has seen as well may have been told: whoever knows both decides.
  const shared = new Tally(tellsAll ? Infinity : MAX_TOLD * 2);
  const reach = tellsAll ? fragment.bytes.length : fragment.start > 0 ? SHARED_BYTES : 0;
  const tally = new Tally(MAX_TOLD);
  for (const sighting of sightings) {
    const { start, end, from } = sighting;
    const isOwn = from < fragment.owned;
    const settled = isOwn ? (start < reach ? shared : tally).settle(sighting) : undefined;
    if (typeof settled === "object") {
      findings.push(toFinding(sighting, settled, { fragment, line: lines.at(start) }));
      seen.push(toSeen(sighting, fragment));
    } else if (settled !== undefined && start < reach) later.push({ ...toSeen(sighting, fragment), kind: settled });
    else if (!isOwn || end > fragment.owned) later.push(toSeen(sighting, fragment));
  }
  const counted = tally.counted();
  return { findings, seen: later.length === 0 ? seen : seen.concat(later), ...(counted.length > 0 && { counted }) };
}

function toSeen({ start, end, from }: Sighting, fragment: Fragment): Seen {
  return { start: fragment.start + start, end: fragment.start + end, told: from < fragment.owned };
}

type Count = { readonly kind: string; told: number; more: number };

class Tally {
  readonly #most: number;
  readonly #counts = new Map<string, Count>();
  readonly #byRule = new Map<RuleInfo, Count>();
  /** The rule that was asked for last, which is mostly asked for again. */
  #rule: RuleInfo | undefined;
  #count: Count | undefined;

  /** `most` of a kind are told. */
  constructor(most: number) {
    this.#most = most;
  }

  /** The rule as which the value is told; its kind where it is only counted. */
  settle({ match }: Sighting): RuleInfo | string {
    const count = this.#of(match.rule, match.accepted);
    // With enough told of the worst kind that it can be, it makes no difference which kind it is.
    if (count.told >= this.#most) return more(count);
    const rule = match.settle?.() ?? match.rule;
    const settled = rule === match.rule ? count : this.#of(rule, match.accepted);
    if (settled.told >= this.#most) return more(settled);
    settled.told++;
    return rule;
  }

  counted(): Counted[] {
    return [...this.#counts.values()].filter(({ more }) => more > 0).map(({ kind, more }) => ({ kind, count: more }));
  }

  #of(rule: RuleInfo, accepted: FindingDraft["accepted"]): Count {
    if (accepted) return this.#find(rule, accepted);
    if (rule === this.#rule && this.#count) return this.#count;
    const count = this.#byRule.get(rule) ?? this.#find(rule, accepted);
    this.#byRule.set(rule, count);
    this.#rule = rule;
    this.#count = count;
    return count;
  }

  #find(rule: RuleInfo, accepted: FindingDraft["accepted"]): Count {
    const kind = kindOf({ ruleId: rule.id, severity: rule.severity, ...(accepted && { accepted }) });
    const count = this.#counts.get(kind) ?? { kind, told: 0, more: 0 };
    this.#counts.set(kind, count);
    return count;
  }
}

function more(count: Count): string {
  count.more++;
  return count.kind;
}

function toFinding({ match, decoded, start }: Sighting, rule: RuleInfo, { fragment, line }: { fragment: Fragment; line: number }): FindingDraft {
  const location: Location = { ...fragment.place, line, offset: fragment.start + start };
  return {
    ruleId: rule.id, title: rule.title, severity: rule.severity, controls: [...rule.controls], remediation: rule.remediation,
    preview: match.preview, decoded: [...decoded], location, ...(match.confirmedBy && rule.title === match.rule.title && { confirmedBy: match.confirmedBy }),
    ...(match.accepted && { accepted: match.accepted }), ...(rule.aliases && { aliases: rule.aliases }),
  };
}

/** Line numbers of offsets that come in ascending order. */
class LineCounter {
  readonly #fragment: Fragment;
  #offset = 0;
  #line: number;

  constructor(fragment: Fragment) {
    this.#fragment = fragment;
    this.#line = fragment.line;
  }

  at(offset: number): number {
    const { bytes } = this.#fragment;
    for (let next = bytes.indexOf(0x0a, this.#offset); next >= 0 && next < offset; next = bytes.indexOf(0x0a, next + 1)) this.#line++;
    this.#offset = Math.max(this.#offset, offset);
    return this.#line;
  }
}
