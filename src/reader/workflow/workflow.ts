// One workflow file, from its bytes to the graph's type.
import { workflowShape } from "./grammar.ts";
import { toJob, toPermissions, type JobContext } from "./job.ts";
import type { Callable, InputDefinition, Trigger, Workflow } from "./model.ts";
import { findTexts, get, getText, toEntries, toValue, toWords, type Reading } from "./text.ts";
import { findDepartures } from "./validate.ts";
import { parseYaml, type Problem, type YamlNode } from "./yaml.ts";

const FILTER = /^(branches|tags|paths)(-ignore)?$/;

export type WorkflowPlace = { readonly id: string; readonly repository: string | null; readonly path: string };

/** Undefined bytes-to-text means that the file is not UTF-8. */
export function decode(bytes: Uint8Array): string | undefined {
  try {
    return new TextDecoder("utf-8", { fatal: true }).decode(bytes);
  } catch {
    return undefined;
  }
}

/** Null where nothing could be made of the file; a workflow with problems is read as far as it goes. */
export function readWorkflow(text: string, place: WorkflowPlace, context: Omit<JobContext, "reading"> & Pick<Reading, "known">): { workflow: Workflow | null; problems: Problem[] } {
  const { root, problems } = parseYaml(text);
  const reading: Reading = { problems, known: context.known, made: new Map() };
  if (!root) {
    if (problems.length === 0) problems.push({ at: { line: 1, column: 1 }, reason: "invalid-workflow", detail: "it is empty" });
    return { workflow: null, problems };
  }
  problems.push(...findDepartures(root, workflowShape));
  const on = get(root, "on");
  const jobs = get(root, "jobs");
  const workflow: Workflow = {
    id: place.id,
    repository: place.repository,
    name: getText(root, "name") || place.path,
    at: root.at,
    triggers: toTriggers(on),
    callable: toCallable(on, reading),
    dispatchInputs: toInputs(get(get(on, "workflow_dispatch"), "inputs"), reading),
    permissions: toPermissions(get(root, "permissions")),
    env: toEntries(get(root, "env"), reading),
    texts: findTexts(root, reading, ["jobs", "on"]),
    jobs: jobs?.kind === "mapping" ? jobs.pairs.map((pair) => toJob(pair, { ...context, reading })) : [],
  };
  return { workflow, problems: distinct(problems) };
}

/** A text can be read in two roles; its problem is one. */
function distinct(problems: readonly Problem[]): Problem[] {
  const seen = new Map(problems.map((problem) => [`${problem.at.line}:${problem.at.column}:${problem.detail}`, problem]));
  return [...seen.values()];
}

function toTriggers(on: YamlNode | undefined): Trigger[] {
  if (on?.kind !== "mapping") return on ? toWords(on).map((event) => ({ event, at: on.at, workflows: [], filtered: false })) : [];
  return on.pairs.map(({ key, at, value }) => ({
    event: key, at, workflows: toWords(get(value, "workflows")),
    filtered: value.kind === "mapping" && value.pairs.some((filter) => FILTER.test(filter.key)),
  }));
}

function toCallable(on: YamlNode | undefined, reading: Reading): Callable | null {
  if (!toTriggers(on).some((trigger) => trigger.event === "workflow_call")) return null;
  const call = get(on, "workflow_call");
  const secrets = get(call, "secrets");
  return {
    inputs: toInputs(get(call, "inputs"), reading),
    secrets: new Set(secrets?.kind === "mapping" ? secrets.pairs.map((pair) => pair.key.toLowerCase()) : []),
  };
}

function toInputs(node: YamlNode | undefined, reading: Reading): InputDefinition[] {
  if (node?.kind !== "mapping") return [];
  return node.pairs.map(({ key, value }) => {
    const fallback = get(value, "default");
    return { name: key.toLowerCase(), spelt: key, type: toInputType(getText(value, "type")), default: fallback ? toValue(fallback, reading) : null, options: toWords(get(value, "options")) };
  });
}

function toInputType(text: string | undefined): InputDefinition["type"] {
  return text === "boolean" || text === "number" || text === "choice" || text === "environment" ? text : "string";
}
