// What of the values in a fragment is told one by one, and what is only counted: a dump of a million card numbers stays a report.
import type { FindingDraft, Location } from "../finding/index.ts";
import type { Fragment } from "../reader/index.ts";
import type { RuleInfo } from "./detector.ts";
import type { Sighting } from "./view.ts";

/** Findings of one kind in one place that are told. */
export const MAX_TOLD = 100;
/** More than what windows share. */
const SHARED_BYTES = 1 << 15;

/** A value that was seen, by offsets in the place's content; `told` where it begins in the fragment's own part. */
export type Seen = { readonly start: number; readonly end: number; readonly told: boolean };

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
  const tally = new Tally();
  // What the fragment before has seen as well may have been told: all of it is told again, and whoever knows both decides.
  const shared = tellsAll ? fragment.bytes.length : fragment.start > 0 ? SHARED_BYTES : 0;
  sightings.forEach((sighting) => {
    const { start, end, from } = sighting;
    const isOwn = from < fragment.owned;
    const rule = isOwn ? tally.settle(sighting, start < shared) : undefined;
    if (rule) {
      findings.push(toFinding(sighting, rule, { fragment, line: lines.at(start) }));
      seen.push({ start: fragment.start + start, end: fragment.start + end, told: true });
    } else if (!isOwn || end > fragment.owned) later.push({ start: fragment.start + start, end: fragment.start + end, told: isOwn });
  });
  const counted = tally.counted();
  return { findings, seen: later.length === 0 ? seen : seen.concat(later), ...(counted.length > 0 && { counted }) };
}

type Count = { readonly kind: string; told: number; more: number };

class Tally {
  readonly #counts = new Map<string, Count>();
  readonly #byRule = new Map<RuleInfo, Count>();

  /** The rule as which the value is told; undefined where it is only counted. `isShared` values are told in any case. */
  settle({ match }: Sighting, isShared: boolean): RuleInfo | undefined {
    if (isShared) return match.settle?.() ?? match.rule;
    const count = this.#of(match.rule, match.accepted);
    // With enough told of the worst kind that it can be, it makes no difference which kind it is.
    if (count.told >= MAX_TOLD) {
      count.more++;
      return undefined;
    }
    const rule = match.settle?.() ?? match.rule;
    const settled = rule === match.rule ? count : this.#of(rule, match.accepted);
    if (settled.told >= MAX_TOLD) {
      settled.more++;
      return undefined;
    }
    settled.told++;
    return rule;
  }

  counted(): Counted[] {
    return [...this.#counts.values()].filter(({ more }) => more > 0).map(({ kind, more }) => ({ kind, count: more }));
  }

  #of(rule: RuleInfo, accepted: FindingDraft["accepted"]): Count {
    const known = accepted ? undefined : this.#byRule.get(rule);
    if (known) return known;
    const kind = kindOf({ ruleId: rule.id, severity: rule.severity, ...(accepted && { accepted }) });
    const count = this.#counts.get(kind) ?? { kind, told: 0, more: 0 };
    this.#counts.set(kind, count);
    if (!accepted) this.#byRule.set(rule, count);
    return count;
  }
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
