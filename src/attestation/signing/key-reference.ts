// From what a user writes after --key to a signer. Files and environment come in through ports.
import { generateKeyPairSync } from "node:crypto";
import { InputError } from "../../finding/index.ts";
import { openKeySigner, type Signer } from "./signer.ts";

export type KeyPorts = {
  /** Reads a file that the user named; `what` names it in messages. */
  read(path: string, what: string): Promise<Uint8Array>;
  environment(name: string): string | undefined;
  /** The content of a private file, made by `make` where there is none yet; race-free and readable by its owner only. */
  keep(path: string, make: () => string): Promise<string>;
};

/** What the user says about the key. */
type KeyChoice = {
  /** Path of a PEM file, or env://NAME. */
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
  if (/^[a-z][a-z0-9+.-]+:\/\//.test(reference)) throw new InputError("key names a kind of key store that is not known; write a path or env://NAME");
  const pem = Buffer.from(await ports.read(reference, "signing key")).toString("utf8");
  return openKeySigner(pem, { kind: "key-file", origin: `signing key ${reference}` });
}

function openEnvironmentKey(name: string, ports: KeyPorts): Signer {
  if (!/^[A-Za-z_][A-Za-z0-9_]*$/.test(name)) throw new InputError("key names an environment variable that cannot exist; write env://NAME");
  const pem = ports.environment(name);
  if (pem === undefined || pem === "") throw new InputError(`key env://${name}: the variable is not set; set it to a P-256 private key in PEM`);
  return openKeySigner(pem, { kind: "environment", origin: `key env://${name}` });
}

function makePrivateKey(): string {
  return generateKeyPairSync("ec", { namedCurve: "P-256" }).privateKey.export({ type: "pkcs8", format: "pem" }).toString();
}
