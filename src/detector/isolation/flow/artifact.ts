// Artifacts of other jobs, from the step that downloads them to the first that could use them: in between they must be verified.
import type { Step } from "../../../reader/workflow/index.ts";
import { evaluateTemplate } from "../evaluate/evaluate.ts";
import { truthOf } from "../evaluate/convert.ts";
import { readDeeds, type Deed } from "./script.ts";
import { actionOf, parameter, scriptOf, type Stage } from "./steps.ts";

const DOWNLOADS = /(^|[/-])download-artifacts?$/;
const VERIFIES = /(^|[/-])compliance-verify$/;
/** They bring tools, sources or credentials, and run nothing of what lies in the folder. */
const HARMLESS = /(^|\/)(?:checkout|setup-[\w-]+|[\w-]*installer|upload-artifact|login-action|login|auth|configure-aws-credentials|harden-runner|isolation-witness|cache)$/;

type Event = { readonly stage: Stage; readonly deed: Deed; readonly foreign: boolean };

/** Steps whose artifacts are used, or kept to the end, without a verification that must succeed. `inRun`: other jobs run beside this one. */
export function findUnverified(stages: readonly Stage[], { inRun }: { inRun: boolean }): Stage[] {
  const found = new Set<Stage>();
  let open: Stage[] = [];
  for (const { stage, deed, foreign } of toEvents(stages)) {
    if (deed === "fetch" && (inRun || foreign)) open.push(stage);
    if (deed === "verify") open = open.filter((one) => !covers(stage, one));
    if (deed === "use") for (const one of open) found.add(one);
  }
  for (const stage of open) found.add(stage);
  return [...found];
}

/** Steps that run side by side have no order: whatever one of them verifies, another may have used before. */
function toEvents(stages: readonly Stage[]): Event[] {
  const events: Event[] = [];
  for (let at = 0; at < stages.length; ) {
    const lane = stages[at]?.step.lane ?? null;
    const end = lane === null ? at + 1 : stages.findIndex((stage, index) => index > at && stage.step.lane !== lane);
    const group = stages.slice(at, end < 0 ? undefined : end);
    const told = group.flatMap(deedsOf);
    events.push(...(lane === null ? told : told.toSorted((a, b) => ORDER.indexOf(a.deed) - ORDER.indexOf(b.deed))));
    at += group.length;
  }
  return events;
}

const ORDER: readonly Deed[] = ["fetch", "use", "verify"];

function deedsOf(stage: Stage): Event[] {
  const { step } = stage;
  const action = actionOf(step);
  const toEvent = (deed: Deed, foreign = false): Event[] => [{ stage, deed, foreign }];
  if (action === undefined) return readDeeds(scriptOf(step), traitsOf(step)).flatMap((deed) => toEvent(deed, true));
  if (DOWNLOADS.test(action)) return toEvent("fetch", parameter(step, "run-id") !== undefined || parameter(step, "run_id") !== undefined);
  if (VERIFIES.test(action)) return toEvent("verify");
  // The steps of a composite action follow it.
  return step.inner || HARMLESS.test(action) ? [] : toEvent("use");
}

/** GitHub runs scripts with `bash -e`, and with pipefail where bash is asked for by name (docs: "jobs.<job_id>.steps[*].shell"). */
function traitsOf({ shell }: Step): { exits: boolean; pipes: boolean } {
  const template = shell?.template;
  const text = template === undefined ? "" : template.map((part) => (typeof part === "string" ? part : "?")).join("");
  return { exits: !text.includes("{0}") || /\s-\w*e/.test(text), pipes: text === "bash" || /pipefail/.test(text) };
}

/** A verification that may be skipped, or whose failure is forgiven, stops nothing; one under the download's own condition runs with it. */
function covers({ step, contexts }: Stage, download: Stage): boolean {
  if (step.tolerated || step.background) return false;
  if (!step.condition) return true;
  const { template } = step.condition;
  if (JSON.stringify(template) === JSON.stringify(download.step.condition?.template)) return true;
  const [only] = template;
  if (template.length === 1 && typeof only === "object" && only.kind === "call" && (only.name === "success" || only.name === "always")) return true;
  return evaluateTemplate(template, contexts).every((value) => truthOf(value) === true);
}
