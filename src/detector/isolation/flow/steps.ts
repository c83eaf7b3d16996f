// The steps of a job one after the other, composite actions written out, each with the contexts that it sees.
import type { Position, Step, Value } from "../../../reader/workflow/index.ts";
import { evaluateValue } from "../evaluate/matrix.ts";
import { distinct, isTainted, sourcesOf, unknown, type AbstractValue } from "../evaluate/value.ts";
import type { Contexts } from "../evaluate/evaluate.ts";
import type { Run, State } from "../run.ts";

/** `at` lies in the workflow file, also for the steps of a composite action. */
export type Stage = { readonly step: Step; readonly contexts: Contexts; readonly at: Position };
type Entries = readonly (readonly [key: string, value: Value])[];

/** Variables can be changed while a job runs, but what they were set to still counts. */
export function walkSteps(run: Run, state: State): Stage[] {
  const contexts = withEnv(withEnv(state.contexts, run.workflow.env), run.job.env);
  return flatten(run.job.steps, contexts);
}

function flatten(steps: readonly Step[], contexts: Contexts, outer?: Position): Stage[] {
  return steps.flatMap((step) => {
    const seen = withEnv(contexts, step.env);
    const at = outer ?? step.usesAt ?? step.run?.at ?? step.at;
    const stage = { step, contexts: seen, at };
    return step.inner ? [stage, ...flatten(step.inner, new Map([...seen, ["inputs", bind(step.with, seen)]]), at)] : [stage];
  });
}

/** Inputs of a composite action; those that aren't passed have their defaults, which nobody else chooses. */
function bind(entries: Entries, contexts: Contexts): AbstractValue {
  return { kind: "object", entries: new Map(entries.map(([key, value]) => [key.toLowerCase(), join(value, contexts)])), rest: unknown("inputs") };
}

function withEnv(contexts: Contexts, entries: Entries): Contexts {
  if (entries.length === 0) return contexts;
  const before = contexts.get("env");
  const held = before?.kind === "object" ? before.entries : new Map<string, AbstractValue>();
  return new Map([...contexts, ["env", { kind: "object", entries: new Map([...held, ...entries.map(([key, value]) => [key.toLowerCase(), join(value, contexts)] as const)]), rest: unknown("env") }]]);
}

/** One value that stands for all alternatives: only its taint matters here. */
function join(value: Value, contexts: Contexts): AbstractValue {
  const alternatives = distinct(evaluateValue(value, contexts));
  const [only] = alternatives;
  return alternatives.length === 1 && only ? only : unknown(alternatives.flatMap(sourcesOf)[0] ?? "a variable", alternatives.some(isTainted));
}

/** The part of `uses` before its ref, in lower case; undefined for scripts. */
export function actionOf(step: Step): string | undefined {
  return step.uses?.split("@")[0]?.toLowerCase();
}

/** The constant text of a script; expressions leave a gap. */
export function scriptOf(step: Step): string {
  return step.run?.template.map((part) => (typeof part === "string" ? part : " ")).join("") ?? "";
}

export function parameter(step: Step, name: string): Value | undefined {
  return step.with.find(([key]) => key.toLowerCase() === name)?.[1];
}
