// Worst first, everywhere the same: people read the first line and perhaps the second.
import { severities, type Disposition, type Finding, type Gap, type GapReason, type Report, type Severity, type Verdict } from "../../finding/index.ts";

export type FindingGroup = {
  readonly ruleId: string;
  readonly title: string;
  readonly severity: Severity;
  readonly remediation: string;
  readonly controls: readonly string[];
  readonly findings: readonly Finding[];
};

export function openFindings(report: Report): Finding[] {
  return report.findings.filter((finding) => finding.disposition === "open");
}

export function openGaps(report: Report): Gap[] {
  return report.coverage.gaps.filter((gap) => gap.disposition === "open");
}

/** One group for each rule and severity, worst severity first; inside a severity the order of the findings holds. */
export function groupFindings(findings: readonly Finding[]): FindingGroup[] {
  const groups = Map.groupBy(findings, (finding) => `${finding.severity} ${finding.ruleId}`);
  return [...groups.values()].flatMap((members) => {
    const first = members[0];
    return first === undefined ? [] : [{ ...first, findings: members }];
  }).sort((a, b) => severities.indexOf(a.severity) - severities.indexOf(b.severity));
}

/** Gaps of one reason together, in the order in which the reasons appear. */
export function groupGaps(gaps: readonly Gap[]): { readonly reason: GapReason; readonly gaps: readonly Gap[] }[] {
  const groups = Map.groupBy(gaps, (gap) => gap.reason);
  return [...groups].map(([reason, members]) => ({ reason, gaps: members }));
}

export function countDispositions(findings: readonly Finding[]): { readonly [D in Disposition]: number } {
  const counts = { open: 0, waived: 0, baseline: 0, "below-threshold": 0 };
  for (const finding of findings) counts[finding.disposition] += 1;
  return counts;
}

/** Severities that occur, worst first, with how often. */
export function countSeverities(findings: readonly Finding[]): { readonly severity: Severity; readonly count: number }[] {
  return severities
    .map((severity) => ({ severity, count: findings.filter((finding) => finding.severity === severity).length }))
    .filter(({ count }) => count > 0);
}

/** Fail beats inconclusive beats pass; of nothing at all nothing is known. */
export function worstVerdict(verdicts: readonly Verdict[]): Verdict {
  if (verdicts.includes("fail")) return "fail";
  return verdicts.length === 0 || verdicts.includes("inconclusive") ? "inconclusive" : "pass";
}
