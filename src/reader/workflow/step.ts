// Steps of a job or a composite action, groups of parallel steps written out in order.
import type { Step } from "./model.ts";
import { get, toEntries, toText, type Reading } from "./text.ts";
import type { YamlNode } from "./yaml.ts";

/** Steps of the composite action that a step uses, and how that action opens others; null where it uses something else. `depth` counts composites around it. */
export type OpenAction = (uses: string, depth: number) => { readonly steps: YamlNode | undefined; readonly open: OpenAction } | "unreadable" | null;
export type StepContext = { readonly reading: Reading; readonly openAction: OpenAction; readonly depth: number };

/** GitHub nests composite actions no deeper. */
export const MAX_ACTION_DEPTH = 10;

export function toSteps(node: YamlNode | undefined, context: StepContext): Step[] {
  if (node?.kind !== "sequence") return [];
  return node.items.flatMap((item) => (get(item, "parallel") ? toSteps(get(item, "parallel"), context) : [toStep(item, context)]));
}

function toStep(node: YamlNode, context: StepContext): Step {
  const { reading } = context;
  const run = get(node, "run");
  const shell = get(node, "shell");
  const uses = get(node, "uses");
  const usesText = uses?.kind === "scalar" ? uses.text : null;
  const action = usesText === null ? null : context.openAction(usesText, context.depth);
  return {
    at: node.at,
    run: run?.kind === "scalar" ? toText(run, reading) : null,
    shell: shell?.kind === "scalar" ? toText(shell, reading) : null,
    uses: usesText,
    usesAt: uses?.at ?? null,
    with: toEntries(get(node, "with"), reading),
    env: toEntries(get(node, "env"), reading),
    inner: action === null || action === "unreadable" ? null : toSteps(action.steps, { ...context, openAction: action.open, depth: context.depth + 1 }),
    unreadable: action === "unreadable",
  };
}
