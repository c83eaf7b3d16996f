// The bundle file, read strictly: what we do not know we do not accept. Format: Sigstore bundle v0.3, DSSE
// (https://github.com/sigstore/protobuf-specs, sigstore_bundle.proto, sigstore_rekor.proto).
import * as z from "zod";
import { hasDuplicateKey, InputError } from "../../finding/index.ts";

const base64 = z.string().min(4).refine((text) => Buffer.from(text, "base64").toString("base64") === text, "is standard base64 with padding");
const decimal = z.string().regex(/^\d{1,19}$/);

const tlogEntrySchema = z.strictObject({
  logIndex: decimal.optional(),
  logId: z.strictObject({ keyId: base64 }).optional(),
  kindVersion: z.strictObject({ kind: z.string(), version: z.string() }),
  integratedTime: decimal.optional(),
  inclusionPromise: z.strictObject({ signedEntryTimestamp: base64 }).optional(),
  inclusionProof: z.strictObject({
    logIndex: decimal.optional(), rootHash: base64, treeSize: decimal, hashes: z.array(base64).optional(), checkpoint: z.strictObject({ envelope: z.string() }),
  }).optional(),
  canonicalizedBody: base64,
});

const bundleSchema = z.strictObject({
  mediaType: z.literal("application/vnd.dev.sigstore.bundle.v0.3+json"),
  verificationMaterial: z.strictObject({
    publicKey: z.strictObject({ hint: z.string().min(1) }).optional(),
    certificate: z.strictObject({ rawBytes: base64 }).optional(),
    tlogEntries: z.array(tlogEntrySchema).max(32).optional(),
    timestampVerificationData: z.strictObject({ rfc3161Timestamps: z.array(z.strictObject({ signedTimestamp: base64 })).max(32).optional() }).optional(),
  }).refine((material) => (material.publicKey === undefined) !== (material.certificate === undefined), "names a key or carries a certificate"),
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
  /** Names the key; null where the bundle carries a certificate. */
  readonly hint: string | null;
  /** The bundle carries log entries or timestamps. */
  readonly hasProofs: boolean;
  /** The bundle as it was parsed, for the library that verifies certificates, log entries and timestamps. */
  readonly document: object;
};

/**
 * Reads a bundle. What is no bundle at all is the user's mistake; a bundle that breaks the format comes back as the place where it does.
 * @throws InputError for anything but a Sigstore bundle that holds a DSSE envelope.
 */
export function readEnvelope(bytes: Uint8Array): Envelope | { readonly broken: string } {
  const { document, doubled } = readBundleDocument(bytes);
  if (doubled) return { broken: "a key that stands twice" };
  const parsed = bundleSchema.safeParse(document);
  if (!parsed.success) {
    const place = parsed.error.issues[0]?.path.map(String).join("/") ?? "";
    return { broken: place === "" ? "its top" : `/${place}` };
  }
  const { dsseEnvelope, verificationMaterial: material } = parsed.data;
  const proofs = [...(material.tlogEntries ?? []), ...(material.timestampVerificationData?.rfc3161Timestamps ?? [])];
  return {
    payload: Buffer.from(dsseEnvelope.payload, "base64"),
    payloadType: dsseEnvelope.payloadType,
    signature: Buffer.from(dsseEnvelope.signatures[0]?.sig ?? "", "base64"),
    hint: material.publicKey?.hint ?? null,
    hasProofs: proofs.length > 0,
    document: parsed.data,
  };
}

const NOT_A_BUNDLE = "bundle is not a Sigstore bundle with a DSSE envelope; name the file that compliance-attest wrote";

/** Many times the largest statement that we know of, and as much as GitHub's store takes. */
const MOST_BYTES = 16 << 20;

function readBundleDocument(bytes: Uint8Array): { document: object; doubled: boolean } {
  if (bytes.length > MOST_BYTES) throw new InputError("bundle is larger than 16 MiB; name the file that compliance-attest wrote");
  let text: string;
  let document: unknown;
  try {
    text = new TextDecoder("utf-8", { fatal: true }).decode(bytes);
    document = JSON.parse(text);
  } catch {
    throw new InputError("bundle is not JSON; name the file that compliance-attest wrote");
  }
  const looks = z.looseObject({ mediaType: z.string(), dsseEnvelope: z.looseObject({}) }).safeParse(document);
  if (!looks.success || !looks.data.mediaType.startsWith("application/vnd.dev.sigstore.bundle")) throw new InputError(NOT_A_BUNDLE);
  return { document: looks.data, doubled: hasDuplicateKey(text, document) };
}

/** What is really signed: DSSE's pre-authentication encoding (protocol.md of the DSSE specification). */
export function encodePreAuthentication(envelope: Pick<Envelope, "payload" | "payloadType">): Uint8Array {
  const type = Buffer.from(envelope.payloadType, "utf8");
  const head = Buffer.from(`DSSEv1 ${type.length} ${envelope.payloadType} ${envelope.payload.length} `, "utf8");
  return Buffer.concat([head, envelope.payload]);
}
