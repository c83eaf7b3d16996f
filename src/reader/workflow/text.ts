// From YAML nodes to the graph's texts and values: expressions are parsed here, once.
import { findMentions, parseCondition, parseTemplate, type Template } from "./expression/template.ts";
import type { Text, Value } from "./model.ts";
import type { Problem, YamlMapping, YamlNode, YamlScalar } from "./yaml.ts";

export type Entry = readonly [key: string, value: Value];

/** Stands for an expression that could not be parsed: no context has this name, so that its value is unknown. */
const UNREADABLE: Template = [{ kind: "context", name: "?" }];

export function toText(node: YamlScalar, problems: Problem[], parse: (text: string) => Template | undefined = parseTemplate): Text {
  const template = parse(node.text);
  if (!template) problems.push({ at: node.at, reason: "invalid-workflow", detail: "an expression is not closed or not valid" });
  const read = template ?? UNREADABLE;
  return { at: node.at, template: read, literal: node.value, ...findMentions(read) };
}

export function toCondition(node: YamlNode | undefined, problems: Problem[]): Text | null {
  return node?.kind === "scalar" ? toText(node, problems, parseCondition) : null;
}

export function toValue(node: YamlNode, problems: Problem[]): Value {
  switch (node.kind) {
    case "scalar": return { kind: "scalar", at: node.at, text: toText(node, problems) };
    case "sequence": return { kind: "sequence", at: node.at, items: node.items.map((item) => toValue(item, problems)) };
    case "mapping": return { kind: "mapping", at: node.at, entries: toEntries(node, problems) };
    default: return node satisfies never;
  }
}

export function toEntries(node: YamlNode | undefined, problems: Problem[]): Entry[] {
  return node?.kind === "mapping" ? node.pairs.map((pair) => [pair.key, toValue(pair.value, problems)] as const) : [];
}

/** Texts below a node that mention a context; pairs with a key in `without` are left out at the top. */
export function findTexts(node: YamlNode, problems: Problem[], without: readonly string[] = []): Text[] {
  const found: Text[] = [];
  const visit = (current: YamlNode): void => {
    if (current.kind === "scalar") {
      if (!current.text.includes("${{")) return;
      const text = toText(current, problems);
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
