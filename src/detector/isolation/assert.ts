// Judges every job at every place where it can run: proved apart from the environment, reaching it, or open.
import { Ledger, type Assumption, type FindingDraft, type GapDraft, type OutOfScope } from "../../finding/index.ts";
import type { WorkflowGraph } from "../../reader/workflow/index.ts";
import { listAssumptions } from "./statement/assumption.ts";
import { judgeEnvironment } from "./environment.ts";
import { judgeEscalation, judgeTriggers, toGoal, type Goal } from "./escalation.ts";
import { describeUnknown } from "./evaluate/convert.ts";
import { expandRuns } from "./expand.ts";
import { judgeCheckouts } from "./flow/checkout.ts";
import { judgeInflow } from "./flow/inflow.ts";
import { findOwnMachines, judgeRunner } from "./flow/runner.ts";
import { judgeSettings } from "./github/settings.ts";
import { judgeIdentity } from "./identity/identity.ts";
import { toPicture, type Judged, type Picture } from "./statement/picture.ts";
import { findAllowedJobs, jobName, type Question } from "./question.ts";
import { toFinding, toGap } from "./rules.ts";
import { findSpellings, judgeSecrets, namesOfProduction } from "./secret.ts";
import type { Run } from "./run.ts";
import { judgeWitnesses } from "./witness/judge.ts";

export type Assertion = {
  readonly findings: readonly FindingDraft[];
  readonly gaps: readonly GapDraft[];
  readonly assumptions: readonly Assumption[];
  readonly outOfScope: readonly OutOfScope[];
  readonly facts: { readonly graph: Picture };
  readonly ledger: Ledger;
};

/** Pure. What can't be decided is a gap, so that a pass means: no allowed chain of events in these files reaches the environment from elsewhere. */
export function assertIsolation(graph: WorkflowGraph, question: Question): Assertion {
  const { allowed } = findAllowedJobs(graph, question.allowedJobs);
  const { runs, gaps: open } = expandRuns(graph, { allowed, setting: { environment: question.environment, repository: question.repository } });
  const judged = runs.map((run) => ({ run, reach: judgeEnvironment(run, question.environment) }));
  const targets = judged.filter(({ run, reach }) => run.allowed && reach.outcome !== "apart").map(({ run }) => run);
  const said = { findings: [] as FindingDraft[], gaps: [...graph.gaps, ...open] };
  const grounds = { goal: toGoal(targets, question), production: namesOfProduction(targets), spellings: findSpellings(runs) };
  const testimony = judgeWitnesses(question, runs);
  const outside = judgeOutside(judged, grounds, question);
  for (const { findings, gaps } of [outside, judgeTargets(grounds.goal, runs, question), judgeSettings(graph, question, { targets, ...grounds }), testimony]) {
    said.findings.push(...findings);
    said.gaps.push(...gaps);
  }
  said.gaps.push(...findControl(graph, allowed, { targets, question }));
  return {
    ...said,
    assumptions: [...listAssumptions(graph, question, { runs, targets, production: grounds.production, secretsRead: outside.secretsRead, runnersApart: outside.runnersApart }), ...testimony.assumptions],
    outOfScope: [...allowed].sort().map((name) => ({ name, reason: "allowed to enter the environment" })),
    facts: { graph: toPicture(judged, said, question.environment) },
    ledger: count(graph, runs),
  };
}

/** Jobs count once, however many chains lead to them. */
function count(graph: WorkflowGraph, runs: readonly Run[]): Ledger {
  const jobs = [...graph.workflows.values()].flatMap((workflow) => workflow.jobs);
  const judged = new Set(runs.map((run) => run.job));
  const followed = [...judged].filter(({ call }) => call?.target.kind === "workflow" && graph.workflows.has(call.target.id));
  const ledger = new Ledger();
  ledger.saw("workflows", graph.seen.files);
  ledger.examined("workflows", graph.read.files);
  ledger.saw("bytes", graph.seen.bytes);
  ledger.examined("bytes", graph.read.bytes);
  ledger.saw("jobs", jobs.length);
  ledger.examined("jobs", judged.size);
  ledger.saw("calls", jobs.filter((job) => job.call).length);
  ledger.examined("calls", followed.length);
  return ledger;
}

type Outside = { findings: FindingDraft[]; gaps: GapDraft[]; secretsRead: Set<string>; runnersApart: boolean };

type Grounds = { readonly goal: Goal; readonly production: ReadonlySet<string>; readonly spellings: ReadonlyMap<string, string> };

function judgeOutside(judged: readonly Judged[], { goal, production, spellings }: Grounds, question: Question): Outside {
  const found: Outside = { findings: [], gaps: [], secretsRead: new Set(), runnersApart: false };
  const stored = question.settings?.names.outside;
  const about = { environment: question.environment, production, spellings, stored: stored?.known ? stored.value : undefined };
  const machines = findOwnMachines(goal.targets);
  for (const one of judged) {
    const { run, reach } = one;
    found.findings.push(...findMisplaced(run));
    if (run.allowed || run.idle) continue;
    const secrets = judgeSecrets(run, { entered: reach.outcome === "entered", ...about });
    const runner = judgeRunner(run, machines);
    for (const part of [judgeReach(one, question), secrets, judgeIdentity(run, question), judgeCheckouts(run), judgeEscalation(run, goal)]) {
      found.findings.push(...part.findings);
      found.gaps.push(...part.gaps);
    }
    found.gaps.push(...runner.gaps);
    for (const name of secrets.read) found.secretsRead.add(spellings.get(name) ?? "one that was passed on");
    found.runnersApart ||= runner.apart;
  }
  return found;
}

function judgeReach({ run, reach }: Judged, { environment }: Question): { findings: FindingDraft[]; gaps: GapDraft[] } {
  if (reach.outcome === "entered") return { findings: [toFinding("environment-reached", run, { at: reach.at, shown: `environment ${environment}` })], gaps: [] };
  if (reach.outcome === "apart") return { findings: [], gaps: [] };
  const detail = `the name of the job's environment depends on ${describeUnknown(reach.unknowns)}, which could make it ${environment}; give it constant values or a choice of options, or add the job to allow-job`;
  return { findings: [], gaps: [toGap("undecided-expression", run, { at: reach.at, detail })] };
}

/** What flows into the jobs that may enter the environment, and what starts them. */
function judgeTargets(goal: Goal, runs: readonly Run[], question: Question): { findings: FindingDraft[]; gaps: GapDraft[] } {
  const outside = runs.filter((run) => !run.allowed && !run.idle && !run.job.call);
  const roots = new Set(outside.map((run) => run.root.id));
  const parts = goal.targets.flatMap((run) => {
    // Beside a workflow that somebody unknown calls anything can run.
    const inRun = roots.has(run.root.id) || run.states.some((state) => state.event === undefined);
    return [judgeInflow(run, { inRun, anywhere: inRun || outside.length > 0, environment: question.environment }), judgeCheckouts(run)];
  });
  const all = [...parts, judgeTriggers(goal, runs)];
  return { findings: all.flatMap((part) => part.findings), gaps: all.flatMap((part) => part.gaps) };
}

function findMisplaced(run: Run): FindingDraft[] {
  const { call } = run.job;
  if (call?.target.kind !== "misplaced") return [];
  return [toFinding("reusable-reference-location", run, { at: call.at, shown: "reference that never runs", hint: `Write uses: ${call.target.repair}.` })];
}

/** A proof needs its counterpart: if no allowed job enters the environment, its name may be misspelt. */
function findControl(graph: WorkflowGraph, allowed: ReadonlySet<string>, { targets, question }: { targets: readonly Run[]; question: Question }): GapDraft[] {
  if (allowed.size === 0 || targets.length > 0) return [];
  for (const workflow of graph.workflows.values()) {
    const job = workflow.jobs.find((candidate) => allowed.has(jobName(workflow, candidate)));
    if (job) return [toGap("unverifiable", { workflow, job, path: [jobName(workflow, job)] }, { at: job.at, detail: `none of the allowed jobs enters ${question.environment}, so that its absence elsewhere proves nothing; check the name of the environment` })];
  }
  return [];
}
