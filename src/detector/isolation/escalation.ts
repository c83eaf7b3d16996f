// Permissions, triggers and steps that lead from an untrusted job towards the environment. The table is in docs/isolation.md.
import type { FindingDraft, GapDraft } from "../../finding/index.ts";
import type { Workflow } from "../../reader/workflow/index.ts";
import { findDispatches, type Dispatch } from "./flow/dispatch.ts";
import { gateOf, type Gate } from "./github/gate.ts";
import { levelOf } from "./permission.ts";
import type { Question } from "./question.ts";
import { toFinding, toGap } from "./rules.ts";
import type { Run } from "./run.ts";

type Said = { readonly findings: FindingDraft[]; readonly gaps: GapDraft[] };

/** What a token with `scope: write` could do; only where a job enters the environment, unless `always`. `event` is what it can make happen. */
const EDGES = [
  { scope: "actions", event: "workflow_dispatch", detail: "its token can dispatch and re-run workflows (actions: write), the one that enters the environment among them", always: false },
  { scope: "contents", event: "repository_dispatch", detail: "its token can push commits and send repository_dispatch (contents: write), which a job that enters the environment may act on", always: false },
  { scope: "deployments", event: undefined, detail: "its token can create and review deployments (deployments: write)", always: false },
  { scope: "workflows", event: undefined, detail: "its token can change workflow files (workflows: write), and a changed one can name the environment", always: true },
] as const;

const REPAIR = "; take the permission away, or let the administrator confirm that the environment's protection rules stop it";

/** The jobs that may enter the environment, and what stands before it. */
export type Goal = { readonly targets: readonly Run[]; readonly gate: Gate };

export function toGoal(targets: readonly Run[], { settings }: Question): Goal {
  return { targets, gate: gateOf(settings) };
}

export function judgeEscalation(run: Run, goal: Goal): Said {
  if (run.job.call) return { findings: [], gaps: [] };
  const { permissions } = run;
  const steps = judgeDispatches(run, goal);
  if (!permissions) {
    const detail = "nothing from the root workflow down states permissions, so the repository's settings decide what this job's token may do; write permissions: {} at the top of the root workflow and grant each job what it needs";
    return { findings: steps.findings, gaps: [toGap("undecided-permissions", run, { at: run.job.at, detail }), ...steps.gaps] };
  }
  // A person who approves each deployment stands between all of these and the environment.
  const edges = EDGES.filter((edge) => goal.gate !== "reviewed" && (goal.targets.length > 0 || edge.always) && levelOf(permissions, edge.scope) === "write");
  const starting = goal.gate === "open" ? edges.filter(({ event }) => event !== undefined && startsOn(goal, event)) : [];
  return {
    findings: [...steps.findings, ...starting.map((edge) => toFinding("escalation-enters", run, { at: run.permissionsAt, shown: `${edge.scope}: write` }))],
    gaps: [...steps.gaps, ...edges.filter((edge) => !starting.includes(edge)).map((edge) => toGap("undecided-escalation", run, { at: run.permissionsAt, detail: edge.detail + REPAIR }))],
  };
}

function startsOn({ targets }: Goal, event: string): boolean {
  return targets.some((target) => target.root.triggers.some((trigger) => trigger.event === event));
}

/** Steps that start the deployment with a token that the permissions say nothing about. */
function judgeDispatches(run: Run, goal: Goal): Said {
  if (goal.targets.length === 0 || goal.gate === "reviewed") return { findings: [], gaps: [] };
  const leading = findDispatches(run).filter((dispatch) => goal.targets.some(({ root }) => canStart(dispatch, root)));
  const detail = "the step starts workflows, that of a job that enters the environment among them; take it away, or let the administrator confirm that the environment's protection rules stop it";
  if (goal.gate === "open") return { findings: leading.map(({ at }) => toFinding("escalation-enters", run, { at, shown: "step that starts a deployment" })), gaps: [] };
  return { findings: [], gaps: leading.map(({ at }) => toGap("undecided-escalation", run, { at, detail })) };
}

function canStart({ event, workflow }: Dispatch, root: Workflow): boolean {
  if (event === "rerun") return true;
  if (!root.triggers.some((trigger) => trigger.event === event)) return false;
  return workflow === undefined || /^\d+$/.test(workflow) || workflow === root.name || workflow.split("/").at(-1) === root.id.split("/").at(-1);
}

/** Workflows that another workflow's end starts, and with them a job that may enter the environment. Said once for each trigger. */
export function judgeTriggers({ targets, gate }: Goal, all: readonly Run[]): Said {
  const said: Said = { findings: [], gaps: [] };
  const told = new Set<string>();
  for (const run of targets) {
    const trigger = run.root.triggers.find((candidate) => candidate.event === "workflow_run");
    if (!trigger || told.has(run.root.id) || !run.states.some((state) => state.event === "workflow_run")) continue;
    told.add(run.root.id);
    if (gate === "reviewed" || isTrusted(trigger.workflows, all)) continue;
    const detail = "the end of another workflow starts this one (workflow_run), pull requests' runs included, and a job of it may enter the environment; start it by its own event, or let the administrator confirm the environment's protection rules";
    const location = { kind: "workflow" as const, file: run.root.id, line: trigger.at.line, column: trigger.at.column, job: null, path: [...run.path] };
    if (gate === "open") said.findings.push({ ...toFinding("escalation-enters", run, { at: trigger.at, shown: "workflow_run" }), location });
    else said.gaps.push({ reason: "undecided-escalation", detail, location });
  }
  return said;
}

/** Only workflows of which every job is allowed. */
function isTrusted(names: readonly string[], all: readonly Run[]): boolean {
  const wanted = new Set(names);
  const runs = all.filter((run) => wanted.has(run.root.name));
  return names.length > 0 && names.every((name) => runs.some((run) => run.root.name === name)) && runs.every((run) => run.allowed);
}
