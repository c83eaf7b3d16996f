// What a gate asks of evidence, as a file that lives with those who deploy.
import * as z from "zod";
import { reaches, severitySchema, verdictSchema, type Verdict } from "../../../finding/index.ts";
import { controlStatuses, pipelineChecks, signerKinds, type ControlStatus } from "../../statement/predicate.ts";
import type { Statement } from "../../statement/statement.ts";
import { toStep, type Problem, type Step } from "../step.ts";

const minimumStatus = z.enum(["evidence-supports", "partial"]);

export const policySchema = z.strictObject({
  schema: z.literal("pci-pipeline/policy/v1"),
  verdicts: z.array(verdictSchema).min(1).default(["pass"]).describe("accepted verdicts, of the whole and of each required check"),
  checks: z.array(z.enum(pipelineChecks)).default([...pipelineChecks]).describe("checks that must have been reported"),
  failOn: severitySchema.default("medium").describe("the mildest threshold that a required check may have been judged with"),
  signers: z.array(z.enum(signerKinds)).min(1).default([...signerKinds]).describe("accepted kinds of signing keys"),
  maxAgeHours: z.int().positive().optional(),
  controls: z.record(z.string().regex(/^\d+(\.\d+)+(\.[a-z])?$/, "is a testing procedure id such as 6.5.3.c"), minimumStatus).default({})
    .describe("testing procedures with the least status that they must have"),
  builder: z.string().min(1).optional().describe("the statement's builder, exactly"),
  repository: z.string().min(1).optional().describe("the statement's source repository, exactly"),
});
export type Policy = z.infer<typeof policySchema>;

/** Without a policy file: verdict pass, and all checks of the pipeline passed at the usual threshold. */
export const defaultPolicy: Policy = policySchema.parse({ schema: "pci-pipeline/policy/v1" });

/** The steps that hold a statement against a policy. */
export function judgePolicy(statement: Statement, policy: Policy, now: Date): Step[] {
  const { predicate } = statement;
  return [
    toStep("accepted-signer", `signed with a key of the kind ${predicate.signer.kind}`, policy.signers.includes(predicate.signer.kind) ? []
      : [{ detail: `the policy does not accept a signer of the kind ${predicate.signer.kind}`, pointer: "/predicate/signer/kind" }]),
    toStep("accepted-origin", "builder and repository are as the policy asks", findOriginProblems(statement, policy)),
    toStep("age", "recent enough for the policy", findAgeProblems(statement, policy, now)),
    toStep("required-checks", `all of ${policy.checks.length} required checks accepted`, findCheckProblems(statement, policy)),
    toStep("verdict", `the verdict is ${predicate.verdict}`, policy.verdicts.includes(predicate.verdict) ? []
      : [{ detail: `the verdict is ${predicate.verdict}`, pointer: "/predicate/verdict", ...markUnshown(predicate.verdict) }]),
    toStep("required-controls", `${Object.keys(policy.controls).length} controls required`, findControlProblems(statement, policy)),
  ];
}

/** An inconclusive or absent check says neither yes nor no, and so the gate does. */
function markUnshown(verdict: Verdict): { unshown?: true } {
  return verdict === "inconclusive" ? { unshown: true } : {};
}

function findOriginProblems({ predicate }: Statement, policy: Policy): Problem[] {
  const { builder, repository } = policy;
  return [
    ...(builder !== undefined && predicate.build.builder !== builder ? [{ detail: "the builder is not the one that the policy names", pointer: "/predicate/build/builder" }] : []),
    ...(repository !== undefined && predicate.source.repository !== repository
      ? [{ detail: "the source repository is not the one that the policy names", pointer: "/predicate/source/repository" }] : []),
  ];
}

function findAgeProblems({ predicate }: Statement, policy: Policy, now: Date): Problem[] {
  const hours = (now.getTime() - Date.parse(predicate.issuedAt)) / 3_600_000;
  if (policy.maxAgeHours === undefined || hours <= policy.maxAgeHours) return [];
  return [{ detail: `signed ${Math.floor(hours)} hours ago, the policy allows ${policy.maxAgeHours}`, pointer: "/predicate/issuedAt" }];
}

function findCheckProblems({ predicate }: Statement, policy: Policy): Problem[] {
  const missing = policy.checks.filter((name) => !predicate.checks.some((one) => one.check === name && one.presence === "reported"));
  const wrong = predicate.checks.flatMap((check, index): Problem[] => {
    const name = check.check;
    if (check.presence === "absent" || !policy.checks.includes(name)) return [];
    const pointer = `/predicate/checks/${index}`;
    return [
      ...(policy.verdicts.includes(check.verdict) ? [] : [{ detail: `${name} says ${check.verdict}`, pointer: `${pointer}/verdict`, ...markUnshown(check.verdict) }]),
      ...(reaches(policy.failOn, check.failOn) ? []
        : [{ detail: `${name} was judged with the threshold ${check.failOn}, the policy asks for ${policy.failOn} or stricter`, pointer: `${pointer}/failOn` }]),
    ];
  });
  return [...missing.map((name) => ({ detail: `${name} was not reported`, pointer: "/predicate/checks", ...markUnshown("inconclusive") })), ...wrong];
}

function findControlProblems({ predicate }: Statement, policy: Policy): Problem[] {
  const rank = (status: ControlStatus) => controlStatuses.indexOf(status);
  return Object.entries(policy.controls).flatMap(([id, least]): Problem[] => {
    const index = predicate.controls.findIndex((one) => one.id === id);
    const control = predicate.controls[index];
    if (control === undefined) return [{ detail: `the statement says nothing about ${id}`, pointer: "/predicate/controls" }];
    if (rank(control.status) <= rank(least)) return [];
    return [{ detail: `${id} is ${control.status}, the policy asks for ${least}`, pointer: `/predicate/controls/${index}/status` }];
  });
}
