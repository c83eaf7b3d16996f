// What a workflow can find when it starts: the event and the inputs. One world per combination, so that values that belong together stay so.
import type { Call, Callable, InputDefinition, Workflow } from "../../../reader/workflow/index.ts";
import { fromParts, toParts } from "./convert.ts";
import { combine, type Contexts } from "./evaluate.ts";
import { evaluateValue } from "./matrix.ts";
import { isTainted, keyOf, literal, nothing, onlyWhen, sourcesOf, unknown, type AbstractValue, type Alternatives } from "./value.ts";

export type World = {
  /** Undefined where any event can be it. */
  readonly event: string | undefined;
  readonly inputs: AbstractValue;
};

/** What all worlds of one question have in common. */
export type Setting = {
  readonly environment: string;
  /** owner/name, where it is known. */
  readonly repository: string | undefined;
};

/** More worlds of one invocation are not told apart: their inputs become unknown. */
const MAX_WORLDS = 64;
const NO_INPUTS: AbstractValue = { kind: "object", entries: new Map(), rest: null };

/** Worlds in which events start a workflow. */
export function openWorlds(workflow: Workflow, setting: Setting): World[] {
  return workflow.triggers.filter(({ event }) => event !== "workflow_call").flatMap(({ event }) => {
    if (event !== "workflow_dispatch") return [{ event, inputs: NO_INPUTS }];
    return toInputs(workflow.dispatchInputs.map((input) => [input.name, dispatched(input, setting)])).map((inputs) => ({ event, inputs }));
  });
}

/** The world in which somebody that isn't known calls the workflow. */
export function openCalledWorld(callable: Callable): World {
  const entries = new Map(callable.inputs.map((input): [string, AbstractValue] => [input.name, unknown(`inputs.${input.spelt}`, false, true)]));
  return { event: undefined, inputs: { kind: "object", entries, rest: null } };
}

/** Who starts a workflow by hand can choose any environment that exists. */
function dispatched(input: InputDefinition, setting: Setting): Alternatives {
  const fallback = input.default ? evaluateValue(input.default, new Map()) : [];
  switch (input.type) {
    case "boolean": return [literal(true), literal(false)];
    case "choice": return [...input.options.map(literal), ...(fallback.length > 0 ? fallback : [literal("")])];
    case "environment": return [literal(setting.environment), unknown(`inputs.${input.spelt}`)];
    case "string":
    case "number": return [unknown(`inputs.${input.spelt}`)];
    default: return input.type satisfies never;
  }
}

/** Worlds of a called workflow, from one state of the calling job. */
export function bindWorlds(call: Call, callable: Callable, caller: { event: string | undefined; contexts: Contexts }): World[] {
  const passed = new Map(call.with.map(([key, value]) => [key.toLowerCase(), value]));
  const bound = callable.inputs.map((input): [string, Alternatives] => {
    const value = passed.get(input.name);
    const outcomes = value ? evaluateValue(value, caller.contexts).map((outcome) => coerce(outcome, input)) : [];
    const isOpen = outcomes.length === 0 || outcomes.some((outcome) => outcome.kind === "literal" && outcome.value === null);
    return [input.name, isOpen ? [...outcomes.map(blankNull), ...missing(input, caller.contexts)] : outcomes];
  });
  return toInputs(bound).map((inputs) => ({ event: caller.event, inputs }));
}

function missing(input: InputDefinition, contexts: Contexts): Alternatives {
  const own = new Map([...contexts].filter(([name]) => name === "github"));
  if (input.default) return evaluateValue(input.default, own).map((value) => blankNull(coerce(value, input)));
  return [literal(input.type === "boolean" ? false : input.type === "number" ? 0 : "")];
}

function blankNull(value: AbstractValue): AbstractValue {
  return value.kind === "literal" && value.value === null ? literal("") : value;
}

function coerce(value: AbstractValue, input: InputDefinition): AbstractValue {
  if (value.kind === "literal" && value.value === null) return nothing;
  if (input.type === "string") return value.kind === "unknown" ? value : (onlyWhen([fromParts(toParts(value))], [value])[0] ?? value);
  if (value.kind === "literal" && typeof value.value === input.type) return value;
  return unknown(sourcesOf(value)[0] ?? `inputs.${input.spelt}`, isTainted(value));
}

/** Every combination, each one object. */
function toInputs(bound: readonly (readonly [string, Alternatives])[]): Alternatives {
  const count = bound.reduce((product, [, values]) => product * values.length, 1);
  const sets = count <= MAX_WORLDS ? bound : bound.map(([name, values]) => [name, values.length === 1 ? values : [unknown("inputs", values.some(isTainted))]] as const);
  return combine(sets.map(([, values]) => values), (values) => [{ kind: "object", entries: new Map(sets.map(([name], at) => [name, values[at] ?? nothing])), rest: null }]);
}

/** Without repetitions; too many become one world of unknown inputs for each event. */
export function distinctWorlds(worlds: readonly World[]): World[] {
  const found = new Map(worlds.map((world) => [`${world.event ?? "?"} ${keyOf(world.inputs)}`, world]));
  if (found.size <= MAX_WORLDS) return [...found.values()];
  const tainted = worlds.some((world) => isTainted(world.inputs));
  return [...new Set(worlds.map((world) => world.event))].map((event) => ({ event, inputs: unknown("inputs", tainted) }));
}

/** The contexts of a job in a world. `needs` says which needed jobs are outside the allowed ones. */
export function toContexts(world: World, setting: Setting, needs: ReadonlyMap<string, boolean>): Map<string, AbstractValue> {
  const github = new Map<string, AbstractValue>();
  if (world.event !== undefined) github.set("event_name", literal(world.event));
  if (setting.repository !== undefined) {
    github.set("repository", literal(setting.repository));
    github.set("repository_owner", literal(setting.repository.split("/")[0] ?? ""));
  }
  const needed = [...needs].map(([job, tainted]): [string, AbstractValue] => {
    const entries = new Map<string, AbstractValue>([["outputs", unknown(`needs.${job}.outputs`, tainted)], ["result", unknown(`needs.${job}.result`)]]);
    return [job.toLowerCase(), { kind: "object", entries, rest: null }];
  });
  return new Map<string, AbstractValue>([
    ["github", { kind: "object", entries: github, rest: unknown("github") }],
    ["inputs", world.inputs],
    ["needs", { kind: "object", entries: new Map(needed), rest: null }],
  ]);
}
