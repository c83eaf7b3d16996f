// A run's logs through GitHub's API in all its moods, and through the store that it sends callers to.
import { afterEach, describe, expect, it } from "vitest";
import { readAll } from "../../../test/fixtures/builders/log-folder.ts";
import { jobSetUp, runnerLog, runStep } from "../../../test/fixtures/builders/log.ts";
import { startLogStore, type LogStore } from "../../../test/fixtures/builders/log-store.ts";
import { sample } from "../../../test/github/description.ts";
import { refuse, startGithub, toPage, type GithubAnswer, type Routes, type Standin } from "../../../test/github/standin.ts";
import { InputError } from "../../finding/index.ts";
import { openRunLogs } from "../../source/index.ts";
import { openGithub, openRun } from "./index.ts";

const LIST = "GET /repos/{owner}/{repo}/actions/runs/{run_id}/jobs";
const LOG = "GET /repos/{owner}/{repo}/actions/jobs/{job_id}/logs";
const token = `ghs_${"1_".repeat(20)}x`;

let standin: Standin;
let store: LogStore;
afterEach(async () => {
  await store.close();
  await standin.close();
});

type Asked = Partial<Parameters<typeof openRunLogs>[0]>;
const job = (id: number, more: object = {}) => sample("job", {
  id, name: `job ${id}`, status: "completed", conclusion: "success", runner_name: `runner ${id}`, html_url: `https://host.example/job/${id}`, created_at: "2026-01-01T00:00:00Z", steps: [], ...more,
});
const toLog: (request: { path: Readonly<Record<string, string>> }) => GithubAnswer = ({ path }) => ({ status: 302, headers: { location: `${store.url}/${path["job_id"]}?signature=x` } });

async function open(jobs: readonly object[], { asked = {}, routes = {}, apiIsStore = false, serve }: { asked?: Asked; routes?: Routes; apiIsStore?: boolean; serve?: Parameters<typeof startLogStore>[0] } = {}) {
  store = await startLogStore(serve ?? ((path, _nth, response) => response.end(`text of ${path}\n`)));
  standin = await startGithub({ [LIST]: (request) => toPage(request, jobs, (page) => ({ total_count: jobs.length, jobs: page })), [LOG]: toLog, ...routes });
  const github = openGithub({ token, apiUrl: apiIsStore ? store.url : standin.apiUrl, warn: () => undefined, timeoutMs: 500, secondMs: 1 });
  return openRunLogs({ name: "o/r run 7", jobs: [], ...asked }, openRun(github, { owner: "o", repo: "r", runId: 7 }, { secondMs: 1, timeoutMs: 500 }));
}

const reasons = (read: { gaps: { reason: string }[] }[]) => read.flatMap(({ gaps }) => gaps.map(({ reason }) => reason));

describe("openRun", () => {
  it("reads every finished job of every page, and the store never sees the token", async () => {
    const source = await open(Array.from({ length: 101 }, (_, index) => job(index + 1)));
    expect(source.logs).toHaveLength(101);
    const [read] = await readAll({ ...source, logs: source.logs.slice(100) });
    expect(read).toMatchObject({ place: { kind: "log", job: "job 101", file: "job 101" }, text: "text of /101?signature=x\n", gaps: [] });
    expect(standin.requests.filter(({ route }) => route === LIST)).toHaveLength(2);
    expect(JSON.stringify(store.asked)).not.toMatch(/authorization|ghs_/i);
  });

  it("reads earlier attempts too, under names that say so", async () => {
    const source = await open([job(1, { name: "build", run_attempt: 1 }), job(2, { name: "deploy", run_attempt: 1, conclusion: "skipped" }), job(3, { name: "build", run_attempt: 2 }), job(4, { name: "deploy", run_attempt: 2 })], { asked: { jobs: ["build"] } });
    expect(source.logs.map(({ place }) => place.file)).toEqual(["build (attempt 1)", "build"]);
    expect(source.outOfScope.map(({ name }) => name)).toEqual(["deploy (attempt 1)", "deploy"]);
    expect(standin.requests[0]?.query.get("filter")).toBe("all");
  });

  it("waits for a log that is not there yet, at GitHub or in the store, and tells one that never comes", async () => {
    const source = await open([job(1), job(2), job(3)], {
      routes: { [LOG]: (request) => (request.path["job_id"] === "1" && standin.requests.filter(({ path }) => path["job_id"] === "1").length < 3 ? refuse(404, "Not Found") : request.path["job_id"] === "3" ? refuse(404, "Not Found") : toLog(request)) },
      serve: (path, nth, response) => (path.startsWith("/2") && nth < 2 ? response.writeHead(404).end("<Error><Code>BlobNotFound</Code></Error>") : response.end("late\n")),
    });
    const read = await readAll(source);
    expect(read.map(({ text }) => text)).toEqual(["late\n", "late\n", ""]);
    expect(read[2]?.gaps).toMatchObject([{ reason: "log-unavailable", detail: expect.stringContaining("60 seconds") }]);
  });

  it.each([[403, "403"], [429, "429"], [500, "500"], [503, "503"]])("makes a %i on a log a gap", async (status, said) => {
    const read = await readAll(await open([job(1), job(2)], { routes: { [LOG]: (request) => (request.path["job_id"] === "1" ? refuse(status, "no") : toLog(request)) } }));
    expect(read[0]).toMatchObject({ text: "", gaps: [{ reason: "log-unavailable", detail: expect.stringContaining(said) }] });
    expect(read[1]).toMatchObject({ gaps: [] });
  });

  it("makes a log that has expired a gap; GitHub's description forgets the 410", async () => {
    const read = await readAll(await open([job(1)], { apiIsStore: true, serve: (path, _nth, response) => (
      path.endsWith("/logs") ? response.writeHead(410).end() : response.writeHead(200, { "content-type": "application/json" }).end(JSON.stringify({ total_count: 1, jobs: [job(1)] }))) }));
    expect(read[0]).toMatchObject({ gaps: [{ reason: "log-unavailable", detail: expect.stringContaining("410") }] });
  });

  it.each([403, 410, 500, 503])("makes a %i of the store a gap, after a few tries where it may pass", async (status) => {
    const read = await readAll(await open([job(1)], { serve: (_path, _nth, response) => response.writeHead(status).end("no") }));
    expect(reasons(read)).toEqual(["log-unavailable"]);
    expect(store.asked).toHaveLength(status < 500 ? 1 : 3);
  });

  it("makes silence, a broken body, an error page and an empty log of a job with steps gaps", async () => {
    const step = { name: "x", number: 1, status: "completed", conclusion: "success", started_at: "2026-01-01T00:00:00Z" };
    const source = await open([job(1), job(2), job(3), job(4, { steps: [step] })], {
      serve: (path, _nth, response) => {
        if (path.startsWith("/2")) response.writeHead(200, { "content-length": 100 }).write("half", () => response.destroy());
        else if (path.startsWith("/3")) response.end("<!DOCTYPE html><title>Sign in</title>");
        else if (path.startsWith("/4")) response.end();
      },
    });
    expect(reasons(await readAll(source))).toHaveLength(4);
  });

  it("refuses addresses that are no https, and follows no redirect of the store's", async () => {
    const evil = await open([job(1)], { routes: { [LOG]: () => ({ status: 302, headers: { location: "http://store.example/log" } }) } });
    expect(reasons(await readAll(evil))).toEqual(["log-unavailable"]);
    await store.close();
    await standin.close();
    const further = await open([job(1)], { serve: (_path, _nth, response) => response.writeHead(302, { location: "https://other.example" }).end() });
    expect(reasons(await readAll(further))).toEqual(["log-unavailable"]);
  });

  it("tells running siblings from its own job, later ones, skipped ones and those that were not asked for", async () => {
    const jobs = [
      job(1), job(2, { status: "in_progress", conclusion: null }), job(3, { conclusion: "skipped" }), job(4, { status: "in_progress", conclusion: null, runner_name: "me", created_at: "2026-01-01T01:00:00Z" }),
      job(5, { status: "queued", conclusion: null, runner_name: "", created_at: "2026-01-01T02:00:00Z" }), job(6, { status: "queued", conclusion: null, runner_name: "" }),
      job(7, { conclusion: "cancelled", runner_name: "" }),
    ];
    const { logs, gaps, outOfScope } = await open(jobs, { asked: { ownRunner: "me" } });
    expect(logs.map(({ place }) => place.job)).toEqual(["job 1"]);
    expect(gaps.map(({ reason, location }) => [reason, location.kind === "log" && location.job])).toEqual([["job-running", "job 2"], ["job-running", "job 6"]]);
    expect(outOfScope.map(({ name }) => name)).toEqual(["job 3", "job 4", "job 5", "job 7"]);
  });

  it("reads the jobs that were asked for, by name, by what a matrix makes of it, and by id", async () => {
    const jobs = [job(1, { name: "build (18, x)" }), job(2, { name: "call / deep" }), job(3, { name: "other", status: "in_progress", conclusion: null }), job(4, { name: "same" }), job(5, { name: "same" })];
    const source = await open(jobs, { asked: { jobs: ["build", "call", "same"] } });
    expect(source.logs.map(({ place }) => place.file)).toEqual(["build (18, x)", "call / deep", "same", "same#2"]);
    expect(source.gaps).toEqual([]);
    expect(source.outOfScope).toMatchObject([{ name: "other", reason: "not among the jobs that were asked for" }]);
    await store.close();
    await standin.close();
    await expect(open(jobs, { asked: { jobs: ["biuld"] } })).rejects.toThrow(InputError);
  });

  it.each([401, 403, 404])("refuses a run that answers %i as bad input", async (status) => {
    await expect(open([], { routes: { [LIST]: () => refuse(status) } })).rejects.toThrow(/run: GitHub answered \d+.*actions: read/);
  });

  it.each([
    ["an outage", () => refuse(502, "oh")],
    ["a limit", () => refuse(403, "API rate limit exceeded", { "x-ratelimit-remaining": "0", "x-ratelimit-reset": "99999999999" })],
  ])("makes %s a gap", async (_name, answer) => {
    const { logs, gaps } = await open([], { routes: { [LIST]: answer } });
    expect(logs).toEqual([]);
    expect(gaps).toMatchObject([{ reason: "log-unavailable" }]);
  });

  it("links lines to the step that printed them", async () => {
    const at = (seconds: number) => `2026-01-01T00:00:${String(seconds).padStart(2, "0")}Z`;
    const steps = [[1, "Set up job", 0], [2, "Run a", 0], [3, "Run b", 1], [4, "Run c", 1], [5, "Complete job", 2]].map(([number, name, second]) => ({
      number, name, status: "completed", conclusion: number === 3 ? "skipped" : "success", started_at: at(Number(second)),
    }));
    const lines = [...jobSetUp, ...runStep("a"), ...Array.from({ length: 30 }, (_, index) => `line ${index}`), ...runStep("c"), "secret", "Cleaning up orphan processes"];
    const source = await open([job(1, { steps })], { serve: (_path, _nth, response) => response.end(runnerLog(lines, { bom: true })) });
    await readAll(source);
    const link = (text: string) => source.link({ kind: "log", job: "job 1", file: "job 1" }, lines.indexOf(text) + 1);
    expect(link("Ubuntu")).toBe(`https://host.example/job/1#step:1:${lines.indexOf("Ubuntu") + 1}`);
    expect(link("line 3")).toBe(`https://host.example/job/1#step:2:${runStep("a").length + 4}`);
    expect(link("secret")).toBe(`https://host.example/job/1#step:4:${runStep("c").length + 1}`);
    expect(source.link({ kind: "log", file: "unknown" }, 1)).toBeUndefined();
  });
});
