// Several bundles may be attached to one image: the newest one counts whose signature holds, so that an old pass hides no later failure
// and what a stranger attaches hides nothing at all.
import { InputError } from "../../finding/index.ts";
import type { EvidenceFile } from "../statement/intake.ts";
import { isDeployment, verifyDeploymentEvidence, type GateInputs } from "./deployment.ts";
import { verifyEvidence } from "./verify.ts";
import type { Verification } from "./step.ts";

type Judged = { readonly bundle: EvidenceFile; readonly verification: Verification };

/**
 * `bundles` is not empty. A single one is judged as it is; of several, what is no compliance bundle is left out.
 * @throws InputError as verifyEvidence does, and where none of several is a compliance bundle.
 */
export function verifyNewest(bundles: readonly EvidenceFile[], inputs: GateInputs): Judged {
  const [only] = bundles;
  if (only !== undefined && bundles.length === 1) {
    return { bundle: only, verification: isDeployment(only.bytes) ? verifyDeploymentEvidence(only.bytes, inputs) : verifyEvidence({ ...inputs, bundle: only.bytes }) };
  }
  const judged = bundles.flatMap((bundle) => judgeOne(bundle, inputs));
  const signed = judged.filter(({ verification }) => verification.statement !== undefined).sort((a, b) => signedAt(b) - signedAt(a));
  const chosen = signed[0] ?? judged[0];
  if (chosen === undefined) throw new InputError("none of what is attached to the image is a compliance bundle; attach one with compliance-attest");
  return chosen;
}

function judgeOne(bundle: EvidenceFile, inputs: GateInputs): Judged[] {
  try {
    return isDeployment(bundle.bytes) ? [] : [{ bundle, verification: verifyEvidence({ ...inputs, bundle: bundle.bytes }) }];
  } catch (error) {
    if (error instanceof InputError) return [];
    throw error;
  }
}

function signedAt({ verification }: Judged): number {
  return Date.parse(verification.statement?.predicate.issuedAt ?? "");
}

/** What a verified bundle says, in the words of the door's outputs; empty where its signature does not hold. */
export function describeSigned({ statement, deployment }: Verification): { subject: string; verdict: string; signer: string } {
  const signed = statement ?? deployment;
  if (signed === undefined) return { subject: "", verdict: "", signer: "" };
  return { subject: `sha256:${signed.subject[0]?.digest.sha256 ?? ""}`, verdict: signed.predicate.verdict, signer: signed.predicate.signer.kind };
}
