// A deployment bundle at the same gate: its own verification, as one step, and what the policy and the cluster say.
import { InputError } from "../../finding/index.ts";
import { DEPLOYMENT_TYPE } from "../deployment/predicate.ts";
import { verifyDeployment } from "../deployment/verify.ts";
import { readEnvelope } from "./envelope.ts";
import { toStep, type Problem, type Verification } from "./step.ts";
import { parseCanonical, type EvidenceInputs } from "./verify.ts";

export type GateInputs = Omit<EvidenceInputs, "bundle"> & {
  /** The compliance bundle that a deployment bundle names. */
  readonly compliance?: Uint8Array;
};

/** What the payload calls itself, before anything is verified: it only decides which verification is due. */
export function isDeployment(bundle: Uint8Array): boolean {
  const envelope = readEnvelope(bundle);
  return !("broken" in envelope) && parseCanonical(envelope.payload)?.["predicateType"] === DEPLOYMENT_TYPE;
}

/** @throws InputError where what the bundle names was not handed in: without it nothing can be said. */
export function verifyDeploymentEvidence(bundle: Uint8Array, inputs: GateInputs): Verification {
  const { keys, policy, now, image, running, reports = [], compliance } = inputs;
  const [report] = reports;
  if (compliance === undefined || report === undefined || reports.length > 1) throw new InputError("a deployment bundle is verified with what it names; give --compliance and the rollout's --report");
  if (image?.digest === undefined || image.digest === null || image.digestKind !== "manifest") throw new InputError("a deployment bundle is verified against an image by its manifest; give --image");
  const { problems, statement } = verifyDeployment({ bundle, compliance, report: report.bytes, keys, image: image.digest.sha256, now });
  const held = toStep("deployment", "signature, form, image, compliance bundle, report and pods hold together", problems.map((detail) => ({ detail, pointer: "" })));
  if (statement === undefined) return { steps: [held], unverifiable: [], notAsked: [{ name: "statement", reason: "not read: without a valid signature nothing in it can be believed" }] };
  const { verdict, issuedAt, signer } = statement.predicate;
  const hours = (now.getTime() - Date.parse(issuedAt)) / 3_600_000;
  const steps = [
    held,
    ...(running ? [toStep("running", `${running.length} running images are the subject`, running.every((digest) => digest === image.digest?.sha256) ? [] : [{ detail: "another image runs than the one that was deployed", pointer: "" }])] : []),
    toStep("accepted-signer", `signed with a key of the kind ${signer.kind}`, policy.signers.includes(signer.kind) ? [] : [{ detail: `the policy does not accept a signer of the kind ${signer.kind}`, pointer: "/predicate/signer/kind" }]),
    toStep("age", "recent enough for the policy", policy.maxAgeHours === undefined || hours <= policy.maxAgeHours ? [] : [{ detail: `signed ${Math.floor(hours)} hours ago, the policy allows ${policy.maxAgeHours}`, pointer: "/predicate/issuedAt" }]),
    toStep("verdict", `the deployment's verdict is ${verdict}`, policy.verdicts.includes(verdict) ? [] : [toVerdictProblem(verdict)]),
  ];
  return { steps, unverifiable: [], notAsked: [], deployment: statement };
}

function toVerdictProblem(verdict: string): Problem {
  return { detail: `the deployment's verdict is ${verdict}`, pointer: "/predicate/verdict", ...(verdict === "inconclusive" && { unshown: true }) };
}
