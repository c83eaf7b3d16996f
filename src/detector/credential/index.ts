// Credentials: rules and bytes in, matches out. Pure.
export { createCredentialDetector, type CredentialDetector, type Setting } from "./credential-detector.ts";
export { collectRules, readOwnRules, type RulesFile } from "./own/index.ts";
export { credentialRules } from "./rules.generated.ts";
export type { CredentialRule } from "./rule.ts";
export { crc32Base62, crc32Hex } from "./judgement/checksum.ts";
export { isRandomText, isWordy } from "./judgement/plausibility.ts";
