// Signature, key and form of a bundle alone, of either statement: for those who compare digests and judge nothing else.
import { deploymentStatementSchema, type DeploymentStatement } from "../deployment/predicate.ts";
import { statementSchema, type Statement } from "../statement/statement.ts";
import { checkSignature, type Trust } from "./signature/check.ts";
import { readEnvelope } from "./envelope.ts";
import { findKeyProblems } from "./key-ring.ts";
import { parseCanonical } from "./verify.ts";

/** One of the two. */
export type SignedStatement = { readonly compliance?: Statement; readonly deployment?: DeploymentStatement };

/** @throws InputError where the bytes are no bundle at all. */
export function verifyBundleSignature(bundle: Uint8Array, trust: Trust): SignedStatement | { readonly problem: string } {
  const envelope = readEnvelope(bundle);
  if ("broken" in envelope) return { problem: `breaks the format at ${envelope.broken}` };
  const { steps, signer } = checkSignature(envelope, trust);
  if (signer === undefined) return { problem: steps.find((step) => !step.ok)?.detail ?? "the signature does not hold" };
  const document = parseCanonical(envelope.payload);
  const compliance = statementSchema.safeParse(document).data;
  const deployment = compliance ? undefined : deploymentStatementSchema.safeParse(document).data;
  const predicate = compliance?.predicate ?? deployment?.predicate;
  if (predicate === undefined) return { problem: "the signed text is no statement of this version" };
  const [late] = signer.key === undefined ? [] : findKeyProblems(signer.key, [new Date(predicate.issuedAt), ...signer.proof.times]);
  if (late !== undefined) return { problem: late.detail };
  return { ...(compliance && { compliance }), ...(deployment && { deployment }) };
}
