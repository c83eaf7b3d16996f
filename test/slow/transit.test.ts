// A real OpenBao signs: the key never leaves it, cosign and our own verifier take the signature, and what can go wrong is said in one sentence.
import { execFile, execFileSync, spawn, type ChildProcess } from "node:child_process";
import { createServer, type Server } from "node:http";
import { createServer as createSecureServer } from "node:https";
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { type AddressInfo } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { setTimeout } from "node:timers/promises";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { openSigner, pinPublicKey, signStatement, verifyEvidence, defaultPolicy, type Signer } from "../../src/attestation/index.ts";
import { connectKeyStore } from "../../src/runtime/index.ts";
import { makeEvidence } from "../evidence/folder.ts";
import { requireOpenbao } from "../../tools/cluster/openbao-package.ts";
import { requirePeer } from "./peers.ts";
import { findPort } from "../fixtures/free-port.ts";

const folder = mkdtempSync(join(tmpdir(), "transit-"));
// Of this server only, which lives as long as this test.
const rootToken = ["root", process.pid].join("-");
let server: ChildProcess;
let address = "";
let bao = "";
let token = "";

const run = (args: readonly string[], by = rootToken) => execFileSync(bao, [...args], { env: { PATH: process.env["PATH"], HOME: folder, BAO_ADDR: address, BAO_TOKEN: by }, encoding: "utf8", stdio: ["ignore", "pipe", "pipe"] });

function open(name: string, settings: Record<string, string> = {}, silenceMs?: number): Promise<Signer> {
  const environment: Record<string, string> = { BAO_ADDR: address, BAO_TOKEN: token, ...settings };
  return openSigner({ reference: `openbao://${name}`, developmentKey: "unused" }, {
    environment: (variable) => environment[variable], read: async (path) => readFileSync(path), keep: async (_, make) => make(), connect: (ca) => connectKeyStore(ca, silenceMs),
  });
}

beforeAll(async () => {
  bao = join(requireOpenbao(), "bao");
  const port = await findPort();
  address = `http://127.0.0.1:${port}`;
  server = spawn(bao, ["server", "-dev", `-dev-root-token-id=${rootToken}`, `-dev-listen-address=127.0.0.1:${port}`], { env: { PATH: process.env["PATH"], HOME: folder }, stdio: "ignore" });
  for (let tries = 0; ; tries++) {
    const up = await fetch(`${address}/v1/sys/health`).then((answer) => answer.ok).catch(() => false);
    if (up) break;
    if (tries > 100) throw new Error("OpenBao did not start");
    await setTimeout(100);
  }
  run(["secrets", "enable", "transit"]);
  run(["secrets", "enable", "-path=audit-keys", "transit"]);
  run(["write", "-f", "transit/keys/evidence", "type=ecdsa-p256"]);
  run(["write", "-f", "audit-keys/keys/evidence", "type=ecdsa-p256"]);
  run(["write", "-f", "transit/keys/wrong", "type=ed25519"]);
  run(["write", "-f", "transit/keys/aes"]);
  writeFileSync(join(folder, "sign.hcl"), 'path "transit/keys/*" { capabilities = ["read"] }\npath "transit/sign/evidence/*" { capabilities = ["update"] }\npath "audit-keys/*" { capabilities = ["read", "update"] }\n');
  run(["policy", "write", "sign", join(folder, "sign.hcl")]);
  token = run(["token", "create", "-policy=sign", "-no-default-policy", "-field=token"]).trim();
});
afterAll(() => {
  server?.kill();
  rmSync(folder, { recursive: true });
});

async function bundleBy(signer: Signer) {
  const made = await makeEvidence();
  const statement = { ...made.statement, predicate: { ...made.statement.predicate, signer: { kind: signer.kind, hint: signer.hint } } };
  return { statement, bundle: await signStatement(statement, signer) };
}

function askCosign(bundle: string, key: string, sha256: string): Promise<{ code: number; output: string }> {
  writeFileSync(join(folder, "bundle.json"), bundle);
  writeFileSync(join(folder, "key.pub"), key);
  const args = ["verify-blob-attestation", "--key", join(folder, "key.pub"), "--bundle", join(folder, "bundle.json"), "--type", "https://github.com/yuno/pci-pipeline/compliance/v1", "--insecure-ignore-tlog", "--digest", sha256, "--digestAlg", "sha256"];
  return new Promise((resolve) => {
    execFile(requirePeer("cosign"), args, { env: { HOME: folder, PATH: "" } }, (error, stdout, stderr) => resolve({ code: error === null ? 0 : Number(error.code ?? 1), output: stdout + stderr }));
  });
}

describe("a Transit key", () => {
  it("signs what we and cosign accept, with a token that can do nothing else", async () => {
    const signer = await open("evidence");
    expect(signer.kind).toBe("transit");
    const { statement, bundle } = await bundleBy(signer);
    const sha256 = statement.subject[0]?.digest.sha256 ?? "";
    const { steps } = verifyEvidence({ bundle: Buffer.from(bundle), keys: [pinPublicKey(signer.publicKeyPem)], policy: { ...defaultPolicy, signers: ["transit"] }, now: new Date(statement.predicate.issuedAt) });
    expect(steps.filter((step) => !step.ok)).toEqual([]);
    expect(await askCosign(bundle, signer.publicKeyPem, sha256)).toMatchObject({ code: 0 });
    expect((await askCosign(bundle.replace(/"sig":"(.{40})(.)/, (_, head: string, one: string) => `"sig":"${head}${one === "A" ? "B" : "A"}`), signer.publicKeyPem, sha256)).code).not.toBe(0);
  });

  it("signs with the version that its bundle names, after a rotation too", async () => {
    const before = await open("evidence");
    run(["write", "-f", "transit/keys/evidence/rotate"]);
    const after = await open("evidence");
    expect(after.hint).not.toBe(before.hint);
    for (const signer of [before, after]) {
      const { statement, bundle } = await bundleBy(signer);
      const { steps } = verifyEvidence({ bundle: Buffer.from(bundle), keys: [pinPublicKey(signer.publicKeyPem)], policy: defaultPolicy, now: new Date(statement.predicate.issuedAt) });
      expect(steps.find((step) => step.id === "signature")?.ok).toBe(true);
    }
  });

  it("rests at another path where the environment says so, and takes Vault's names", async () => {
    expect((await open("evidence", { BAO_TRANSIT_PATH: "audit-keys" })).kind).toBe("transit");
    expect((await open("evidence", { BAO_ADDR: "", BAO_TOKEN: "", VAULT_ADDR: address, VAULT_TOKEN: token })).kind).toBe("transit");
  });

  it.each([
    ["a key of another type", () => open("wrong"), /another type than ecdsa-p256; make one with/],
    ["a key that encrypts", () => open("aes"), /another type than ecdsa-p256/],
    ["no such key", () => open("nowhere"), /no such key/],
    ["a token that is none", () => open("evidence", { BAO_TOKEN: "nothing" }), /refuses the token/],
    ["a path without an engine", () => open("evidence", { BAO_TRANSIT_PATH: "elsewhere", BAO_TOKEN: rootToken }), /no such key, or no Transit engine/],
    ["a name that leaves its path", () => open("../sys/health"), /cannot exist/],
    ["no address", () => open("evidence", { BAO_ADDR: "" }), /set BAO_ADDR/],
    ["no token", () => open("evidence", { BAO_TOKEN: "" }), /set BAO_TOKEN/],
    ["an address in the open", () => open("evidence", { BAO_ADDR: "http://bao.example:8200" }), /must not travel in the open/],
    ["nobody there", () => open("evidence", { BAO_ADDR: "http://127.0.0.1:9" }), /does not answer/],
  ])("is refused with %s", async (_, act, message) => {
    const failure = await act().then(() => undefined, (error: unknown) => error as Error);
    expect(failure).toMatchObject({ name: "InputError", message: expect.stringMatching(message) as string });
    expect(failure?.cause).toBeUndefined();
    expect(String(failure?.message)).not.toContain(token);
  });

  it("is refused by a token that may read and not sign", async () => {
    writeFileSync(join(folder, "read.hcl"), 'path "transit/keys/*" { capabilities = ["read"] }\n');
    run(["policy", "write", "read", join(folder, "read.hcl")]);
    const reader = run(["token", "create", "-policy=read", "-no-default-policy", "-field=token"]).trim();
    const signer = await open("evidence", { BAO_TOKEN: reader });
    await expect(signer.sign(Buffer.from("x"))).rejects.toThrow(/refuses the token; it needs read on the key and update on its sign path/);
  });

  it("says that the store is sealed", async () => {
    run(["operator", "seal"]);
    await expect(open("evidence")).rejects.toThrow(/is sealed; unseal it/);
  });
});

describe("a store that misbehaves", () => {
  const serve = async (answer: (body: string) => { status: number; body: string; headers?: Record<string, string> } | undefined, secure?: { key: string; cert: string }) => {
    const handle = (request: import("node:http").IncomingMessage, response: import("node:http").ServerResponse) => {
      const said = answer(request.url ?? "");
      if (said) response.writeHead(said.status, said.headers).end(said.body);
    };
    const made: Server = secure ? (createSecureServer(secure, handle) as unknown as Server) : createServer(handle);
    await new Promise<void>((resolve) => { made.listen(0, "127.0.0.1", resolve); });
    const { port } = made.address() as AddressInfo;
    return { address: `${secure ? "https" : "http"}://127.0.0.1:${port}`, close: () => { made.closeAllConnections(); made.close(); } };
  };

  it.each([
    ["is silent", () => undefined, /does not answer/],
    ["answers in another form", () => ({ status: 200, body: "<html>" }), /not Transit's/],
    ["sends elsewhere", () => ({ status: 307, body: "", headers: { location: "http://evil.example/" } }), /status 307/],
    ["never ends", () => ({ status: 200, body: "x".repeat(2 << 20) }), /does not answer/],
    ["fails", () => ({ status: 500, body: "{}" }), /status 500/],
  ])("%s", async (_, answer, message) => {
    const store = await serve(answer);
    await expect(open("evidence", { BAO_ADDR: store.address }, 300)).rejects.toThrow(message);
    store.close();
  });

  it("has a certificate of its own authority, which must be handed in", async () => {
    const [key, cert] = [join(folder, "tls.key"), join(folder, "tls.crt")];
    execFileSync("openssl", ["req", "-x509", "-newkey", "ec", "-pkeyopt", "ec_paramgen_curve:prime256v1", "-nodes", "-keyout", key, "-out", cert, "-days", "1", "-subj", "/CN=bao", "-addext", "subjectAltName=IP:127.0.0.1"], { stdio: "ignore" });
    const store = await serve(() => ({ status: 404, body: "{}" }), { key: readFileSync(key, "utf8"), cert: readFileSync(cert, "utf8") });
    await expect(open("evidence", { BAO_ADDR: store.address })).rejects.toThrow(/does not answer/);
    await expect(open("evidence", { BAO_ADDR: store.address, BAO_CACERT: cert })).rejects.toThrow(/no such key/);
    store.close();
  });
});
