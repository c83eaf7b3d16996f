// A run as the guard's subject: what is read, what is named, and what is done after a find, in which order.
import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, afterEach, describe, expect, it } from "vitest";
import { runnerLog, runStep } from "../../test/fixtures/builders/log.ts";
import { startLogStore, type LogStore } from "../../test/fixtures/builders/log-store.ts";
import { sample } from "../../test/github/description.ts";
import { refuse, startGithub, type Routes, type Standin } from "../../test/github/standin.ts";
import { createSampler } from "../../src/detector/index.ts";
import { fingerprintValues, readKey } from "../../src/detector/known/index.ts";
import { InputError } from "../../src/finding/index.ts";
import { runCommand, type Inputs, type World } from "../../src/runtime/index.ts";
import { contract } from "./contract.ts";
import { main } from "./main.ts";

const folder = mkdtempSync(join(tmpdir(), "guard-run-"));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

const sampler = createSampler("guard-run");
const value = sampler.expand("{alnum:32}");
const token = `ghs_${"a1".repeat(20)}`;
const key = sampler.expand("{hex:64}");
writeFileSync(join(folder, "key"), key);
writeFileSync(join(folder, "known.json"), fingerprintValues(new Map([["DB_PASSWORD", value]]), { key: readKey(Buffer.from(key)), salt: Buffer.alloc(16, 1) }));

let standin: Standin;
let store: LogStore;
afterEach(async () => {
  await store.close();
  await standin.close();
});

const DELETE = "DELETE /repos/{owner}/{repo}/actions/runs/{run_id}/logs";
const DISABLE = "PUT /repos/{owner}/{repo}/actions/workflows/{workflow_id}/disable";

async function start(lines: readonly string[], routes: Routes = {}) {
  store = await startLogStore((_path, _nth, response) => response.end(runnerLog([...runStep("./deploy"), ...lines])));
  const job = sample("job", { id: 5, name: "deploy", status: "completed", conclusion: "success", runner_name: "r", html_url: "https://host.example/job/5", steps: [] });
  standin = await startGithub({
    "GET /repos/{owner}/{repo}/actions/runs/{run_id}/jobs": () => ({ status: 200, body: { total_count: 1, jobs: [job] } }),
    "GET /repos/{owner}/{repo}/actions/jobs/{job_id}/logs": () => ({ status: 302, headers: { location: `${store.url}/log` } }),
    ...routes,
  });
}

async function guard(more: Partial<Inputs<typeof contract>>, environment: Readonly<Record<string, string>> = {}) {
  const known: Readonly<Record<string, string>> = { GITHUB_API_URL: standin.apiUrl, READ_TOKEN: token, ...environment };
  async function* nothing(): AsyncGenerator<Uint8Array> {}
  const world: World = { cwd: folder, now: () => new Date("2026-01-02T00:00:00Z"), progress: () => undefined, signal: new AbortController().signal, stdin: nothing(), environment: (name) => known[name] };
  const inputs = { run: "7", jobs: [], name: "o/r", "github-token": "env://READ_TOKEN", known: "known.json", "key-file": "key", "on-leak": "report", "fail-on": "medium", ...more };
  return main(inputs as unknown as Inputs<typeof contract>, world);
}

describe("a run", () => {
  it("is read job by job; what leaked is named, and linked", async () => {
    await start([Buffer.from(`u:${value}`).toString("base64")]);
    const { report, outputs, afterSaving } = await guard({});
    expect(report).toMatchObject({ verdict: "fail", subject: { name: "o/r run 7" }, findings: [{ ruleId: "known-value", decoded: ["base64"], location: { job: "deploy", file: "deploy", step: "./deploy", url: "https://host.example/job/5" } }] });
    expect(outputs["leaked-names"]).toBe('["DB_PASSWORD"]');
    expect(JSON.stringify([report, outputs])).not.toContain(value.slice(0, 8));
    expect(afterSaving).toBeUndefined();
  });

  it("without a leak is left as it is, whatever was asked for", async () => {
    await start(["fine", "mysql --password *** < x"]);
    expect((await guard({ "on-leak": "delete-logs", "fail-on": "medium" })).afterSaving).toBeUndefined();
  });

  it("loses its logs after a find, and its workflow is disabled in quarantine", async () => {
    await start([value], {
      [DELETE]: () => ({ status: 204 }), [DISABLE]: () => ({ status: 204 }),
      "GET /repos/{owner}/{repo}/actions/runs/{run_id}": () => ({ status: 200, body: sample("workflow-run", { id: 7, workflow_id: 9 }) }),
    });
    const { afterSaving } = await guard({ "on-leak": "quarantine" });
    expect(standin.requests.map(({ route }) => route)).not.toContain(DELETE);
    expect(await afterSaving?.()).toBe("the run's logs were deleted; its workflow is disabled until somebody enables it");
    expect(standin.requests.find(({ route }) => route === DISABLE)?.path).toMatchObject({ workflow_id: "9" });
  });

  it("says what could not be done", async () => {
    await start([value], { [DELETE]: () => refuse(403) });
    expect(await (await guard({ "on-leak": "delete-logs" })).afterSaving?.()).toMatch(/could not be deleted \(GitHub answered 403.*actions: write/);
  });

  it.each([
    [{ log: "x" }, "only one can be read"], [{ run: undefined }, "log: is required"], [{ run: "abc" }, "run: is not the ID"], [{ name: "o" }, "name: is needed"],
    [{ "github-token": undefined }, "github-token: is needed"], [{ "github-token": "env://NOT_SET" }, "github-token: is needed"], [{ run: undefined, log: "x", "on-leak": "delete-logs" }, "only has a meaning with run"],
    [{ "key-file": undefined }, "belong together"], [{ known: "key" }, "no file of fingerprints"], [{ jobs: ["deplyo"] }, "no job named deplyo"],
  ])("is refused with %j", async (more, message) => {
    await start([]);
    const failure = await guard(more as object).catch((error: unknown) => error);
    expect(failure).toBeInstanceOf(InputError);
    expect((failure as Error).message).toContain(message);
  });
});

describe("what is done after a find", () => {
  const outcome = async (afterSaving: () => Promise<string>) => {
    await start([value]);
    const done = await guard({});
    return async () => ({ ...done, afterSaving });
  };
  const write = process.stderr.write.bind(process.stderr);
  const quietly = async (run: () => Promise<number>) => {
    process.stderr.write = () => true;
    try {
      return await run();
    } finally {
      process.stderr.write = write;
    }
  };
  const args = (output: string) => ["--run", "7", "--output", output, "--format", "json"];

  it("is done when the redacted report is on disk, and not before", async () => {
    const output = join(folder, "report.json");
    const seen: unknown[] = [];
    const made = await outcome(async () => { seen.push(JSON.parse(readFileSync(output, "utf8"))); return "done"; });
    expect(await quietly(() => runCommand(contract, made, args(output)))).toBe(1);
    expect(seen).toMatchObject([{ verdict: "fail", findings: [{ ruleId: "known-value" }] }]);
  });

  it("is not done where the report cannot be written", async () => {
    const output = join(folder, "key", "report.json");
    let done = false;
    const made = await outcome(async () => { done = true; return "done"; });
    expect(await quietly(() => runCommand(contract, made, args(output)))).toBe(3);
    expect([done, existsSync(output)]).toEqual([false, false]);
  });
});
