// From what a user writes after --key to a signer. Files and environment come in through ports.
import { generateKeyPairSync } from "node:crypto";
import { InputError } from "../../finding/index.ts";
import { openKeySigner, type Signer } from "./signer.ts";
import { openTransitSigner, type SendRequest } from "./transit.ts";

export type KeyPorts = {
  /** Reads a file that the user named; `what` names it in messages. */
  read(path: string, what: string): Promise<Uint8Array>;
  environment(name: string): string | undefined;
  /** The content of a private file, made by `make` where there is none yet; race-free and readable by its owner only. */
  keep(path: string, make: () => string): Promise<string>;
  /** Opens the way to a key store; `ca` is its certificate authority in PEM, where the machine's own do not know it. */
  connect(ca: string | undefined): SendRequest;
};

/** What the user says about the key. */
type KeyChoice = {
  /** Path of a PEM file, env://NAME or openbao://NAME. */
  readonly reference: string | undefined;
  /** Where the key rests that the tool makes for itself when none is given. */
  readonly developmentKey: string;
};

/**
 * Without a reference a development key is made, or the one made earlier used.
 * @throws InputError that never shows what the reference, the file or the variable holds.
 */
export async function openSigner({ reference, developmentKey }: KeyChoice, ports: KeyPorts): Promise<Signer> {
  if (reference === undefined) {
    const pem = await ports.keep(developmentKey, makePrivateKey);
    return openKeySigner(pem, { kind: "development", origin: developmentKey });
  }
  if (reference.includes("-----BEGIN")) throw new InputError("key takes a path or env://NAME, not the key itself; put the key into an environment variable and write env://NAME");
  if (reference.startsWith("env://")) return openEnvironmentKey(reference.slice("env://".length), ports);
  if (reference.startsWith("openbao://")) return openStoreKey(reference.slice("openbao://".length), ports);
  if (/^[a-z][a-z0-9+.-]+:\/\//.test(reference)) throw new InputError("key names a kind of key store that is not known; write a path, env://NAME or openbao://NAME");
  const pem = Buffer.from(await ports.read(reference, "signing key")).toString("utf8");
  return openKeySigner(pem, { kind: "key-file", origin: `signing key ${reference}` });
}

function openEnvironmentKey(name: string, ports: KeyPorts): Signer {
  if (!/^[A-Za-z_][A-Za-z0-9_]*$/.test(name)) throw new InputError("key names an environment variable that cannot exist; write env://NAME");
  const pem = ports.environment(name);
  if (pem === undefined || pem === "") throw new InputError(`key env://${name}: the variable is not set; set it to a P-256 private key in PEM`);
  return openKeySigner(pem, { kind: "environment", origin: `key env://${name}` });
}

/** Address, token, namespace and authority as the store's own command takes them: BAO_…, or VAULT_… as before. */
async function openStoreKey(name: string, ports: KeyPorts): Promise<Signer> {
  const setting = (suffix: string) => ports.environment(`BAO_${suffix}`) || ports.environment(`VAULT_${suffix}`) || undefined;
  const address = URL.parse(setting("ADDR") ?? "");
  const token = setting("TOKEN");
  if (address === null || !/^https?:$/.test(address.protocol)) throw new InputError(`key openbao://${name}: the store's address is not known; set BAO_ADDR to its URL`);
  if (token === undefined) throw new InputError(`key openbao://${name}: no token; set BAO_TOKEN to one that may sign with this key`);
  const local = ["localhost", "127.0.0.1", "[::1]"].includes(address.hostname);
  if (address.protocol === "http:" && !local) throw new InputError(`key openbao://${name}: the store's address is not https; a token must not travel in the open`);
  const caFile = setting("CACERT");
  const ca = caFile === undefined ? undefined : Buffer.from(await ports.read(caFile, "certificate authority of the key store")).toString("utf8");
  return openTransitSigner(name, {
    address: address.href.replace(/\/+$/, ""), token, namespace: setting("NAMESPACE"), mount: setting("TRANSIT_PATH") ?? "transit", send: ports.connect(ca),
  });
}

function makePrivateKey(): string {
  return generateKeyPairSync("ec", { namedCurve: "P-256" }).privateKey.export({ type: "pkcs8", format: "pem" }).toString();
}
