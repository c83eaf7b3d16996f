// The store contract against real servers: OpenBao with its policies, and AWS Secrets Manager as moto plays it. Both come from PyPI.
import { execFileSync, spawn, type ChildProcess } from "node:child_process";
import { existsSync, mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import { once } from "node:events";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { connectKeyStore } from "../../src/runtime/index.ts";
import { logInToOpenbao, openAwsBackend, openOpenbaoBackend, openSecretStore, Fields, type Backend, type Connect } from "../../src/secret-store/index.ts";
import { cacheFolder } from "../../tools/cluster/state.ts";
import { testStore } from "../fixtures/store-contract.ts";
import { startOpenbao, type Openbao } from "./openbao.ts";
import { findPort } from "../fixtures/free-port.ts";

const MOTO = "5.2.5";

describe("OpenBao", () => {
  const folder = mkdtempSync(join(tmpdir(), "openbao-"));
  let openbao: Openbao;
  let connect: Connect;
  let backend: Backend;
  beforeAll(async () => {
    openbao = await startOpenbao(folder);
    connect = connectKeyStore(openbao.ca);
    backend = await openAs("rotation", "dev");
  });
  afterAll(async () => {
    await openbao?.stop();
    rmSync(folder, { recursive: true });
  });

  async function openAs(account: string, environment: string): Promise<Backend> {
    const { token } = await logInToOpenbao({ url: openbao.url, connect, authPath: "kubernetes", role: `${account}-${environment}`, jwt: openbao.identity(environment, account) });
    return openOpenbaoBackend({ url: openbao.url, mount: environment, connect, token: async () => token });
  }

  testStore(() => backend);

  it("denies what the policy does not allow, and says sealed and unreachable for what they are", async () => {
    await backend.put("gateway/denied", new Fields({ id: "a", value: "b" }), 0);
    const reader = await openAs("gateway", "dev");
    expect((await reader.get("gateway/denied")).version).toBe(1);
    await expect(reader.put("gateway/denied", new Fields({ id: "a", value: "c" }), 1)).rejects.toMatchObject({ reason: "denied" });
    await expect(reader.get("webhooks/any")).rejects.toMatchObject({ reason: "denied" });
    await expect(logInToOpenbao({ url: openbao.url, connect, authPath: "kubernetes", role: "rotation-prod", jwt: openbao.identity("dev", "rotation") })).rejects.toMatchObject({ reason: "denied" });
    await openbao.stop();
    await expect(backend.get("gateway/denied")).rejects.toMatchObject({ reason: "unreachable" });
    await openbao.start();
    await expect(backend.get("gateway/denied")).rejects.toMatchObject({ reason: "sealed" });
    await openbao.unseal();
    expect((await backend.get("gateway/denied")).version).toBe(1);
  });

  it("leaves a record in the store's own audit log, by hash and not by value", async () => {
    const value = `audited-${process.pid}-${Date.now()}`;
    await backend.put("gateway/audited", new Fields({ id: "a", value }), 0);
    await backend.get("gateway/audited");
    const log = readFileSync(openbao.auditLog, "utf8");
    expect(log).toMatch(/"path":"dev\/data\/gateway\/audited"/);
    expect(log.includes(value)).toBe(false);
  });
});

describe("AWS Secrets Manager", () => {
  let moto: ChildProcess;
  let backend: Backend;
  let endpoint: string;
  const before = { ...process.env };
  beforeAll(async () => {
    const port = await findPort();
    endpoint = `http://127.0.0.1:${port}`;
    moto = spawn(requireMoto(), ["-H", "127.0.0.1", "-p", String(port)], { stdio: "ignore" });
    while ((await fetch(`${endpoint}/moto-api/`).then(({ status }) => status, () => 0)) !== 200) await sleep(100);
    // the SDK looks for an identity in its usual places; moto takes any
    Object.assign(process.env, { AWS_ACCESS_KEY_ID: "none", AWS_SECRET_ACCESS_KEY: "none" });
    backend = await openAwsBackend({ region: "us-east-1", endpoint, prefix: "dev/" });
  });
  afterAll(async () => {
    process.env = before;
    const ended = once(moto, "exit");
    moto.kill("SIGTERM");
    await ended;
  });

  testStore(() => backend);

  it("keeps environments apart by the names' prefix", async () => {
    const other = await openAwsBackend({ region: "us-east-1", endpoint, prefix: "prod/" });
    await backend.put("gateway/apart", new Fields({ id: "a", value: "b" }), 0);
    await expect(other.get("gateway/apart")).rejects.toMatchObject({ reason: "missing" });
  });

  it("says so when AWS is not there", async () => {
    const nowhere = openSecretStore(await openAwsBackend({ region: "us-east-1", endpoint: "http://127.0.0.1:1" }), { actor: "t", now: () => new Date(), record: async () => {} });
    await expect(nowhere.get("gateway/any")).rejects.toMatchObject({ reason: "unreachable" });
  });
});

/** A virtual environment of its own in the user's cache. */
function requireMoto(): string {
  const folder = join(cacheFolder(), "tools", `moto-${MOTO}`);
  const binary = join(folder, "bin/moto_server");
  if (!existsSync(binary)) {
    execFileSync("python3", ["-m", "venv", "--clear", folder]);
    execFileSync(join(folder, "bin/pip"), ["install", "--quiet", "--disable-pip-version-check", `moto[server]==${MOTO}`], { stdio: ["ignore", "ignore", "inherit"] });
  }
  return binary;
}
