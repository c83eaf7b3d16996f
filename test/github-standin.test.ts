// The stand-in for GitHub's API can fail: what GitHub does not describe is told, in calls and in answers.
import { describe, expect, it } from "vitest";
import { sample } from "./github/description.ts";
import { refuse, startGithub, type Routes } from "./github/standin.ts";

const COMMENT = "POST /repos/{owner}/{repo}/issues/{issue_number}/comments";
const JOBS = "GET /repos/{owner}/{repo}/actions/runs/{run_id}/jobs";
const routes: Routes = { [COMMENT]: () => ({ status: 201, body: sample("issue-comment") }), [JOBS]: () => ({ status: 200, body: { total_count: 1, jobs: [sample("job")] } }) };

async function complaintOf(ask: { method?: string; path: string; body?: object; agent?: string }, given: Routes = routes): Promise<string> {
  const github = await startGithub(given);
  await fetch(github.apiUrl + ask.path, { method: ask.method ?? "GET", headers: { "user-agent": ask.agent ?? "test" }, ...(ask.body && { body: JSON.stringify(ask.body) }) }).catch(() => undefined);
  return github.close().then(() => "", (error: unknown) => String(error));
}

describe("the stand-in", () => {
  it.each([
    ["a list", { path: "/repos/o/r/actions/runs/7/jobs?per_page=100&filter=latest" }],
    ["a list of a server of one's own", { path: "/api/v3/repos/o/r/actions/runs/7/jobs" }],
    ["a comment", { method: "POST", path: "/repos/o/r/issues/7/comments", body: { body: "x" } }],
  ])("accepts %s", async (_, ask) => expect(await complaintOf(ask)).toBe(""));

  it.each([
    ["a call that no route answers", { path: "/repos/o/r/nothing" }, "no route"],
    ["an unknown query parameter", { path: "/repos/o/r/actions/runs/7/jobs?page_size=3" }, "unknown query parameter page_size"],
    ["a value that is not documented", { path: "/repos/o/r/actions/runs/7/jobs?filter=newest" }, "filter is not one"],
    ["a path that is no number", { path: "/repos/o/r/actions/runs/seven/jobs" }, "run_id is not a number"],
    ["a missing body", { method: "POST", path: "/repos/o/r/issues/7/comments" }, "the body is missing"],
    ["a body of another shape", { method: "POST", path: "/repos/o/r/issues/7/comments", body: { text: "x" } }, "unknown body member text"],
  ])("tells %s", async (_, ask, complaint) => expect(await complaintOf(ask)).toContain(complaint));

  it.each([
    ["an answer of another shape", { status: 200, body: { total_count: "1", jobs: [] } }, "total_count must be integer"],
    ["a status that is not documented", { status: 418, body: {} }, "status 418 is not documented"],
    ["an error that GitHub would not write", { ...refuse(403), body: { message: 3 } }, "message must be string"],
  ])("tells %s", async (_, answer, complaint) => expect(await complaintOf({ path: "/repos/o/r/actions/runs/7/jobs" }, { [JOBS]: () => answer })).toContain(complaint));
});
