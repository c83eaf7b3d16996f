// Feedback against GitHub's API as GitHub describes it, with the tokens and moods that it has: nothing crashes, nothing is written twice.
import { gunzipSync } from "node:zlib";
import { afterEach, describe, expect, it } from "vitest";
import { composeReport, InputError, Ledger, reportSchema, type Check, type FindingDraft, type Report } from "../../../finding/index.ts";
import { sample } from "../../../../test/github/description.ts";
import { refuse, startGithub, toPage, type Routes, type Standin } from "../../../../test/github/standin.ts";
import { openGithub, readPlace, deliverFeedback } from "../index.ts";

const COMMENTS = "GET /repos/{owner}/{repo}/issues/{issue_number}/comments";
const COMMENT = "POST /repos/{owner}/{repo}/issues/{issue_number}/comments";
const UPDATE = "PATCH /repos/{owner}/{repo}/issues/comments/{comment_id}";
const RUNS = "GET /repos/{owner}/{repo}/commits/{ref}/check-runs";
const RUN = "POST /repos/{owner}/{repo}/check-runs";
const RERUN = "PATCH /repos/{owner}/{repo}/check-runs/{check_run_id}";
const STATUS = "POST /repos/{owner}/{repo}/statuses/{sha}";
const SARIF = "POST /repos/{owner}/{repo}/code-scanning/sarifs";
const SARIF_STATE = "GET /repos/{owner}/{repo}/code-scanning/sarifs/{sarif_id}";

const head = "b".repeat(40);
const variables: Record<string, string> = {
  GITHUB_REPOSITORY: "acme/shop", GITHUB_SHA: "a".repeat(40), GITHUB_REF: "refs/pull/7/merge", GITHUB_RUN_ID: "99", GITHUB_WORKFLOW: "pull request: checks",
};
const place = readPlace((name) => variables[name], JSON.stringify({ pull_request: { number: 7, head: { sha: head } } }));

function makeReport(findings: number, check: Check = "isolation-assert"): Report {
  const ledger = new Ledger();
  ledger.examined("files", 3);
  const draft = (line: number): FindingDraft => ({
    ruleId: "environment-reached", title: "A job reaches the environment", severity: "critical", controls: ["6.5.3"], preview: "", decoded: [], remediation: "Remove the environment.",
    location: { kind: "workflow", file: ".github/workflows/ci.yml", line, column: 1, job: "build", path: ["ci.yml:build"] },
  }) as unknown as FindingDraft;
  const now = new Date("2026-11-22T00:00:00Z");
  return reportSchema.parse(composeReport({
    check, subject: { name: "acme/shop", digest: null, digestKind: null }, tool: { name: "pci-pipeline", version: "0.0.0", rules: { count: 1, sha256: "" } }, startedAt: now, ledger,
    findings: Array.from({ length: findings }, (_, at) => draft(at + 1)), gaps: [], selfTest: { planted: 1, detected: 1, missed: [] },
  }, { failOn: "medium", waivers: [], baseline: new Set(), now }));
}
const green = makeReport(0);
const red = makeReport(3);

let standin: Standin | undefined;
afterEach(async () => {
  const started = standin;
  standin = undefined;
  await started?.close();
});
async function deliver(routes: Routes, wishes: Partial<Parameters<typeof deliverFeedback>[2]["wishes"]>, reports: readonly Report[] = [red]) {
  standin = await startGithub(routes);
  const github = openGithub({ token: "t".repeat(40), apiUrl: standin.apiUrl, warn: () => undefined, secondMs: 1, timeoutMs: 2000 });
  return deliverFeedback(github, place, { reports, wishes: { comment: "never", status: "never", sarif: false, ...wishes }, pauseMs: 1 });
}
const asked = (route: string) => standin?.requests.filter((request) => request.route === route) ?? [];
const bodyOf = (route: string, nth = 0) => asked(route)[nth]?.body as Record<string, unknown>;

const marker = "<!-- pci-pipeline:pull-request-checks -->";
const user = (type: string) => sample("simple-user", { type });
const comment = (values: object) => sample("issue-comment", { author_association: "NONE", user: user("Bot"), ...values });
const created = () => ({ status: 201, body: comment({ id: 5 }) });

describe("comment", () => {
  it("is written once, with a fix for each finding", async () => {
    expect(await deliver({ [COMMENTS]: () => ({ status: 200, body: [] }), [COMMENT]: created }, { comment: "on-failure" })).toEqual({ done: ["comment written"], warnings: [] });
    expect(bodyOf(COMMENT)["body"]).toMatch(new RegExp(`^${marker}\n[\\s\\S]*Remove the environment\\.[\\s\\S]*/acme/shop/actions/runs/99`));
  });

  it("is updated in place, though it stands on a later page", async () => {
    const others = Array.from({ length: 150 }, (_, id) => comment({ id: id + 10, body: "lgtm" }));
    const { done } = await deliver({ [COMMENTS]: (request) => toPage(request, [...others, comment({ id: 7, body: `${marker}\nold` })]), [UPDATE]: () => ({ status: 200, body: comment({ id: 7 }) }) }, { comment: "always" });
    expect(done).toEqual(["comment updated"]);
    expect(asked(UPDATE)[0]?.path["comment_id"]).toBe("7");
  });

  it("turns green again under on-failure, and is not begun for a green run", async () => {
    const routes = (present: object[]): Routes => ({ [COMMENTS]: () => ({ status: 200, body: present }), [UPDATE]: () => ({ status: 200, body: comment({}) }) });
    expect((await deliver(routes([comment({ id: 7, body: `${marker}\nred` })]), { comment: "on-failure" }, [green])).done).toEqual(["comment updated"]);
    await standin?.close();
    expect((await deliver(routes([]), { comment: "on-failure" }, [green])).done).toEqual([]);
  });

  it("answers no outsider who wrote the marker first", async () => {
    const planted = comment({ id: 3, body: marker, user: user("User") });
    expect((await deliver({ [COMMENTS]: () => ({ status: 200, body: [planted] }), [COMMENT]: created }, { comment: "always" })).done).toEqual(["comment written"]);
  });

  it("is written anew where it went meanwhile", async () => {
    const present = [comment({ id: 7, body: marker })];
    expect((await deliver({ [COMMENTS]: () => ({ status: 200, body: present }), [UPDATE]: () => refuse(404, "Not Found"), [COMMENT]: created }, { comment: "always" })).done).toEqual(["comment written"]);
  });

  it("stays below GitHub's limit for any number of findings", async () => {
    await deliver({ [COMMENTS]: () => ({ status: 200, body: [] }), [COMMENT]: created }, { comment: "always" }, Array.from({ length: 300 }, () => makeReport(200)));
    expect(Buffer.byteLength(String(bodyOf(COMMENT)["body"]))).toBeLessThan(65_536);
  });
});

describe("check run", () => {
  const none = { status: 200, body: { total_count: 0, check_runs: [] } };
  const routes: Routes = { [RUNS]: () => none, [RUN]: () => ({ status: 201, body: sample("check-run", { id: 4 }) }), [RERUN]: () => ({ status: 200, body: sample("check-run", { id: 4 }) }) };

  it.each([[green, "success"], [red, "failure"]])("says what the verdict says, on the pull request's own head", async (report, conclusion) => {
    expect((await deliver(routes, { status: "check-run" }, [report])).done).toEqual(["check-run for isolation-assert"]);
    expect(bodyOf(RUN)).toMatchObject({ name: "pci-pipeline/isolation-assert", head_sha: head, status: "completed", conclusion });
  });

  it("is never neutral for what could not be examined", async () => {
    const nothing = { ...green, verdict: "inconclusive" as const };
    await deliver(routes, { status: "check-run" }, [nothing]);
    expect(bodyOf(RUN)["conclusion"]).toBe("failure");
  });

  it("brings more annotations than one request takes", async () => {
    await deliver(routes, { status: "check-run" }, [makeReport(70)]);
    const lists = [bodyOf(RUN), bodyOf(RERUN)].map((body) => (body["output"] as { annotations: { path: string; annotation_level: string }[] }).annotations);
    expect(lists.map((list) => list.length)).toEqual([50, 20]);
    expect(lists[0]?.[0]).toMatchObject({ path: ".github/workflows/ci.yml", annotation_level: "failure" });
  });

  it("of this run is updated, not doubled", async () => {
    const own = sample("check-run", { id: 8, external_id: `${place.runUrl}#pci-pipeline/isolation-assert` });
    await deliver({ ...routes, [RUNS]: () => ({ status: 200, body: { total_count: 1, check_runs: [own] } }) }, { status: "check-run" });
    expect(asked(RUN)).toEqual([]);
    expect(asked(RERUN)[0]?.path["check_run_id"]).toBe("8");
  });
});

describe("commit status", () => {
  it.each([[green, "success"], [red, "failure"], [{ ...green, verdict: "inconclusive" as const }, "error"]])("has a context for each check", async (report, state) => {
    await deliver({ [STATUS]: () => ({ status: 201, body: sample("status") }) }, { status: "commit-status" }, [report]);
    expect(bodyOf(STATUS)).toMatchObject({ state, context: "pci-pipeline/isolation-assert" });
  });
});

describe("code scanning", () => {
  const taken = () => ({ status: 202, body: { id: "47177e22" } });
  const state = (processing_status: string, errors: string[] | null = null) => ({ status: 200, body: { processing_status, ...(errors && { errors }) } });

  it("gets the findings under the merge commit, and is waited for", async () => {
    const { done } = await deliver({ [SARIF]: taken, [SARIF_STATE]: (request) => state(request.nth < 2 ? "pending" : "complete") }, { sarif: true });
    expect(done).toEqual(["code scanning upload"]);
    expect(bodyOf(SARIF)).toMatchObject({ commit_sha: "a".repeat(40), ref: "refs/pull/7/merge" });
    const log = JSON.parse(gunzipSync(Buffer.from(String(bodyOf(SARIF)["sarif"]), "base64")).toString("utf8")) as { runs: { results: unknown[] }[] };
    expect(log.runs[0]?.results).toHaveLength(3);
  });

  it.each([["could not take", () => state("failed", ["bad"])], ["has not read", () => state("pending")]])("says that GitHub %s it", async (words, answer) => {
    expect((await deliver({ [SARIF]: taken, [SARIF_STATE]: answer }, { sarif: true })).warnings).toEqual([expect.stringContaining(words)]);
  });
});

describe("a token that may only read", () => {
  const all = { comment: "always", status: "check-run", sarif: true } as const;
  it.each([403, 404, 422, 429, 500])("costs a warning each, never a crash, for %i", async (status) => {
    const no = () => refuse(status);
    const { done, warnings } = await deliver({ [COMMENTS]: no, [RUNS]: no, [SARIF]: no }, all, [green, makeReport(1, "log-leak-guard")]);
    expect(done).toEqual([]);
    expect(warnings).toHaveLength(4);
    if (status < 423) expect(warnings[0]).toContain("the job needs checks: write");
  });

  it("keeps nothing else from being done", async () => {
    const { done, warnings } = await deliver({ [COMMENTS]: () => ({ status: 200, body: [] }), [COMMENT]: created, [RUNS]: () => refuse(403), [SARIF]: () => refuse(403) }, all);
    expect([done, warnings.length]).toEqual([["comment written"], 2]);
  });
});

describe("place", () => {
  it("of a push is its commit, without a pull request", () => expect(readPlace((name) => variables[name], "{}")).toMatchObject({ sha: "a".repeat(40), pullRequest: undefined }));
  it.each(["", "[]", "null", '{"pull_request":{"number":"7"}}', '{"pull_request":{"number":7,"head":{"sha":"$(x)"}}}'])("takes the event %j for none", (event) => {
    expect(readPlace((name) => variables[name], event).pullRequest).toBeUndefined();
  });
  it("is not guessed off a runner", () => expect(() => readPlace(() => undefined, "{}")).toThrow(InputError));
});
