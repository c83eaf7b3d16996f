// The door as its callers see it: verdicts, bad input, and no value in anything that leaves.
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { afterAll, describe, expect, it } from "vitest";
import { createSampler } from "../../src/detector/index.ts";
import { InputError, type Report } from "../../src/finding/index.ts";
import type { Inputs, World } from "../../src/runtime/index.ts";
import type { contract } from "./contract.ts";
import { main } from "./main.ts";

const folder = mkdtempSync(join(tmpdir(), "isolation-"));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

const steps = "    runs-on: ubuntu-24.04\n    steps: [{ run: make }]\n";
const deploy = `on: push\npermissions: {}\njobs:\n  deploy:\n    environment: prod\n${steps}`;
const build = (line: string) => `on: push\npermissions: {}\njobs:\n  build:\n    ${line}\n${steps}`;
const call = "on: push\npermissions: {}\njobs:\n  build: { uses: acme/flow/.github/workflows/x.yml@v1 }\n";

function write(name: string, files: Readonly<Record<string, string>>): string {
  for (const [path, text] of Object.entries({ "": "", ...files })) {
    mkdirSync(dirname(join(folder, name, path || "x")), { recursive: true });
    if (path) writeFileSync(join(folder, name, path), text);
  }
  return name;
}

async function assert(repo: string, more: Partial<Inputs<typeof contract>> = {}): Promise<{ report: Report; progress: string[] }> {
  const progress: string[] = [];
  const world = { cwd: folder, now: () => new Date("2026-01-02T00:00:00Z"), progress: (line: string) => progress.push(line), signal: new AbortController().signal, environment: () => undefined } as unknown as World;
  const inputs = {
    repo, environment: "prod", "allow-job": ["deploy.yml:deploy"], repository: [], trust: [], witness: [], name: undefined, "fail-on": "medium", waivers: undefined, baseline: undefined,
    format: "text", output: undefined, "report-dir": undefined, ...more,
  } as Inputs<typeof contract>;
  const { report, verdict } = await main(inputs, world);
  expect(report?.verdict).toBe(verdict);
  return { report: report as Report, progress };
}

describe("isolation-assert", () => {
  it("passes where only the allowed job enters, and says what that leans on", async () => {
    const { report } = await assert(write("clean", { ".github/workflows/deploy.yml": deploy, ".github/workflows/ci.yml": build("environment: dev") }), { name: "acme/shop" });
    expect(report.verdict).toBe("pass");
    expect(report.subject).toMatchObject({ name: "acme/shop", digest: { sha256: expect.stringMatching(/^[0-9a-f]{64}$/) }, digestKind: "content" });
    expect(report.coverage.examined).toMatchObject({ workflows: 2, jobs: 2 });
    expect(report.selfTest.detected).toBe(report.selfTest.planted);
    expect(report.assumptions.length).toBeGreaterThan(2);
    expect(report.assumptions.every((assumption) => !assumption.verified)).toBe(true);
    expect(report.outOfScope.map(({ name }) => name)).toEqual([".github/workflows/deploy.yml:deploy"]);
  });

  it("fails with file, line, column, job and chain", async () => {
    const { report } = await assert(write("reached", { ".github/workflows/deploy.yml": deploy, ".github/workflows/ci.yml": build("environment: prod") }));
    expect(report.verdict).toBe("fail");
    expect(report.findings[0]).toMatchObject({ ruleId: "environment-reached", severity: "critical", location: { file: ".github/workflows/ci.yml", line: 5, column: 18, job: "build", path: [".github/workflows/ci.yml:build"] } });
    expect(report.facts["graph"]).toMatchObject({ nodes: expect.arrayContaining([expect.objectContaining({ id: ".github/workflows/ci.yml:build", state: "reached" })]) });
  });

  it("is inconclusive where another repository is not at hand, and reads it where it is", async () => {
    const repo = write("calls", { ".github/workflows/deploy.yml": deploy, ".github/workflows/ci.yml": call });
    expect((await assert(repo)).report.verdict).toBe("inconclusive");
    const flow = write("flow", { ".github/workflows/x.yml": `on: workflow_call\njobs:\n  x:\n${steps}` });
    expect((await assert(repo, { repository: [`acme/flow@v1=${flow}`] })).report.verdict).toBe("pass");
  });

  it("judges identities by trust policies", async () => {
    const repo = write("identity", { ".github/workflows/deploy.yml": deploy, ".github/workflows/ci.yml": build("permissions: { id-token: write }") });
    writeFileSync(join(folder, "role.json"), JSON.stringify({ user_claim: "sub", bound_claims: { environment: "prod" } }));
    expect((await assert(repo)).report.verdict).toBe("inconclusive");
    expect((await assert(repo, { trust: ["role.json"] })).report.verdict).toBe("pass");
  });

  it("says that nothing was examined", async () => {
    const { report } = await assert(write("empty", {}), { "allow-job": [] });
    expect(report.verdict).toBe("inconclusive");
    expect(report.coverage.gaps.map((gap) => gap.reason)).toEqual(["nothing-examined"]);
    expect(report.subject.digest).toBeNull();
  });

  it("takes a gap for what it is where the allowed job's file can't be read", async () => {
    expect((await assert(write("broken", { ".github/workflows/deploy.yml": "on: [", ".github/workflows/ci.yml": build("environment: dev") }))).report.verdict).toBe("inconclusive");
  });

  it.each([
    ["no such folder", { repo: "nowhere" }], ["a job that isn't there", { "allow-job": ["deploy.yml:deply"] }], ["a repository without path", { repository: ["acme/flow@v1"] }],
    ["no such trust policy", { trust: ["nowhere.json"] }], ["a trust policy of another kind", { trust: ["clean/.github/workflows/ci.yml"] }],
  ])("refuses %s", async (_, more) => await expect(assert("clean", more)).rejects.toThrow(InputError));

  it("offers the nearest job", async () => await expect(assert("clean", { "allow-job": [".github/workflows/deploy.yml:deply"] })).rejects.toThrow("did you mean .github/workflows/deploy.yml:deploy?"));

  it("lets no credential out, whatever name it takes", async () => {
    const key = `sk_live_${createSampler("isolation").expand("{alnum:24}")}`;
    const files = {
      ".github/workflows/deploy.yml": deploy,
      [`.github/workflows/${key}.yml`]: `on: push\njobs:\n  ${key}:\n    environment: \${{ vars.${key} }}\n    env: { A: "\${{ secrets.${key} }}", B: "\${{ toJSON(secrets) }}" }\n${steps}`,
      ".github/workflows/bad.yml": `on: ${key}\n${key}: [${key}\n`,
    };
    const { report, progress } = await assert(write("leaky", files), { name: key });
    expect(report.verdict).toBe("fail");
    expect(JSON.stringify([report, progress]).toLowerCase()).not.toContain(key.toLowerCase());
  });
});
