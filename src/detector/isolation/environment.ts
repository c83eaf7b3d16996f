// Which environments a job can enter.
import type { Position, Value } from "../../reader/workflow/index.ts";
import { canBe, fromParts, toParts } from "./evaluate/convert.ts";
import { property } from "./evaluate/evaluate.ts";
import { evaluateValue, mentionsMatrix } from "./evaluate/matrix.ts";
import { distinct, type AbstractValue, type Alternatives } from "./evaluate/value.ts";
import { sameEnvironment } from "./question.ts";
import type { Run, State } from "./run.ts";

export type Reach = {
  /** "open" is: it can't be known. */
  readonly outcome: "entered" | "open" | "apart";
  readonly at: Position;
  /** Names in question, as far as they aren't known. */
  readonly unknowns: Alternatives;
};

/** Whether a run can enter `environment`. Job-level `if` has been taken into account already. */
export function judgeEnvironment(run: Run, environment: string): Reach {
  const value = run.job.environment;
  if (!value) return { outcome: "apart", at: run.job.at, unknowns: [] };
  const states = mentionsMatrix(value) ? run.states : run.starts;
  const names = states.flatMap((state) => environmentNames(value, state));
  const unknowns = distinct(names.filter((name) => compare(name, environment) === "open"));
  const isEntered = names.some((name) => compare(name, environment) === "entered") || isCertain(names, environment);
  return { outcome: isEntered ? "entered" : unknowns.length > 0 ? "open" : "apart", at: nameOf(value)?.at ?? value.at, unknowns };
}

/** Whatever the values hang on, each of them is the environment's name. */
function isCertain(names: Alternatives, environment: string): boolean {
  return names.length > 0 && names.every((name) => name.kind === "literal" && compare({ kind: "literal", value: name.value }, environment) === "entered");
}

/** All values of the name in one state; empty text is no environment. */
export function environmentNames(value: Value, state: State): Alternatives {
  const source = nameOf(value);
  if (!source) return [];
  return distinct(evaluateValue(source, state.contexts).map((found) => (found.kind === "object" ? property(found, "name", "name") : found)));
}

/** The name stands alone or under a key; a computed mapping carries it inside. */
function nameOf(value: Value): Value | undefined {
  return value.kind === "mapping" ? value.entries.find(([key]) => key.toLowerCase() === "name")?.[1] : value;
}

function compare(name: AbstractValue, environment: string): Reach["outcome"] {
  if (name.kind === "unknown" || name.kind === "list" || name.kind === "object") return "open";
  const text = fromParts(toParts(name));
  if (text.kind === "literal") {
    if (!sameEnvironment(String(text.value ?? ""), environment)) return "apart";
    return name.kind === "literal" && name.when !== undefined ? "open" : "entered";
  }
  if (text.kind !== "text") return "open";
  // Where an unknown part is empty, any blank can be at the edge: none of them is trusted to make a difference.
  const dense = text.parts.map((part) => (typeof part === "string" ? part.replace(/\s+/g, "") : part));
  return canBe(dense, environment.replace(/\s+/g, "")) ? "open" : "apart";
}
