// Verifies a deployment bundle from its bytes: signature first, then form, then everything that follows from something else.
import { judge } from "../../finding/index.ts";
import { isWithinBudget } from "../../measurement/index.ts";
import { catalogueDigest } from "../control/catalogue.ts";
import { CLOCK_TOLERANCE_MS, hashBytes } from "../statement/intake.ts";
import { PAYLOAD_TYPE, toCanonicalBytes } from "../statement/statement.ts";
import { readEnvelope } from "../verification/envelope.ts";
import { findKeyProblems, holdsSignature, type PinnedKey } from "../verification/key-ring.ts";
import { parseCanonical } from "../verification/verify.ts";
import { assessDeployment } from "./assess.ts";
import { deploymentStatementSchema, type DeploymentPredicate, type DeploymentStatement } from "./predicate.ts";

export type DeploymentInputs = {
  /** Files as they lie on disk. */
  readonly bundle: Uint8Array;
  readonly compliance: Uint8Array;
  readonly report: Uint8Array;
  readonly keys: readonly PinnedKey[];
  /** SHA-256 of the image's manifest, in hex. */
  readonly image: string;
  readonly now: Date;
};

/**
 * `problems` is empty exactly when the bundle holds for these files and this image; the statement comes with it once its form is
 * right. That it holds says nothing about the deployment: the statement's own verdict does.
 * @throws InputError where the bytes are no bundle at all.
 */
export function verifyDeployment(inputs: DeploymentInputs): { readonly problems: readonly string[]; readonly statement?: DeploymentStatement } {
  const envelope = readEnvelope(inputs.bundle);
  if ("broken" in envelope) return { problems: ["the bundle breaks its format"] };
  if (envelope.payloadType !== PAYLOAD_TYPE) return { problems: ["the payload type is not that of an in-toto statement"] };
  const key = inputs.keys.find((candidate) => candidate.hint === envelope.hint);
  if (key === undefined) return { problems: ["no pinned key answers to the bundle's hint"] };
  if (!holdsSignature(key, envelope)) return { problems: ["the signature does not hold for this payload and the pinned key"] };
  const statement = deploymentStatementSchema.safeParse(parseCanonical(envelope.payload)).data;
  if (statement === undefined) return { problems: ["the payload is no canonical deployment statement of this version"] };
  const { predicate } = statement;
  const late = Date.parse(predicate.issuedAt) > inputs.now.getTime() + CLOCK_TOLERANCE_MS;
  const problems = [
    ...findKeyProblems(key, new Date(predicate.issuedAt)).map(({ detail }) => detail),
    ...(late || predicate.rollout.finishedAt > predicate.issuedAt || predicate.rollout.startedAt > predicate.rollout.finishedAt ? ["the stated times cannot be right"] : []),
    ...(predicate.signer.hint === envelope.hint ? [] : ["the statement names another signer than the bundle"]),
    ...(statement.subject[0]?.digest.sha256 === inputs.image ? [] : ["the statement is about another image"]),
    ...(predicate.compliance.sha256 === hashBytes(inputs.compliance) ? [] : ["the compliance bundle is not the one that the statement names"]),
    ...(predicate.report.sha256 === hashBytes(inputs.report) ? [] : ["the rollout's report is not the one that the statement names"]),
    ...findContradictions(predicate, inputs.image),
  ];
  return { problems, statement };
}

/** A passing verdict must follow from the pods that the statement itself lists. */
function findContradictions(predicate: DeploymentPredicate, image: string): string[] {
  const { verdict, openFindings, openGaps, selfTest, pods, rollout, measurement, catalogue } = predicate;
  const serving = pods.filter((pod) => pod.current && pod.ready && pod.digest === `sha256:${image}`);
  const derived = judge({
    findings: openFindings.map(() => ({ disposition: "open" })),
    coverage: { examined: { checks: pods.length }, gaps: Array.from({ length: openGaps }, () => ({ disposition: "open" })) }, selfTest,
  });
  const whole = rollout.outcome === "completed" && pods.length > 0 && serving.length === pods.length && serving.length === rollout.replicas?.wanted;
  const controls = Buffer.from(toCanonicalBytes(assessDeployment(predicate)));
  return [
    ...(verdict === derived ? [] : ["the verdict does not follow from findings, gaps and self-test"]),
    ...(verdict !== "pass" || whole ? [] : ["the verdict says pass, but not every listed pod runs the image"]),
    ...(verdict !== "pass" || measurement === null || isWithinBudget(measurement) ? [] : ["the verdict says pass, but more requests failed than the error budget allows"]),
    ...(catalogue.sha256 === catalogueDigest ? [] : ["the controls were derived with another catalogue; verify with the version that made the statement"]),
    ...(controls.equals(toCanonicalBytes(predicate.controls)) ? [] : ["the controls do not follow from the statement"]),
  ];
}
