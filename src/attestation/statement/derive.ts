// Verdicts from summaries. The attester writes them, the verifier derives them again and compares.
import { judge, type Verdict } from "../../finding/index.ts";
import type { CheckSummary, ReportedCheck } from "./predicate.ts";

/** The verdict that follows from a reported check's own counts. */
export function deriveCheckVerdict(check: Omit<ReportedCheck, "verdict">): Verdict {
  const { findings, gaps, coverage, selfTest } = check;
  return judge({ findings, coverage: { examined: coverage.examined, gaps }, selfTest });
}

/** Fail beats inconclusive beats pass; what is absent was not shown. */
export function deriveOverallVerdict(checks: readonly CheckSummary[]): Verdict {
  const verdicts = checks.map((check) => (check.presence === "absent" ? "inconclusive" : check.verdict));
  if (verdicts.includes("fail")) return "fail";
  return verdicts.length === 0 || verdicts.includes("inconclusive") ? "inconclusive" : "pass";
}

/** True when the check examined something, proved itself and left no gap open, whatever it found. */
export function isComplete(check: ReportedCheck): boolean {
  return deriveCheckVerdict({ ...check, findings: [] }) === "pass";
}
