// Room 2, workflows. In: workflow files of a checkout. Out: one graph of workflows, jobs and calls with positions, and gaps. Evaluates nothing.
export { readWorkflows } from "./graph.ts";
export type {
  Call, Callable, InputDefinition, Job, PermissionLevel, Permissions, RunsOn, Step, Target, Text, Trigger, Value, Workflow, WorkflowGraph,
} from "./model.ts";
export type { BinaryOperator, Expression } from "./expression/syntax.ts";
export type { Template } from "./expression/template.ts";
export type { Literal, Position } from "./yaml.ts";
export { readTrust } from "./trust/read.ts";
export type { Condition, Test, TrustRule } from "./trust/rule.ts";
export { readSettings, type Place, type Settings } from "./settings/settings.ts";
export type { Known } from "./settings/known.ts";
export type { Admission, Protection } from "./settings/protection.ts";
export type { RecordedRun } from "./settings/recorded-run.ts";
export type { SubjectForm } from "./settings/subject.ts";
