// Keys that the verifier has pinned. A bundle names its key by a hint; only a pinned key answers to it.
import { createPublicKey, verify, type KeyObject } from "node:crypto";
import * as z from "zod";
import { InputError } from "../../finding/index.ts";
import { isP256, toHint } from "../signing/signer.ts";
import { encodePreAuthentication, type Envelope } from "./envelope.ts";
import type { Problem } from "./step.ts";

export const keyRingSchema = z.strictObject({
  schema: z.literal("pci-pipeline/key-ring/v1"),
  keys: z.array(z.strictObject({
    id: z.string().min(1).describe("name for people"),
    pem: z.string().describe("P-256 public key, SPKI in PEM"),
    validFrom: z.iso.datetime().optional().describe("first moment at which a signature counts, UTC"),
    validUntil: z.iso.datetime().optional().describe("last moment at which a signature counts, UTC"),
    revoked: z.boolean().optional().describe("no signature counts any more, whenever it was made: who holds the key can write any time"),
  })).min(1, "names at least one key"),
});
type KeyRing = z.infer<typeof keyRingSchema>;

export type PinnedKey = {
  readonly id: string;
  readonly hint: string;
  readonly key: KeyObject;
  readonly validFrom?: string | undefined;
  readonly validUntil?: string | undefined;
  readonly revoked?: boolean | undefined;
};

/** @throws InputError for a key that is not a P-256 public key, a private key among them, and for one listed twice. */
export function pinKeys(ring: KeyRing): PinnedKey[] {
  const pinned = ring.keys.map((entry, index) => {
    const key = readPublicKey(entry.pem, `key ring entry ${index + 1}`);
    return { id: entry.id, hint: toHint(key), key, validFrom: entry.validFrom, validUntil: entry.validUntil, revoked: entry.revoked };
  });
  if (new Set(pinned.map((one) => one.hint)).size < pinned.length) throw new InputError("key ring lists a key twice; keep one entry for it");
  return pinned;
}

/** One key without a validity window. @throws InputError like pinKeys. */
export function pinPublicKey(pem: string): PinnedKey {
  const key = readPublicKey(pem, "key");
  return { id: "key", hint: toHint(key), key };
}

function readPublicKey(pem: string, origin: string): KeyObject {
  if (pem.includes("PRIVATE KEY-----")) throw new InputError(`${origin} holds a private key; verifying takes the public one, such as evidence.pub`);
  let key: KeyObject;
  try {
    key = createPublicKey(pem);
  } catch {
    throw new InputError(`${origin} holds no public key in PEM; name evidence.pub or a key ring`);
  }
  if (!isP256(key)) throw new InputError(`${origin} holds a key of another kind than P-256; name the key that signed the evidence`);
  return key;
}

export function holdsSignature(key: PinnedKey, envelope: Envelope): boolean {
  return verify("sha256", encodePreAuthentication(envelope), key.key, envelope.signature);
}

/** The window is held against the signed time, which is the signer's own word unless a timestamp vouches for it. */
export function findKeyProblems(key: PinnedKey, signedAt: Date | readonly Date[]): Problem[] {
  const pointer = "/predicate/issuedAt";
  const moments = [signedAt].flat().map((date) => date.getTime());
  const { validFrom, validUntil } = key;
  return [
    ...(key.revoked === true ? [{ detail: "the key is revoked", pointer: "" }] : []),
    ...(validFrom !== undefined && moments.some((at) => at < Date.parse(validFrom)) ? [{ detail: `signed before the key was valid (${validFrom})`, pointer }] : []),
    ...(validUntil !== undefined && moments.some((at) => at > Date.parse(validUntil)) ? [{ detail: `signed after the key had ended (${validUntil})`, pointer }] : []),
  ];
}
