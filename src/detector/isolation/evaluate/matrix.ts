// The combinations of strategy.matrix, with include and exclude (GitHub docs: "Running variations of jobs in a workflow").
import type { Value } from "../../../reader/workflow/index.ts";
import { equal } from "./convert.ts";
import { evaluateText, combine, type Contexts } from "./evaluate.ts";
import { distinct, nothing, unknown, type AbstractValue, type Alternatives } from "./value.ts";

type Row = ReadonlyMap<string, AbstractValue>;

/** GitHub starts no more jobs from one matrix. */
const MAX_ROWS = 256;
const ANYTHING: Alternatives = [unknown("matrix")];

/** What the matrix context can be. Each alternative is one object, so that its values stay together. */
export function evaluateMatrix(matrix: Value, contexts: Contexts): Alternatives {
  if (matrix.kind === "scalar") return distinct(evaluateText(matrix.text, contexts).flatMap(fromComputed));
  if (matrix.kind !== "mapping") return ANYTHING;
  const vectors = new Map<string, AbstractValue>();
  for (const [key, value] of matrix.entries) {
    const alternatives = evaluateValue(value, contexts);
    const only = alternatives.length === 1 ? alternatives[0] : undefined;
    if (!only) return ANYTHING;
    vectors.set(key.toLowerCase(), only);
  }
  return fromVectors(vectors);
}

/** Any YAML value, with its expressions evaluated. */
export function evaluateValue(value: Value, contexts: Contexts): Alternatives {
  switch (value.kind) {
    case "scalar": return evaluateText(value.text, contexts);
    case "sequence": return combine(value.items.map((item) => evaluateValue(item, contexts)), (items) => [{ kind: "list", items }]);
    case "mapping": {
      const keys = value.entries.map(([key]) => key.toLowerCase());
      return combine(value.entries.map(([, item]) => evaluateValue(item, contexts)), (items) => [
        { kind: "object", entries: new Map(keys.map((key, at) => [key, items[at] ?? nothing])), rest: null },
      ]);
    }
    default: return value satisfies never;
  }
}

/** No expression anywhere in it. */
export function isConstantValue(value: Value): boolean {
  switch (value.kind) {
    case "scalar": return value.text.contexts.size === 0;
    case "sequence": return value.items.every(isConstantValue);
    case "mapping": return value.entries.every(([, item]) => isConstantValue(item));
    default: return value satisfies never;
  }
}

/** Whether the rows of the matrix make a difference to a value. */
export function mentionsMatrix(value: Value): boolean {
  switch (value.kind) {
    case "scalar": return value.text.contexts.has("matrix");
    case "sequence": return value.items.some(mentionsMatrix);
    case "mapping": return value.entries.some(([, item]) => mentionsMatrix(item));
    default: return value satisfies never;
  }
}

function fromComputed(value: AbstractValue): Alternatives {
  return value.kind === "object" && !value.rest ? fromVectors(value.entries) : [unknown("matrix", value.kind === "unknown" && value.tainted)];
}

function fromVectors(all: ReadonlyMap<string, AbstractValue>): Alternatives {
  const vectors = [...all].filter(([key]) => key !== "include" && key !== "exclude");
  const includes = toFilters(all.get("include"));
  const excludes = toFilters(all.get("exclude")) ?? [];
  const tainted = [...all.values()].some((value) => value.kind === "unknown" && value.tainted);
  if (!includes || vectors.reduce((product, [, vector]) => product * (vector.kind === "list" ? vector.items.length : 1), 1) > MAX_ROWS) return [unknown("matrix", tainted)];
  let rows: Row[] = vectors.length === 0 ? [] : [new Map()];
  for (const [key, vector] of vectors) {
    const items = vector.kind === "list" ? vector.items : [unknown("matrix", tainted)];
    rows = rows.flatMap((row) => items.map((item) => new Map([...row, [key, item]])));
  }
  const kept = rows.filter((row) => !excludes.some((filter) => matches(row, filter) === true));
  const names = new Set(vectors.map(([key]) => key));
  const result = include(kept, includes, names);
  return result.length > MAX_ROWS * 2 ? [unknown("matrix", tainted)] : distinctRows(result);
}

/** Undefined where the list itself is not known. */
function toFilters(value: AbstractValue | undefined): Row[] | undefined {
  if (value === undefined || (value.kind === "literal" && value.value === null)) return [];
  if (value.kind !== "list") return undefined;
  const filters: Row[] = [];
  for (const item of value.items) {
    if (item.kind !== "object" || item.rest) return undefined;
    filters.push(item.entries);
  }
  return filters;
}

/** Keys of the matrix are conditions, others are added to every row that meets them; without such a row the include is a row of its own. */
function include(rows: readonly Row[], includes: readonly Row[], names: ReadonlySet<string>): Row[] {
  const met = new Set<Row>();
  const extended = rows.flatMap((row) => {
    let variants: Row[] = [row];
    for (const filter of includes) {
      const condition = new Map([...filter].filter(([key]) => names.has(key)));
      const extra = [...filter].filter(([key]) => !names.has(key));
      const outcome = matches(row, condition);
      if (outcome === false) continue;
      if (outcome === true) met.add(filter);
      const added = variants.map((variant): Row => new Map([...variant, ...extra]));
      variants = outcome === true ? added : [...variants, ...added];
    }
    return variants;
  });
  return [...extended, ...includes.filter((filter) => !met.has(filter))];
}

function matches(row: Row, filter: Row): boolean | undefined {
  let result: boolean | undefined = true;
  for (const [key, wanted] of filter) {
    const outcome = same(row.get(key) ?? nothing, wanted);
    if (outcome === false) return false;
    if (outcome === undefined) result = undefined;
  }
  return result;
}

/** Lists and objects in a filter are compared leaf by leaf, and only as far as the filter goes. */
function same(value: AbstractValue, wanted: AbstractValue): boolean | undefined {
  if (wanted.kind === "list") {
    const items = value.kind === "list" ? value.items : undefined;
    return all(wanted.items.map((item, at) => (items ? same(items[at] ?? nothing, item) : value.kind === "unknown" ? undefined : same(nothing, item))));
  }
  if (wanted.kind === "object") {
    if (value.kind === "unknown") return undefined;
    const entries = value.kind === "object" ? value.entries : new Map<string, AbstractValue>();
    return all([...wanted.entries].map(([key, item]) => same(entries.get(key) ?? nothing, item)));
  }
  return equal(value, wanted);
}

function all(outcomes: readonly (boolean | undefined)[]): boolean | undefined {
  if (outcomes.includes(false)) return false;
  return outcomes.includes(undefined) ? undefined : true;
}

function distinctRows(rows: readonly Row[]): Alternatives {
  return rows.map((entries) => ({ kind: "object", entries, rest: null }));
}
