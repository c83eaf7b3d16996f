// The port behind which a signing key rests. A key in a file, in memory or in a remote store all look like this.
import { createHash, createPrivateKey, createPublicKey, sign, type KeyObject } from "node:crypto";
import { InputError } from "../../finding/index.ts";
import type { SignerKind } from "../statement/predicate.ts";

/** How a key is held that signs by itself. */
export type KeyKind = Exclude<SignerKind, "keyless">;

export type Signer = {
  readonly kind: KeyKind;
  /** SPKI, PEM. */
  readonly publicKeyPem: string;
  /** base64(sha256(SPKI DER)): how a bundle names the key that it does not carry; cosign writes the same. */
  readonly hint: string;
  /** ECDSA with P-256 and SHA-256 over `data`; the signature in DER. */
  sign(data: Uint8Array): Promise<Uint8Array>;
};

/** The hint of a public key, as in Signer. */
export function toHint(key: KeyObject): string {
  return createHash("sha256").update(key.export({ type: "spki", format: "der" })).digest("base64");
}

/** True for the one kind of key that we sign and verify with. */
export function isP256(key: KeyObject): boolean {
  return key.asymmetricKeyType === "ec" && key.asymmetricKeyDetails?.namedCurve === "prime256v1";
}

/**
 * A signer from a P-256 private key, PEM in SEC1 or PKCS#8. `origin` names the input in messages, never the key.
 * @throws InputError for anything else, an encrypted key included.
 */
export function openKeySigner(pem: string, { kind, origin }: { kind: KeyKind; origin: string }): Signer {
  const key = readPrivateKey(pem, origin);
  const publicKey = createPublicKey(key);
  return {
    kind,
    hint: toHint(publicKey),
    publicKeyPem: publicKey.export({ type: "spki", format: "pem" }).toString(),
    sign: async (data) => sign("sha256", data, key),
  };
}

const REPAIR = "make one with: openssl ecparam -name prime256v1 -genkey -noout";

function readPrivateKey(pem: string, origin: string): KeyObject {
  if (/-----BEGIN (EC )?PUBLIC KEY-----/.test(pem)) throw new InputError(`${origin} holds a public key; signing takes the private one`);
  if (/-----BEGIN ENCRYPTED |Proc-Type: 4,ENCRYPTED/.test(pem)) throw new InputError(`${origin} holds an encrypted key; hand it in decrypted, from a secret`);
  let key: KeyObject;
  try {
    key = createPrivateKey(pem);
  } catch {
    // The cause is left out on purpose: a parser's message may quote what it read.
    throw new InputError(`${origin} holds no private key in PEM; ${REPAIR}`);
  }
  if (!isP256(key)) throw new InputError(`${origin} holds a key of another kind than P-256; ${REPAIR}`);
  return key;
}
