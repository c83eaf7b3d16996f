// Truth, equality and text of values, as GitHub converts them (docs: "Evaluate expressions in workflows and actions", Operators).
import type { Literal } from "../../../reader/workflow/index.ts";
import { sourcesOf, unknown, type AbstractValue, type Unknown } from "./value.ts";

/** Undefined is "can't be known". */
export type Truth = boolean | undefined;

export function truthOf(value: AbstractValue): Truth {
  switch (value.kind) {
    case "literal": return !(value.value === null || value.value === false || value.value === "" || value.value === 0 || Number.isNaN(value.value));
    case "list":
    case "object": return true;
    case "text": return value.parts.some((part) => typeof part === "string" && part !== "") ? true : undefined;
    case "unknown": return undefined;
    default: return value satisfies never;
  }
}

/** Loose equality: same types compare, others as numbers; text without case. */
export function equal(left: AbstractValue, right: AbstractValue): Truth {
  if (left.kind === "unknown" || right.kind === "unknown") return undefined;
  if (left.kind === "literal" && right.kind === "literal") return equalLiterals(left.value, right.value);
  if (left.kind === "text" || right.kind === "text") {
    if (left.kind === "text" && right.kind === "literal" && typeof right.value === "string") return canBe(left.parts, right.value) ? undefined : false;
    if (right.kind === "text" && left.kind === "literal" && typeof left.value === "string") return canBe(right.parts, left.value) ? undefined : false;
    return undefined;
  }
  // A list or an object equals only itself, and whether both are the same one is not followed.
  return left.kind === "literal" || right.kind === "literal" ? false : undefined;
}

function equalLiterals(left: Literal, right: Literal): Truth {
  if (typeof left === "string" && typeof right === "string") {
    if (left === right) return true;
    // GitHub folds case by simple upper-case mapping: beyond ASCII only clear cases are decided.
    if (fold(left) !== fold(right)) return false;
    return isAscii(left) && isAscii(right) ? true : undefined;
  }
  if (left === null && right === null) return true;
  if (typeof left === "boolean" && typeof right === "boolean") return left === right;
  return toNumber(left) === toNumber(right);
}

/** `<` and its kin; the result for `left < right`. */
export function less(left: AbstractValue, right: AbstractValue): Truth {
  if (left.kind !== "literal" || right.kind !== "literal") return undefined;
  if (typeof left.value === "string" && typeof right.value === "string") {
    if (!isAscii(left.value) || !isAscii(right.value)) return undefined;
    return left.value.toUpperCase() < right.value.toUpperCase();
  }
  return toNumber(left.value) < toNumber(right.value);
}

export function toNumber(value: Literal): number {
  if (value === null) return 0;
  if (typeof value === "boolean") return value ? 1 : 0;
  if (typeof value === "number") return value;
  const text = value.trim();
  if (text === "") return 0;
  return /^[+-]?(?:\d+\.?\d*|\.\d+)(?:e[+-]?\d+)?$/i.test(text) || /^0x[0-9a-f]+$/i.test(text) || /^0o[0-7]+$/i.test(text) ? Number(text) : Number.NaN;
}

/** Pieces of the text that a value becomes in the middle of other text. */
export function toParts(value: AbstractValue): readonly (string | Unknown)[] {
  switch (value.kind) {
    case "literal": return literalParts(value.value);
    case "text": return value.parts;
    case "list": return ["Array"];
    case "object": return ["Object"];
    case "unknown": return [value];
    default: return value satisfies never;
  }
}

function literalParts(value: Literal): readonly (string | Unknown)[] {
  if (value === null) return [""];
  // Only numbers that every notation prints alike are vouched for.
  if (typeof value === "number" && !/^-?\d{1,15}(\.\d{1,6})?$/.test(String(value))) return [unknown("a number")];
  return [String(value)];
}

/** Neighbouring constants are joined; text without unknown parts is a literal, and one unknown alone is text all the same. */
export function fromParts(parts: readonly (string | Unknown)[]): AbstractValue {
  const joined: (string | Unknown)[] = [];
  for (const part of parts) {
    const last = joined.at(-1);
    if (typeof part === "string" && typeof last === "string") joined[joined.length - 1] = last + part;
    else if (part !== "") joined.push(part);
  }
  const [only] = joined;
  if (joined.length === 0) return { kind: "literal", value: "" };
  return joined.length === 1 && typeof only === "string" ? { kind: "literal", value: only } : { kind: "text", parts: joined };
}

/** Whether text with unknown parts can be `wanted`, case folded. */
export function canBe(parts: readonly (string | Unknown)[], wanted: string): boolean {
  const target = fold(wanted);
  const pieces = parts.map((part) => (typeof part === "string" ? fold(part) : null));
  const first = pieces[0];
  const last = pieces.at(-1);
  let at = typeof first === "string" ? first.length : 0;
  if (typeof first === "string" && !target.startsWith(first)) return false;
  const end = typeof last === "string" && pieces.length > 1 ? target.length - last.length : target.length;
  if (typeof last === "string" && (!target.endsWith(last) || (pieces.length > 1 && end < at))) return false;
  if (pieces.length === 1 && typeof first === "string") return target === first;
  for (const piece of pieces.slice(typeof first === "string" ? 1 : 0, typeof last === "string" ? -1 : undefined)) {
    if (piece === null) continue;
    const found = target.indexOf(piece, at);
    if (found < 0 || found + piece.length > end) return false;
    at = found + piece.length;
  }
  return true;
}

/** Names that GitHub could take for the same become the same text; a few that it tells apart may, too. */
export function fold(text: string): string {
  return isAscii(text) ? text.toLowerCase() : text.normalize("NFKC").toUpperCase().toLowerCase().normalize("NFKC");
}

function isAscii(text: string): boolean {
  return /^[\x00-\x7f]*$/.test(text);
}

/** For messages: what is not known about a value. */
export function describeUnknown(values: readonly AbstractValue[]): string {
  return [...new Set(values.flatMap(sourcesOf))].slice(0, 3).join(", ") || "its value";
}
