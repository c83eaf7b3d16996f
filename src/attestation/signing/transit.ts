// A key that never leaves its store: OpenBao's and Vault's Transit engine signs what is sent to it.
// API: https://openbao.org/api-docs/secret/transit (read key, sign data).
import { createHash, createPublicKey, type KeyObject } from "node:crypto";
import * as z from "zod";
import { InputError } from "../../finding/index.ts";
import { isP256, toHint, type Signer } from "./signer.ts";

export type StoreRequest = { readonly method: "GET" | "POST"; readonly url: string; readonly headers: Readonly<Record<string, string>>; readonly body?: string };
/** Rejects where no answer comes in time. */
export type SendRequest = (request: StoreRequest) => Promise<{ readonly status: number; readonly body: string }>;

/** Where the store is and how it lets us in. */
export type TransitAccess = {
  /** Without a slash at the end. */
  readonly address: string;
  readonly token: string;
  readonly namespace?: string | undefined;
  /** Path of the engine. */
  readonly mount: string;
  readonly send: SendRequest;
};

const keySchema = z.object({
  data: z.object({ type: z.string(), latest_version: z.int().positive(), keys: z.record(z.string(), z.unknown()) }),
});
const versionSchema = z.object({ public_key: z.string() });
const signatureSchema = z.object({ data: z.object({ signature: z.string() }) });
const healthSchema = z.object({ errors: z.array(z.string()) });

/**
 * A signer for the latest version of the key `name`.
 * @throws InputError where the store, the token or the key is not fit for it; messages name the key, never the token.
 */
export async function openTransitSigner(name: string, access: TransitAccess): Promise<Signer> {
  if (!/^[\w.-]{1,120}$/.test(name)) throw new InputError("key names a Transit key that cannot exist; write openbao://NAME");
  const ask = createAsk(name, access);
  const { data } = parse(keySchema, await ask("GET", `keys/${name}`), name);
  if (data.type !== "ecdsa-p256") throw new InputError(`key openbao://${name} is of another type than ecdsa-p256; make one with: bao write -f ${access.mount}/keys/NAME type=ecdsa-p256`);
  const version = data.latest_version;
  const { public_key: pem } = parse(versionSchema, data.keys[String(version)], name);
  const publicKey = readKey(pem, name);
  return {
    kind: "transit",
    hint: toHint(publicKey),
    publicKeyPem: publicKey.export({ type: "spki", format: "pem" }).toString(),
    sign: async (data) => {
      const input = createHash("sha256").update(data).digest("base64");
      const answer = parse(signatureSchema, await ask("POST", `sign/${name}/sha2-256`, { input, prehashed: true, marshaling_algorithm: "asn1", key_version: version }), name);
      const [, signature] = /^[a-z]+:v\d+:([A-Za-z0-9+/=]+)$/.exec(answer.data.signature) ?? [];
      if (signature === undefined) throw unexpected(name);
      return Buffer.from(signature, "base64");
    },
  };
}

function createAsk(name: string, { address, token, namespace, mount, send }: TransitAccess) {
  const headers = { "x-vault-token": token, "x-vault-request": "true", ...(namespace !== undefined && { "x-vault-namespace": namespace }) };
  return async (method: "GET" | "POST", path: string, body?: object): Promise<unknown> => {
    const request = { method, url: `${address}/v1/${mount}/${path}`, headers, ...(body && { body: JSON.stringify(body) }) };
    const answer = await send(request).catch(() => {
      throw new InputError(`key openbao://${name}: the store does not answer; check its address, certificate and network`);
    });
    if (answer.status >= 200 && answer.status < 300) return parseJson(answer.body);
    throw new InputError(`key openbao://${name}: ${explain(answer.status, answer.body)}`);
  };
}

function explain(status: number, body: string): string {
  const errors = healthSchema.safeParse(parseJson(body)).data?.errors ?? [];
  if (status === 503 && errors.some((line) => /sealed/i.test(line))) return "the store is sealed; unseal it and run again";
  if (status === 403) return "the store refuses the token; it needs read on the key and update on its sign path";
  if (status === 404) return "the store has no such key, or no Transit engine at this path; check the name and BAO_TRANSIT_PATH";
  if (status === 400) return "the store refuses the request; the key must be of type ecdsa-p256 and allowed to sign";
  return `the store answers with status ${status}; try again later`;
}

function parse<S extends z.ZodType>(schema: S, value: unknown, name: string): z.output<S> {
  const parsed = schema.safeParse(value);
  if (!parsed.success) throw unexpected(name);
  return parsed.data;
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

function readKey(pem: string, name: string): KeyObject {
  try {
    const key = createPublicKey(pem);
    if (isP256(key)) return key;
  } catch {
    throw unexpected(name);
  }
  throw unexpected(name);
}

function unexpected(name: string): InputError {
  return new InputError(`key openbao://${name}: the store answers in a form that is not Transit's; check its address`);
}
