// What GitHub keeps, through the door and against its published description: verified, refuted, or unknown with the reason.
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { afterAll, afterEach, describe, expect, it } from "vitest";
import { InputError, type Report } from "../../src/finding/index.ts";
import { readSettings } from "../../src/reader/workflow/index.ts";
import type { Inputs, World } from "../../src/runtime/index.ts";
import { openGithub, toAsk } from "../../src/runtime/github/index.ts";
import { answer, SHA, type Held } from "../../test/fixtures/github-repository.ts";
import { refuse, silence, startGithub, type GithubAnswer, type Routes, type Standin } from "../../test/github/standin.ts";
import type { contract } from "./contract.ts";
import { main } from "./main.ts";

const folder = mkdtempSync(join(tmpdir(), "isolation-github-"));
afterAll(() => rmSync(folder, { recursive: true, force: true }));
let standin: Standin | undefined;
afterEach(async () => {
  const started = standin;
  standin = undefined;
  await started?.close();
});

const steps = "    runs-on: ubuntu-24.04\n    steps: [{ run: make }]\n";
const deploy = `on: { push: {}, workflow_dispatch: {} }\npermissions: {}\njobs:\n  deploy:\n    environment: prod\n    env: { KEY: "\${{ secrets.DEPLOY_KEY }}" }\n${steps}`;
const build = (line = "environment: dev", on = "push") => `on: ${on}\npermissions: {}\njobs:\n  build:\n    ${line}\n${steps}`;
const token = ["ghs", "isolation_".repeat(4)].join("_");

let count = 0;
async function assert(held: Held, files: Record<string, string> = { "deploy.yml": deploy, "ci.yml": build() }, more: Partial<Inputs<typeof contract>> = {}): Promise<Report> {
  const repo = `r${count++}`;
  for (const [path, text] of Object.entries(files)) {
    const place = join(folder, repo, ".github/workflows", path);
    mkdirSync(dirname(place), { recursive: true });
    writeFileSync(place, text);
  }
  standin = await startGithub(answer(held));
  const environment: Record<string, string> = { GITHUB_API_URL: standin.apiUrl, ADMIN: token, ...(held.run && { GITHUB_RUN_ID: "7" }) };
  const world = { cwd: folder, now: () => new Date("2026-01-02T00:00:00Z"), progress: () => undefined, signal: new AbortController().signal, environment: (name: string) => environment[name] } as unknown as World;
  const inputs = {
    repo, environment: "prod", "allow-job": ["deploy.yml:deploy"], repository: [], trust: [], name: "acme/shop", "github-token": token, "admin-token": undefined, witness: [],
    "fail-on": "medium", waivers: undefined, baseline: undefined, format: "text", output: undefined, "report-dir": undefined, ...more,
  } as Inputs<typeof contract>;
  const { report } = await main(inputs, world);
  expect(JSON.stringify(report)).not.toContain(token);
  return report as Report;
}

const rules = (report: Report) => report.findings.map(({ ruleId }) => ruleId);
const assumption = (report: Report, id: string) => report.assumptions.find((one) => one.id === id);

describe("GitHub's side of isolation-assert", () => {
  it("verifies the branches where all that are admitted keep out, and finds none that doesn't", async () => {
    const files = { "deploy.yml": deploy, "ci.yml": build() };
    const report = await assert({ policy: ["main", "release"], branches: { main: files, release: { "ci.yml": build("environment: staging") } } }, files);
    expect([report.verdict, assumption(report, "commit-only")?.verified]).toEqual(["pass", true]);
    expect(assumption(report, "commit-only")?.source).toContain("main, release");
  });

  it("finds another admitted branch whose workflow enters", async () => {
    const report = await assert({ policy: ["main", "old"], branches: { main: {}, old: { "ci.yml": build("environment: prod") } } });
    expect(rules(report)).toEqual(["other-branch-enters"]);
    expect(assumption(report, "commit-only")).toMatchObject({ verified: false, source: expect.stringContaining("refuted on branch old") });
  });

  it.each<[string, Held, boolean]>([
    ["any branch, nobody asked", { policy: "any" }, true], ["protected branches, and none is", { policy: "protected", protectedBranches: [] }, true],
    ["an environment that isn't there", { missing: true }, true], ["any branch, but reviewers", { policy: "any", reviewers: 2 }, false],
    ["any branch, but an app decides", { policy: "any", custom: 1 }, false], ["protected branches", { policy: "protected", protectedBranches: ["main"], branches: { main: {} } }, false],
  ])("takes %s for what it is", async (_, held, isOpen) => {
    expect(rules(await assert(held)).includes("environment-unprotected")).toBe(isOpen);
  });

  it("verifies nothing where a pattern admits branches or tags that anybody may make", async () => {
    for (const held of [{ policy: ["main", "release/*"], branches: { main: {} } }, { policy: ["main"], tags: ["v*"], branches: { main: {} } }]) {
      const report = await assert(held);
      expect([report.verdict, assumption(report, "commit-only")?.verified]).toEqual(["pass", false]);
      await standin?.close();
    }
  });

  it("decides what a token that dispatches leads to", async () => {
    const files = { "deploy.yml": deploy, "ci.yml": build("permissions: { actions: write }") };
    const main = { policy: ["main"], branches: { main: files } };
    expect(rules(await assert(main, files))).toEqual(["escalation-enters"]);
    await standin?.close();
    const reviewed = await assert({ ...main, reviewers: 1 }, files);
    expect([reviewed.verdict, assumption(reviewed, "reviewers")?.statement]).toEqual(["pass", expect.stringContaining("nobody approves a deployment of their own")]);
    await standin?.close();
    expect((await assert({ ...main, custom: 1 }, files)).verdict).toBe("inconclusive");
  });

  it("judges subjects by the repository's own form, and by its organisation's", async () => {
    const trusted = "trusted.json";
    writeFileSync(join(folder, trusted), JSON.stringify({ user_claim: "sub", bound_claims_type: "glob", bound_claims: { sub: "repo:acme/shop*:environment:prod" } }));
    const files = { "deploy.yml": deploy, "ci.yml": build("permissions: { id-token: write }") };
    const held = { branches: { main: files } };
    const usual = await assert(held, files, { trust: [trusted] });
    expect([usual.verdict, assumption(usual, "oidc-subject")?.verified]).toEqual(["pass", true]);
    await standin?.close();
    writeFileSync(join(folder, trusted), JSON.stringify({ user_claim: "sub", bound_subject: "repo:acme/shop" }));
    expect((await assert(held, files, { trust: [trusted] })).verdict).toBe("pass");
    await standin?.close();
    expect(rules(await assert({ ...held, subject: { use_default: false, include_claim_keys: ["repo"] } }, files, { trust: [trusted] }))).toEqual(["identity-trusted"]);
    await standin?.close();
    expect(rules(await assert({ ...held, subject: { use_default: false }, organizationSubject: { include_claim_keys: ["repo"] } }, files, { trust: [trusted] }))).toEqual(["identity-trusted"]);
  });

  it("holds the names of stored secrets against those that jobs read", async () => {
    const files = { "deploy.yml": deploy, "ci.yml": build(`env: { KEY: "\${{ secrets.DEPLOY_KEY }}" }`) };
    const main = { branches: { main: files } };
    const admin = { "admin-token": "env://ADMIN" };
    expect((await assert(main, files)).verdict).toBe("inconclusive");
    await standin?.close();
    const inside = await assert({ ...main, secrets: { environment: ["DEPLOY_KEY"], repository: ["OTHER"], organization: [] } }, files, admin);
    expect([inside.verdict, assumption(inside, "secrets-in-environment")?.verified]).toEqual(["pass", true]);
    await standin?.close();
    expect(rules(await assert({ ...main, secrets: { environment: [], repository: [], organization: ["DEPLOY_KEY"] } }, files, admin))).toEqual(["production-secret-outside"]);
    await standin?.close();
    const both = await assert({ ...main, secrets: { environment: ["DEPLOY_KEY"], repository: ["DEPLOY_KEY"], organization: [] } }, files, admin);
    expect([both.verdict, assumption(both, "secrets-in-environment")?.source]).toEqual(["inconclusive", expect.stringContaining("refuted")]);
  });

  it("fetches called workflows and their actions at the commit that a ref names", async () => {
    const files = { "deploy.yml": deploy, "ci.yml": `on: push\npermissions: {}\njobs:\n  build: { uses: Acme/flow/.github/workflows/x.yml@v1 }\n` };
    const remote = { ".github/workflows/x.yml": "on: workflow_call\njobs:\n  x: { uses: ./.github/workflows/y.yml }\n", ".github/workflows/y.yml": `on: workflow_call\njobs:\n  y:\n    environment: prod\n${steps}` };
    const reached = await assert({ branches: { main: files }, remote }, files);
    expect(reached.findings.find((one) => one.ruleId === "environment-reached")?.location).toMatchObject({ file: "acme/flow/.github/workflows/y.yml@v1", path: [".github/workflows/ci.yml:build", "acme/flow/.github/workflows/x.yml@v1:x", "acme/flow/.github/workflows/y.yml@v1:y"] });
    expect(assumption(reached, "checkout")).toMatchObject({ verified: false, statement: expect.stringContaining(SHA) });
    await standin?.close();
    const absent = await assert({ branches: { main: files }, more: { "GET /repos/{owner}/{repo}/commits/{ref}": () => refuse(404, "Not Found") } }, files);
    expect(absent.coverage.gaps[0]).toMatchObject({ reason: "unresolved-reference", detail: expect.stringContaining("GitHub answered 404") });
  });

  it("compares what GitHub resolved for the run with its own graph", async () => {
    const files = { "deploy.yml": deploy, "ci.yml": "on: push\npermissions: {}\njobs:\n  build: { uses: ./.github/workflows/x.yml }\n", "x.yml": `on: workflow_call\njobs:\n  x:\n${steps}` };
    const called = (path: string, sha = SHA) => ({ branches: { main: files }, run: { referenced_workflows: [{ path, sha, ref: "refs/heads/main" }] } });
    const same = await assert(called("acme/shop/.github/workflows/x.yml@refs/heads/main"), files);
    expect([same.verdict, assumption(same, "recorded-run")?.verified]).toEqual(["pass", true]);
    for (const other of [called("acme/shop/.github/workflows/gone.yml@refs/heads/main"), called("evil/flow/.github/workflows/x.yml@main"), called("acme/shop/.github/workflows/x.yml@refs/heads/main", "b".repeat(40))]) {
      await standin?.close();
      const report = await assert(other, files);
      expect([report.verdict, report.coverage.gaps.map(({ reason }) => reason)]).toEqual(["inconclusive", ["unverifiable"]]);
    }
  });

  it("refuses a token without a repository's name, and a name that leads nowhere", async () => {
    await expect(assert({}, undefined, { name: undefined })).rejects.toThrow(InputError);
    await standin?.close();
    await expect(assert({}, undefined, { "github-token": "env://NOWHERE" })).rejects.toThrow(InputError);
  });
});

describe("what GitHub refuses or fails to answer", () => {
  it.each<[string, () => GithubAnswer | Promise<never>, string]>([
    ["403", () => refuse(403), "GitHub answered 403"], ["404", () => refuse(404, "Not Found"), "GitHub answered 404"], ["500", () => refuse(500, "oh"), "GitHub answered 500"],
    ["silence", silence, "GitHub gave no usable answer"], ["another form", () => ({ status: 200, body: [] }), "form that is not known"],
  ])("stays unknown after %s, with the reason", async (name, fail, why) => {
    const routes = Object.fromEntries(Object.keys(answer({})).map((route) => [route, fail])) as Routes;
    standin = await startGithub(routes);
    const ask = toAsk(openGithub({ token, apiUrl: standin.apiUrl, warn: () => undefined, secondMs: 1, timeoutMs: name === "silence" ? 50 : 5000 }));
    const settings = await readSettings(ask, { owner: "acme", repo: "shop", environment: "prod" }, { askAdmin: ask, runId: 7 });
    const facts = [settings.subject, settings.run, ...(name === "another form" ? [] : [settings.protection, settings.names.environment, settings.names.outside])];
    for (const fact of facts) expect(fact).toMatchObject({ known: false, why: expect.stringContaining(why) });
    // The stand-in itself complains about answers in another form.
    if (name === "another form") await expect(standin.close()).rejects.toThrow();
    if (name === "another form") standin = undefined;
  });
});
