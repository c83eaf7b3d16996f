// YAML 1.2 with line and column of every node, as GitHub reads workflow files: no merge keys, no duplicate keys, one document.
import { EVENT_ID, NOT_RESOLVED, SCALAR_STYLE, YAMLException, boolCoreTag, floatCoreTag, getScalarValue, intCoreTag, nullCoreTag, parseEvents } from "js-yaml";
import type { GapReason } from "../../finding/index.ts";

/** Both count from 1; a column counts UTF-16 units. */
export type Position = { readonly line: number; readonly column: number };
export type Literal = null | boolean | number | string;
/** Why a file is not what GitHub would accept, or not what this reader can vouch for. */
export type Problem = { readonly at: Position; readonly reason: GapReason; readonly detail: string };

export type YamlScalar = { readonly kind: "scalar"; readonly at: Position; readonly value: Literal; readonly text: string };
export type YamlSequence = { readonly kind: "sequence"; readonly at: Position; readonly items: readonly YamlNode[] };
export type YamlMapping = { readonly kind: "mapping"; readonly at: Position; readonly pairs: readonly YamlPair[] };
export type YamlPair = { readonly key: string; readonly at: Position; readonly value: YamlNode };
export type YamlNode = YamlScalar | YamlSequence | YamlMapping;

/** Nodes after all aliases are written out; a file of the size limit without aliases stays below. */
const MAX_NODES = 1_000_000;
/** GitHub's own limit is 50 levels; a few more are read so that the schema can say where. */
const MAX_DEPTH = 60;

type Open = { readonly node: YamlNode; readonly children: YamlNode[]; readonly pairs: YamlPair[]; readonly keys: Set<string>; key: YamlScalar | undefined; anchor: string | undefined; size: number };
type YamlEvent = ReturnType<typeof parseEvents>[number];

/** Reads the first document. Never throws: what is wrong comes back as problems, and `root` is null where nothing could be read. */
export function parseYaml(text: string): Tree {
  return parse(text, new Set());
}

type Tree = { readonly root: YamlNode | null; readonly problems: Problem[] };

/** `pushed` are lines (from 0) that were pushed to the right. */
function parse(text: string, pushed: ReadonlySet<number>): Tree {
  const source = pushed.size === 0 ? text : text.split("\n").map((line, at) => (pushed.has(at) ? PUSH + line : line)).join("\n");
  try {
    return new TreeBuilder(source, pushed).build(parseEvents(source, { maxDepth: MAX_DEPTH }));
  } catch (error) {
    const closing = pushed.size < MAX_PUSHED ? findClosing(error, source) : undefined;
    if (closing !== undefined && !pushed.has(closing)) return parse(text, new Set([...pushed, closing]));
    if (error instanceof TooLarge) return { root: null, problems: [{ at: error.at, reason: "ratio-limit", detail: `its aliases write out to more than ${MAX_NODES} nodes` }] };
    if (!(error instanceof YAMLException)) throw error;
    const at = { line: (error.mark?.line ?? 0) + 1, column: (error.mark?.column ?? 0) + 1 };
    const deep = error.reason.includes("maxDepth");
    return { root: null, problems: [{ at, reason: deep ? "depth-limit" : "malformed", detail: deep ? `it nests deeper than ${MAX_DEPTH} levels` : "it is not valid YAML" }] };
  }
}

/** GitHub takes a closing bracket that stands no deeper than its key; the YAML standard, and so the parser, does not. */
const PUSH = " ".repeat(200);
const MAX_PUSHED = 100;

function findClosing(error: unknown, source: string): number | undefined {
  if (!(error instanceof YAMLException) || error.reason !== "deficient indentation" || !error.mark) return undefined;
  return /^\s*[\]}]/.test(source.split("\n")[error.mark.line] ?? "") ? error.mark.line : undefined;
}

class TooLarge extends Error {
  readonly at: Position;
  constructor(at: Position) {
    super("too many nodes");
    this.at = at;
  }
}

/** Turns the flat events into a tree; aliases share their target's children, so that only walking costs. */
class TreeBuilder {
  readonly #text: string;
  readonly #pushed: ReadonlySet<number>;
  readonly #lines: number[] = [0];
  readonly #anchors = new Map<string, { node: YamlNode; size: number }>();
  readonly #open: Open[] = [];
  readonly #problems: Problem[] = [];
  #root: YamlNode | null = null;
  #documents = 0;

  constructor(text: string, pushed: ReadonlySet<number>) {
    this.#text = text;
    this.#pushed = pushed;
    for (let at = text.indexOf("\n"); at >= 0; at = text.indexOf("\n", at + 1)) this.#lines.push(at + 1);
  }

  build(events: readonly YamlEvent[]): Tree {
    for (const event of events) {
      if (event.type === EVENT_ID.DOCUMENT) {
        if (++this.#documents === 2) this.#problem(this.#root?.at ?? { line: 1, column: 1 }, "it holds more than one YAML document");
      } else if (this.#documents > 1) continue;
      else if (event.type === EVENT_ID.POP) this.#close();
      else if (event.type === EVENT_ID.ALIAS) this.#alias(event);
      else if (event.type === EVENT_ID.SCALAR) this.#scalar(event);
      else this.#begin(event);
    }
    return { root: this.#root, problems: this.#problems };
  }

  #begin(event: Extract<YamlEvent, { start: number }>): void {
    const at = this.#position(event.start);
    this.#refuseTag(event.tagStart, at);
    const children: YamlNode[] = [];
    const pairs: YamlPair[] = [];
    const node: YamlNode = event.type === EVENT_ID.SEQUENCE ? { kind: "sequence", at, items: children } : { kind: "mapping", at, pairs };
    this.#open.push({ node, children, pairs, keys: new Set(), key: undefined, anchor: this.#name(event), size: 1 });
  }

  #close(): void {
    const closed = this.#open.pop();
    if (!closed) return; // the end of the document itself
    // An anchor exists only once its node is complete, so that a node can't hold itself.
    if (closed.anchor !== undefined) this.#anchors.set(closed.anchor, { node: closed.node, size: closed.size });
    this.#add(closed.node, closed.size);
  }

  #alias(event: Extract<YamlEvent, { type: typeof EVENT_ID.ALIAS }>): void {
    const at = this.#position(event.anchorStart - 1);
    const target = this.#anchors.get(this.#text.slice(event.anchorStart, event.anchorEnd));
    if (!target) this.#problem(at, "an alias names no earlier anchor, or one around itself");
    this.#add(target ? { ...target.node, at } : { kind: "scalar", at, value: null, text: "" }, target?.size ?? 1);
  }

  #scalar(event: Extract<YamlEvent, { type: typeof EVENT_ID.SCALAR }>): void {
    const parent = this.#open.at(-1);
    const at = event.valueStart < 0 ? (parent?.key?.at ?? parent?.node.at ?? { line: 1, column: 1 }) : this.#position(event.valueStart);
    this.#refuseTag(event.tagStart, at);
    const text = getScalarValue(this.#text, event);
    const node: YamlScalar = { kind: "scalar", at, value: event.style === SCALAR_STYLE.PLAIN && event.tagStart < 0 ? resolvePlain(text) : text, text };
    const anchor = this.#name(event);
    if (anchor !== undefined) this.#anchors.set(anchor, { node, size: 1 });
    this.#add(node, 1);
  }

  #add(node: YamlNode, size: number): void {
    const parent = this.#open.at(-1);
    if (!parent) {
      this.#root ??= node;
      return;
    }
    parent.size += size;
    if (parent.size > MAX_NODES) throw new TooLarge(node.at);
    if (parent.node.kind === "sequence") parent.children.push(node);
    else if (parent.key) {
      parent.pairs.push({ key: parent.key.text, at: parent.key.at, value: node });
      parent.key = undefined;
    } else parent.key = this.#toKey(node, parent.keys);
  }

  /** GitHub compares keys without case when it looks for duplicates. */
  #toKey(node: YamlNode, keys: Set<string>): YamlScalar {
    if (node.kind !== "scalar") {
      this.#problem(node.at, "a key is not plain text");
      return { kind: "scalar", at: node.at, value: "", text: "" };
    }
    const folded = node.text.toLowerCase();
    if (keys.has(folded)) this.#problem(node.at, "a key is there twice");
    if (folded === "<<") this.#problem(node.at, "merge keys (<<) are not part of GitHub's YAML");
    keys.add(folded);
    return node;
  }

  #refuseTag(tagStart: number, at: Position): void {
    if (tagStart >= 0) this.#problem(at, "an explicit YAML tag is not read");
  }

  #problem(at: Position, detail: string): void {
    this.#problems.push({ at, reason: "invalid-workflow", detail });
  }

  #name(event: { anchorStart: number; anchorEnd: number }): string | undefined {
    return event.anchorStart < 0 ? undefined : this.#text.slice(event.anchorStart, event.anchorEnd);
  }

  #position(offset: number): Position {
    let low = 0;
    let high = this.#lines.length;
    while (high - low > 1) {
      const middle = (low + high) >> 1;
      if ((this.#lines[middle] ?? 0) <= offset) low = middle;
      else high = middle;
    }
    const column = offset - (this.#lines[low] ?? 0) + 1;
    return { line: low + 1, column: this.#pushed.has(low) ? Math.max(1, column - PUSH.length) : column };
  }
}

/** The YAML 1.2 core schema: `yes` and `on` are text, `0x10` is 16. */
function resolvePlain(text: string): Literal {
  for (const tag of [nullCoreTag, boolCoreTag, intCoreTag, floatCoreTag]) {
    const value: Literal | typeof NOT_RESOLVED = tag.resolve(text, false, tag.tagName);
    if (value !== NOT_RESOLVED) return value;
  }
  return text;
}
