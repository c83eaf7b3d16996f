// Every rule of the isolation check, in one place: what it is called, how grave it is, what to do.
import { createHash } from "node:crypto";
import { previewNothing, type FindingDraft, type GapDraft, type GapReason } from "../../finding/index.ts";
import type { Position } from "../../reader/workflow/index.ts";
import type { RuleInfo } from "../detector.ts";
import type { Run } from "./run.ts";

const access = ["6.5.3", "6.5.4", "7.2.5"];
const credentials = [...access, "8.6.2"];

export const isolationRules = {
  "environment-reached": {
    id: "environment-reached", title: "A job outside the allowed ones enters the environment", severity: "critical", controls: access,
    remediation: "Remove the environment from this job or restrict the values that lead to it; if the job is meant to deploy, add it to allow-job.",
  },
  "environment-secret-reached": {
    id: "environment-secret-reached", title: "A job outside the allowed ones reads secrets of the environment", severity: "critical", controls: credentials,
    remediation: "Move the step that needs the secret into an allowed job, or stop passing secrets to this job.",
  },
  "all-secrets-exposed": {
    id: "all-secrets-exposed", title: "A job outside the allowed ones makes GitHub send it every secret", severity: "high", controls: credentials,
    remediation: "Name each secret that the job needs as secrets.NAME; toJSON(secrets) and computed names send all of them to the runner.",
  },
  "identity-trusted": {
    id: "identity-trusted", title: "A job outside the allowed ones can mint an identity that production trusts", severity: "critical", controls: credentials,
    remediation: "Bind the trust policy to the environment (sub ending in :environment:NAME, or the environment claim), or take id-token: write from this job.",
  },
  "foreign-code-checkout": {
    id: "foreign-code-checkout", title: "Code of a pull request is checked out with the rights of this repository", severity: "high", controls: ["6.5.3", "6.5.4"],
    remediation: "Build pull requests under the pull_request trigger; under pull_request_target and workflow_run check out nothing that the pull request's author wrote.",
  },
  "untrusted-artifact-flow": {
    id: "untrusted-artifact-flow", title: "An artifact of a job outside the allowed ones enters the environment unverified", severity: "high", controls: ["6.5.3", "6.5.4"],
    remediation: "Verify after the download and before use: compliance-verify, gh attestation verify, cosign verify, or sha256sum --check against a digest that is trusted.",
  },
  "untrusted-cache-flow": {
    id: "untrusted-cache-flow", title: "A cache that other jobs can write enters the environment", severity: "high", controls: ["6.5.3", "6.5.4"],
    remediation: "Restore no cache in a job that enters the environment; install from the lock file instead.",
  },
  "untrusted-output-injection": {
    id: "untrusted-output-injection", title: "An output of a job outside the allowed ones becomes code in the environment", severity: "high", controls: ["6.5.3", "6.5.4"],
    remediation: "Pass the output through env: and use it as a quoted shell variable, so that it stays data; check its form before use.",
  },
  "environment-unprotected": {
    id: "environment-unprotected", title: "The environment lets in every branch and asks nobody", severity: "high", controls: access,
    remediation: "Restrict the environment's deployment branches to those that deploy, or require reviewers: whoever can push a branch can enter with a workflow of their own.",
  },
  "other-branch-enters": {
    id: "other-branch-enters", title: "A branch that the environment admits has a job that enters outside the allowed ones", severity: "critical", controls: access,
    remediation: "Correct the workflows of that branch, or take it from the environment's deployment branches.",
  },
  "escalation-enters": {
    id: "escalation-enters", title: "A job outside the allowed ones can start a deployment that nobody approves", severity: "high", controls: access,
    remediation: "Require reviewers for the environment, or take from the job what starts the deployment.",
  },
  "production-secret-outside": {
    id: "production-secret-outside", title: "A secret that deployments read is stored for every job of the repository", severity: "high", controls: credentials,
    remediation: "Move it from the repository or organisation into the environment, under a name of its own, and replace the value.",
  },
  "run-time-reach": {
    id: "run-time-reach", title: "A build job held at run time what only the environment has", severity: "critical", controls: credentials,
    remediation: "Replace the credential that was seen, then find what gave it to the job: a secret stored outside of the environment, or a trust policy that isn't bound to it.",
  },
  "reusable-reference-location": {
    id: "reusable-reference-location", title: "A reusable workflow is called at a place from which GitHub never loads one", severity: "medium", controls: ["6.5.4"],
    remediation: "GitHub loads reusable workflows only from .github/workflows, without subfolders.",
  },
} as const satisfies Readonly<Record<string, RuleInfo>>;

/** Changes with the detector's code, as the digest changes with the rules. */
const DETECTOR = "2";

/** How many rules there are, and a digest of them: equal means that equal workflows lead to equal findings. */
export const isolationRuleSet = {
  count: Object.keys(isolationRules).length,
  sha256: createHash("sha256").update(JSON.stringify([DETECTOR, isolationRules])).digest("hex"),
};

export type IsolationRule = keyof typeof isolationRules;

/** `shown` names what was reached, such as "environment prod"; `hint` is put before the rule's remediation. */
export function toFinding(rule: IsolationRule, run: Pick<Run, "workflow" | "job" | "path">, said: { at: Position; shown: string; hint?: string }): FindingDraft {
  const { title, severity, controls, remediation } = isolationRules[rule];
  return {
    ruleId: rule, title, severity, controls: [...controls], decoded: [], confirmedBy: "structure",
    preview: previewNothing(said.shown),
    remediation: said.hint ? `${said.hint} ${remediation}` : remediation,
    location: { kind: "workflow", file: run.workflow.id, line: said.at.line, column: said.at.column, job: run.job.id, path: [...run.path] },
  };
}

/** `detail` says which fact is missing and who can supply it. */
export function toGap(reason: GapReason, run: Pick<Run, "workflow" | "job" | "path">, said: { at: Position; detail: string }): GapDraft {
  return {
    reason, detail: said.detail,
    location: { kind: "workflow", file: run.workflow.id, line: said.at.line, column: said.at.column, job: run.job.id, path: [...run.path] },
  };
}
