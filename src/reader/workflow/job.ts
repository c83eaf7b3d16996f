// One job of a workflow file, from its YAML to the graph's type.
import { permissionScopes } from "./grammar.ts";
import type { Call, Job, PermissionLevel, Permissions, RunsOn, Target, Text } from "./model.ts";
import { toSteps, type StepContext } from "./step.ts";
import { findTexts, get, getText, toCondition, toEntries, toText, toValue, toWords, type Reading } from "./text.ts";
import type { YamlNode, YamlPair } from "./yaml.ts";

export type JobContext = StepContext & { readonly resolve: (uses: string) => Target };

export function toJob(pair: YamlPair, context: JobContext): Job {
  const { reading } = context;
  const node = pair.value;
  const value = (key: string, parent: YamlNode | undefined = node) => {
    const found = get(parent, key);
    return found && !(found.kind === "scalar" && found.value === null) ? toValue(found, reading) : null;
  };
  return {
    id: pair.key,
    at: pair.at,
    condition: toCondition(get(node, "if"), reading),
    needs: toWords(get(node, "needs")),
    environment: value("environment"),
    permissions: toPermissions(get(node, "permissions")),
    matrix: toMatrix(get(node, "strategy"), reading),
    runsOn: toRunsOn(get(node, "runs-on"), reading),
    env: toEntries(get(node, "env"), reading),
    container: value("container"),
    services: value("services"),
    shell: value("shell", get(get(node, "defaults"), "run")),
    steps: toSteps(get(node, "steps"), context),
    call: toCall(node, context),
    texts: findTexts(node, reading, ["secrets"]),
  };
}

function toCall(node: YamlNode, context: JobContext): Call | null {
  const uses = get(node, "uses");
  if (uses?.kind !== "scalar") return null;
  const secrets = get(node, "secrets");
  const passed = secrets?.kind === "mapping" ? new Map<string, Text>() : null;
  if (secrets?.kind === "mapping") {
    for (const { key, value } of secrets.pairs) if (value.kind === "scalar") passed?.set(key.toLowerCase(), toText(value, context.reading));
  }
  const inherits = secrets?.kind === "scalar" && secrets.text === "inherit";
  return {
    at: uses.at, uses: uses.text, target: context.resolve(uses.text),
    with: toEntries(get(node, "with"), context.reading), secrets: inherits ? "inherit" : passed,
  };
}

/** The matrix may be an expression, and so may the strategy around it. */
function toMatrix(strategy: YamlNode | undefined, reading: Reading) {
  if (!strategy) return null;
  if (strategy.kind === "scalar") return toValue(strategy, reading);
  const matrix = get(strategy, "matrix");
  return matrix ? toValue(matrix, reading) : null;
}

function toRunsOn(node: YamlNode | undefined, reading: Reading): RunsOn | null {
  if (!node) return null;
  const labels = node.kind === "mapping" ? get(node, "labels") : node;
  const group = get(node, "group");
  return {
    at: node.at,
    labels: labels === undefined ? [] : labels.kind === "sequence" ? labels.items.map((item) => toValue(item, reading)) : [toValue(labels, reading)],
    group: group ? toValue(group, reading) : null,
  };
}

/** `write-all` includes id-token; a mapping sets every scope that it doesn't list to none. */
export function toPermissions(node: YamlNode | undefined): Permissions | null {
  if (!node) return null;
  if (node.kind === "scalar") {
    if (node.text === "write-all") return { at: node.at, others: "write", scopes: {} };
    return node.text === "read-all" ? { at: node.at, others: "read", scopes: { "id-token": "none" } } : null;
  }
  if (node.kind !== "mapping") return null;
  const scopes: Record<string, PermissionLevel> = {};
  for (const { key } of node.pairs) {
    const level = getText(node, key);
    const isKnown = permissionScopes.some((scope) => scope === key);
    if (isKnown && (level === "read" || level === "write" || level === "none")) scopes[key] = level;
  }
  return { at: node.at, others: "none", scopes };
}
