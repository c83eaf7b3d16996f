// Rules that users bring, in the format of gitleaks.
export { createAccept, linesAround, type Acceptance, type Accept } from "./acceptance.ts";
export { createOwnScanner, type OwnScanner } from "./own-scanner.ts";
export type { Allowlist, OwnRules, RulesFile } from "./own-rules.ts";
export { collectRules, readOwnRules } from "./read-own-rules.ts";
