// Compares a YAML tree with the grammar and says where it departs, so that nothing is judged on a misreading.
import type { Shape } from "./grammar.ts";
import type { Problem, YamlMapping, YamlNode, YamlScalar } from "./yaml.ts";

/** Enough to repair a file; a wreck needs no complete list. */
const MAX_PROBLEMS = 20;

/** All departures, in the order of the file, up to a limit. Details name keys of the grammar only, never the file's own text. */
export function findDepartures(node: YamlNode, shape: Shape): Problem[] {
  const problems: Problem[] = [];
  check({ node, shape, place: "the file", problems });
  return problems;
}

type Task = { readonly node: YamlNode; readonly shape: Shape; readonly place: string; readonly problems: Problem[] };

function check({ node, shape, place, problems }: Task): void {
  if (problems.length >= MAX_PROBLEMS) return;
  if (shape.kind === "any") return;
  if (shape.kind === "either") return checkEither({ node, shape, place, problems });
  if (!fits(node, shape)) {
    problems.push({ at: node.at, reason: "invalid-workflow", detail: `${place} is not ${describe(shape)}` });
    return;
  }
  if (node.kind === "sequence" && shape.kind === "list") for (const item of node.items) check({ node: item, shape: shape.of, place: `an item of ${place}`, problems });
  if (node.kind === "mapping" && shape.kind === "mapping") checkMapping({ node, shape, place, problems });
}

/** Only alternatives of the right kind are compared: the nearest of them says what is wrong. */
function checkEither({ node, shape, place, problems }: Task & { shape: Extract<Shape, { kind: "either" }> }): void {
  let nearest: Problem[] | undefined;
  for (const candidate of shape.shapes) {
    if (!isLikely(node, candidate)) continue;
    const found: Problem[] = [];
    check({ node, shape: candidate, place, problems: found });
    if (found.length === 0) return;
    if (!nearest || found.length < nearest.length) nearest = found;
  }
  problems.push(...(nearest ?? [{ at: node.at, reason: "invalid-workflow" as const, detail: `${place} is not ${describe(shape)}` }]));
}

function isLikely(node: YamlNode, shape: Shape): boolean {
  if (shape.kind === "either" || shape.kind === "any") return true;
  if (shape.kind !== "mapping" || node.kind !== "mapping") return fits(node, shape);
  return Object.keys(shape.keys).every((key) => !key.endsWith("!") || has(node, key.slice(0, -1)));
}

function has(node: YamlMapping, key: string): boolean {
  return node.pairs.some((pair) => pair.key === key);
}

function checkMapping({ node, shape, place, problems }: { node: YamlMapping; shape: Extract<Shape, { kind: "mapping" }>; place: string; problems: Problem[] }): void {
  for (const pair of node.pairs) {
    const known = Object.hasOwn(shape.keys, pair.key) ? shape.keys[pair.key] : Object.hasOwn(shape.keys, `${pair.key}!`) ? shape.keys[`${pair.key}!`] : undefined;
    const expected = known ?? shape.rest;
    if (pair.key.includes("${{")) problems.push({ at: pair.at, reason: "unsupported-feature", detail: `${place} has a computed key, which is not read` });
    else if (!expected) problems.push({ at: pair.at, reason: "invalid-workflow", detail: `${place} has a key that GitHub does not know there` });
    else check({ node: pair.value, shape: expected, place: known ? `"${pair.key}"` : `a value of ${place}`, problems });
    if (problems.length >= MAX_PROBLEMS) return;
  }
  for (const key of Object.keys(shape.keys)) {
    if (key.endsWith("!") && !has(node, key.slice(0, -1))) problems.push({ at: node.at, reason: "invalid-workflow", detail: `${place} has no "${key.slice(0, -1)}"` });
  }
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
