// The bundle file, read strictly: what we do not know we do not accept. Format: Sigstore bundle v0.3, DSSE.
import * as z from "zod";
import { InputError } from "../../finding/index.ts";

const base64 = z.string().min(4).refine((text) => Buffer.from(text, "base64").toString("base64") === text, "is standard base64 with padding");

const bundleSchema = z.strictObject({
  mediaType: z.literal("application/vnd.dev.sigstore.bundle.v0.3+json"),
  verificationMaterial: z.strictObject({
    publicKey: z.strictObject({ hint: z.string().min(1) }),
    tlogEntries: z.array(z.unknown()).optional(),
    timestampVerificationData: z.strictObject({ rfc3161Timestamps: z.array(z.unknown()).optional() }).optional(),
  }),
  dsseEnvelope: z.strictObject({
    payload: base64,
    payloadType: z.string(),
    signatures: z.array(z.strictObject({ sig: base64, keyid: z.literal("").optional() })).length(1),
  }),
});

export type Envelope = {
  readonly payload: Uint8Array;
  readonly payloadType: string;
  /** DER. */
  readonly signature: Uint8Array;
  readonly hint: string;
  /** The bundle carries log entries or timestamps, which a key-signed bundle of ours does not. */
  readonly hasForeignProof: boolean;
};

/**
 * Reads a bundle. What is no bundle at all is the user's mistake; a bundle that breaks the format comes back as the place where it does.
 * @throws InputError for anything but a Sigstore bundle that holds a DSSE envelope.
 */
export function readEnvelope(bytes: Uint8Array): Envelope | { readonly broken: string } {
  const document = readBundleDocument(bytes);
  const parsed = bundleSchema.safeParse(document);
  if (!parsed.success) return { broken: `/${parsed.error.issues[0]?.path.map(String).join("/") ?? ""}` };
  const { dsseEnvelope, verificationMaterial } = parsed.data;
  const proofs = [...(verificationMaterial.tlogEntries ?? []), ...(verificationMaterial.timestampVerificationData?.rfc3161Timestamps ?? [])];
  return {
    payload: Buffer.from(dsseEnvelope.payload, "base64"),
    payloadType: dsseEnvelope.payloadType,
    signature: Buffer.from(dsseEnvelope.signatures[0]?.sig ?? "", "base64"),
    hint: verificationMaterial.publicKey.hint,
    hasForeignProof: proofs.length > 0,
  };
}

const NOT_A_BUNDLE = "bundle is not a Sigstore bundle with a DSSE envelope; name the file that compliance-attest wrote";

function readBundleDocument(bytes: Uint8Array): object {
  let document: unknown;
  try {
    document = JSON.parse(new TextDecoder("utf-8", { fatal: true }).decode(bytes));
  } catch {
    throw new InputError("bundle is not JSON; name the file that compliance-attest wrote");
  }
  const looks = z.looseObject({ mediaType: z.string(), dsseEnvelope: z.looseObject({}) }).safeParse(document);
  if (!looks.success || !looks.data.mediaType.startsWith("application/vnd.dev.sigstore.bundle")) throw new InputError(NOT_A_BUNDLE);
  return looks.data;
}

/** What is really signed: DSSE's pre-authentication encoding (protocol.md of the DSSE specification). */
export function encodePreAuthentication(envelope: Pick<Envelope, "payload" | "payloadType">): Uint8Array {
  const type = Buffer.from(envelope.payloadType, "utf8");
  const head = Buffer.from(`DSSEv1 ${type.length} ${envelope.payloadType} ${envelope.payload.length} `, "utf8");
  return Buffer.concat([head, envelope.payload]);
}
