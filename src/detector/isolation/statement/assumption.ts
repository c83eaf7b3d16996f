// Facts outside of the checkout that a proof leans on. None can be read from workflow files, so that each is stated and none is verified here.
import type { Assumption } from "../../../finding/index.ts";
import type { WorkflowGraph } from "../../../reader/workflow/index.ts";
import { hasForeignEvents } from "../flow/checkout.ts";
import { canMint } from "../identity/identity.ts";
import type { Question } from "../question.ts";
import type { Run } from "../run.ts";

const ADMINISTRATOR = "the repository's administrator";
const MAX_NAMES = 12;

export type Grounds = {
  readonly runs: readonly Run[];
  readonly targets: readonly Run[];
  /** Names of secrets that jobs outside the allowed ones read. */
  readonly secretsRead: ReadonlySet<string>;
  readonly runnersApart: boolean;
};

export function listAssumptions(graph: WorkflowGraph, question: Question, grounds: Grounds): Assumption[] {
  const { environment } = question;
  const outside = grounds.runs.filter((run) => !run.allowed);
  const others = new Set([...graph.workflows.values()].flatMap((workflow) => (workflow.repository === null ? [] : [workflow.repository])));
  const names = [...grounds.secretsRead].sort();
  const shown = names.slice(0, MAX_NAMES).join(", ") + (names.length > MAX_NAMES ? ` and ${names.length - MAX_NAMES} more` : "");
  const list: (readonly [when: boolean, id: string, statement: string, source?: string])[] = [
    [true, "commit-only", `Workflow files of other branches and tags don't enter ${environment}: its deployment branch policy admits only refs that hold the workflows judged here, and no ruleset adds workflows from elsewhere`],
    [true, "secrets-in-environment", `Production's credentials are secrets of the environment ${environment}, not of the repository or the organisation`],
    [names.length > 0, "other-secrets", `Secrets that jobs outside the allowed ones read open nothing of ${environment}: ${shown}`],
    [true, "allowed-jobs", "The allowed jobs, and the actions and scripts that they run, do only what a deployment needs"],
    [grounds.targets.length > 0, "hosted-runners", "The labels of GitHub's own runners name no other machine"],
    [grounds.runnersApart, "runner-labels", `No machine has the labels of a job that enters ${environment} together with those of another job`],
    [grounds.targets.some(hasDownload), "verification-steps", `What a job that enters ${environment} downloads is what its verification step verifies`],
    [outside.some(hasForeignEvents), "foreign-scripts", "Scripts under pull_request_target and workflow_run run nothing that a pull request's author wrote"],
    [question.trust !== undefined, "trust-complete", "The trust policies given are all that open production"],
    [question.trust !== undefined && outside.some(canMint), "oidc-subject", "The subject of identity tokens has GitHub's default form, not a customised one"],
    [outside.some((run) => run.root.triggers.every((trigger) => trigger.event === "workflow_call")), "unknown-callers", "Who calls the workflows that nothing here calls grants them no more than they state"],
    ...[...others].map((reference) => [true, "checkout", `${reference} is what its checkout held`, "whoever made the checkout"] as const),
  ];
  return list.filter(([when]) => when).map(([, id, statement, source = ADMINISTRATOR]) => ({ id, statement, verified: false, source }));
}

function hasDownload(run: Run): boolean {
  return run.job.steps.some((step) => step.uses?.includes("download-artifact") ?? false);
}
