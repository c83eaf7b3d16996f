// What the deployment predicate says. Made after the gate, it names the compliance statement that let the image through.
import * as z from "zod";
import { reportSchema, verdictSchema } from "../../finding/index.ts";
import { measurementSchema } from "../../measurement/index.ts";
import { controlSchema, signerKinds } from "../statement/predicate.ts";
import { STATEMENT_TYPE } from "../statement/statement.ts";

export const DEPLOYMENT_TYPE = "https://github.com/yuno/pci-pipeline/deployment/v1";

const sha256 = z.string().regex(/^[0-9a-f]{64}$/, "is 64 lower-case hexadecimal digits");
const count = z.int().nonnegative();
const file = z.strictObject({ name: z.string().describe("file name without folders"), sha256 }).describe("the file's exact bytes");

const podSchema = z.strictObject({
  name: z.string(),
  node: z.string().nullable(),
  imageID: z.string().nullable().describe("as the node's kubelet reports it; null where it does not"),
  digest: z.string().regex(/^sha256:[0-9a-f]{64}$/).nullable().describe("the manifest's digest in it; null where it names none"),
  ready: z.boolean(),
  current: z.boolean().describe("belongs to the deployment's current revision"),
});

const rolloutSchema = z.strictObject({
  startedAt: z.iso.datetime(),
  finishedAt: z.iso.datetime(),
  outcome: z.enum(["completed", "failed", "not-started"]).describe("not-started: the deployment was not touched"),
  rolledBack: z.enum(["not-needed", "done", "failed", "nothing-to-return-to"]),
  strategy: z.strictObject({ type: z.string(), maxUnavailable: z.string().nullable(), maxSurge: z.string().nullable() }).nullable(),
  replicas: z.strictObject({ wanted: count, updated: count, ready: count, available: count }).nullable(),
});

const deploymentPredicateSchema = z.strictObject({
  issuedAt: z.iso.datetime().describe("the signer's own clock; a bundle signed with a key alone has no trusted time"),
  tool: z.strictObject({ name: z.literal("pci-pipeline"), version: z.string() }),
  signer: z.strictObject({ kind: z.enum(signerKinds), hint: z.string().describe("base64 of the SHA-256 of the public key (SPKI, DER)") }),
  compliance: file.describe("the bundle of the compliance statement that passed the gate"),
  cluster: z.strictObject({ context: z.string().describe("name of the kubectl context"), serverVersion: z.string().nullable().describe("null where the cluster did not answer") }),
  workload: z.strictObject({ namespace: z.string(), deployment: z.string(), container: z.string(), image: z.string().describe("name of the image in the cluster, without digest") }),
  rollout: rolloutSchema,
  measurement: measurementSchema.nullable().describe("requests counted while the rollout was made; null where none were sent, so that nothing is said about lost ones"),
  pods: z.array(podSchema).describe("pods of the deployment that are not ending, as seen last, after a rollback if there was one"),
  approval: z.strictObject({
    startedBy: z.string().nullable().describe("who started the run, by the runner's own word; null where unknown"),
    approvedBy: z.null().describe("unknown: reviewers of an environment are not told to the job"),
  }),
  verdict: verdictSchema.describe("the rollout report's"),
  openFindings: z.array(z.strictObject({ ruleId: z.string(), requirements: z.array(z.string()), count: z.int().positive() })),
  openGaps: count,
  selfTest: reportSchema.shape.selfTest,
  assumptions: reportSchema.shape.assumptions,
  report: file,
  catalogue: z.strictObject({ standard: z.literal("PCI DSS v4.0.1"), sha256 }),
  controls: z.array(controlSchema).describe("testing procedures that hang on a deployment"),
});
export type DeploymentPredicate = z.infer<typeof deploymentPredicateSchema>;

export const deploymentStatementSchema = z.strictObject({
  _type: z.literal(STATEMENT_TYPE),
  subject: z.array(z.strictObject({ name: z.string(), digest: z.strictObject({ sha256 }) })).length(1),
  predicateType: z.literal(DEPLOYMENT_TYPE),
  predicate: deploymentPredicateSchema,
});
export type DeploymentStatement = z.infer<typeof deploymentStatementSchema>;
