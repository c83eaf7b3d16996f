// Room 6. In: reports, facts, keys, a clock. Out: a signed statement, or what is wrong with one. Opens nothing by itself: files and
// environment come in through ports. Never says compliant.
export { collectFacts, factsSchema, type SourceFacts } from "./statement/fact.ts";
export { composeStatement } from "./statement/compose.ts";
export { toReceipt } from "./statement/receipt.ts";
export { hashBytes, type EvidenceFile } from "./statement/intake.ts";
export { toStatementSchemas } from "./schema.ts";
export type { ControlResult, ControlStatus, Predicate } from "./statement/predicate.ts";
export type { Statement } from "./statement/statement.ts";
export { composeDeployment, signDeployment, type DeploymentEvidence } from "./deployment/compose.ts";
export { verifyDeployment } from "./deployment/verify.ts";
export { toControlsPage } from "./control/page.ts";
export { signStatement, type StampedSigner } from "./signing/bundle.ts";
export { openSigner } from "./signing/key-reference.ts";
export type { Signer } from "./signing/signer.ts";
export { openKeyless, sigstoreInstances, type KeylessSigner } from "./signing/keyless.ts";
export { acceptIdentity, readTrustedRoots } from "./verification/signature/certificate.ts";
export type { Trust } from "./verification/signature/check.ts";
export { keyRingSchema, pinKeys, pinPublicKey, type PinnedKey } from "./verification/key-ring.ts";
export { defaultPolicy, policySchema, type Policy } from "./verification/judgement/policy.ts";
export { describeSigned, verifyNewest } from "./verification/newest.ts";
export { verifyEvidence, type EvidenceInputs } from "./verification/verify.ts";
export { verifyBundleSignature, type SignedStatement } from "./verification/signed.ts";
export { toCanonicalBytes } from "./statement/statement.ts";
export { readStatement } from "./verification/reading.ts";
export { evidenceRuleSet, toExamination } from "./verification/examination.ts";
export { testVerifier } from "./verification/self-test.ts";
