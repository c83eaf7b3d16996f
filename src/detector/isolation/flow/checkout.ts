// Code of strangers that is checked out under an event which has this repository's rights.
import type { FindingDraft, GapDraft } from "../../../finding/index.ts";
import { evaluateTemplate } from "../evaluate/evaluate.ts";
import { evaluateValue } from "../evaluate/matrix.ts";
import { describeUnknown } from "../evaluate/convert.ts";
import { nothing, sourcesOf, type AbstractValue } from "../evaluate/value.ts";
import { toFinding, toGap } from "../rules.ts";
import type { Run } from "../run.ts";
import { actionOf, parameter, scriptOf, walkSteps, type Stage } from "./steps.ts";

const RIGHTS = new Set(["pull_request_target", "workflow_run"]);
const FOREIGN = /^github\.(?:head_ref|event\.(?:pull_request\.(?:head|merge_commit_sha|number)|number|workflow_run\.(?:head|pull_requests)))/i;
const FOREIGN_SCRIPT = /\bgh\s+pr\s+checkout\b|\bgit\s[^\n]{0,200}\bpull\/[^\n]{0,100}(?:head|merge)\b|refs\/pull\//;
/** Commands that bring a revision into the work tree. */
const GIT = /\bgit\s+(?:-\S{1,80}\s+\S{1,200}\s+){0,4}(?:checkout|switch|reset|merge|pull|fetch|clone|worktree|rebase|cherry-pick|restore|archive|show)\b[^\n;&|]*$/;
const GIT_LINES = /\bgit\s+(?:-\S{1,80}\s+\S{1,200}\s+){0,4}(?:checkout|switch|reset|merge|pull|fetch|clone|worktree|rebase|cherry-pick|restore|archive|show)\b([^\n;&|]*)/g;

/** Of a line, what is looked at before an expression. */
const MAX_LINE = 500;

/** Whether such an event starts the run's workflow at all. */
export function hasForeignEvents(run: Run): boolean {
  return run.root.triggers.some(({ event }) => RIGHTS.has(event));
}

export function judgeCheckouts(run: Run): { findings: FindingDraft[]; gaps: GapDraft[] } {
  if (!hasForeignEvents(run)) return { findings: [], gaps: [] };
  const found = { findings: new Map<string, FindingDraft>(), gaps: new Map<string, GapDraft>() };
  for (const state of run.states) {
    if (state.event === undefined || !RIGHTS.has(state.event)) continue;
    for (const stage of walkSteps(run, state)) {
      const { at } = stage;
      const key = `${at.line}:${at.column}`;
      const verdict = judge(stage);
      if (verdict === "foreign") found.findings.set(key, toFinding("foreign-code-checkout", run, { at, shown: `foreign code under ${state.event}` }));
      else if (verdict) found.gaps.set(key, toGap("undecided-escalation", run, { at, detail: `under ${state.event} the job checks out a revision that is not known here (${verdict}); check out the event's own revision` }));
    }
  }
  return { findings: [...found.findings.values()], gaps: [...found.gaps.values()] };
}

/** "foreign", or what isn't known, or undefined. */
function judge(stage: Stage): "foreign" | string | undefined {
  const { step, contexts } = stage;
  if (FOREIGN_SCRIPT.test(scriptOf(step)) || fetchesForeign(stage)) return "foreign";
  if (!/(^|\/)checkout(?:-action)?$/.test(actionOf(step) ?? "")) return undefined;
  const values = ["ref", "repository"].flatMap((name) => {
    const value = parameter(step, name);
    return value ? evaluateValue(value, contexts) : [];
  });
  if (values.some(isForeign)) return "foreign";
  const open = values.filter((value) => sourcesOf(value).some((source) => !/^github\.(?:sha|ref|ref_name|base_ref|repository|workflow_sha)$/i.test(source)));
  return open.length > 0 ? describeUnknown(open) : undefined;
}

/** A revision that reaches git as an expression, or as a variable that holds one. */
function fetchesForeign({ step, contexts }: Stage): boolean {
  const env = contexts.get("env");
  const isVariable = (name: string) => env?.kind === "object" && isForeign(env.entries.get(name.toLowerCase()) ?? nothing);
  let line = "";
  for (const part of step.run?.template ?? []) {
    if (typeof part === "string") {
      line = (line + part.slice(-MAX_LINE)).split("\n").at(-1) ?? "";
      const named = [...part.replace(/\\\n/g, " ").matchAll(GIT_LINES)].flatMap(([, names = ""]) => [...names.matchAll(/\$\{?(\w+)/g)]);
      if (named.some(([, name = ""]) => isVariable(name))) return true;
    } else if (GIT.test(line.slice(-MAX_LINE)) && evaluateTemplate([part], contexts).some(isForeign)) return true;
  }
  return false;
}

function isForeign(value: AbstractValue): boolean {
  if (value.kind === "literal") return typeof value.value === "string" && value.value.includes("refs/pull/");
  return sourcesOf(value).some((source) => FOREIGN.test(source));
}
