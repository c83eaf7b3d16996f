// Masks, dumps and disguises in logs. In: windows of logs. Out: findings. Pure.
export { createLogInspector } from "./log-inspector.ts";
export { contentRules, logRules } from "./rules.ts";
export { logDecoders } from "./disguise/log-decoders.ts";
