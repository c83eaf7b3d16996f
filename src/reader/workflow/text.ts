// From YAML nodes to the graph's texts and values: expressions are parsed here, once.
import { findMentions, parseCondition, parseTemplate, type Mentions, type Template } from "./expression/template.ts";
import type { Text, Value } from "./model.ts";
import type { Problem, YamlMapping, YamlNode, YamlScalar } from "./yaml.ts";

export type Entry = readonly [key: string, value: Value];

/** What reading one file gathers, and what it shares with other files: equal texts are parsed once, a node has one text in all its roles. */
export type Reading = { readonly problems: Problem[]; readonly known: Readonly<Record<Role, Map<string, Parsed>>>; readonly made: Map<YamlScalar, Text> };
type Role = "text" | "condition";
type Parsed = { readonly valid: boolean; readonly template: Template } & Mentions;

/** Stands for an expression that could not be parsed: no context has this name, so that its value is unknown. */
const UNREADABLE: Template = [{ kind: "context", name: "?", spelt: "an expression that is not valid" }];

export function toText(node: YamlScalar, reading: Reading, role: Role = "text"): Text {
  const made = reading.made.get(node);
  if (made && role === "text") return made;
  const known = reading.known[role];
  const parsed = known.get(node.text) ?? parse(node.text, role);
  known.set(node.text, parsed);
  if (!parsed.valid) reading.problems.push({ at: node.at, reason: "invalid-workflow", detail: "an expression is not closed or not valid" });
  const { template, contexts, secrets, allSecrets } = parsed;
  const text = { at: node.at, literal: node.value, template, contexts, secrets, allSecrets };
  if (role === "text") reading.made.set(node, text);
  return text;
}

function parse(text: string, role: Role): Parsed {
  const template = role === "text" ? parseTemplate(text) : parseCondition(text);
  const read = template ?? UNREADABLE;
  return { valid: template !== undefined, template: read, ...findMentions(read) };
}

export function toCondition(node: YamlNode | undefined, reading: Reading): Text | null {
  return node?.kind === "scalar" ? toText(node, reading, "condition") : null;
}

export function toValue(node: YamlNode, reading: Reading): Value {
  switch (node.kind) {
    case "scalar": return { kind: "scalar", at: node.at, text: toText(node, reading) };
    case "sequence": return { kind: "sequence", at: node.at, items: node.items.map((item) => toValue(item, reading)) };
    case "mapping": return { kind: "mapping", at: node.at, entries: toEntries(node, reading) };
    default: return node satisfies never;
  }
}

export function toEntries(node: YamlNode | undefined, reading: Reading): Entry[] {
  return node?.kind === "mapping" ? node.pairs.map((pair) => [pair.key, toValue(pair.value, reading)] as const) : [];
}

/** Texts below a node that mention a context; pairs with a key in `without` are left out at the top. */
export function findTexts(node: YamlNode, reading: Reading, without: readonly string[] = []): Text[] {
  const found: Text[] = [];
  const visit = (current: YamlNode): void => {
    if (current.kind === "scalar") {
      if (!current.text.includes("${{")) return;
      const text = toText(current, reading);
      if (text.contexts.size > 0) found.push(text);
    } else if (current.kind === "sequence") current.items.forEach(visit);
    else current.pairs.forEach((pair) => visit(pair.value));
  };
  if (node.kind === "mapping") for (const pair of node.pairs) if (!without.includes(pair.key)) visit(pair.value);
  return found;
}

/** The value of a key, whatever it is. */
export function get(node: YamlNode | undefined, key: string): YamlNode | undefined {
  return node?.kind === "mapping" ? pairOf(node, key)?.value : undefined;
}

/** The text of a key that holds a scalar. */
export function getText(node: YamlNode | undefined, key: string): string | undefined {
  const value = get(node, key);
  return value?.kind === "scalar" ? value.text : undefined;
}

/** One word or a list of words. */
export function toWords(node: YamlNode | undefined): string[] {
  if (node?.kind === "scalar") return node.value === null ? [] : [node.text];
  return node?.kind === "sequence" ? node.items.flatMap((item) => (item.kind === "scalar" ? [item.text] : [])) : [];
}

function pairOf(node: YamlMapping, key: string) {
  return node.pairs.find((pair) => pair.key === key);
}
