// Side room, the deployment. In: an attested image on disk, a target, a runner of commands. Out: what the cluster runs afterwards,
// judged. Drives kubectl, and docker for nodes of k3d; holds no credential of the cluster, which kubectl finds by itself.
export { targetSchema, type Target } from "./target.ts";
export type { Ports } from "./cluster/kubectl.ts";
export type { Order } from "./order.ts";
export { loadSchema, toTestCard, type LoadPlan } from "./load/plan.ts";
export { underLoad, type Load, type Loaded, type LoadPorts } from "./load/under-load.ts";
export { rollOutMeasured, type Measured } from "./measured.ts";
export { openPorts } from "./ports.ts";
export { toRolloutRecord } from "./record.ts";
export { rolloutRuleSet } from "./judgement/rule.ts";
export { toRolloutExamination } from "./examination.ts";
