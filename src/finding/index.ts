// Room 4, the vocabulary. In: what detectors and readers state. Out: judged reports. Imports no other room.
export { hasDuplicateKey } from "./duplicate-key.ts";
export { InputError, nearestName, suggest } from "./input-error.ts";
export {
  imageParts, layerSchema, locationSchema,
  type ImagePart, type ImagePlace, type Location, type LogPlace, type Place,
} from "./location.ts";
export { gapReasons, gapSchema, type Gap, type GapReason } from "./gap.ts";
export { readIgnoreFile, type IgnoreEntry } from "./acceptance/ignore-file.ts";
export { holds, waiverSchema, waiversSchema, type Waiver } from "./acceptance/waiver.ts";
export { dispositions, findingSchema, reaches, severities, severitySchema, type Disposition, type Finding, type Severity } from "./finding.ts";
export { previewCardNumber, previewCredential, previewNothing, redactSpans, type Preview, type RedactedSpan } from "./redact.ts";
export { Fingerprinter } from "./fingerprint.ts";
export { coverageSchema, Ledger, units, type Counts, type Coverage, type Unit } from "./coverage.ts";
export { judge, selfTestSchema, verdicts, verdictSchema, type SelfTest, type Verdict } from "./verdict.ts";
export { disposeFindings, disposeGaps, type FindingDraft, type GapDraft, type Terms } from "./acceptance/disposition.ts";
export {
  checks, composeReport, reportSchema,
  type Assumption, type Check, type Examination, type OutOfScope, type Report, type ReportSubject, type Tool,
} from "./report.ts";
