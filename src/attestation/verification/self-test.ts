// Before it judges, the verifier tampers with a specimen of its own and must refuse every attempt, for the right reason.
import type { SelfTest } from "../../finding/index.ts";
import { toCanonicalBytes } from "../statement/statement.ts";
import { pinPublicKey } from "./key-ring.ts";
import { makeSigner, makeSpecimen, type Specimen } from "./specimen.ts";
import type { StepId } from "./rule.ts";
import { isRefused } from "./step.ts";
import { verifyEvidence, type EvidenceInputs } from "./verify.ts";

type Tampering = { readonly name: string; readonly breaks: StepId; apply(specimen: Specimen): EvidenceInputs | Promise<EvidenceInputs> };

/** Edits the bundle's JSON without signing it again. */
export function editBundle({ inputs }: Specimen, edit: (bundle: BundleDocument) => unknown): EvidenceInputs {
  const document = JSON.parse(Buffer.from(inputs.bundle).toString("utf8")) as BundleDocument;
  edit(document);
  return { ...inputs, bundle: Buffer.from(JSON.stringify(document)) };
}

export type BundleDocument = {
  mediaType: string;
  verificationMaterial: { publicKey: { hint: string }; [key: string]: unknown };
  dsseEnvelope: { payload: string; payloadType: string; signatures: { sig: string; keyid?: string }[]; [key: string]: unknown };
  [key: string]: unknown;
};

/** Base64 with one bit of its middle byte changed. */
export function flipBit(base64: string): string {
  const bytes = Buffer.from(base64, "base64");
  const middle = bytes.length >> 1;
  bytes.writeUInt8(bytes.readUInt8(middle) ^ 1, middle);
  return bytes.toString("base64");
}

const tamperings: readonly Tampering[] = [
  { name: "a flipped bit in the payload", breaks: "signature", apply: (specimen) => editBundle(specimen, ({ dsseEnvelope }) => { dsseEnvelope.payload = flipBit(dsseEnvelope.payload); }) },
  { name: "a payload type that was changed", breaks: "payload-type", apply: (specimen) => editBundle(specimen, ({ dsseEnvelope }) => { dsseEnvelope.payloadType = "application/json"; }) },
  { name: "another key under the same name", breaks: "signature", apply: async (specimen) => {
    const { key } = pinPublicKey(makeSigner().publicKeyPem);
    return { ...specimen.inputs, keys: [{ id: "impostor", hint: specimen.signer.hint, key }] };
  } },
  { name: "a key that is not pinned", breaks: "key-known", apply: (specimen) => ({ ...specimen.inputs, keys: [pinPublicKey(makeSigner().publicKeyPem)] }) },
  { name: "a key that has ended", breaks: "key-valid", apply: ({ inputs }) => ({ ...inputs, keys: inputs.keys.map((key) => ({ ...key, validUntil: "2000-01-01T00:00:00Z" })) }) },
  { name: "an older form of the bundle", breaks: "bundle-form", apply: (specimen) => editBundle(specimen, (bundle) => { bundle.mediaType = "application/vnd.dev.sigstore.bundle+json;version=0.2"; }) },
  { name: "white space in the payload", breaks: "canonical-form", apply: ({ statement, signBytes }) => signBytes(Buffer.from(JSON.stringify(statement, null, 1))) },
  { name: "another predicate type", breaks: "predicate-type", apply: ({ statement, signBytes }) => signBytes(toCanonicalBytes({ ...statement, predicateType: "https://slsa.dev/provenance/v1" })) },
  { name: "another statement type", breaks: "statement-type", apply: ({ statement, signBytes }) => signBytes(toCanonicalBytes({ ...statement, _type: "https://in-toto.io/Statement/v0.1" })) },
  { name: "an unknown field", breaks: "schema", apply: ({ resign }) => resign((copy) => Object.assign(copy.predicate, { approved: true })) },
  { name: "an edited verdict", breaks: "consistency", apply: ({ resign }) => resign((copy) => { copy.predicate.verdict = "inconclusive"; }) },
  { name: "an edited control", breaks: "consistency", apply: ({ resign }) => resign((copy) => { for (const control of copy.predicate.controls) control.status = "evidence-supports"; }) },
  { name: "a replay for another image", breaks: "subject", apply: ({ inputs }) => ({ ...inputs, image: { name: "other", digest: { sha256: "0".repeat(64) }, digestKind: "manifest" } }) },
  { name: "something else that runs", breaks: "running", apply: ({ inputs }) => ({ ...inputs, running: ["0".repeat(64)] }) },
  { name: "a certificate that no trusted root vouches for", breaks: "certificate", apply: (specimen) => editBundle(specimen, (bundle) => {
    Object.assign(bundle.verificationMaterial, { publicKey: undefined, certificate: { rawBytes: "AAAA" } });
  }) },
  { name: "a name that stands twice in the bundle", breaks: "bundle-form", apply: ({ inputs }) => ({ ...inputs, bundle: Buffer.from(Buffer.from(inputs.bundle).toString("utf8").replace('"payload":', '"payload":"eA==","payload":')) }) },
  { name: "a swapped report", breaks: "reports", apply: ({ inputs }) => ({ ...inputs, reports: [{ name: "swapped", bytes: Buffer.from("{}") }] }) },
  { name: "a bundle from the future", breaks: "signed-time", apply: ({ inputs }) => ({ ...inputs, now: new Date(inputs.now.getTime() - 86_400_000) }) },
  { name: "an absent check", breaks: "required-checks", apply: ({ resign }) => resign((copy) => {
    copy.predicate.checks.splice(0, 1, { presence: "absent", check: "image-secret-audit", reason: "left out" });
  }) },
];

/** Counts the untouched specimen too: a verifier that refuses everything proves nothing. */
export async function testVerifier(now: Date, verify = verifyEvidence): Promise<SelfTest> {
  const specimen = await makeSpecimen(now);
  const missed: string[] = isRefused(verify(specimen.inputs)) ? ["the untouched specimen"] : [];
  for (const { name, breaks, apply } of tamperings) {
    const { steps } = verify(await apply(specimen));
    if (!steps.some((step) => step.id === breaks && !step.ok)) missed.push(name);
  }
  const planted = tamperings.length + 1;
  return { planted, detected: planted - missed.length, missed };
}
