// A private key's file repeats its public key and begins like every other: only the rest is a secret.
import { createPrivateKey, createPublicKey } from "node:crypto";

const armour = /-----BEGIN [^-]*PRIVATE KEY-----([\s\S]+?)-----END [^-]*PRIVATE KEY-----/;
/** The front of a key in PKCS #8 (RFC 5958) with the longest of the common algorithm identifiers, in characters of base64. */
const FRONT = 48;
/** Parameters and salt of an encrypted key (RFC 8018). */
const ENCRYPTED_FRONT = 160;
/** The comment and padding at the end of OpenSSH's format. */
const COMMENT = 48;
const MAGIC = "openssh-key-v1\0";

/** `isPublic`: whether the stretch of `text` (base64) at an offset divisible by four is known to everybody. */
export type KeyBody = { readonly text: string; readonly isPublic: (offset: number, length: number) => boolean };

/** The body of a private key in PEM armour; undefined where `value` is none. */
export function readPrivateKey(value: string): KeyBody | undefined {
  const text = armour.exec(value)?.[1]?.replace(/^[\w-]+:.*$/gm, "").replace(/\s+|\\[nr]/g, "");
  if (text === undefined) return undefined;
  const bytes = Buffer.from(text, "base64");
  const openSsh = bytes.toString("latin1", 0, MAGIC.length) === MAGIC ? readOpenSshPublic(bytes) : undefined;
  const known = openSsh ?? readPublic(value);
  const front = openSsh ? Math.ceil(((bytes.indexOf(openSsh) + openSsh.length) * 4) / 3) : known ? FRONT : ENCRYPTED_FRONT;
  const end = text.length - (openSsh ? COMMENT : 0);
  const isPublic = (offset: number, length: number) => {
    const stretch = bytes.subarray((offset * 3) / 4, Math.floor(((offset + length) * 3) / 4));
    return offset < front || offset + length > end || (known?.includes(stretch) ?? false);
  };
  return { text, isPublic };
}

function readPublic(value: string): Buffer | undefined {
  try {
    return createPublicKey(createPrivateKey(value)).export({ type: "spki", format: "der" });
  } catch {
    return undefined;
  }
}

/** PROTOCOL.key of OpenSSH: magic, cipher, derivation, its options, the number of keys, the public key; strings have a length before them. */
function readOpenSshPublic(bytes: Buffer): Buffer | undefined {
  let at = MAGIC.length;
  const readString = () => {
    if (at + 4 > bytes.length) return Buffer.alloc(0);
    const start = at + 4;
    at = start + bytes.readUInt32BE(at);
    return bytes.subarray(start, at);
  };
  for (let strings = 0; strings < 3; strings++) readString();
  at += 4;
  const found = readString();
  return found.length > 0 && at < bytes.length ? found : undefined;
}
