// DSSE envelope and Sigstore bundle v0.3, as the format's own library writes them.
// Formats: https://github.com/secure-systems-lab/dsse, https://github.com/sigstore/protobuf-specs (sigstore_bundle.proto).
import { bundleToJSON } from "@sigstore/bundle";
import { DSSEBundleBuilder, TSAWitness, type BundleBuilderOptions } from "@sigstore/sign";
import { InputError } from "../../finding/index.ts";
import { PAYLOAD_TYPE, toCanonicalBytes, type Statement } from "../statement/statement.ts";
import { toSigningError, type KeylessSigner } from "./keyless.ts";
import type { Signer } from "./signer.ts";

/** A key's signature, stamped by the RFC 3161 authority at this address. */
export type StampedSigner = Signer & { readonly timestampServer?: string | undefined };

/**
 * Signs a statement's canonical bytes; gives back the bundle file's text. The signature differs each time, the payload does not.
 * @throws InputError where an authority that must take part does not.
 */
export function signStatement(statement: Statement, signer: StampedSigner | KeylessSigner): Promise<string> {
  return signPayload({ payload: toCanonicalBytes(statement), payloadType: PAYLOAD_TYPE }, signer);
}

/** Signs any payload; the verifier's self-test and tests sign what must be refused. */
export async function signPayload(content: { payload: Uint8Array; payloadType: string }, signer: StampedSigner | KeylessSigner): Promise<string> {
  const builder = new DSSEBundleBuilder(signer.kind === "keyless" ? { signer: signer.signer, witnesses: signer.witnesses } : toBuilderOptions(signer));
  const bundle = await builder.create({ data: Buffer.from(content.payload), type: content.payloadType }).catch((error: unknown) => {
    throw error instanceof InputError ? error : toSigningError(error);
  });
  // cosign takes a key-signed envelope only when its key id is empty; the bundle's own hint names the key.
  if (bundle.content.$case === "dsseEnvelope") for (const signature of bundle.content.dsseEnvelope.signatures) signature.keyid = "";
  return `${JSON.stringify(bundleToJSON(bundle))}\n`;
}

function toBuilderOptions(signer: StampedSigner): BundleBuilderOptions {
  const { publicKeyPem, hint, timestampServer } = signer;
  return {
    signer: { sign: async (data) => ({ signature: Buffer.from(await signer.sign(data)), key: { $case: "publicKey", publicKey: publicKeyPem, hint } }) },
    witnesses: timestampServer === undefined ? [] : [new TSAWitness({ tsaBaseURL: timestampServer, timeout: 20_000, retry: 3 })],
  };
}
