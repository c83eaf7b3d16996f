import { createPublicKey, generateKeyPairSync, verify } from "node:crypto";
import { describe, expect, it } from "vitest";
import { openSigner, type KeyPorts } from "./key-reference.ts";

const pair = generateKeyPairSync("ec", { namedCurve: "P-256" });
const pkcs8 = pair.privateKey.export({ type: "pkcs8", format: "pem" }).toString();
const sec1 = pair.privateKey.export({ type: "sec1", format: "pem" }).toString();

const open = (reference: string | undefined, given: KeyPorts) => openSigner({ reference, developmentKey: "dev.pem" }, given);

function ports(more: Partial<KeyPorts> & { file?: string } = {}): KeyPorts {
  return { read: async () => Buffer.from(more.file ?? pkcs8), environment: () => undefined, keep: async (_, make) => make(), ...more };
}

describe("openSigner", () => {
  it.each([["PKCS#8", pkcs8], ["SEC1", sec1]])("reads a key file in %s", async (_, file) => {
    const signer = await open("signing.pem", ports({ file }));
    const data = Buffer.from("data");
    expect(signer.kind).toBe("key-file");
    expect(signer.publicKeyPem).toBe(pair.publicKey.export({ type: "spki", format: "pem" }));
    expect(verify("sha256", data, createPublicKey(signer.publicKeyPem), await signer.sign(data))).toBe(true);
  });

  it("reads a key from the environment", async () => {
    const signer = await open("env://EVIDENCE_KEY", ports({ environment: (name) => (name === "EVIDENCE_KEY" ? pkcs8 : undefined) }));
    expect(signer.kind).toBe("environment");
  });

  it("makes a development key where none is given, and says what it is", async () => {
    const kept: string[] = [];
    const signer = await open(undefined, ports({ keep: async (path, make) => { kept.push(path); return make(); } }));
    expect(signer.kind).toBe("development");
    expect(kept).toEqual(["dev.pem"]);
  });

  const p384 = generateKeyPairSync("ec", { namedCurve: "P-384" }).privateKey.export({ type: "pkcs8", format: "pem" }).toString();
  const locked = pair.privateKey.export({ type: "pkcs8", format: "pem", cipher: "aes-256-cbc", passphrase: "p" }).toString();
  it.each([
    ["the key itself", pkcs8, {}, /takes a path or env:\/\/NAME, not the key itself/],
    ["a store that is not known", "vault://x", {}, /kind of key store that is not known/],
    ["a variable that is not set", "env://MISSING", {}, /MISSING: the variable is not set/],
    ["a variable that cannot exist", "env://A B", {}, /cannot exist/],
    ["another curve", "k.pem", { file: p384 }, /another kind than P-256/],
    ["an encrypted key", "k.pem", { file: locked }, /encrypted key/],
    ["a public key", "k.pem", { file: pair.publicKey.export({ type: "spki", format: "pem" }).toString() }, /public key; signing takes the private one/],
    ["no key", "k.pem", { file: "nonsense" }, /no private key in PEM/],
  ])("refuses %s", async (_, reference, more, message) => {
    const refusal = open(reference, ports(more));
    await expect(refusal).rejects.toThrow(message);
    await refusal.catch((error: Error) => {
      expect(error.message).not.toMatch(/-----BEGIN|nonsense/);
      expect(error.cause).toBeUndefined();
    });
  });
});
