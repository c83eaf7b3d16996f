// Room 3, isolation. In: the workflow graph and a question. Out: what reaches the environment, what is open, what is assumed. Pure.
export { assertIsolation, type Assertion } from "./assert.ts";
export { judgeBranch } from "./github/branch.ts";
export { listAdmitted } from "./github/gate.ts";
export { findAllowedJobs, type BranchState, type Question } from "./question.ts";
export { parseWitness, type Witness } from "./witness/record.ts";
export { isolationRules, isolationRuleSet } from "./rules.ts";
