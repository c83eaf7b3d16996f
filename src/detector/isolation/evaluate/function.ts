// The functions of expressions (docs: "Evaluate expressions in workflows and actions", Functions).
import { equal, fold, fromParts, toParts } from "./convert.ts";
import { either, isTainted, literal, sourcesOf, unknown, type AbstractValue, type Alternatives, type Unknown } from "./value.ts";

type Fn = (parameters: readonly AbstractValue[]) => Alternatives;

const FUNCTIONS: Readonly<Record<string, Fn>> = {
  always: () => [literal(true)],
  success: () => either,
  failure: () => either,
  cancelled: () => either,
  contains: ([where, what]) => contains(where ?? literal(null), what ?? literal(null)),
  startswith: ([where, what]) => affix(where, what, (text, part) => text.startsWith(part)),
  endswith: ([where, what]) => affix(where, what, (text, part) => text.endsWith(part)),
  format: ([pattern, ...values]) => [format(pattern ?? literal(null), values)],
  join: ([list, separator]) => [join(list ?? literal(null), separator ?? literal(","))],
  fromjson: ([text]) => [fromJson(text ?? literal(null))],
};

/** A function that is not known, or not followed, can return anything. */
export function callFunction(name: string, parameters: readonly AbstractValue[]): Alternatives {
  const fn = Object.hasOwn(FUNCTIONS, name) ? FUNCTIONS[name] : undefined;
  return fn ? fn(parameters) : [opaque("a function that is not followed", parameters)];
}

function opaque(from: string, values: readonly AbstractValue[]): Unknown {
  return unknown(values.flatMap(sourcesOf)[0] ?? from, values.some(isTainted));
}

function contains(where: AbstractValue, what: AbstractValue): Alternatives {
  if (where.kind === "list") {
    const truths = where.items.map((item) => equal(item, what));
    if (truths.includes(true)) return [literal(true)];
    return truths.includes(undefined) ? either : [literal(false)];
  }
  const text = constant(where);
  const part = constant(what);
  if (text !== undefined && part !== undefined) return decide(text, part, (a, b) => a.includes(b));
  const knownPieces = where.kind === "text" ? where.parts.filter((piece) => typeof piece === "string") : [];
  return part !== undefined && isAscii(part) && knownPieces.some((piece) => isAscii(piece) && fold(piece).includes(fold(part))) ? [literal(true)] : either;
}

function affix(where: AbstractValue | undefined, what: AbstractValue | undefined, test: (text: string, part: string) => boolean): Alternatives {
  const text = where && constant(where);
  const part = what && constant(what);
  if (text !== undefined && part !== undefined) return decide(text, part, test);
  if (where?.kind !== "text" || part === undefined) return either;
  // The part with anything before and behind it, as far as the text leaves that open.
  const hole = unknown("");
  const open = test("ab", "a") ? [part, hole] : [hole, part];
  return overlaps(where.parts, open, test("ab", "a")) ? either : [literal(false)];
}

/** Whether text that starts (or ends) with constants can start (or end) with `part`: constants at that end must agree as far as both go. */
function overlaps(parts: readonly (string | Unknown)[], open: readonly (string | Unknown)[], atStart: boolean): boolean {
  const known = atStart ? parts[0] : parts.at(-1);
  const part = open.find((piece) => typeof piece === "string") ?? "";
  if (typeof known !== "string" || typeof part !== "string") return true;
  const [a, b] = [fold(known), fold(part)];
  const length = Math.min(a.length, b.length);
  return atStart ? a.slice(0, length) === b.slice(0, length) : a.slice(a.length - length) === b.slice(b.length - length);
}

/** Case is folded; beyond ASCII only a difference is certain. */
function decide(text: string, part: string, test: (text: string, part: string) => boolean): Alternatives {
  if (!test(fold(text), fold(part))) return isAscii(text) && isAscii(part) ? [literal(false)] : either;
  return test(text, part) || (isAscii(text) && isAscii(part)) ? [literal(true)] : either;
}

function isAscii(text: string): boolean {
  return !/[^\x20-\x7e\s]/.test(text);
}

function constant(value: AbstractValue): string | undefined {
  const text = fromParts(toParts(value));
  return text.kind === "literal" && typeof text.value === "string" ? text.value : undefined;
}

function format(pattern: AbstractValue, values: readonly AbstractValue[]): AbstractValue {
  const text = constant(pattern);
  if (text === undefined) return opaque("format()", [pattern, ...values]);
  const parts: (string | Unknown)[] = [];
  for (const piece of text.split(/(\{\{|\}\}|\{\d+\})/)) {
    const index = /^\{(\d+)\}$/.exec(piece)?.[1];
    if (index === undefined) parts.push(piece === "{{" ? "{" : piece === "}}" ? "}" : piece);
    else parts.push(...toParts(values[Number(index)] ?? unknown("format()")));
  }
  return fromParts(parts);
}

function join(list: AbstractValue, separator: AbstractValue): AbstractValue {
  if (list.kind === "unknown" || list.kind === "object") return opaque("join()", [list, separator]);
  const items = list.kind === "list" ? list.items : [list];
  return fromParts(items.flatMap((item, index) => (index === 0 ? toParts(item) : [...toParts(separator), ...toParts(item)])));
}

function fromJson(value: AbstractValue): AbstractValue {
  const text = constant(value);
  if (text === undefined) return opaque("fromJSON()", [value]);
  try {
    return fromData(JSON.parse(text), 0);
  } catch {
    return unknown("fromJSON() of text that is not JSON");
  }
}

function fromData(data: unknown, depth: number): AbstractValue {
  if (depth > 50) return unknown("deeply nested JSON");
  if (data === null || typeof data === "boolean" || typeof data === "number" || typeof data === "string") return literal(data);
  if (Array.isArray(data)) return { kind: "list", items: data.map((item) => fromData(item, depth + 1)) };
  const entries = new Map<string, AbstractValue>();
  for (const [key, item] of Object.entries(data as object)) {
    // Keys that differ in case only can't be told apart here.
    const name = key.toLowerCase();
    entries.set(name, entries.has(name) ? unknown("a key that is there twice") : fromData(item, depth + 1));
  }
  return { kind: "object", entries, rest: null };
}
