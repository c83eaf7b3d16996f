// A real OpenBao with this repository's policies: who gets in as what, and may read what.
import { randomBytes } from "node:crypto";
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { startOpenbao, type Openbao } from "./openbao.ts";

const folder = mkdtempSync(join(tmpdir(), "openbao-gateway-"));
let openbao: Openbao;
beforeAll(async () => { openbao = await startOpenbao(folder); });
afterAll(async () => {
  await openbao?.stop();
  rmSync(folder, { recursive: true });
});

/** As root, for the set-up of a test. */
const write = async (path: string, data: object, cas: number) => expect((await openbao.call("POST", path, { token: openbao.rootToken, body: { data, options: { cas } } })).status).toBe(200);

describe("identities and paths", () => {
  const logIn = async (role: string, namespace: string, account: string, options?: { audience?: string; seconds?: number }) => openbao.logIn(role, openbao.identity(namespace, account, options));
  const tokenOf = async (service: string, environment: string) => {
    const { status, body } = await logIn(`${service}-${environment}`, environment, service);
    expect(status).toBe(200);
    return (body as { auth: { client_token: string; token_policies: string[]; lease_duration: number } }).auth;
  };
  const statusOf = async (token: string, method: "GET" | "POST", path: string) => (await openbao.call(method, path, { token, ...(method === "POST" && { body: { data: { id: "x", value: "y" }, options: { cas: 0 } } }) })).status;

  beforeAll(async () => {
    for (const environment of ["dev", "staging", "prod"]) for (const service of ["gateway", "webhooks"]) await write(`${environment}/data/${service}/proof`, { id: "a", value: randomBytes(8).toString("hex") }, 0);
  });

  it.each(["dev", "staging", "prod"])("the gateway of %s reads its own credentials, and is refused everything else", async (own) => {
    const { client_token: token, token_policies: policies, lease_duration: seconds } = await tokenOf("gateway", own);
    expect([policies, seconds]).toEqual([[`gateway-${own}`], 600]);
    expect(await statusOf(token, "GET", `${own}/data/gateway/proof`)).toBe(200);
    expect(await statusOf(token, "GET", `${own}/metadata/gateway/proof`)).toBe(200);
    const others = ["dev", "staging", "prod"].filter((environment) => environment !== own);
    const refused: [("GET" | "POST"), string][] = [
      ["GET", `${own}/data/webhooks/proof`], ...others.map((environment): ["GET", string] => ["GET", `${environment}/data/gateway/proof`]),
      ["POST", `${own}/data/gateway/proof`], ["POST", `${own}/data/gateway/new`], ["POST", `${own}/metadata/gateway/proof`], ["POST", `${own}/delete/gateway/proof`],
      ["GET", `${own}/metadata/gateway?list=true`], ["GET", "sys/policies/acl/gateway-dev"], ["GET", "sys/mounts"], ["POST", "auth/token/create"], ["GET", `${own}/data/rotation/proof`],
    ];
    for (const [method, path] of refused) expect([method, path, await statusOf(token, method, path)]).toEqual([method, path, 403]);
  });

  it("the webhooks service reads its own and not the gateway's; rotation writes in its own environment only; the operator reads none", async () => {
    const webhooks = (await tokenOf("webhooks", "dev")).client_token;
    expect([await statusOf(webhooks, "GET", "dev/data/webhooks/proof"), await statusOf(webhooks, "GET", "dev/data/gateway/proof")]).toEqual([200, 403]);
    const rotation = (await tokenOf("rotation", "dev")).client_token;
    expect([await statusOf(rotation, "POST", "dev/data/gateway/made"), await statusOf(rotation, "POST", "prod/data/gateway/made"), await statusOf(rotation, "GET", "prod/data/gateway/proof")]).toEqual([200, 403, 403]);
    const { body } = await logIn("operator", "openbao", "store-operator");
    const operator = (body as { auth: { client_token: string } }).auth.client_token;
    expect([await statusOf(operator, "GET", "prod/data/gateway/proof"), await statusOf(operator, "GET", "sys/mounts")]).toEqual([403, 200]);
  });

  it.each([
    ["the build's identity, as any role", "gateway-prod", "build", "build", {}],
    ["the build's identity in the right namespace", "gateway-prod", "prod", "build", {}],
    ["the gateway of dev as that of prod", "gateway-prod", "dev", "gateway", {}],
    ["the right account in the wrong namespace", "gateway-dev", "default", "gateway", {}],
    ["a token that was made for the Kubernetes API", "gateway-dev", "dev", "gateway", { audience: "https://kubernetes.default.svc" }],
    ["a token that is over", "gateway-dev", "dev", "gateway", { seconds: -60 }],
    ["a role that is not there", "gateway-test", "dev", "gateway", {}],
  ])("refuses the login of %s", async (_what, role, namespace, account, options) => {
    expect((await logIn(role, namespace, account, options)).status).toBeGreaterThanOrEqual(400);
  });

  it("refuses a write that does not say which version it follows, even of root", async () => {
    const { status } = await openbao.call("POST", "dev/data/gateway/proof", { token: openbao.rootToken, body: { data: { id: "x", value: "y" } } });
    expect(status).toBe(400);
  });
});
