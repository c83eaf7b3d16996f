// Facts outside of the checkout that a proof leans on. Each is stated; what GitHub's settings confirm is verified, the rest says who could.
import type { Assumption } from "../../../finding/index.ts";
import type { WorkflowGraph } from "../../../reader/workflow/index.ts";
import { hasForeignEvents } from "../flow/checkout.ts";
import { gateOf } from "../github/gate.ts";
import { canMint } from "../identity/identity.ts";
import type { Question } from "../question.ts";
import type { Run } from "../run.ts";
import { confirmAdministrators, confirmBranches, confirmNames, confirmRun, confirmSubject, type Confirmation } from "./confirmation.ts";

const ADMINISTRATOR = "the repository's administrator";
const MAX_NAMES = 12;

export type Grounds = {
  readonly runs: readonly Run[];
  readonly targets: readonly Run[];
  /** Names of secrets that jobs outside the allowed ones read. */
  readonly secretsRead: ReadonlySet<string>;
  /** Names that jobs read which may enter the environment. */
  readonly production: ReadonlySet<string>;
  readonly runnersApart: boolean;
};

type Line = { readonly when: boolean; readonly id: string; readonly statement: string; readonly by?: Confirmation; readonly source?: string };

export function listAssumptions(graph: WorkflowGraph, question: Question, grounds: Grounds): Assumption[] {
  const lines = [...listAlways(question, grounds), ...listByWorkflows(question, grounds), ...listBySettings(question), ...listCheckouts(graph, question)];
  return lines.filter(({ when }) => when).map(({ id, statement, by, source = ADMINISTRATOR }) => ({ id, statement, verified: by?.verified ?? false, source: by === undefined ? source : by.verified ? by.source : `${by.source}; ${source}` }));
}

function listAlways(question: Question, { production, secretsRead }: Grounds): Line[] {
  const { environment } = question;
  const names = [...secretsRead].sort();
  const shown = names.slice(0, MAX_NAMES).join(", ") + (names.length > MAX_NAMES ? ` and ${names.length - MAX_NAMES} more` : "");
  return [
    { when: true, id: "commit-only", statement: `Workflow files of other branches and tags don't enter ${environment}: its deployment branch policy admits only refs that hold the workflows judged here, and no ruleset adds workflows from elsewhere`, ...confirmed(confirmBranches(question)) },
    { when: true, id: "secrets-in-environment", statement: `Production's credentials are secrets of the environment ${environment}, not of the repository or the organisation`, ...confirmed(confirmNames(question, production)) },
    { when: names.length > 0, id: "other-secrets", statement: `Secrets that jobs outside the allowed ones read open nothing of ${environment}: ${shown}` },
    { when: true, id: "allowed-jobs", statement: "The allowed jobs, and the actions and scripts that they run, do only what a deployment needs" },
  ];
}

function listByWorkflows(question: Question, { runs, targets, runnersApart }: Grounds): Line[] {
  const { environment, trust } = question;
  const outside = runs.filter((run) => !run.allowed);
  return [
    { when: targets.length > 0, id: "hosted-runners", statement: "The labels of GitHub's own runners name no other machine" },
    { when: runnersApart, id: "runner-labels", statement: `No machine has the labels of a job that enters ${environment} together with those of another job` },
    { when: targets.some(hasDownload), id: "verification-steps", statement: `What a job that enters ${environment} downloads is what its verification step verifies` },
    { when: outside.some(hasForeignEvents), id: "foreign-scripts", statement: "Scripts under pull_request_target and workflow_run run nothing that a pull request's author wrote" },
    { when: trust !== undefined, id: "trust-complete", statement: "The trust policies given are all that open production" },
    { when: trust !== undefined && outside.some(canMint), id: "oidc-subject", statement: "The subject of identity tokens has the form that they were judged by, not another customised one", ...confirmed(confirmSubject(question)) },
    { when: outside.some((run) => run.root.triggers.every((trigger) => trigger.event === "workflow_call")), id: "unknown-callers", statement: "Who calls the workflows that nothing here calls grants them no more than they state" },
  ];
}

function listBySettings(question: Question): Line[] {
  const { settings, environment } = question;
  const protection = settings?.protection.known ? settings.protection.value : undefined;
  const isReviewed = gateOf(settings) === "reviewed" && protection !== undefined;
  return [
    { when: isReviewed, id: "reviewers", statement: `Those who approve deployments to ${environment} know what they approve${protection?.preventsSelfReview ? "; nobody approves a deployment of their own" : "; who starts a deployment may approve it"}`, source: "the environment's required reviewers" },
    { when: isReviewed, id: "administrators", statement: `Administrators don't bypass the protection rules of ${environment}`, ...confirmed(confirmAdministrators(question)) },
    { when: settings?.run !== undefined, id: "recorded-run", statement: "What GitHub resolved for this run is what was judged", ...confirmed(confirmRun(question)) },
  ];
}

/** One for each checkout of another repository. What was fetched is what GitHub holds; a ref that isn't a commit can move. */
function listCheckouts(graph: WorkflowGraph, { commits }: Question): Line[] {
  const others = new Set([...graph.workflows.values()].flatMap((workflow) => (workflow.repository === null ? [] : [workflow.repository])));
  return [...others].map((reference) => {
    const commit = commits?.get(reference);
    const isFixed = commit !== undefined && reference.endsWith(`@${commit}`);
    return {
      when: true, id: "checkout", statement: commit === undefined ? `${reference} is what its checkout held` : isFixed ? `${reference} is the commit that GitHub holds` : `${reference} stays at commit ${commit}, at which it was read`,
      source: commit === undefined ? "whoever made the checkout" : "whoever can move the ref; call it by its commit",
      ...(isFixed && { by: { verified: true, source: "GitHub's API" } }),
    };
  });
}

/** Undefined where GitHub was not asked. */
function confirmed(by: Confirmation | undefined): { by?: Confirmation } {
  return by ? { by } : {};
}

function hasDownload(run: Run): boolean {
  return run.job.steps.some((step) => step.uses?.includes("download-artifact") ?? false);
}
