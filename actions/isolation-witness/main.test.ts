// The witness with its ports held: what it records, when it stops a job, and that nothing secret leaves. Against OpenBao: test/slow/isolation-witness.test.ts
import { createHash } from "node:crypto";
import { describe, expect, it } from "vitest";
import { parseWitness } from "../../src/detector/isolation/index.ts";
import { InputError } from "../../src/finding/index.ts";
import { parseInputs, type World } from "../../src/runtime/index.ts";
import { contract } from "./contract.ts";
import { main } from "./main.ts";
import type { Ports } from "./observe.ts";

const made = (seed: string) => createHash("sha256").update(seed).digest("hex");
const canary = made("canary");
const loginToken = made("login");
const toToken = (claims: object) => ["x", Buffer.from(JSON.stringify(claims)).toString("base64url"), made("signature")].join(".");
const ref = "Acme/shop/.github/workflows/ci.yml@refs/heads/main";
const building = toToken({ sub: "repo:acme/shop:ref:refs/heads/main", job_workflow_ref: ref });
const deploying = toToken({ sub: "repo:acme/shop:environment:prod", environment: "PROD", job_workflow_ref: ref });
const store = { "store-url": "https://vault.example:8200/", "store-role": "prod" };

type Asked = { readonly url: string; readonly headers: Readonly<Record<string, string>>; readonly body?: string };
type Case = { inputs?: Record<string, string>; token?: string | Error; endpoint?: boolean; answer?: { status: number; body: string } | Error };

async function run({ inputs = {}, token = building, endpoint = true, answer = { status: 403, body: '{"errors":["permission denied"]}' } }: Case) {
  const asked: Asked[] = [];
  const said: string[] = [];
  const ports: Ports = {
    requestIdentity: async () => (token instanceof Error ? Promise.reject(token) : token),
    connect: async (request) => {
      asked.push(request);
      return answer instanceof Error ? Promise.reject(answer) : answer;
    },
  };
  const environment: Record<string, string> = { GITHUB_JOB: "build", GITHUB_RUN_ID: "7", GITHUB_RUN_ATTEMPT: "2", ...(endpoint && { ACTIONS_ID_TOKEN_REQUEST_URL: "https://x" }) };
  const world = { cwd: ".", progress: (line: string) => said.push(line), environment: (name: string) => environment[name] } as unknown as World;
  const outcome = await main(parseInputs(contract, new Map(Object.entries({ "canary-name": "CANARY", ...inputs })), (name) => name), world, ports);
  const shown = JSON.stringify([outcome, said]);
  for (const value of [canary, loginToken, ...(typeof token === "string" ? [token, ...token.split(".").slice(1)] : [])].filter((one) => one.length > 3)) expect(shown).not.toContain(value);
  return { outcome, asked, witness: parseWitness(outcome.outputs.witness) };
}

describe("isolation-witness", () => {
  it("records a job without an identity, and tries no login", async () => {
    const { outcome, asked, witness } = await run({ endpoint: false, inputs: store });
    expect(witness).toMatchObject({ part: "build", job: "build", run: "7/2", identity: { endpoint: "absent" }, canary: { name: "CANARY", state: "empty" }, login: { outcome: "not-tried", status: null } });
    expect([outcome.verdict, outcome.outputs.reached, asked]).toEqual(["pass", "false", []]);
  });

  it("records the claims that matter, and whether the workflow is the expected one", async () => {
    const expected = async (name: string) => (await run({ inputs: { "expected-workflow": name } })).witness?.identity;
    expect(await expected("acme/shop/.github/workflows/ci.yml")).toMatchObject({ environment: null, asExpected: true });
    expect(await expected("acme/shop/.github/workflows/ci.yml@refs/heads/main")).toMatchObject({ asExpected: true });
    expect(await expected("acme/shop/.github/workflows/ci.yml@refs/heads/dev")).toMatchObject({ asExpected: false });
    expect(await expected("acme/shop/.github/workflows/ci.y")).toMatchObject({ asExpected: false });
    expect((await run({})).witness?.identity).toMatchObject({ asExpected: null });
  });

  it.each([["no token", new Error("x")], ["no JWT", "abc"], ["a JWT without subject", toToken({ iss: "x" })], ["broken JSON", `a.${Buffer.from("{").toString("base64url")}.b`]])("is silent about %s", async (_, token) => {
    expect((await run({ token, inputs: store })).witness).toMatchObject({ identity: { endpoint: "silent" }, login: { outcome: "not-tried" } });
  });

  it.each<[string, Case["answer"] & {}, string, number | null]>([
    ["403", { status: 403, body: "{}" }, "refused", 403], ["400", { status: 400, body: "{}" }, "refused", 400], ["too many", { status: 429, body: "" }, "failed", 429], ["500", { status: 500, body: "" }, "failed", 500],
    ["a redirect", { status: 307, body: "" }, "failed", 307], ["a page instead of JSON", { status: 200, body: "<html>" }, "failed", 200], ["silence", new Error("no answer"), "failed", null],
  ])("takes %s at the login for what it is", async (_, answer, outcome, status) => {
    expect((await run({ inputs: store, answer })).witness?.login).toMatchObject({ role: "prod", outcome, status });
  });

  it("stops a build job that reaches the environment, and only that", async () => {
    const given = { inputs: { ...store, canary }, token: deploying, answer: { status: 200, body: JSON.stringify({ auth: { client_token: loginToken } }) } };
    const build = await run(given);
    expect([build.outcome.verdict, build.outcome.outputs.reached]).toEqual(["fail", "true"]);
    const deploy = await run({ ...given, inputs: { ...given.inputs, part: "deploy" } });
    expect([deploy.outcome.verdict, deploy.witness?.canary?.state, deploy.witness?.login?.outcome]).toEqual(["pass", "filled", "accepted"]);
    expect(build.witness?.login?.store).toBe(deploy.witness?.login?.store);
  });

  it("logs in where it was told, and takes the token back", async () => {
    const { asked } = await run({ inputs: { ...store, "store-namespace": "pay", "store-mount": "git/hub" }, answer: { status: 200, body: JSON.stringify({ auth: { client_token: loginToken } }) } });
    expect(asked.map(({ url }) => url)).toEqual(["https://vault.example:8200/v1/auth/git/hub/login", "https://vault.example:8200/v1/auth/token/revoke-self"]);
    expect(asked[0]?.headers).toEqual({ "x-vault-namespace": "pay" });
    expect(JSON.parse(asked[0]?.body ?? "")).toEqual({ role: "prod", jwt: building });
    expect(asked[1]?.headers["x-vault-token"]).toBe(loginToken);
  });

  it.each([[{ "store-url": "https://vault.example" }], [{ "store-role": "prod" }], [{ ...store, "store-url": "http://vault.example" }], [{ ...store, "store-url": "https://user@vault.example" }], [{ part: "test" }]])("refuses %o", async (inputs: Record<string, string>) => {
    await expect(run({ inputs })).rejects.toThrow(InputError);
  });
});
