// Steps of a job or a composite action, groups of parallel steps written out in order.
import type { Step } from "./model.ts";
import { get, toCondition, toEntries, toText, type Reading } from "./text.ts";
import type { YamlNode } from "./yaml.ts";

/** Steps of the composite action that a step uses, and how that action opens others; null where it uses something else. `depth` counts composites around it. */
export type OpenAction = (uses: string, depth: number) => { readonly steps: YamlNode | undefined; readonly open: OpenAction } | "unreadable" | null;
export type StepContext = { readonly reading: Reading; readonly openAction: OpenAction; readonly depth: number; readonly lane?: string };

/** GitHub nests composite actions no deeper. */
export const MAX_ACTION_DEPTH = 10;

export function toSteps(node: YamlNode | undefined, context: StepContext): Step[] {
  if (node?.kind !== "sequence") return [];
  return node.items.flatMap((item) => {
    const group = get(item, "parallel");
    return group ? toSteps(group, { ...context, lane: context.lane ?? `${item.at.line}:${item.at.column}` }) : [toStep(item, context)];
  });
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
    condition: toCondition(get(node, "if"), reading),
    tolerated: !isFalse(get(node, "continue-on-error")),
    background: !isFalse(get(node, "background")),
    lane: context.lane ?? null,
    inner: action === null || action === "unreadable" ? null : toSteps(action.steps, { ...context, openAction: action.open, depth: context.depth + 1 }),
    unreadable: action === "unreadable",
  };
}

/** What is computed counts as true. */
function isFalse(node: YamlNode | undefined): boolean {
  return node === undefined || (node.kind === "scalar" && node.value === false);
}
