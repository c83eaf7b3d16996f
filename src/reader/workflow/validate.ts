// Compares a YAML tree with the grammar and says where it departs, so that nothing is judged on a misreading.
import type { Shape } from "./grammar.ts";
import type { Problem, YamlMapping, YamlNode, YamlScalar } from "./yaml.ts";

/** Enough to repair a file; a wreck needs no complete list. */
const MAX_PROBLEMS = 20;

/** All departures, in the order of the file, up to a limit. Details name keys of the grammar only, never the file's own text. */
export function findDepartures(node: YamlNode, shape: Shape): Problem[] {
  const problems: Problem[] = [];
  check({ node, shape, part: "", key: "", problems });
  return problems;
}

/** `key` is the nearest key of the grammar, `part` what of its value the node is; put into words only where something is wrong. */
type Task = { readonly node: YamlNode; readonly shape: Shape; readonly part: "" | "an item of " | "a value of "; readonly key: string; readonly problems: Problem[] };

function placeOf({ part, key }: Task): string {
  return part + (key === "" ? "the file" : `"${key}"`);
}

function check(task: Task): void {
  const { node, shape, key, problems } = task;
  if (problems.length >= MAX_PROBLEMS) return;
  if (shape.kind === "any") return;
  if (shape.kind === "either") return checkEither(task, shape.shapes);
  if (!fits(node, shape)) {
    problems.push({ at: node.at, reason: "invalid-workflow", detail: `${placeOf(task)} is not ${describe(shape)}` });
    return;
  }
  if (node.kind === "sequence" && shape.kind === "list") for (const item of node.items) check({ node: item, shape: shape.of, part: "an item of ", key, problems });
  if (node.kind === "mapping" && shape.kind === "mapping") checkMapping(task, node, shape);
}

/** Only alternatives of the right kind are compared: the nearest of them says what is wrong. */
function checkEither(task: Task, shapes: readonly Shape[]): void {
  const { node, shape, problems } = task;
  let nearest: Problem[] | undefined;
  for (const candidate of shapes) {
    if (!isLikely(node, candidate)) continue;
    const found: Problem[] = [];
    check({ ...task, shape: candidate, problems: found });
    if (found.length === 0) return;
    if (!nearest || found.length < nearest.length) nearest = found;
  }
  problems.push(...(nearest ?? [{ at: node.at, reason: "invalid-workflow" as const, detail: `${placeOf(task)} is not ${describe(shape)}` }]));
}

function isLikely(node: YamlNode, shape: Shape): boolean {
  if (shape.kind === "either" || shape.kind === "any") return true;
  if (shape.kind !== "mapping" || node.kind !== "mapping") return fits(node, shape);
  return requiredKeys(shape).every((key) => has(node, key));
}

function has(node: YamlMapping, key: string): boolean {
  return node.pairs.some((pair) => pair.key === key);
}

function checkMapping(task: Task, node: YamlMapping, shape: Extract<Shape, { kind: "mapping" }>): void {
  const { key, problems } = task;
  for (const pair of node.pairs) {
    const known = shapeOf(shape, pair.key);
    const expected = known ?? shape.rest;
    if (pair.key.includes("${{")) problems.push({ at: pair.at, reason: "unsupported-feature", detail: `${placeOf(task)} has a computed key, which is not read` });
    else if (!expected) problems.push({ at: pair.at, reason: "invalid-workflow", detail: `${placeOf(task)} has a key that GitHub does not know there` });
    else check(known ? { node: pair.value, shape: known, part: "", key: pair.key, problems } : { node: pair.value, shape: expected, part: "a value of ", key, problems });
    if (problems.length >= MAX_PROBLEMS) return;
  }
  for (const name of requiredKeys(shape)) {
    if (!has(node, name)) problems.push({ at: node.at, reason: "invalid-workflow", detail: `${placeOf(task)} has no "${name}"` });
  }
}

function shapeOf(shape: Extract<Shape, { kind: "mapping" }>, key: string): Shape | undefined {
  if (Object.hasOwn(shape.keys, key)) return shape.keys[key];
  return requiredKeys(shape).includes(key) ? shape.keys[`${key}!`] : undefined;
}

const required = new WeakMap<Shape, readonly string[]>();

/** Keys that must be there; the grammar never changes, so that they are looked up once. */
function requiredKeys(shape: Extract<Shape, { kind: "mapping" }>): readonly string[] {
  const known = required.get(shape) ?? Object.keys(shape.keys).flatMap((key) => (key.endsWith("!") ? [key.slice(0, -1)] : []));
  required.set(shape, known);
  return known;
}

function fits(node: YamlNode, shape: Exclude<Shape, { kind: "any" | "either" }>): boolean {
  if (shape.kind === "list") return node.kind === "sequence" || (shape.expression && isExpression(node));
  if (shape.kind === "mapping") return node.kind === "mapping" || (shape.expression && isExpression(node));
  if (node.kind !== "scalar") return false;
  switch (shape.kind) {
    case "empty": return node.value === null;
    case "boolean": return typeof node.value === "boolean" || (shape.expression && isExpression(node));
    case "number": return typeof node.value === "number" || (shape.expression && isExpression(node));
    case "text": return fitsText(node, shape);
    default: return shape satisfies never;
  }
}

function fitsText(node: YamlScalar, shape: Extract<Shape, { kind: "text" }>): boolean {
  if (!shape.expression && node.text.includes("${{")) return false;
  if (shape.filled && node.text === "") return false;
  return !shape.oneOf || shape.oneOf.includes(node.text);
}

function isExpression(node: YamlNode): boolean {
  return node.kind === "scalar" && typeof node.value === "string" && /^\s*\$\{\{/.test(node.value) && node.value.trimEnd().endsWith("}}");
}

function describe(shape: Shape): string {
  switch (shape.kind) {
    case "any": return "a value";
    case "empty": return "empty";
    case "text": return shape.oneOf && shape.oneOf.length < 8 ? `one of ${shape.oneOf.join(", ")}` : shape.filled ? "filled text" : "text";
    case "boolean": return "true or false";
    case "number": return "a number";
    case "list": return "a list";
    case "mapping": return "a mapping";
    case "either": return [...new Set(shape.shapes.map(describe))].join(" or ");
    default: return shape satisfies never;
  }
}
