// Room 3, the detectors of content. In: fragments of bytes. Out: findings and gaps. Pure: never opens anything, never shows a matched value.
export type { Decoded, Decoder, Detector, Match, RuleInfo } from "./detector.ts";
export { createInspector, spread, type Inspected, type Inspector, type InspectorOptions, type Said, type TrayInspector } from "./inspector.ts";
export { BETWEEN, type SharedMemory, type Tray } from "./sieve/index.ts";
export { inspectAll } from "./inspect-all.ts";
export { ruleSamples } from "./rule-samples.ts";
export { createSampler, type Sampler } from "./sampler.ts";
export { createCredentialDetector, credentialRules, type CredentialDetector, type CredentialRule, collectRules, readOwnRules, type RulesFile } from "./credential/index.ts";
export { cardholderRules, createCardholderDetector, makeCardNumber } from "./cardholder/index.ts";
export { scrubTexts } from "./scrub-texts.ts";
