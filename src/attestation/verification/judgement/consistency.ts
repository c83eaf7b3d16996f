// A signed statement can still contradict itself: everything in it that follows from something else is derived again.
import { reaches } from "../../../finding/index.ts";
import { assessControls } from "../../control/assess.ts";
import { catalogueDigest } from "../../control/catalogue.ts";
import { deriveCheckVerdict, deriveOverallVerdict } from "../../statement/derive.ts";
import { pipelineChecks, type CheckSummary, type ReportedCheck } from "../../statement/predicate.ts";
import { toCanonicalBytes, type Statement } from "../../statement/statement.ts";
import type { Problem } from "../step.ts";

/** `hint` names the key that the bundle was really signed with; null where a certificate does. */
export function findContradictions(statement: Statement, hint: string | null): Problem[] {
  const { predicate } = statement;
  return [
    ...(predicate.signer.hint === hint && (hint === null) === (predicate.signer.kind === "keyless") ? [] : [{ detail: "the statement names another signing key than the bundle", pointer: "/predicate/signer/hint" }]),
    ...findListProblems(predicate.checks),
    ...predicate.checks.flatMap((check, index) => (check.presence === "absent" ? [] : findCheckContradictions(statement, check, index))),
    ...(deriveOverallVerdict(predicate.checks) === predicate.verdict ? []
      : [{ detail: "the verdict does not follow from the checks", pointer: "/predicate/verdict" }]),
    ...findWaiverContradictions(statement),
    ...findControlContradictions(statement),
  ];
}

function findListProblems(checks: readonly CheckSummary[]): Problem[] {
  const ranks = checks.map((one) => pipelineChecks.indexOf(one.check));
  const inOrder = ranks.every((rank, index) => index === 0 || rank >= (ranks[index - 1] ?? 0)) && new Set(ranks).size === pipelineChecks.length;
  const examined = checks.map((one) => JSON.stringify(one.presence === "absent" ? [one.check] : [one.check, one.subject.name, one.subject.digest]));
  const absent = checks.filter((one) => one.presence === "absent").map((one) => one.check);
  const alone = absent.every((name) => checks.filter((one) => one.check === name).length === 1);
  return inOrder && alone && new Set(examined).size === examined.length ? []
    : [{ detail: "the checks are not those of the pipeline, in order and each once for what it looked at", pointer: "/predicate/checks" }];
}

function findCheckContradictions(statement: Statement, check: ReportedCheck, index: number): Problem[] {
  const pointer = `/predicate/checks/${index}`;
  const { planted, detected, missed } = check.selfTest;
  const { digest, digestKind } = check.subject;
  const aboutImage = check.check === "image-secret-audit" || digestKind === "manifest" || digestKind === "config";
  const sameImage = digest?.sha256 === statement.subject[0]?.digest.sha256 && digestKind === statement.predicate.subject.digestKind;
  const open = check.findings.filter((one) => one.disposition === "open").reduce((total, one) => total + one.count, 0);
  return [
    ...(deriveCheckVerdict(check) === check.verdict ? [] : [{ detail: `the verdict of ${check.check} does not follow from its counts`, pointer: `${pointer}/verdict` }]),
    ...(detected + missed.length === planted ? [] : [{ detail: `the self-test of ${check.check} does not add up`, pointer: `${pointer}/selfTest` }]),
    ...(!aboutImage || sameImage ? [] : [{ detail: `${check.check} looked at another image than the subject`, pointer: `${pointer}/subject` }]),
    ...(check.findings.every((one) => (one.disposition === "below-threshold") !== reaches(one.severity, check.failOn)) ? []
      : [{ detail: `the findings of ${check.check} are not judged by its threshold`, pointer: `${pointer}/findings` }]),
    ...(check.byRequirement.every((one) => one.open <= open) ? [] : [{ detail: `the findings of ${check.check} do not add up`, pointer: `${pointer}/byRequirement` }]),
    ...(Date.parse(check.startedAt) <= Date.parse(check.finishedAt) ? [] : [{ detail: `${check.check} ended before it began`, pointer: `${pointer}/finishedAt` }]),
  ];
}

/** Every accepted finding or gap has a waiver in the statement, and no waiver accepts what is not there. */
function findWaiverContradictions({ predicate }: Statement): Problem[] {
  return pipelineChecks.flatMap((name) => {
    const bins = predicate.checks.flatMap((one) => (one.check !== name || one.presence === "absent" ? [] : [...one.findings, ...one.gaps]));
    const accepted = bins.filter((bin) => bin.disposition === "waived").reduce((total, bin) => total + bin.count, 0);
    const covered = predicate.waivers.filter((one) => one.check === name).reduce((total, one) => total + one.covers, 0);
    return accepted === covered ? [] : [{ detail: `the waivers of ${name} do not add up to what it accepted`, pointer: "/predicate/waivers" }];
  });
}

/** With our own catalogue the controls are derived again; of another version only what holds for every catalogue is known. */
function findControlContradictions({ predicate }: Statement): Problem[] {
  const pointer = "/predicate/controls";
  if (predicate.catalogue.sha256 === catalogueDigest) {
    const derived = Buffer.from(toCanonicalBytes(assessControls(predicate.checks)));
    return derived.equals(toCanonicalBytes(predicate.controls)) ? [] : [{ detail: "the controls do not follow from the checks", pointer }];
  }
  const ids = new Set(predicate.controls.map((one) => one.id));
  const reported = new Set(predicate.checks.filter((one) => one.presence === "reported").map((one) => `checks/${one.check}`));
  const twice = ids.size === predicate.controls.length ? [] : [{ detail: "a control is listed twice", pointer }];
  return [...twice, ...predicate.controls.flatMap((control, index) => {
    const claims = control.status === "evidence-supports" || control.status === "partial";
    const founded = control.evidence.every((id) => reported.has(id)) && (!claims || control.evidence.length > 0);
    return founded ? [] : [{ detail: `control ${index + 1} leans on evidence that is not there`, pointer: `${pointer}/${index}/evidence` }];
  })];
}
