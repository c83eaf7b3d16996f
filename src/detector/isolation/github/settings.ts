// What GitHub's own settings prove or refute: who may enter the environment beside the workflows of this checkout.
import type { FindingDraft, GapDraft } from "../../../finding/index.ts";
import type { WorkflowGraph } from "../../../reader/workflow/index.ts";
import type { Question } from "../question.ts";
import { toFinding, toGap } from "../rules.ts";
import type { Run } from "../run.ts";
import { gateOf, listAdmitted } from "./gate.ts";

type Said = { readonly findings: FindingDraft[]; readonly gaps: GapDraft[] };

/** Everything is said at the first job that may enter the environment, or at the head of the first file where there is none. */
export function judgeSettings(graph: WorkflowGraph, question: Question, { targets, production, spellings }: { targets: readonly Run[]; production: ReadonlySet<string>; spellings: ReadonlyMap<string, string> }): Said {
  const said: Said = { findings: [], gaps: [] };
  const place = placeOf(graph, targets);
  if (!question.settings || !place) return said;
  const { run, at } = place;
  const { protection } = question.settings;
  const { environment } = question;
  if (protection.known) {
    const { exists } = protection.value;
    if (gateOf(question.settings) === "open" && listAdmitted(protection.value).any) {
      const why = exists ? "It admits every branch and asks nobody." : "It does not exist, and the first job that names it makes it without any rule.";
      said.findings.push(toFinding("environment-unprotected", run, { at, shown: `environment ${environment}`, hint: why }));
    }
  }
  for (const branch of question.branches ?? []) {
    if (branch.outcome === "reached") said.findings.push(toFinding("other-branch-enters", run, { at, shown: `environment ${environment} from another branch`, hint: `On branch ${branch.name}: ${branch.why}.` }));
  }
  for (const name of namesOutside(question, production)) {
    said.findings.push(toFinding("production-secret-outside", run, { at, shown: "secret outside of the environment", hint: `The environment doesn't hold ${spellings.get(name) ?? "one that was passed on"}.` }));
  }
  said.gaps.push(...judgeRecordedRun(graph, question, { run, at }));
  return said;
}

type Spot = { readonly run: Pick<Run, "workflow" | "job" | "path">; readonly at: { line: number; column: number } };

function placeOf(graph: WorkflowGraph, [target]: readonly Run[]): Spot | undefined {
  if (target) return { run: target, at: target.job.environment?.at ?? target.job.at };
  const [workflow] = graph.workflows.values();
  const job = workflow?.jobs[0];
  return workflow && job ? { run: { workflow, job, path: [] }, at: workflow.at } : undefined;
}

/** Names that deploy jobs read, which are stored for everybody and not in the environment. */
function namesOutside({ settings }: Question, production: ReadonlySet<string>): string[] {
  const names = settings?.names;
  if (!names?.environment.known || !names.outside.known) return [];
  const [inside, outside] = [names.environment.value, names.outside.value];
  return [...production].filter((name) => outside.has(name) && !inside.has(name)).sort();
}

/** What GitHub resolved for the run must be in the graph, and at the same commit. */
function judgeRecordedRun(graph: WorkflowGraph, { settings, repository, commits }: Question, { run, at }: Spot): GapDraft[] {
  const recorded = settings?.run;
  if (!recorded?.known) return [];
  const own = repository?.toLowerCase();
  const missing = recorded.value.called.filter((called) => !graph.workflows.has(called.repository === own ? called.path : `${called.repository}/${called.path}@${called.ref}`));
  const foreign = recorded.value.called.filter((called) => called.repository === own && called.sha !== recorded.value.sha);
  const moved = recorded.value.called.filter(({ repository: name, ref, sha }) => (commits?.get(`${name}@${ref}`) ?? sha) !== sha);
  const gap = (name: string, what: string) => toGap("unverifiable", run, { at, detail: `GitHub's record of this run names ${name}, ${what}` });
  return [
    ...missing.map((called) => gap(`${called.path} of ${called.repository}`, "which the graph doesn't hold: the checkout is not what ran; check out the run's own commit")),
    ...foreign.map((called) => gap(called.path, "at another commit than the run's own; give that commit as --repository owner/name@ref=PATH")),
    ...moved.map((called) => gap(`${called.path} of ${called.repository}`, "at another commit than its ref has now: it was moved during the run")),
  ];
}
