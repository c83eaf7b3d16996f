// A verification as an examination, so that it is judged and reported like every other check.
import { createHash } from "node:crypto";
import { Ledger, previewNothing, type Examination, type FindingDraft, type Location, type SelfTest, type Tool } from "../../finding/index.ts";
import { toCanonicalBytes } from "../statement/statement.ts";
import { hashBytes, type EvidenceFile } from "../statement/intake.ts";
import { evidenceRules } from "./rule.ts";
import type { Problem, Step, Verification } from "./step.ts";

/** Count and digest of the rules, for the report's tool. */
export const evidenceRuleSet = {
  count: Object.keys(evidenceRules).length,
  sha256: createHash("sha256").update(toCanonicalBytes(evidenceRules)).digest("hex"),
};

export type Verified = {
  readonly verification: Verification;
  readonly bundle: EvidenceFile;
  readonly selfTest: SelfTest;
  readonly tool: Tool;
  readonly startedAt: Date;
};

/** A problem is a finding, critical since evidence either holds or does not; what was not shown is a gap. */
export function toExamination({ verification, bundle, selfTest, tool, startedAt }: Verified): Examination {
  const place = (pointer: string): Location => ({ kind: "evidence", file: bundle.name, pointer });
  return {
    check: "compliance-verify",
    subject: { name: bundle.name, digest: { sha256: hashBytes(bundle.bytes) }, digestKind: "content" },
    tool, startedAt, selfTest,
    ledger: countSteps(verification, bundle),
    findings: verification.steps.flatMap((step) => step.problems.filter((one) => !one.unshown).map((problem) => toFinding(step, problem, place(problem.pointer)))),
    gaps: [...verification.unverifiable, ...verification.steps.flatMap((step) => step.problems.filter((one) => one.unshown))]
      .map(({ detail, pointer }) => ({ reason: "unverifiable", location: place(pointer), detail })),
    assumptions: verification.statement === undefined ? [] : toAssumptions(verification),
    outOfScope: [...verification.notAsked],
    facts: toFacts(verification),
  };
}

function toAssumptions({ proof }: Pick<Verification, "proof">): Examination["assumptions"] & object {
  const { certificate, times: [time] } = proof ?? { times: [] };
  return [
    time === undefined ? {
      id: "signed-time", verified: false, source: "a timestamp authority could vouch for it",
      statement: "The signed time is the signer's own clock: the bundle carries no time of a third party.",
    } : { id: "signed-time", verified: true, source: "a trusted log or timestamp authority", statement: `A third party vouches that the signature was there at ${time.toISOString()}.` },
    certificate === undefined ? {
      id: "source-facts", verified: false, source: "a certificate of the workflow's identity could vouch for them",
      statement: "Source and build facts are what the runner's environment or a facts file said.",
    } : { id: "source-facts", verified: true, source: "the certificate's own extensions", statement: "The certificate names the workflow, and source and build facts that it has are the statement's." },
  ];
}

function toFinding(step: Step, problem: Problem, location: Location): FindingDraft {
  const { id, title, remediation } = evidenceRules[step.id];
  const detail = `${title}: ${problem.detail}`;
  return { ruleId: id, title: detail, severity: "critical", controls: ["6.5.1"], preview: previewNothing(step.id), confirmedBy: "structure", decoded: [], location, remediation };
}

function countSteps({ steps, statement, notAsked }: Verification, bundle: EvidenceFile): Ledger {
  const ledger = new Ledger();
  ledger.saw("bundles");
  ledger.examined("bundles");
  ledger.saw("bytes", bundle.bytes.length);
  ledger.examined("bytes", bundle.bytes.length);
  ledger.saw("checks", steps.length + notAsked.length);
  ledger.examined("checks", steps.length);
  const reports = statement?.predicate.checks.filter((check) => check.presence === "reported").length ?? 0;
  ledger.saw("reports", reports);
  if (steps.some((step) => step.id === "reports") && !notAsked.some(({ name }) => name === "reports")) ledger.examined("reports", reports);
  return ledger;
}

/** What renderers show; the statement's own words only once its signature held. */
function toFacts({ steps, statement, deployment, proof }: Verification): Examination["facts"] & object {
  const taken = steps.map(({ id, ok, detail }) => ({ id, ok, detail }));
  const signed = statement ?? deployment;
  if (signed === undefined) return { steps: taken, statement: null };
  const { issuedAt, signer, verdict } = signed.predicate;
  return { steps: taken, statement: { subject: signed.subject[0]?.digest.sha256 ?? "", issuedAt, signer: signer.kind, hint: signer.hint, verdict, identity: proof?.certificate?.identity ?? null } };
}
