// Whether the workflows of another branch keep out of the environment: the same judgement, in one word and a reason.
import type { WorkflowGraph } from "../../../reader/workflow/index.ts";
import { assertIsolation } from "../assert.ts";
import type { BranchState, Question } from "../question.ts";

/** Jobs are allowed there by the same names. */
export function judgeBranch(name: string, graph: WorkflowGraph, question: Question): BranchState {
  const { findings, gaps } = assertIsolation(graph, { ...question, settings: undefined, branches: undefined });
  // That nothing there enters the environment is no lack.
  const [open] = gaps.filter((gap) => gap.reason !== "unverifiable" && gap.reason !== "nothing-examined");
  const [finding] = findings;
  if (finding) return { name, outcome: "reached", why: finding.title.replace(/^A /, "a ") };
  return open ? { name, outcome: "open", why: open.detail } : { name, outcome: "apart", why: "" };
}
