import { createPublicKey, generateKeyPairSync, sign, verify } from "node:crypto";
import { describe, expect, it } from "vitest";
import { openSigner, type KeyPorts } from "./key-reference.ts";
import type { StoreRequest } from "./transit.ts";

const pair = generateKeyPairSync("ec", { namedCurve: "P-256" });
const pkcs8 = pair.privateKey.export({ type: "pkcs8", format: "pem" }).toString();
const sec1 = pair.privateKey.export({ type: "sec1", format: "pem" }).toString();

const open = (reference: string | undefined, given: KeyPorts) => openSigner({ reference, developmentKey: "dev.pem" }, given);

function ports(more: Partial<KeyPorts> & { file?: string } = {}): KeyPorts {
  return { read: async () => Buffer.from(more.file ?? pkcs8), environment: () => undefined, keep: async (_, make) => make(), connect: () => async () => ({ status: 404, body: "" }), ...more };
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

describe("a key in a store", () => {
  const token = ["s", "entry"].join("-");
  const settings: Record<string, string> = { BAO_ADDR: "https://bao.example/", BAO_TOKEN: token, BAO_NAMESPACE: "pay" };
  const reads: Record<string, unknown> = { type: "ecdsa-p256", latest_version: 2, keys: { 2: { public_key: pair.publicKey.export({ type: "spki", format: "pem" }).toString() } } };

  /** As Transit answers; signs what it is sent, which is a hash. The real one: test/slow/transit.test.ts. */
  function store(answer: (request: StoreRequest) => { status: number; body: string } | undefined = () => undefined) {
    const requests: StoreRequest[] = [];
    const connect: KeyPorts["connect"] = () => async (request) => {
      requests.push(request);
      const said = answer(request);
      if (said !== undefined) return said;
      return { status: 200, body: JSON.stringify({ data: request.method === "GET" ? reads : { signature: `vault:v2:${sign("sha256", Buffer.from("x"), pair.privateKey).toString("base64")}` } }) };
    };
    return { requests, open: (more: Record<string, string> = {}) => open("openbao://evidence", ports({ environment: (name) => ({ ...settings, ...more })[name], connect })) };
  }

  it("is asked for a signature of the latest version, by hash alone", async () => {
    const { requests, open: openStore } = store();
    const signer = await openStore();
    expect(signer.kind).toBe("transit");
    await signer.sign(Buffer.from("statement"));
    expect(requests.map(({ method, url }) => `${method} ${url}`)).toEqual(["GET https://bao.example/v1/transit/keys/evidence", "POST https://bao.example/v1/transit/sign/evidence/sha2-256"]);
    expect(requests.every(({ headers }) => headers["x-vault-token"] === token && headers["x-vault-namespace"] === "pay")).toBe(true);
    expect(JSON.parse(requests[1]?.body ?? "")).toMatchObject({ prehashed: true, key_version: 2, marshaling_algorithm: "asn1" });
    expect(requests[1]?.body).not.toContain(Buffer.from("statement").toString("base64"));
  });

  it.each([
    ["sealed", { status: 503, body: '{"errors":["Vault is sealed"]}' }, /is sealed/], ["a refusal", { status: 403, body: "{}" }, /refuses the token/], ["no such key", { status: 404, body: "" }, /no such key/],
    ["another kind of answer", { status: 200, body: "[]" }, /not Transit's/], ["a fault", { status: 502, body: "<html>" }, /status 502/],
  ] as const)("says %s in one sentence, without the token", async (_, said, message) => {
    const failure = await store(() => said).open().catch((error: unknown) => error as Error);
    expect(failure).toMatchObject({ name: "InputError", message: expect.stringMatching(message) as string });
    expect(String((failure as Error).message)).not.toContain(token);
  });

  it("is not asked in the open, nor without address or token", async () => {
    const { requests, open: openStore } = store();
    for (const more of [{ BAO_ADDR: "http://bao.example" }, { BAO_ADDR: "" }, { BAO_ADDR: "ftp://bao.example" }, { BAO_TOKEN: "" }]) await expect(openStore(more)).rejects.toThrow(/key openbao:\/\/evidence/);
    expect(requests).toEqual([]);
  });
});
