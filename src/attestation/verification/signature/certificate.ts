// What only Sigstore's own library should judge: certificate chains, log entries and timestamps, against trusted roots that the
// verifier has pinned. Offline: nothing is fetched. Which identity is accepted is decided here, exactly, not by the library's patterns.
import { bundleFromJSON } from "@sigstore/bundle";
import { TrustedRoot } from "@sigstore/protobuf-specs";
import { toSignedEntity, toTrustMaterial, VerificationError, Verifier, type SignedEntity, type Signer, type TrustMaterial } from "@sigstore/verify";
import { InputError } from "../../../finding/index.ts";
import { readClaims, type Claims } from "./claim.ts";
import type { Envelope } from "../envelope.ts";
import type { PinnedKey } from "../key-ring.ts";
import type { StepId } from "../rule.ts";

export type PinnedRoot = TrustMaterial;

/** Who may have signed, and who may have said so. */
export type CertificateTrust = {
  readonly roots: readonly PinnedRoot[];
  /** The certificate's subject alternative name, exactly; after its last "@" a "*" may end it. Null where no identity is accepted. */
  readonly accepted: { readonly identity: string; readonly issuer: string } | null;
};

export type Proof = {
  /** Absent for a key-signed bundle. */
  readonly certificate?: { readonly identity: string; readonly issuer: string; readonly claims: Claims };
  /** Moments that a log or a timestamp authority vouches for. */
  readonly times: readonly Date[];
};

/** Why the proofs do not hold, as the step that they break. */
export type ProofFailure = { readonly breaks: StepId; readonly detail: string };

const MEDIA_TYPE = /^application\/vnd\.dev\.sigstore\.trustedroot(\.v0\.\d+)?\+json/;

/**
 * `text` is a trusted root (JSON) or several, one a line, as `gh attestation trusted-root` writes them.
 * @throws InputError for anything else.
 */
export function readTrustedRoots(text: string): PinnedRoot[] {
  const documents = parseDocuments(text);
  if (documents.length === 0) throw new InputError("trusted root is not JSON; name a trusted_root.json or what gh attestation trusted-root writes");
  return documents.map((document) => {
    const { mediaType } = (document ?? {}) as { mediaType?: unknown };
    if (typeof mediaType !== "string" || !MEDIA_TYPE.test(mediaType)) throw new InputError("trusted root is not a Sigstore trusted root; name a trusted_root.json or what gh attestation trusted-root writes");
    try {
      return toTrustMaterial(TrustedRoot.fromJSON(document));
    } catch {
      throw new InputError("trusted root holds an authority that cannot be read; fetch it again from where it is published");
    }
  });
}

function parseDocuments(text: string): unknown[] {
  for (const parts of [[text], text.split("\n").filter((line) => line.trim() !== "")]) {
    try {
      return parts.map((part) => JSON.parse(part) as unknown);
    } catch {
      continue;
    }
  }
  return [];
}

/** Holds the bundle's proofs against each root; the first root that they hold for counts. `key` is that of a key-signed bundle. */
export function verifyProofs(envelope: Envelope, { roots, key }: { roots: readonly PinnedRoot[]; key?: PinnedKey }): Proof | ProofFailure {
  const entity = readEntity(envelope);
  if (entity === undefined) return { breaks: "certificate", detail: "certificate, log entry or timestamp cannot be read" };
  let furthest: ProofFailure | undefined;
  for (const root of roots) {
    const result = verifyAgainst(entity, root, key);
    if (!("breaks" in result)) return result;
    if (furthest === undefined || order.indexOf(result.breaks) > order.indexOf(furthest.breaks)) furthest = result;
  }
  return furthest ?? { breaks: "certificate", detail: "no trusted root was handed in to hold the certificate against" };
}

/** In which the library judges. */
const order: readonly StepId[] = ["timestamp", "key-valid", "certificate", "transparency-log", "signature"];

function readEntity(envelope: Envelope): SignedEntity | undefined {
  try {
    return toSignedEntity(bundleFromJSON(envelope.document));
  } catch {
    return undefined;
  }
}

function verifyAgainst(entity: SignedEntity, root: PinnedRoot, key: PinnedKey | undefined): Proof | ProofFailure {
  const publicKey: TrustMaterial["publicKey"] = () => {
    if (key === undefined) throw new VerificationError({ code: "PUBLIC_KEY_ERROR", message: "no pinned key" });
    return { publicKey: key.key, validFor: () => true };
  };
  // A root's own logs decide what a certificate needs: GitHub's instance keeps none, the public one does. A trusted time is always
  // needed, since without one the library would judge no validity at all.
  const byCertificate = entity.key.$case === "certificate";
  const thresholds = { ctlogThreshold: byCertificate && root.ctlogs.length > 0 ? 1 : 0, tlogThreshold: byCertificate && root.tlogs.length > 0 ? 1 : 0, timestampThreshold: 1 };
  try {
    const signer = new Verifier({ ...root, publicKey }, thresholds).verify(entity);
    return { times: readTimes(entity), ...toCertificate(entity, signer) };
  } catch (error) {
    return explain(error);
  }
}

function toCertificate(entity: SignedEntity, { identity }: Signer): Pick<Proof, "certificate"> {
  if (entity.key.$case !== "certificate") return {};
  return { certificate: { identity: identity?.subjectAlternativeName ?? "", issuer: identity?.extensions?.issuer ?? "", claims: readClaims(identity?.oids ?? []) } };
}

/** Of a log entry only an inclusion promise vouches for its time. */
function readTimes({ timestamps }: SignedEntity): Date[] {
  return timestamps.flatMap((one) => {
    if (one.$case === "timestamp-authority") return [one.timestamp.signingTime];
    return one.tlogEntry.inclusionPromise ? [new Date(Number(one.tlogEntry.integratedTime) * 1000)] : [];
  });
}

/** The library's own words may quote the bundle, and are left out. */
function explain(error: unknown): ProofFailure {
  const code = error instanceof VerificationError ? error.code : "";
  if (code === "SIGNATURE_ERROR") return { breaks: "signature", detail: "the signature does not hold for this payload and the certificate's key" };
  if (code === "TIMESTAMP_ERROR") return { breaks: "timestamp", detail: "no timestamp of a trusted authority or log holds for this signature" };
  if (code.startsWith("TLOG")) return { breaks: "transparency-log", detail: "no entry of a trusted log holds for this signature" };
  if (code === "PUBLIC_KEY_ERROR") return { breaks: "key-valid", detail: "the key does not answer for the timestamp" };
  return { breaks: "certificate", detail: "the certificate was not issued by a trusted authority, not valid when it signed, or not logged" };
}

/** Exactly the identity and issuer that were asked for; a "*" stands for the rest of a git ref and for nothing else. */
export function isAccepted({ identity, issuer }: { identity: string; issuer: string }, { accepted }: CertificateTrust): boolean {
  if (accepted === null || identity === "" || issuer !== accepted.issuer) return false;
  const wanted = accepted.identity;
  return wanted.endsWith("*") ? identity.length >= wanted.length && identity.startsWith(wanted.slice(0, -1)) : identity === wanted;
}

/** @throws InputError for a pattern that would accept more than refs of one workflow. */
export function acceptIdentity(identity: string, issuer: string): NonNullable<CertificateTrust["accepted"]> {
  const star = identity.indexOf("*");
  const inRef = star === identity.length - 1 && identity.lastIndexOf("@") > 0 && identity.lastIndexOf("@") < star;
  if (star >= 0 && !inRef) throw new InputError("identity may end with one * after its @, as in …/release.yml@refs/tags/v*; name the workflow itself in full");
  return { identity, issuer };
}
