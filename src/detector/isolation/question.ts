// What is asked: which environment, which jobs may enter it, and what production trusts.
import type { Job, Settings, TrustRule, Workflow, WorkflowGraph } from "../../reader/workflow/index.ts";
import { fold } from "./evaluate/convert.ts";
import type { Witness } from "./witness/record.ts";

export type Question = {
  readonly environment: string;
  /** Each as FILE:JOB, where FILE lies in the workflow folder or is written as in `uses:`. */
  readonly allowedJobs: readonly string[];
  /** owner/name of the audited repository, where it is known. */
  readonly repository: string | undefined;
  /** Undefined where no trust policy was given. */
  readonly trust: readonly TrustRule[] | undefined;
  /** What GitHub keeps about the repository; undefined where nobody asked it. */
  readonly settings?: Settings | undefined;
  /** The other branches that the environment admits, as far as they were looked at. */
  readonly branches?: readonly BranchState[] | undefined;
  /** What jobs saw at run time, and the run, as id/attempt, that it must be of. */
  readonly witnesses?: readonly Witness[] | undefined;
  readonly run?: string | undefined;
  /** Commits at which other repositories were fetched, by owner/name@ref. */
  readonly commits?: ReadonlyMap<string, string> | undefined;
};

/** Whether the workflows of another branch keep out of the environment, too. */
export type BranchState = { readonly name: string; readonly outcome: "same" | "apart" | "reached" | "open"; readonly why: string };

/** How reports name a job: its file and its id. */
export function jobName(workflow: Workflow, job: Job): string {
  return `${workflow.id}:${job.id}`;
}

/** Names of the jobs that the question allows, as reports write them; `unknown` are those that the graph doesn't have. */
export function findAllowedJobs(graph: WorkflowGraph, lines: readonly string[]): { allowed: ReadonlySet<string>; unknown: readonly string[]; known: readonly string[] } {
  const known = [...graph.workflows.values()].flatMap((workflow) => workflow.jobs.map((job) => jobName(workflow, job)));
  const names = new Set(known);
  const allowed = new Set<string>();
  const unknown: string[] = [];
  for (const line of lines) {
    const found = [line, `.github/workflows/${line}`].find((name) => names.has(name)) ?? findByRepository(known, line);
    if (found === undefined) unknown.push(line);
    else allowed.add(found);
  }
  return { allowed, unknown, known };
}

/** Owner and name of another repository compare without case. */
function findByRepository(known: readonly string[], line: string): string | undefined {
  return line.includes("@") ? known.find((name) => name.includes("@") && sameReference(name, line)) : undefined;
}

function sameReference(name: string, line: string): boolean {
  const split = (text: string) => /^([^/]+\/[^/]+)(\/.*)$/.exec(text);
  const [, repository = "", rest = ""] = split(name) ?? [];
  const [, wantedRepository = "", wantedRest = ""] = split(line) ?? [];
  return repository.toLowerCase() === wantedRepository.toLowerCase() && rest === wantedRest;
}

/** GitHub compares environment names without case; blanks around a name are not trusted to make a difference. */
export function sameEnvironment(name: string, environment: string): boolean {
  return fold(name.trim()) === fold(environment.trim());
}
