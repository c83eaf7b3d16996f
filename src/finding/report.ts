// The report of one check: the contract between the checks, the renderers, the attestation and the user.
import * as z from "zod";
import { coverageSchema, type Ledger } from "./coverage.ts";
import { countAccepted, disposeFindings, disposeGaps, type FindingDraft, type GapDraft, type Terms } from "./acceptance/disposition.ts";
import { findingSchema, severities } from "./finding.ts";
import { waiverSchema } from "./acceptance/waiver.ts";
import { judge, selfTestSchema, verdictSchema, type SelfTest } from "./verdict.ts";

export const checks = ["image-secret-audit", "log-leak-guard", "isolation-assert", "compliance-verify", "rollout"] as const;
export type Check = (typeof checks)[number];

const subjectSchema = z.strictObject({
  name: z.string(),
  digest: z.strictObject({ sha256: z.string().regex(/^[0-9a-f]{64}$/) }).nullable(),
  digestKind: z.enum(["manifest", "config", "content"]).nullable()
    .describe("what the digest is of: an image's manifest, its config where the source has no manifest, or the bytes that were read"),
});

const toolSchema = z.strictObject({
  name: z.literal("pci-pipeline"),
  version: z.string(),
  rules: z.strictObject({ count: z.int().nonnegative(), sha256: z.string() }),
});

const assumptionSchema = z.strictObject({
  id: z.string(),
  statement: z.string().describe("a fact outside the input that the verdict leans on"),
  verified: z.boolean(),
  source: z.string().describe("who or what verified it, or who could"),
});

const acceptedSchema = z.strictObject({
  waiver: waiverSchema,
  expired: z.boolean().describe("its last day is past: what it speaks of is open"),
  uses: z.int().nonnegative().describe("findings and gaps of this report that it speaks of"),
});

const outOfScopeSchema = z.strictObject({ name: z.string(), reason: z.string() });

export const reportSchema = z.strictObject({
  schema: z.literal("pci-pipeline/report/v1"),
  check: z.enum(checks),
  subject: subjectSchema,
  verdict: verdictSchema,
  tool: toolSchema,
  startedAt: z.iso.datetime(),
  finishedAt: z.iso.datetime(),
  failOn: z.enum(severities),
  coverage: coverageSchema,
  selfTest: selfTestSchema,
  assumptions: z.array(assumptionSchema),
  outOfScope: z.array(outOfScopeSchema).describe("left out on purpose; not gaps"),
  findings: z.array(findingSchema).describe("worst first"),
  accepted: z.array(acceptedSchema).optional().describe("every waiver and every line of an ignore file that the check was given; absent where it was given none"),
  facts: z.record(z.string(), z.json()).describe("facts of the check for the renderers, such as an image's layers or the workflow graph; redacted"),
});

export type Report = z.infer<typeof reportSchema>;
export type Tool = z.infer<typeof toolSchema>;
export type ReportSubject = z.infer<typeof subjectSchema>;
export type Assumption = z.infer<typeof assumptionSchema>;
export type OutOfScope = z.infer<typeof outOfScopeSchema>;

/** Everything that a check has learned, before judgement. */
export type Examination = {
  readonly check: Check;
  readonly subject: ReportSubject;
  readonly tool: Tool;
  readonly startedAt: Date;
  readonly ledger: Ledger;
  readonly findings: readonly FindingDraft[];
  readonly gaps: readonly GapDraft[];
  readonly selfTest: SelfTest;
  readonly assumptions?: readonly Assumption[];
  readonly outOfScope?: readonly OutOfScope[];
  /** JSON-able; see the report's own field. */
  readonly facts?: Readonly<Record<string, unknown>>;
};

/** Judges an examination under the user's terms; `terms.now` becomes `finishedAt`. */
export function composeReport(examination: Examination, terms: Terms): Report {
  const findings = disposeFindings(examination.findings, terms)
    .sort((a, b) => severities.indexOf(a.severity) - severities.indexOf(b.severity));
  const coverage = { ...examination.ledger.counts(), gaps: disposeGaps(examination.gaps, terms) };
  const accepted = countAccepted(terms, [...findings, ...coverage.gaps]);
  return {
    schema: "pci-pipeline/report/v1",
    check: examination.check,
    subject: examination.subject,
    verdict: judge({ findings, coverage, selfTest: examination.selfTest }),
    tool: examination.tool,
    startedAt: examination.startedAt.toISOString(),
    finishedAt: terms.now.toISOString(),
    failOn: terms.failOn,
    coverage,
    selfTest: examination.selfTest,
    assumptions: [...(examination.assumptions ?? [])],
    outOfScope: [...(examination.outOfScope ?? [])],
    findings,
    ...(accepted.length > 0 && { accepted }),
    facts: reportSchema.shape.facts.parse(examination.facts ?? {}),
  };
}
