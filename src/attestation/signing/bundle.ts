// DSSE envelope and Sigstore bundle v0.3, as the format's own library writes them.
// Formats: https://github.com/secure-systems-lab/dsse, https://github.com/sigstore/protobuf-specs (sigstore_bundle.proto).
import { bundleToJSON } from "@sigstore/bundle";
import { DSSEBundleBuilder } from "@sigstore/sign";
import { PAYLOAD_TYPE, toCanonicalBytes, type Statement } from "../statement/statement.ts";
import type { Signer } from "./signer.ts";

/** Signs a statement's canonical bytes; gives back the bundle file's text. The signature differs each time, the payload does not. */
export function signStatement(statement: Statement, signer: Signer): Promise<string> {
  return signPayload({ payload: toCanonicalBytes(statement), payloadType: PAYLOAD_TYPE }, signer);
}

/** Signs any payload; the verifier's self-test and tests sign what must be refused. */
export async function signPayload(content: { payload: Uint8Array; payloadType: string }, signer: Signer): Promise<string> {
  const builder = new DSSEBundleBuilder({
    signer: {
      sign: async (data) => ({
        signature: Buffer.from(await signer.sign(data)),
        key: { $case: "publicKey", publicKey: signer.publicKeyPem, hint: signer.hint },
      }),
    },
    witnesses: [],
  });
  const bundle = await builder.create({ data: Buffer.from(content.payload), type: content.payloadType });
  // cosign takes a key-signed envelope only when its key id is empty; the bundle's own hint names the key.
  if (bundle.content.$case === "dsseEnvelope") for (const signature of bundle.content.dsseEnvelope.signatures) signature.keyid = "";
  return `${JSON.stringify(bundleToJSON(bundle))}\n`;
}
