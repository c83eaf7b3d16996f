// Abstract interpretation of expressions: every value that an expression can have in a world that is known in part.
import type { Expression, Template, Text } from "../../../reader/workflow/index.ts";
import { equal, fromParts, less, toParts, truthOf, type Truth } from "./convert.ts";
import { callFunction } from "./function.ts";
import { distinct, either, falsy, isTainted, literal, nothing, onlyWhen, unknown, type AbstractValue, type Alternatives, type Unknown } from "./value.ts";

/** What the contexts hold. A context that isn't there is unknown. */
export type Contexts = ReadonlyMap<string, AbstractValue>;

/** Combinations of alternatives that one operator or call looks at before it gives up. */
const MAX_COMBINATIONS = 512;

/** One expression alone keeps its type; anything else is text. */
export function evaluateTemplate(template: Template, contexts: Contexts): Alternatives {
  const [only] = template;
  if (template.length === 1 && only !== undefined) return typeof only === "string" ? [literal(only)] : evaluate(only, contexts);
  const parts = template.map((part) => (typeof part === "string" ? [literal(part)] : evaluate(part, contexts)));
  return combine(parts, (values) => [fromParts(values.flatMap(toParts))]);
}

/** A scalar of a workflow file: what YAML made of it where it holds no expression. */
export function evaluateText(text: Text, contexts: Contexts): Alternatives {
  return text.contexts.size === 0 && text.template.every((part) => typeof part === "string") ? [literal(text.literal)] : evaluateTemplate(text.template, contexts);
}

export function evaluate(expression: Expression, contexts: Contexts): Alternatives {
  switch (expression.kind) {
    case "literal": return [literal(expression.value)];
    case "context": return [contexts.get(expression.name) ?? unknown(expression.spelt, false, expression.name === "vars")];
    case "property": return distinct(evaluate(expression.of, contexts).map((of) => property(of, expression.name, expression.spelt)));
    case "index": return combine([evaluate(expression.of, contexts), evaluate(expression.by, contexts)], ([of = nothing, by = nothing]) => index(of, by));
    case "every": return distinct(evaluate(expression.of, contexts).map((of) => unknown(`a list made with .*`, isTainted(of))));
    case "not": return distinct(evaluate(expression.of, contexts).flatMap((of) => onlyWhen(truths(negate(truthOf(of))), [of])));
    case "call": return call(expression.name, expression.parameters, contexts);
    case "binary": return binary(expression, contexts);
    default: return expression satisfies never;
  }
}

function binary(expression: Extract<Expression, { kind: "binary" }>, contexts: Contexts): Alternatives {
  const left = evaluate(expression.left, contexts);
  const { operator } = expression;
  if (operator === "&&" || operator === "||") return distinct(left.flatMap((value) => decide(value, operator, () => evaluate(expression.right, contexts))));
  return combine([left, evaluate(expression.right, contexts)], ([a = nothing, b = nothing]) => truths(compare(operator, a, b)));
}

/** `a && b` is a where a is false, else b; `a || b` the other way round. Where that is open, both count. */
function shortCircuit(left: AbstractValue, operator: "&&" | "||", right: () => Alternatives): Alternatives {
  const truth = truthOf(left);
  if (operator === "&&") return truth === true ? right() : truth === false ? [left] : [...falsy, ...right()];
  return truth === true ? [left] : truth === false ? right() : [left, ...right()];
}

/** What is decided by a fixed unknown counts only under it; a value that stands for itself does anyway. */
function decide(left: AbstractValue, operator: "&&" | "||", right: () => Alternatives): Alternatives {
  return shortCircuit(left, operator, right).flatMap((value) => (value === left ? [value] : onlyWhen([value], [left])));
}

function compare(operator: string, a: AbstractValue, b: AbstractValue): Truth {
  switch (operator) {
    case "==": return equal(a, b);
    case "!=": return negate(equal(a, b));
    case "<": return less(a, b);
    case ">": return less(b, a);
    case "<=": return orEqual(less(a, b), equal(a, b));
    case ">=": return orEqual(less(b, a), equal(a, b));
    default: return undefined;
  }
}

function orEqual(less: Truth, same: Truth): Truth {
  if (less === true || same === true) return true;
  return less === undefined || same === undefined ? undefined : false;
}

function negate(truth: Truth): Truth {
  return truth === undefined ? undefined : !truth;
}

function truths(truth: Truth): Alternatives {
  return truth === undefined ? either : [literal(truth)];
}

/** case(test, value, test, value, …, otherwise), of which only what is needed is evaluated; all other functions take every parameter. */
function call(name: string, parameters: readonly Expression[], contexts: Contexts): Alternatives {
  if (name !== "case") return combine(parameters.map((parameter) => evaluate(parameter, contexts)), (values) => callFunction(name, values));
  const found: AbstractValue[] = [];
  const causes: AbstractValue[] = [];
  for (let at = 0; at < parameters.length; at += 2) {
    const [test, value] = [parameters[at], parameters[at + 1]];
    if (!test) break;
    if (!value) return distinct([...found, ...onlyWhen(evaluate(test, contexts), causes)]);
    const tests = evaluate(test, contexts);
    const outcomes = tests.map(truthOf);
    causes.push(...tests);
    if (outcomes.some((truth) => truth !== false)) found.push(...onlyWhen(evaluate(value, contexts), causes));
    if (outcomes.every((truth) => truth === true)) return distinct(found);
  }
  return distinct([...found, unknown("case()")]);
}

/** Every combination of one alternative of each. */
export function combine(sets: readonly Alternatives[], toResults: (values: readonly AbstractValue[]) => Alternatives): Alternatives {
  const count = sets.reduce((product, set) => product * set.length, 1);
  if (count > MAX_COMBINATIONS) return [unknown("a choice of many values", sets.some((set) => set.some(isTainted)))];
  let rows: (readonly AbstractValue[])[] = [[]];
  for (const set of sets) rows = rows.flatMap((row) => set.map((value) => [...row, value]));
  return distinct(rows.flatMap((row) => onlyWhen(toResults(row), row)));
}

/** `name` is in lower case, `spelt` as the file has it. */
export function property(of: AbstractValue, name: string, spelt: string): AbstractValue {
  if (of.kind === "unknown") return deeper(of, spelt);
  if (of.kind !== "object") return of.kind === "text" ? nothing : of.kind === "list" ? unknown(`a property of a list`, isTainted(of)) : nothing;
  return of.entries.get(name) ?? (of.rest ? deeper(of.rest, spelt) : nothing);
}

function deeper(of: Unknown, name: string): Unknown {
  return of.from.length > 100 ? of : unknown(`${of.from}.${name}`, of.tainted, of.fixed);
}

function index(of: AbstractValue, by: AbstractValue): Alternatives {
  if (by.kind === "literal" && typeof by.value === "string") return [property(of, by.value.toLowerCase(), by.value)];
  if (of.kind === "list" && by.kind === "literal" && typeof by.value === "number") return [of.items[Math.floor(by.value)] ?? nothing];
  if (of.kind === "literal") return [nothing];
  return [unknown("an item with a computed index", isTainted(of))];
}
