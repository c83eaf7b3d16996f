// What flows from untrusted jobs into one that enters the environment: artifacts, caches, outputs that become code.
import type { FindingDraft, GapDraft } from "../../../finding/index.ts";
import type { Position, Value } from "../../../reader/workflow/index.ts";
import { evaluateTemplate, type Contexts } from "../evaluate/evaluate.ts";
import { evaluateValue } from "../evaluate/matrix.ts";
import { isTainted, sourcesOf, type AbstractValue } from "../evaluate/value.ts";
import { toFinding, toGap, type IsolationRule } from "../rules.ts";
import type { Run } from "../run.ts";
import { findUnverified } from "./artifact.ts";
import { restoresCache } from "./cache.ts";
import { walkSteps, type Stage } from "./steps.ts";

/** Whether jobs outside the allowed ones run beside the job, in the same run or anywhere in the repository. */
export type Surroundings = { readonly inRun: boolean; readonly anywhere: boolean; readonly environment: string };
type Found = { findings: FindingDraft[]; gaps: GapDraft[] };

export function judgeInflow(run: Run, surroundings: Surroundings): Found {
  const found: Found = { findings: [], gaps: [] };
  const told = new Set<string>();
  const tell = (rule: IsolationRule, said: { at: Position; shown: string; hint?: string }) => {
    const key = `${rule} ${said.at.line}:${said.at.column}`;
    if (!told.has(key)) found.findings.push(toFinding(rule, run, said));
    told.add(key);
  };
  for (const state of run.states) {
    const stages = walkSteps(run, state);
    for (const stage of findUnverified(stages, surroundings)) tell("untrusted-artifact-flow", { at: stage.at, shown: "unverified artifact" });
    stages.forEach((stage) => {
      if (surroundings.anywhere && restoresCache(stage) === true) tell("untrusted-cache-flow", { at: stage.at, shown: "restored cache" });
      for (const code of findCode(stage)) tell("untrusted-output-injection", { at: code.at, shown: "output of another job", hint: `The value comes from ${code.from}.` });
    });
    for (const code of [run.job.container, run.job.services, run.job.shell].flatMap((value) => (value ? taintsOf(value, state.contexts) : []))) tell("untrusted-output-injection", { at: code.at, shown: "output of another job", hint: `The value comes from ${code.from}.` });
  }
  for (const stage of walkSteps(run, run.states[0] ?? { event: undefined, contexts: new Map() })) found.gaps.push(...findOpen(run, stage, surroundings));
  return found;
}

function findOpen(run: Run, stage: Stage, surroundings: Surroundings): GapDraft[] {
  const { at } = stage;
  const gaps: GapDraft[] = [];
  if (stage.step.unreadable) gaps.push(toGap("unresolved-reference", run, { at, detail: "the job may enter the environment and uses a local action that can't be read; give a checkout that holds it" }));
  if (surroundings.anywhere && restoresCache(stage) === undefined) {
    gaps.push(toGap("undecided-escalation", run, { at, detail: `the step can restore a cache on its own, and other jobs can write it; switch that off in the job that enters ${surroundings.environment} (package-manager-cache: false, cache: false)` }));
  }
  return gaps;
}

type Code = { readonly at: Position; readonly from: string };

/** Parameters of actions that are run rather than read. */
const CODE = /^(?:script|run|command|cmd|args|entrypoint|code|exec|inline-?script)$/i;

/** Outputs of other jobs inside a script are pasted before the shell sees them. */
function findCode({ step, contexts, at }: Stage): Code[] {
  const scripts = [step.run, step.shell].flatMap((text) => (text ? tainted(evaluateTemplate(text.template, contexts), at) : []));
  return [...scripts, ...step.with.flatMap(([key, value]) => (CODE.test(key) ? taintsOf(value, contexts).map((code) => ({ ...code, at })) : []))];
}

/** Images of containers, and shells, run with the job's rights. */
function taintsOf(value: Value, contexts: Contexts): Code[] {
  return tainted(evaluateValue(value, contexts), value.at);
}

function tainted(values: readonly AbstractValue[], at: Position): Code[] {
  const bad = values.find(isTainted);
  return bad ? [{ at, from: sourcesOf(bad)[0] ?? "another job" }] : [];
}
