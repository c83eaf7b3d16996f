// What the compliance predicate says, as types: the contract between us, every verifier and the assessor. Strict throughout: a
// verifier that meets a field it does not know must refuse, since it could not tell what that field changes.
import * as z from "zod";
import { coverageSchema, dispositions, gapSchema, reportSchema, severitySchema, verdictSchema, waiverSchema } from "../../finding/index.ts";

/** The checks that one statement covers, in the order of the pipeline. Each is listed, reported (once for each subject that it looked at) or absent. */
export const pipelineChecks = ["image-secret-audit", "log-leak-guard", "isolation-assert"] as const;
export type PipelineCheck = (typeof pipelineChecks)[number];

/**
 * How the signing key is held: `transit` is a key that never leaves OpenBao or Vault, `keyless` a throw-away key that a certificate binds
 * to the workflow's identity, `development` a key that the tool made for itself beside the build.
 */
export const signerKinds = ["key-file", "environment", "transit", "keyless", "development"] as const;
export type SignerKind = (typeof signerKinds)[number];

/** What the evidence says about a testing procedure. None of them is a judgement on compliance, which is the assessor's. */
export const controlStatuses = ["evidence-supports", "partial", "not-covered", "evidence-contradicts"] as const;
export type ControlStatus = (typeof controlStatuses)[number];

const sha256 = z.string().regex(/^[0-9a-f]{64}$/, "is 64 lower-case hexadecimal digits");
const count = z.int().positive();
const known = (what: string) => z.string().min(1).nullable().describe(`${what}; null where unknown`);

const reportedSchema = z.strictObject({
  presence: z.literal("reported"),
  check: z.enum(pipelineChecks),
  verdict: verdictSchema,
  failOn: severitySchema.describe("least severity that made the verdict fail"),
  subject: reportSchema.shape.subject,
  tool: reportSchema.shape.tool,
  startedAt: z.iso.datetime(),
  finishedAt: z.iso.datetime(),
  coverage: coverageSchema.omit({ gaps: true }),
  gaps: z.array(z.strictObject({ reason: gapSchema.shape.reason, disposition: gapSchema.shape.disposition, count })),
  findings: z.array(z.strictObject({ severity: severitySchema, disposition: z.enum(dispositions), count })),
  byRequirement: z.array(z.strictObject({ requirement: z.string(), open: z.int().nonnegative(), accepted: z.int().nonnegative() }))
    .describe("findings per PCI DSS requirement that they speak against; accepted are those waived, in the baseline or below the threshold"),
  assumptions: reportSchema.shape.assumptions,
  outOfScope: reportSchema.shape.outOfScope,
  selfTest: reportSchema.shape.selfTest,
  report: z.strictObject({ name: z.string().describe("file name without folders"), sha256 }).describe("the report's exact bytes"),
});

const absentSchema = z.strictObject({ presence: z.literal("absent"), check: z.enum(pipelineChecks), reason: z.string() });

const checkSchema = z.discriminatedUnion("presence", [reportedSchema, absentSchema]);
export type CheckSummary = z.infer<typeof checkSchema>;
export type ReportedCheck = z.infer<typeof reportedSchema>;

export const sourceSchema = z.strictObject({
  repository: known("owner/name of the source repository"),
  commit: z.string().regex(/^([0-9a-f]{40}|[0-9a-f]{64})$/, "is a full commit id").nullable(),
  ref: known("full git ref that was built"),
});

export const buildSchema = z.strictObject({
  builder: known("who or what built the image, as a URI or name"),
  workflow: z.strictObject({ ref: known("path and ref of the workflow file"), sha: known("commit of the workflow file") }),
  run: z.strictObject({ id: known("run id, as text"), attempt: known("attempt, as text"), event: known("event that started the run") }),
  runner: z.enum(["github-hosted", "self-hosted"]).nullable(),
  rebuild: z.strictObject({ sha256, identical: z.boolean() }).nullable().describe("digest of a second build of the same source; null where none was made"),
  sbom: z.strictObject({ name: z.string().min(1), sha256 }).nullable().describe("bill of materials of the image; null where none was handed in"),
});

export const controlSchema = z.strictObject({
  id: z.string().describe("PCI DSS v4.0.1 testing procedure"),
  requirement: z.string().describe("PCI DSS v4.0.1 requirement"),
  status: z.enum(controlStatuses),
  reason: z.string(),
  evidence: z.array(z.string()).describe("what the status leans on: checks/<name> or deployment"),
  remains: z.string().describe("what people still have to do or show"),
});
export type ControlResult = z.infer<typeof controlSchema>;

const waiverInForceSchema = z.strictObject({
  check: z.enum(pipelineChecks),
  waiver: waiverSchema,
  covers: count.describe("number of findings and gaps that it accepts"),
});

export const predicateSchema = z.strictObject({
  issuedAt: z.iso.datetime().describe("the signer's own clock; the bundle may carry a time that a third party vouches for"),
  tool: z.strictObject({ name: z.literal("pci-pipeline"), version: z.string() }),
  signer: z.strictObject({ kind: z.enum(signerKinds), hint: z.string().nullable().describe("base64 of the SHA-256 of the public key (SPKI, DER); null for keyless, where the bundle's certificate names the signer") }),
  subject: z.strictObject({ digestKind: z.enum(["manifest", "config"]).describe("what of the image the subject's digest is of") }),
  source: sourceSchema,
  build: buildSchema,
  factsFrom: z.array(z.enum(["environment", "file"])).describe("where source and build facts come from; they are stated, not verified"),
  policy: z.strictObject({ sha256 }).nullable().describe("the policy that was in force at signing; null where none was handed in"),
  verdict: verdictSchema.describe("fail beats inconclusive beats pass; an absent check makes it inconclusive"),
  checks: z.array(checkSchema),
  waivers: z.array(waiverInForceSchema),
  blindSpots: z.array(z.strictObject({ id: z.string(), statement: z.string() })).describe("what this product does not look at"),
  catalogue: z.strictObject({ standard: z.literal("PCI DSS v4.0.1"), sha256 }).describe("the catalogue that the controls were derived with"),
  controls: z.array(controlSchema),
  deployment: z.strictObject({ status: z.literal("not-run"), reason: z.string() })
    .describe("deployments are stated afterwards, in a statement of their own that names this one"),
});
export type Predicate = z.infer<typeof predicateSchema>;
