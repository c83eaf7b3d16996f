// What GitHub itself resolved for a run: its workflow file and every workflow that it calls (REST docs: "Get a workflow run").
import * as z from "zod";
import type { Ask } from "../../../source/index.ts";
import { known, read, type Known } from "./known.ts";
import type { Place } from "./settings.ts";

export type RecordedRun = {
  /** Of the workflow file, inside the repository. */
  readonly path: string;
  readonly sha: string;
  readonly called: readonly { readonly repository: string; readonly path: string; readonly ref: string; readonly sha: string }[];
};

const runSchema = z.looseObject({
  path: z.string(), head_sha: z.string(),
  referenced_workflows: z.array(z.looseObject({ path: z.string(), sha: z.string(), ref: z.string().nullish() })).nullish(),
});

export async function readRecordedRun(ask: Ask, { owner, repo }: Place, runId: number): Promise<Known<RecordedRun>> {
  const run = read(await ask("GET /repos/{owner}/{repo}/actions/runs/{run_id}", { owner, repo, run_id: runId }), runSchema);
  if (!run.known) return run;
  return known({ path: stripRef(run.value.path), sha: run.value.head_sha, called: (run.value.referenced_workflows ?? []).map((called) => toCalled(called)) });
}

function toCalled({ path, sha }: { path: string; sha: string }) {
  const [, repository = "", inside = "", ref = ""] = /^([^/]+\/[^/]+)\/([^@]+)(?:@(.*))?$/.exec(path) ?? [];
  return { repository: repository.toLowerCase(), path: inside, ref, sha };
}

function stripRef(path: string): string {
  return path.includes("@") ? path.slice(0, path.indexOf("@")) : path;
}
