// Values that an expression can have when part of the world is unknown. What is not known is never guessed.
import type { Literal } from "../../../reader/workflow/index.ts";

/**
 * Any value at all. `from` names the place it comes from, `tainted` says that a job outside the allowed ones chose it, `fixed` that it is
 * one value, set by somebody once and not known here: what hangs on it is open, where other unknown values change from event to event.
 */
export type Unknown = { readonly kind: "unknown"; readonly from: string; readonly tainted: boolean; readonly fixed: boolean };
/** Text of which some parts are unknown. */
export type PartialText = { readonly kind: "text"; readonly parts: readonly (string | Unknown)[] };
/** `rest` is what keys that aren't listed have; null where there are none. Keys are in lower case. */
export type ObjectValue = { readonly kind: "object"; readonly entries: ReadonlyMap<string, AbstractValue>; readonly rest: Unknown | null };
export type AbstractValue =
  /** `when` names the fixed unknown that must turn out right for this value. */
  | { readonly kind: "literal"; readonly value: Literal; readonly when?: string }
  | PartialText
  | { readonly kind: "list"; readonly items: readonly AbstractValue[] }
  | ObjectValue
  | Unknown;
/** Everything that a value can be; never empty. */
export type Alternatives = readonly AbstractValue[];

/** Beyond this a set of alternatives is no longer told apart from "anything". */
const MAX_ALTERNATIVES = 64;

export function literal(value: Literal): AbstractValue {
  return { kind: "literal", value };
}

export function unknown(from: string, tainted = false, fixed = false): Unknown {
  return { kind: "unknown", from, tainted, fixed };
}

export const nothing = literal(null);
export const either: Alternatives = [literal(true), literal(false)];
/** What `x && y` leaves when an unknown x is false. */
export const falsy: Alternatives = [literal(false), literal(""), literal(0)];

export function isTainted(value: AbstractValue): boolean {
  switch (value.kind) {
    case "literal": return false;
    case "unknown": return value.tainted;
    case "text": return value.parts.some((part) => typeof part !== "string" && part.tainted);
    case "list": return value.items.some(isTainted);
    case "object": return (value.rest?.tainted ?? false) || [...value.entries.values()].some(isTainted);
    default: return value satisfies never;
  }
}

/** The fixed unknown that a value hangs on, if it hangs on one. */
function fixedSourceOf(value: AbstractValue): string | undefined {
  switch (value.kind) {
    case "literal": return value.when;
    case "unknown": return value.fixed ? value.from : undefined;
    case "text": return value.parts.map((part) => (typeof part === "string" ? undefined : fixedSourceOf(part))).find(Boolean);
    case "list": return value.items.map(fixedSourceOf).find(Boolean);
    case "object": return [...value.entries.values(), ...(value.rest ? [value.rest] : [])].map(fixedSourceOf).find(Boolean);
    default: return value satisfies never;
  }
}

/** The same values, which count only where the fixed unknown of `cause` turns out right. */
export function onlyWhen(values: Alternatives, cause: readonly AbstractValue[]): Alternatives {
  const when = cause.map(fixedSourceOf).find(Boolean);
  return when === undefined ? values : values.map((value) => (value.kind === "literal" && value.when === undefined ? { ...value, when } : value));
}

/** Names of the unknown parts, for messages. */
export function sourcesOf(value: AbstractValue): string[] {
  switch (value.kind) {
    case "literal": return value.when === undefined ? [] : [value.when];
    case "unknown": return [value.from];
    case "text": return value.parts.flatMap((part) => (typeof part === "string" ? [] : [part.from]));
    case "list": return value.items.flatMap(sourcesOf);
    case "object": return [...value.entries.values()].flatMap(sourcesOf).concat(value.rest ? [value.rest.from] : []);
    default: return value satisfies never;
  }
}

/** Without repetitions; too many become one unknown that remembers whether any was tainted. */
export function distinct(values: Iterable<AbstractValue>): Alternatives {
  const found = new Map<string, AbstractValue>();
  for (const value of values) {
    const key = keyOf(value);
    // A value that is there in any case needs no condition.
    if (value.kind !== "literal" || value.when === undefined || !found.has(key)) found.set(key, value);
  }
  const list = [...found.values()];
  return list.length <= MAX_ALTERNATIVES ? list : [unknown(list.flatMap(sourcesOf)[0] ?? "a choice of many values", list.some(isTainted))];
}

/** Equal keys mean equal values. */
export function keyOf(value: AbstractValue): string {
  switch (value.kind) {
    case "literal": return typeof value.value === "number" ? `n${value.value}` : JSON.stringify(value.value);
    case "unknown": return `?${value.tainted ? "!" : ""}${value.fixed ? "=" : ""}${value.from}`;
    case "text": return `t${JSON.stringify(value.parts.map((part) => (typeof part === "string" ? part : [keyOf(part)])))}`;
    case "list": return `[${value.items.map(keyOf).join()}]`;
    case "object": return `{${[...value.entries].map(([key, item]) => `${JSON.stringify(key)}:${keyOf(item)}`).join()}${value.rest ? keyOf(value.rest) : ""}}`;
    default: return value satisfies never;
  }
}
