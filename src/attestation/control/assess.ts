// What the checks say about each testing procedure. Derived by the attester, and again by the verifier.
import { isComplete } from "../statement/derive.ts";
import type { CheckSummary, ControlResult, ControlStatus, ReportedCheck } from "../statement/predicate.ts";
import { catalogue } from "./catalogue.ts";
import type { Procedure } from "./procedure.ts";

type Judgement = { readonly status: ControlStatus; readonly reason: string; readonly evidence: readonly string[] };

/** One result per procedure of the catalogue, in its order. `checks` are a statement's summaries. */
export function assessControls(checks: readonly CheckSummary[]): ControlResult[] {
  return catalogue.map((procedure) => {
    const { status, reason, evidence } = judgeProcedure(procedure, checks);
    return { id: procedure.id, requirement: procedure.requirement, status, reason, evidence: [...evidence], remains: procedure.remains };
  });
}

function judgeProcedure({ requirement, evidence }: Procedure, checks: readonly CheckSummary[]): Judgement {
  switch (evidence.from) {
    case "people":
      return notCovered("Only people can show this.");
    case "elsewhere":
      return notCovered(`Shown by ${evidence.where}.`);
    case "deployment":
      return notCovered("Hangs on a deployment, and none is part of this statement.");
    case "checks":
      return judgeChecks(requirement, evidence, checks.filter((one) => evidence.checks.includes(one.check)));
    default:
      return evidence satisfies never;
  }
}

function notCovered(reason: string): Judgement {
  return { status: "not-covered", reason, evidence: [] };
}

type CheckEvidence = Extract<Procedure["evidence"], { from: "checks" }>;

function judgeChecks(requirement: string, evidence: CheckEvidence, checks: readonly CheckSummary[]): Judgement {
  const reported = checks.filter((one) => one.presence === "reported");
  const ids = [...new Set(reported.map((one) => `checks/${one.check}`))];
  const against = reported.filter((one) => countAgainst(one, requirement).open > 0);
  if (against.length > 0) {
    const names = [...new Set(against.map((one) => one.check))].join(" and ");
    return { status: "evidence-contradicts", reason: `Open findings of ${names} speak against ${requirement}.`, evidence: ids };
  }
  const useful = reported.filter(examinedSomething);
  if (useful.length === 0) return { ...notCovered(`Nothing was examined by ${evidence.checks.join(" or ")}.`), evidence: ids };
  const limits = findLimits({ evidence, requirement, reported });
  const status = limits.length === 0 ? evidence.atMost : "partial";
  const reason = [evidence.shows, ...limits].join("; ");
  return { status, reason: `${reason.charAt(0).toUpperCase()}${reason.slice(1)}.`, evidence: ids };
}

function examinedSomething(check: ReportedCheck): boolean {
  return Object.values(check.coverage.examined).some((count) => count > 0);
}

/** A finding names a requirement, or one beneath it; 6.5.3 is not spoken against by 6.5.30. */
function countAgainst(check: ReportedCheck, requirement: string): { open: number; accepted: number } {
  const own = check.byRequirement.filter((one) => one.requirement === requirement || one.requirement.startsWith(`${requirement}.`));
  return { open: sum(own.map((one) => one.open)), accepted: sum(own.map((one) => one.accepted)) };
}

type Question = { readonly evidence: CheckEvidence; readonly requirement: string; readonly reported: readonly ReportedCheck[] };

function findLimits({ evidence, requirement, reported }: Question): string[] {
  const missing = evidence.checks.filter((name) => !reported.some((one) => one.check === name));
  const incomplete = [...new Set(reported.filter((one) => !isComplete(one)).map((one) => one.check))];
  const accepted = sum(reported.map((one) => countAgainst(one, requirement).accepted));
  const skipped = sum(reported.flatMap((one) => one.gaps).filter((gap) => gap.disposition === "waived").map((gap) => gap.count));
  const assumed = reported.flatMap((one) => one.assumptions).filter((one) => !one.verified).length;
  return [
    ...(evidence.limit === undefined ? [] : [evidence.limit]),
    ...missing.map((name) => `${name} is absent`),
    ...incomplete.map((name) => `${name} could not examine everything or did not prove itself`),
    ...(accepted === 0 ? [] : [`findings accepted by waiver, baseline or threshold: ${accepted}`]),
    ...(skipped === 0 ? [] : [`gaps accepted by waiver: ${skipped}`]),
    ...(assumed === 0 ? [] : [`assumptions that nobody verified: ${assumed}`]),
  ];
}

function sum(counts: readonly number[]): number {
  return counts.reduce((total, count) => total + count, 0);
}
