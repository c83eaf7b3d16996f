// A run's jobs and their logs through GitHub's REST API, and what may be done about them after a find.
import { setTimeout as sleep } from "node:timers/promises";
import type { Github, GithubAccess } from "./client.ts";
import { GithubError } from "./github-error.ts";
import { fetchWithin } from "../network/patience.ts";

type Run = { readonly owner: string; readonly repo: string; readonly runId: number };
type Options = { readonly secondMs?: GithubAccess["secondMs"]; readonly timeoutMs?: GithubAccess["timeoutMs"] };
type Unavailable = { readonly kind: "unavailable"; readonly refused: boolean; readonly detail: string };

const SILENCE_MS = 30_000;
/** Tries of the store that a log rests in; its answers 5xx are its own and pass. */
const STORE_TRIES = 3;

/** The port of src/source's openRunLogs, and the removal of what was found. `github` was opened with the same token for all. */
export function openRun(github: Github, run: Run, options: Options = {}) {
  const { owner, repo, runId: run_id } = run;
  const secondMs = options.secondMs ?? 1000;
  const wait = async (seconds: number): Promise<void> => { await sleep(seconds * secondMs); };
  const fetchLog = fetchWithin(options.timeoutMs ?? SILENCE_MS);
  return {
    wait,
    listJobs: () => answer(async () => {
      const jobs = await github.paginate("GET /repos/{owner}/{repo}/actions/runs/{run_id}/jobs", { owner, repo, run_id, filter: "all", per_page: 100 });
      return { kind: "jobs" as const, jobs: jobs.map(toJob) };
    }),
    openLog: async (jobId: number) => {
      const found = await answer(() => askForLog(github, { owner, repo, jobId }), true);
      if (found.kind !== "address") return found;
      for (let tries = 1; ; tries++) {
        const log = await readStore(fetchLog, found.url);
        if (log.kind !== "unavailable" || log.refused || tries === STORE_TRIES) return log;
        await wait(tries);
      }
    },
    /** Of all jobs of the run. Throws GithubError. */
    deleteLogs: async (): Promise<void> => {
      await github.request("DELETE /repos/{owner}/{repo}/actions/runs/{run_id}/logs", { owner, repo, run_id });
    },
    /** So that the workflow leaks no more until somebody has looked. Throws GithubError. */
    disableWorkflow: async (): Promise<void> => {
      const { data } = await github.request("GET /repos/{owner}/{repo}/actions/runs/{run_id}", { owner, repo, run_id });
      await github.request("PUT /repos/{owner}/{repo}/actions/workflows/{workflow_id}/disable", { owner, repo, workflow_id: data.workflow_id });
    },
  };
}

type Listed = {
  id: number | bigint; name: string; status: string; conclusion: string | null; runner_name?: string | null; created_at?: string; html_url: string | null; run_attempt?: number | bigint;
  steps?: { number: number | bigint; name: string; started_at?: string | null; conclusion: string | null }[];
};

function toJob(job: Listed) {
  return {
    id: Number(job.id), name: job.name, status: job.status, conclusion: job.conclusion ?? undefined,
    // A job that no runner took has id 0 and an empty name.
    runner: job.runner_name || undefined, createdAt: job.created_at, url: job.html_url ?? undefined, attempt: Number(job.run_attempt ?? 1),
    steps: (job.steps ?? []).map(({ number, name, started_at, conclusion }) => ({ number: Number(number), name, startedAt: started_at ?? undefined, skipped: conclusion === "skipped" })),
  };
}

type Content = { readonly kind: "log"; readonly content: AsyncIterable<Uint8Array> };

/** 302 with an address that is good for a minute and needs no token; some servers answer with the log itself. */
async function askForLog(github: Github, { owner, repo, jobId }: { owner: string; repo: string; jobId: number }): Promise<{ readonly kind: "address"; readonly url: string } | Content | Unavailable> {
  const response = await github.request("GET /repos/{owner}/{repo}/actions/jobs/{job_id}/logs", {
    owner, repo, job_id: jobId, request: { redirect: "manual", parseSuccessResponseBody: false },
  }) as unknown as { status: number; headers: { location?: string }; data: ReadableStream<Uint8Array> | null };
  const { location } = response.headers;
  if (response.status >= 300) {
    await response.data?.cancel();
    if (location !== undefined && isSafe(location)) return { kind: "address", url: location };
    return { kind: "unavailable", refused: true, detail: "GitHub named no usable address for the log" };
  }
  return { kind: "log", content: toChunks(response.data) };
}

/** No header of ours goes there, above all no token: the address itself is the permission. */
async function readStore(fetchLog: typeof fetch, url: string): Promise<Content | { readonly kind: "absent" } | Unavailable> {
  try {
    const response = await fetchLog(url, { redirect: "error" });
    if (response.ok) return { kind: "log", content: toChunks(response.body) };
    await response.body?.cancel();
    if (response.status === 404) return { kind: "absent" };
    return { kind: "unavailable", refused: response.status < 500 && response.status !== 429, detail: `the log's store answered ${response.status}` };
  } catch {
    return { kind: "unavailable", refused: false, detail: "the log's store gave no answer" };
  }
}

async function* toChunks(body: ReadableStream<Uint8Array> | null): AsyncGenerator<Uint8Array> {
  if (body) yield* body as unknown as AsyncIterable<Uint8Array>;
}

function isSafe(address: string): boolean {
  const url = URL.canParse(address) ? new URL(address) : undefined;
  return url?.protocol === "https:" || (url?.protocol === "http:" && /^(?:localhost|127\.\d+\.\d+\.\d+|\[::1\])$/.test(url.hostname));
}

/** A log that is not there (yet) is told apart from everything else that fails. */
async function answer<T>(ask: () => Promise<T>, mayBeAbsent: true): Promise<T | { readonly kind: "absent" } | Unavailable>;
async function answer<T>(ask: () => Promise<T>): Promise<T | Unavailable>;
async function answer<T>(ask: () => Promise<T>, mayBeAbsent = false): Promise<T | { readonly kind: "absent" } | Unavailable> {
  try {
    return await ask();
  } catch (error) {
    if (!(error instanceof GithubError)) throw error;
    if (mayBeAbsent && error.status === 404) return { kind: "absent" };
    // Used-up limits are refusals to GitHub, too, but pass.
    return { kind: "unavailable", refused: error.refused && !/rate limit/i.test(error.message), detail: error.message };
  }
}
