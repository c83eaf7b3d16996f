// Steps that start other workflows with a token of their own: GitHub lets a personal token or an app's do what the job's may not.
import { fromParts, toParts } from "../evaluate/convert.ts";
import { evaluateTemplate } from "../evaluate/evaluate.ts";
import { evaluateValue } from "../evaluate/matrix.ts";
import type { Run } from "../run.ts";
import { actionOf, parameter, scriptOf, walkSteps, type Stage } from "./steps.ts";

/** `event` is what starts at the other end; `workflow` the file or name that is started, undefined where it isn't constant or not said. */
export type Dispatch = { readonly at: Stage["at"]; readonly event: "workflow_dispatch" | "repository_dispatch" | "rerun"; readonly workflow: string | undefined };

const WORKFLOW_ACTIONS = /^(?:benc-uk\/workflow-dispatch|the-actions-org\/workflow-dispatch|convictional\/trigger-workflow-and-wait|lasith-kg\/dispatch-workflow|codex-\/return-dispatch|aurelien-baudet\/workflow-dispatch)$/;
const REPOSITORY_ACTIONS = /^(?:peter-evans\/repository-dispatch|myrotvorets\/trigger-repository-dispatch-action)$/;
const WORKFLOW_INPUTS = ["workflow", "workflow_file_name", "workflow-file-name"];

/** Calls of GitHub's API and command line, as scripts spell them. */
const SCRIPTS: readonly { readonly event: Dispatch["event"]; readonly pattern: RegExp }[] = [
  { event: "workflow_dispatch", pattern: /\bgh\s+workflow\s+run\s+(?:(?:-[rRFfj]|--(?:ref|repo|field|raw-field))[= ]\S{1,200}\s+|--json\s+){0,20}["']?([^\s"'|;&-][^\s"'|;&]*)?/g },
  { event: "workflow_dispatch", pattern: /\/actions\/workflows\/([^/\s"']{1,100})\/dispatches\b/g },
  { event: "workflow_dispatch", pattern: /\bcreateWorkflowDispatch\b(?:[^}]{0,500}?\bworkflow_id\s*:\s*["'`]([^"'`$]+)["'`])?/g },
  { event: "repository_dispatch", pattern: /\/repos\/[^\s"']{1,120}?\/dispatches\b(?<!\/actions\/workflows\/[^/]{1,100}\/dispatches)()/g },
  { event: "repository_dispatch", pattern: /\bcreateDispatchEvent\b()/g },
  { event: "rerun", pattern: /\bgh\s+run\s+rerun\b()|\/actions\/(?:runs|jobs)\/[^/\s"']{1,100}\/rerun\b|\breRun(?:Workflow|JobForWorkflowRun)\w*\b/g },
];

/** Everything that the steps of a job start elsewhere, whatever token they do it with. */
export function findDispatches(run: Run): Dispatch[] {
  if (run.job.call) return [];
  const found = new Map<string, Dispatch>();
  for (const state of run.states) {
    for (const dispatch of walkSteps(run, state).flatMap(dispatchesIn)) found.set(`${dispatch.event} ${dispatch.at.line}:${dispatch.at.column} ${dispatch.workflow ?? ""}`, dispatch);
  }
  return [...found.values()];
}

function dispatchesIn(stage: Stage): Dispatch[] {
  const { step, at } = stage;
  const action = actionOf(step) ?? "";
  if (REPOSITORY_ACTIONS.test(action)) return [{ at, event: "repository_dispatch", workflow: undefined }];
  if (WORKFLOW_ACTIONS.test(action)) return [{ at, event: "workflow_dispatch", workflow: constantOf(stage, WORKFLOW_INPUTS) }];
  const script = `${scriptOf(step).replace(/\\\n/g, " ")}\n${/(^|\/)github-script$/.test(action) ? textOf(stage, "script") : ""}`;
  return SCRIPTS.flatMap(({ event, pattern }) => [...script.matchAll(pattern)].map((match) => ({ at, event, workflow: toConstant(match[1]) })));
}

/** A name with a variable or expression in it could be any. */
function toConstant(name: string | undefined): string | undefined {
  return name === undefined || name === "" || /[$`{]/.test(name) ? undefined : name;
}

function constantOf({ step, contexts }: Stage, names: readonly string[]): string | undefined {
  const given = names.map((name) => parameter(step, name)).find((value) => value !== undefined);
  if (!given) return undefined;
  const values = evaluateValue(given, contexts).map((value) => fromParts(toParts(value)));
  const [only] = values;
  return values.length === 1 && only?.kind === "literal" && typeof only.value === "string" ? toConstant(only.value) : undefined;
}

/** Text of a parameter with its expressions, as far as they are constant. */
function textOf({ step, contexts }: Stage, name: string): string {
  const value = parameter(step, name);
  if (value?.kind !== "scalar") return "";
  return evaluateTemplate(value.text.template, contexts).map((found) => toParts(found).map((part) => (typeof part === "string" ? part : "$")).join("")).join("\n");
}
