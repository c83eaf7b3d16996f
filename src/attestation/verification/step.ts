// What a verification consists of: steps in order, each held or not, and what could not be verified.
import type { Proof } from "./signature/certificate.ts";
import type { DeploymentStatement } from "../deployment/predicate.ts";
import type { Statement } from "../statement/statement.ts";
import type { StepId } from "./rule.ts";

/** Something wrong. `detail` never repeats text of the bundle, which may be hostile; `pointer` (RFC 6901) is into the statement. */
export type Problem = {
  readonly detail: string;
  readonly pointer: string;
  /** The evidence holds and does not show what was asked for: inconclusive, not failed. */
  readonly unshown?: true;
};

export type Step = {
  readonly id: StepId;
  readonly ok: boolean;
  /** What was established, or the first problem. */
  readonly detail: string;
  readonly problems: readonly Problem[];
};

export type Verification = {
  readonly steps: readonly Step[];
  /** What ought to be verified and cannot be here: gaps. */
  readonly unverifiable: readonly Problem[];
  /** What nobody asked to be verified. */
  readonly notAsked: readonly { readonly name: string; readonly reason: string }[];
  /** Certificate and trusted times, where the bundle carries them and they hold. */
  readonly proof?: Proof;
  /** Absent where no step up to the schema failed to reach it. */
  readonly statement?: Statement;
  /** In its place, where a deployment bundle was verified. */
  readonly deployment?: DeploymentStatement;
};

export function toStep(id: StepId, held: string, problems: readonly Problem[]): Step {
  return { id, ok: problems.length === 0, detail: problems[0]?.detail ?? held, problems };
}

export function isRefused(verification: Verification): boolean {
  return verification.steps.some((step) => !step.ok);
}
