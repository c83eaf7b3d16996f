// GitHub's API in its bad moods: what is retried, what is given up, and that the token is in no message.
import { afterEach, describe, expect, it } from "vitest";
import { InputError } from "../../finding/index.ts";
import { sample } from "../../../test/github/description.ts";
import { refuse, silence, startGithub, toPage, type Routes, type Standin } from "../../../test/github/standin.ts";
import { GithubError, openGithub } from "./index.ts";

const ROUTE = "GET /repos/{owner}/{repo}/actions/runs/{run_id}/jobs";
const token = `ghs_${"1_".repeat(20)}x`;
const at = { owner: "o", repo: "r", run_id: 7 };
const jobs = (count: number) => Array.from({ length: count }, (_, index) => sample("job", { id: index + 1, name: `job ${index}` }));
const wrap = (page: readonly unknown[]) => ({ total_count: page.length, jobs: page });

let standin: Standin | undefined;
const warnings: string[] = [];
const open = async (routes: Routes, timeoutMs = 2000) => {
  standin = await startGithub(routes);
  return openGithub({ token, apiUrl: standin.apiUrl, warn: (line) => warnings.push(line), timeoutMs, secondMs: 1 });
};
afterEach(async () => {
  const started = standin;
  standin = undefined;
  expect(warnings.splice(0).join("\n")).not.toContain(token);
  await started?.close();
});

describe("openGithub", () => {
  it("reads every page of a list", async () => {
    const github = await open({ [ROUTE]: (request) => toPage(request, jobs(250), wrap) });
    const all = await github.paginate(ROUTE, { ...at, per_page: 100 });
    expect(all.map((job) => job.id)).toEqual(jobs(250).map((job) => job["id"]));
    expect(standin?.requests).toHaveLength(3);
    expect(standin?.requests[0]?.headers.authorization).toBe(`token ${token}`);
  });

  it.each([500, 502, 503])("asks again after a %i, and takes the answer that then comes", async (status) => {
    const github = await open({ [ROUTE]: (request) => (request.nth < 2 ? refuse(status, "oh") : toPage(request, jobs(1), wrap)) });
    expect((await github.request(ROUTE, at)).data.jobs).toHaveLength(1);
  });

  it.each([401, 403, 404, 422])("gives up at once after a %i, with the route and GitHub's words", async (status) => {
    const github = await open({ [ROUTE]: () => refuse(status, `not you, ${token}\n::error::x`) });
    const error = await github.request(ROUTE, at).catch((thrown: unknown) => thrown);
    expect(error).toBeInstanceOf(GithubError);
    expect(error).toMatchObject({ status, refused: status !== 422, message: `GitHub answered ${status} to GET /repos/{owner}/{repo}/actions/runs/{run_id}/jobs (not you, *** ::error::x)` });
    expect(JSON.stringify(error, Object.getOwnPropertyNames(error))).not.toContain(token);
    expect(standin?.requests).toHaveLength(1);
  });

  it("waits for a short rate limit, of either kind", async () => {
    const limits = [refuse(403, "You have exceeded a secondary rate limit", { "retry-after": "2" }), refuse(403, "API rate limit exceeded", { "x-ratelimit-remaining": "0", "x-ratelimit-reset": "1" })];
    const github = await open({ [ROUTE]: (request) => limits[request.nth] ?? toPage(request, jobs(1), wrap) });
    expect((await github.request(ROUTE, at)).data.jobs).toHaveLength(1);
    expect(warnings).toEqual([expect.stringContaining("waiting 2 s"), expect.stringContaining("waiting")]);
  });

  it("does not wait an hour", async () => {
    const github = await open({ [ROUTE]: () => refuse(403, "API rate limit exceeded", { "x-ratelimit-remaining": "0", "x-ratelimit-reset": "99999999999" }) });
    await expect(github.request(ROUTE, at)).rejects.toMatchObject({ status: 403 });
    expect(warnings.join()).toContain("not waited for");
  });

  it("ends when the server stays silent", async () => {
    const github = await open({ [ROUTE]: silence }, 20);
    await expect(github.request(ROUTE, at)).rejects.toMatchObject({ status: undefined, message: expect.stringContaining("no answer within 0.02 s") as string });
    expect(standin?.requests).toHaveLength(4);
  });

  it.each([
    ["breaks off", { status: 200, body: wrap(jobs(3)), breakOff: true }],
    ["is no JSON", { status: 200, headers: { "content-type": "application/json" }, body: "{" }],
  ])("takes no answer that %s for an empty one", async (_, answer) => {
    const github = await open({ [ROUTE]: () => answer });
    await expect(github.request(ROUTE, at)).rejects.toThrow(/no usable answer/);
  });

  it("sends the token to no other server", async () => {
    const elsewhere = await startGithub({ [ROUTE]: () => ({ status: 200, body: wrap([]) }) });
    const github = await open({ [ROUTE]: () => ({ status: 200, headers: { link: `<${elsewhere.apiUrl}/repos/o/r/actions/runs/7/jobs?page=2>; rel="next"` }, body: wrap(jobs(1)) }) });
    await expect(github.paginate(ROUTE, at)).rejects.toThrow(/another server/);
    expect(elsewhere.requests).toHaveLength(0);
    await elsewhere.close();
  });

  it("streams a log that lies elsewhere, without the token", async () => {
    const logs = "GET /repos/{owner}/{repo}/actions/jobs/{job_id}/logs" as const;
    const store = await startGithub({ [logs]: (request) => ({ status: 302, body: String(request.headers.authorization) }) });
    const github = await open({ [logs]: () => ({ status: 302, headers: { location: `${store.apiUrl}/repos/o/r/actions/jobs/9/logs` } }) });
    const { data } = await github.request(logs, { owner: "o", repo: "r", job_id: 9, request: { parseSuccessResponseBody: false } });
    expect(await new Response(data as unknown as ReadableStream).text()).toBe("undefined");
    await store.close();
  });
});

describe("access", () => {
  const openWith = (change: object) => () => openGithub({ token, apiUrl: "https://api.github.com", warn: () => undefined, ...change });
  it.each(["", "q z", "q\nz", "q\u00e9"])("refuses the token %j without showing it", (wrong) => {
    expect(openWith({ token: wrong })).toThrow(InputError);
    if (wrong !== "") expect(openWith({ token: wrong })).not.toThrow(wrong);
  });
  it.each(["", "github.com", "http://api.github.com", "ftp://x", "https://user@api.github.com"])("refuses the address %j", (apiUrl) => {
    expect(openWith({ apiUrl })).toThrow(/not an https URL/);
  });
  it("takes a server of one's own, and no token", () => expect(openWith({ token: undefined, apiUrl: "https://ghe.example/api/v3/" })).not.toThrow());
});
