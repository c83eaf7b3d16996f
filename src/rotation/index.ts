// Side room, the rotation of a credential without redeploying: a new one beside the old one, taken into use by every instance and proved
// by each, then the old one revoked and shown to be refused. Where a step fails, what was valid before is valid again.
export { rotate } from "./rotate.ts";
export { rotationReportSchema, steps, type RotationReport, type Step } from "./report.ts";
export { rotationConfigSchema, type RotationConfig } from "./config.ts";
export { openCluster, type OpenedCluster } from "./kubernetes/cluster.ts";
export { openKubectlRaw, type Tunnel } from "./kubernetes/kubectl-raw.ts";
export type { Order, Ports } from "./ports.ts";
