// Room 1, sources. In: paths and references as users write them. Out: named byte streams. The only room that opens what is inspected.
export { memoryContainer } from "./memory.ts";
export { readAttached } from "./registry/referrers.ts";
export { openContainer } from "./reference.ts";
export type { Container, ContainerProblem } from "./container.ts";
export { openLogs } from "./log/open.ts";
export type { LogFile, LogSource } from "./log/source.ts";
export { openRunLogs, type JobLog, type Jobs, type RunPort, type RunSource } from "./log/run.ts";
export { holdWorkflows, openWorkflows, type WorkflowFiles } from "./workflow/open.ts";
export { Shelf } from "./workflow/shelf.ts";
export { openBranches, type Branch } from "./workflow/branches.ts";
export type { Answer, Ask } from "./workflow/ask.ts";
export type { FileContent, WorkflowCheckout } from "./workflow/checkout.ts";
