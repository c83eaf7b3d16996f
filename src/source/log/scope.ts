// Which of a run's jobs are read, which cannot be read yet, and which are left out on purpose.
import type { GapDraft } from "../../finding/index.ts";

export type RunJob = {
  readonly id: number;
  readonly name: string;
  /** "completed" once its log is final. */
  readonly status: string;
  readonly conclusion: string | undefined;
  /** Undefined where no runner ever took the job. */
  readonly runner: string | undefined;
  /** ISO 8601. */
  readonly createdAt: string | undefined;
  /** Page of the job. */
  readonly url: string | undefined;
  /** 1 for the first one. */
  readonly attempt: number;
  readonly steps: readonly RunStep[];
};

export type RunStep = { readonly number: number; readonly name: string; readonly startedAt: string | undefined; readonly skipped: boolean };

export type OutOfScope = { readonly name: string; readonly reason: string };

type Scope = {
  readonly read: readonly { readonly job: RunJob; readonly file: string }[];
  readonly gaps: readonly GapDraft[];
  readonly outOfScope: readonly OutOfScope[];
  /** Names that were asked for and no job has. */
  readonly unknown: readonly string[];
};

/** Sorts the jobs of all attempts of a run; those of earlier ones have the attempt in their name. Its own job and jobs that came into being after it are out of scope; others that still run are gaps. */
export function findScope(jobs: readonly RunJob[], { jobs: wanted, ownRunner }: { readonly jobs: readonly string[]; readonly ownRunner?: string | undefined }): Scope {
  const own = ownRunner === undefined ? undefined : jobs.find(({ runner, status }) => runner === ownRunner && status !== "completed");
  const isWanted = (job: RunJob) => wanted.length === 0 || wanted.some((name) => answersTo(job, name));
  const last = jobs.reduce((most, { attempt }) => Math.max(most, attempt), 1);
  const names = new Map<string, number>();
  const scope = { read: [] as { job: RunJob; file: string }[], gaps: [] as GapDraft[], outOfScope: [] as OutOfScope[] };
  for (const job of [...new Map(jobs.map((one) => [one.id, one])).values()].toSorted((a, b) => a.id - b.id)) {
    const name = job.attempt === last ? job.name : `${job.name} (attempt ${job.attempt})`;
    const count = (names.get(name) ?? 0) + 1;
    names.set(name, count);
    const file = count === 1 ? name : `${name}#${count}`;
    const reason = explainOut(job, own) ?? (isWanted(job) ? undefined : "not among the jobs that were asked for");
    if (reason !== undefined) scope.outOfScope.push({ name: file, reason });
    else if (job.status === "completed") scope.read.push({ job, file });
    else scope.gaps.push({ reason: "job-running", location: { kind: "log", job: job.name, file }, detail: `the job was ${job.status.replaceAll("_", " ")} when the run's jobs were listed; run the guard after it (needs), or on workflow_run` });
  }
  return { ...scope, unknown: wanted.filter((name) => !jobs.some((job) => answersTo(job, name))) };
}

function explainOut(job: RunJob, own: RunJob | undefined): string | undefined {
  if (job === own) return "the guard's own job, whose log is complete only after it";
  if (job.status === "completed" && job.conclusion === "skipped") return "was skipped and printed nothing";
  if (job.status === "completed" && job.runner === undefined && job.steps.length === 0 && job.conclusion === "cancelled") return "was cancelled before a runner took it";
  const isWaiting = job.status !== "completed" && job.status !== "in_progress";
  return isWaiting && own?.createdAt !== undefined && (job.createdAt ?? "") > own.createdAt ? "comes after the guard's own job; a guard on workflow_run reads it too" : undefined;
}

/** By id, by name, or by the name before what a matrix or a called workflow appends. */
function answersTo(job: RunJob, wanted: string): boolean {
  return job.name === wanted || String(job.id) === wanted || job.name.startsWith(`${wanted} (`) || job.name.startsWith(`${wanted} / `);
}
