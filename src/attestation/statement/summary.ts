// A report boiled down to what a statement carries: counts, never previews or places.
import { dispositions, severities, type Report, type Waiver } from "../../finding/index.ts";
import type { TakenReport } from "./intake.ts";
import type { CheckSummary, PipelineCheck, Predicate, ReportedCheck } from "./predicate.ts";
import { pipelineChecks } from "./predicate.ts";
import { toCanonicalBytes } from "./statement.ts";

/** Every check of the pipeline in its order, once for each subject that it looked at, or as absent. */
export function summariseChecks(taken: readonly TakenReport[]): CheckSummary[] {
  return pipelineChecks.flatMap((check): CheckSummary[] => {
    const found = taken.filter((one) => one.check === check).sort((a, b) => (sortKey(a) < sortKey(b) ? -1 : 1));
    if (found.length === 0) return [{ presence: "absent", check, reason: "no report of this check was handed in" }];
    return found.map((one) => summarise(check, one));
  });
}

function sortKey({ report, sha256 }: TakenReport): string {
  return JSON.stringify([report.subject.name, sha256]);
}

function summarise(check: PipelineCheck, { report, name, sha256 }: TakenReport): ReportedCheck {
  const { verdict, failOn, subject, tool, startedAt, finishedAt, assumptions, outOfScope, selfTest } = report;
  return {
    presence: "reported", check, verdict, failOn, subject, tool, startedAt, finishedAt, assumptions, outOfScope, selfTest,
    coverage: { seen: report.coverage.seen, examined: report.coverage.examined },
    gaps: countGaps(report),
    findings: countFindings(report),
    byRequirement: countByRequirement(report),
    report: { name, sha256 },
  };
}

function countGaps(report: Report): ReportedCheck["gaps"] {
  const reasons = [...new Set(report.coverage.gaps.map((gap) => gap.reason))].sort();
  const bins = reasons.flatMap((reason) => (["open", "waived"] as const).map((disposition) => ({ reason, disposition })));
  return bins
    .map((bin) => ({ ...bin, count: report.coverage.gaps.filter((gap) => gap.reason === bin.reason && gap.disposition === bin.disposition).length }))
    .filter((bin) => bin.count > 0);
}

function countFindings(report: Report): ReportedCheck["findings"] {
  const bins = severities.flatMap((severity) => dispositions.map((disposition) => ({ severity, disposition })));
  return bins
    .map((bin) => ({ ...bin, count: report.findings.filter((one) => one.severity === bin.severity && one.disposition === bin.disposition).length }))
    .filter((bin) => bin.count > 0);
}

function countByRequirement(report: Report): ReportedCheck["byRequirement"] {
  const requirements = [...new Set(report.findings.flatMap((finding) => finding.controls))].sort();
  return requirements.map((requirement) => {
    const against = report.findings.filter((finding) => finding.controls.includes(requirement));
    const open = against.filter((finding) => finding.disposition === "open").length;
    return { requirement, open, accepted: against.length - open };
  });
}

/** Waivers that accept something in these reports, each once per check, with how much it accepts. */
export function collectWaivers(taken: readonly TakenReport[]): Predicate["waivers"] {
  return pipelineChecks.flatMap((check) => {
    const reports = taken.filter((one) => one.check === check).map((one) => one.report);
    const accepted = reports.flatMap((report) => [...report.findings, ...report.coverage.gaps]).filter((one) => one.disposition === "waived");
    const counted = new Map<string, { waiver: Waiver; covers: number }>();
    for (const { waiver } of accepted) {
      if (waiver === undefined) continue;
      const key = Buffer.from(toCanonicalBytes(waiver)).toString("utf8");
      counted.set(key, { waiver, covers: (counted.get(key)?.covers ?? 0) + 1 });
    }
    return [...counted].sort(([a], [b]) => (a < b ? -1 : 1)).map(([, entry]) => ({ check, ...entry }));
  });
}
