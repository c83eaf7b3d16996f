// The only place where a verdict is made.
import * as z from "zod";
import type { Coverage } from "./coverage.ts";
import type { Finding } from "./finding.ts";
import type { Gap } from "./gap.ts";

export const verdicts = ["pass", "fail", "inconclusive"] as const;
export const verdictSchema = z.enum(verdicts);
export type Verdict = z.infer<typeof verdictSchema>;

export const selfTestSchema = z.strictObject({
  planted: z.int().nonnegative(),
  detected: z.int().nonnegative(),
  missed: z.array(z.string()).describe("names of the canaries that were not found"),
});
export type SelfTest = z.infer<typeof selfTestSchema>;

/** As much of a report as a verdict needs, so that it can be derived again from an attestation's summary. */
type Evidence = {
  readonly findings: readonly Pick<Finding, "disposition">[];
  readonly coverage: Pick<Coverage, "examined"> & { readonly gaps: readonly Pick<Gap, "disposition">[] };
  readonly selfTest: SelfTest;
};

/**
 * pass ⇔ something was examined ∧ every canary was found ∧ no open gap ∧ no open finding.
 * Findings below the threshold are not open; fail beats inconclusive.
 */
export function judge(evidence: Evidence): Verdict {
  const { findings, coverage, selfTest } = evidence;
  if (findings.some((finding) => finding.disposition === "open")) return "fail";
  const examinedSomething = Object.values(coverage.examined).some((count) => count > 0);
  const provedItself = selfTest.planted > 0 && selfTest.detected === selfTest.planted;
  const complete = coverage.gaps.every((gap) => gap.disposition === "waived");
  return examinedSomething && provedItself && complete ? "pass" : "inconclusive";
}
