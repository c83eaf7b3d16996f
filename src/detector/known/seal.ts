// The file of fingerprints: sealed, so that without the key it says how many values there are and nothing about any of them.
import { Buffer } from "node:buffer";
import { createCipheriv, createDecipheriv, createHash, createHmac, hkdfSync } from "node:crypto";
import { gunzipSync, gzipSync } from "node:zlib";
import * as z from "zod";
import { InputError } from "../../finding/index.ts";

const SCHEMA = "pci-pipeline/known/v2";
/** Bytes of a key, and of the salt that makes each file's fingerprints comparable with no other's. */
const LEAST_KEY_BYTES = 32;
const TAG_BYTES = 16;
const MAX_CONTENT_BYTES = 512 << 20;

const fileSchema = z.strictObject({ schema: z.literal(SCHEMA), salt: z.base64(), values: z.int().positive(), sealed: z.base64() });

const itemSchema = z.strictObject({ name: z.string(), length: z.int().positive(), mac: z.base64() });
const entrySchema = z.tuple([
  z.int().describe("item"), z.int().describe("offset of the block in the item"), z.string().describe("what was undone"),
  z.int().describe("tag"), z.int().describe("tag backwards"), z.base64().describe("HMAC"),
]);
const contentSchema = z.strictObject({ items: z.array(itemSchema), entries: z.record(z.string(), z.array(entrySchema)) });

/** `entries`: by the length of their window. */
export type Content = z.infer<typeof contentSchema>;
/** Everything that a detector needs, and the value that a self-test plants; plain data, so that a worker can have it too. */
export type KnownValues = Content & { readonly id: string; readonly rollKey: Uint8Array; readonly macKey: Uint8Array; readonly canary: string };

/** `canary`: a value of nobody's that each file knows besides the user's. */
export type Keys = { readonly rollKey: Uint8Array; readonly macKey: Uint8Array; readonly sealKey: Uint8Array; readonly canary: string };

/** Reads the text of a key file: at least 32 bytes, blanks around them left out. Throws InputError for less. */
export function readKey(content: Uint8Array): Buffer {
  const key = Buffer.from(Buffer.from(content).toString("latin1").trim(), "latin1");
  if (key.length < LEAST_KEY_BYTES || new Set(key).size < 8) {
    throw new InputError(`the key file holds no key of at least ${LEAST_KEY_BYTES} random bytes; make one with: openssl rand -hex 32`);
  }
  return key;
}

/** Keys of one file: HKDF-SHA-256 (RFC 5869) of the user's key and the file's salt. */
export function deriveKeys(key: Uint8Array, salt: Uint8Array): Keys {
  const derive = (use: string) => new Uint8Array(hkdfSync("sha256", key, salt, `${SCHEMA} ${use}`, 32));
  return { rollKey: derive("roll"), macKey: derive("mac"), sealKey: derive("seal"), canary: Buffer.from(derive("canary")).toString("base64url") };
}

/** HMAC-SHA-256 (RFC 2104), its first 128 bits. */
export function macOf(key: Uint8Array, text: string): Buffer {
  return createHmac("sha256", key).update(text, "latin1").digest().subarray(0, 16);
}

/** AES-256-GCM; each salt gives another key, so that the nonce may be constant. */
export function seal(content: Content, { keys, salt, values }: { readonly keys: Keys; readonly salt: Uint8Array; readonly values: number }): string {
  const cipher = createCipheriv("aes-256-gcm", keys.sealKey, Buffer.alloc(12));
  const sealed = Buffer.concat([cipher.update(gzipSync(JSON.stringify(content))), cipher.final(), cipher.getAuthTag()]);
  const file: z.infer<typeof fileSchema> = { schema: SCHEMA, salt: Buffer.from(salt).toString("base64"), values, sealed: sealed.toString("base64") };
  return JSON.stringify(file, undefined, 2);
}

/** Opens the text of a file of fingerprints. Throws InputError for what is none, for another key, and for a changed file. */
export function openKnown(text: string, key: Uint8Array): KnownValues {
  const file = fileSchema.safeParse(parse(text));
  if (!file.success) throw new InputError("the known file is no file of fingerprints; make it with pci-pipeline credential-fingerprint");
  const { sealKey, ...keys } = deriveKeys(key, Buffer.from(file.data.salt, "base64"));
  const sealed = Buffer.from(file.data.sealed, "base64");
  const content = contentSchema.safeParse(parse(unseal(sealed, sealKey)));
  if (!content.success) throw new InputError("the known file is of another version; make it anew with this version's pci-pipeline credential-fingerprint");
  return { ...content.data, ...keys, id: createHash("sha256").update(sealed).digest("hex") };
}

function unseal(sealed: Buffer, key: Uint8Array): string {
  const end = sealed.length - TAG_BYTES;
  try {
    const decipher = createDecipheriv("aes-256-gcm", key, Buffer.alloc(12), { authTagLength: TAG_BYTES });
    decipher.setAuthTag(sealed.subarray(end));
    const content = Buffer.concat([decipher.update(sealed.subarray(0, end)), decipher.final()]);
    return gunzipSync(content, { maxOutputLength: MAX_CONTENT_BYTES }).toString("utf8");
  } catch (error) {
    throw new InputError("the known file was made with another key, or has been changed since; give the key file that it was made with", { cause: error });
  }
}

function parse(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
