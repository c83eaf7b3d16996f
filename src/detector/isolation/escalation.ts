// Permissions and triggers that lead from an untrusted job towards the environment. The table is in docs/isolation.md.
import type { GapDraft } from "../../finding/index.ts";
import { levelOf } from "./permission.ts";
import { toGap } from "./rules.ts";
import type { Run } from "./run.ts";

/** What a token with `scope: write` could do; only where a job enters the environment, unless `always`. */
const EDGES = [
  { scope: "actions", detail: "its token can dispatch and re-run workflows (actions: write), the one that enters the environment among them", always: false },
  { scope: "contents", detail: "its token can push commits and send repository_dispatch (contents: write), which a job that enters the environment may act on", always: false },
  { scope: "deployments", detail: "its token can create and review deployments (deployments: write)", always: false },
  { scope: "workflows", detail: "its token can change workflow files (workflows: write), and a changed one can name the environment", always: true },
] as const;

const REPAIR = "; take the permission away, or let the administrator confirm that the environment's protection rules stop it";

/** `leads` is whether any allowed job may enter the environment. */
export function judgePermissions(run: Run, leads: boolean): GapDraft[] {
  if (run.job.call) return [];
  const { permissions } = run;
  if (!permissions) {
    const detail = "nothing from the root workflow down states permissions, so the repository's settings decide what this job's token may do; write permissions: {} at the top of the root workflow and grant each job what it needs";
    return [toGap("undecided-permissions", run, { at: run.job.at, detail })];
  }
  return EDGES.filter((edge) => (leads || edge.always) && levelOf(permissions, edge.scope) === "write")
    .map((edge) => toGap("undecided-escalation", run, { at: run.permissionsAt, detail: edge.detail + REPAIR }));
}

/** Workflows that another workflow's end starts, and with them a job that may enter the environment. One gap for each trigger. */
export function judgeTriggers(targets: readonly Run[], all: readonly Run[]): GapDraft[] {
  const told = new Set<string>();
  return targets.flatMap((run) => {
    const trigger = run.root.triggers.find((candidate) => candidate.event === "workflow_run");
    if (!trigger || told.has(run.root.id) || !run.states.some((state) => state.event === "workflow_run")) return [];
    told.add(run.root.id);
    if (isTrusted(trigger.workflows, all)) return [];
    const detail = "the end of another workflow starts this one (workflow_run), pull requests' runs included, and a job of it may enter the environment; start it by its own event, or let the administrator confirm the environment's protection rules";
    const location = { kind: "workflow" as const, file: run.root.id, line: trigger.at.line, column: trigger.at.column, job: null, path: [...run.path] };
    return [{ reason: "undecided-escalation" as const, detail, location }];
  });
}

/** Only workflows of which every job is allowed. */
function isTrusted(names: readonly string[], all: readonly Run[]): boolean {
  const wanted = new Set(names);
  const runs = all.filter((run) => wanted.has(run.root.name));
  return names.length > 0 && names.every((name) => runs.some((run) => run.root.name === name)) && runs.every((run) => run.allowed);
}
