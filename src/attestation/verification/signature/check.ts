// Who signed: a pinned key, or an identity that a trusted authority vouches for. Nothing in the payload is read before this holds.
import { PAYLOAD_TYPE } from "../../statement/statement.ts";
import { isAccepted, verifyProofs, type CertificateTrust, type Proof, type ProofFailure } from "./certificate.ts";
import type { Envelope } from "../envelope.ts";
import { holdsSignature, type PinnedKey } from "../key-ring.ts";
import { toStep, type Problem, type Step } from "../step.ts";

/** What the verifier has pinned. */
export type Trust = {
  readonly keys: readonly PinnedKey[];
  /** Absent where only keys are pinned. */
  readonly certificates?: CertificateTrust | undefined;
};

/** The signer is absent exactly where a step does not hold. */
export type SignatureCheck = {
  readonly steps: readonly Step[];
  readonly unverifiable: readonly Problem[];
  readonly signer?: { readonly key?: PinnedKey; readonly proof: Proof };
};

export function checkSignature(envelope: Envelope, trust: Trust): SignatureCheck {
  const type = toStep("payload-type", "an in-toto statement", envelope.payloadType === PAYLOAD_TYPE ? [] : whole("the payload type is not that of an in-toto statement"));
  const checked = envelope.hint === null ? checkCertificate(envelope, trust.certificates) : checkKey(envelope, trust);
  const steps = [type, ...checked.steps];
  return steps.every((step) => step.ok) ? { ...checked, steps } : { steps, unverifiable: [] };
}

function whole(detail: string): Problem[] {
  return [{ detail, pointer: "" }];
}

function checkKey(envelope: Envelope, { keys, certificates }: Trust): SignatureCheck {
  const key = keys.find((candidate) => candidate.hint === envelope.hint);
  if (key === undefined) return { steps: [toStep("key-known", "", whole("no pinned key answers to the bundle's hint"))], unverifiable: [] };
  const steps = [
    toStep("key-known", `the hint names the pinned key ${key.id}`, []),
    toStep("signature", "ECDSA P-256 over the envelope holds", holdsSignature(key, envelope) ? [] : whole("the signature does not hold for this payload and the pinned key")),
  ];
  if (!envelope.hasProofs) return { steps, unverifiable: [], signer: { key, proof: { times: [] } } };
  if (certificates === undefined) {
    return { steps, unverifiable: whole("the bundle carries log entries or timestamps, and no trusted root was handed in to hold them against"), signer: { key, proof: { times: [] } } };
  }
  const proof = verifyProofs(envelope, { roots: certificates.roots, key });
  if ("breaks" in proof) return { steps: [...steps, toFailedStep(proof)], unverifiable: [] };
  return { steps: [...steps, toTimeStep(proof)], unverifiable: [], signer: { key, proof } };
}

function checkCertificate(envelope: Envelope, trust: CertificateTrust | undefined): SignatureCheck {
  const result = verifyProofs(envelope, { roots: trust?.roots ?? [] });
  if ("breaks" in result) return { steps: [toFailedStep(result)], unverifiable: [] };
  const accepted = result.certificate !== undefined && trust !== undefined && isAccepted(result.certificate, trust);
  const steps = [
    toStep("certificate", "issued by a trusted authority, and valid when it signed", []),
    toTimeStep(result),
    toStep("signature", "the certificate's key has signed the envelope", []),
    toStep("identity", "signed by the identity and issuer that were asked for", accepted ? [] : whole("the certificate names another identity or issuer than those asked for")),
  ];
  return { steps, unverifiable: [], signer: { proof: result } };
}

function toTimeStep({ times }: Proof): Step {
  return toStep("timestamp", `a trusted authority or log vouches for ${times[0]?.toISOString() ?? "its time"}`, []);
}

function toFailedStep({ breaks, detail }: ProofFailure): Step {
  return toStep(breaks, "", whole(detail));
}
