// What a job saw of the environment at run time: the contract between isolation-witness, which records, and isolation-assert, which judges.
import * as z from "zod";

const identitySchema = z.discriminatedUnion("endpoint", [
  /** GitHub offers the job no token at all. */
  z.strictObject({ endpoint: z.literal("absent") }),
  /** There is an endpoint, but no token came, or none that can be read. */
  z.strictObject({ endpoint: z.literal("silent") }),
  z.strictObject({
    endpoint: z.literal("present"), environment: z.string().nullable(), subject: z.string(), jobWorkflowRef: z.string().nullable(),
    asExpected: z.boolean().nullable().describe("whether job_workflow_ref is the one that the workflow names; null where it names none"),
  }),
]);

const loginOutcomes = ["refused", "accepted", "not-tried", "failed"] as const;

const witnessSchema = z.strictObject({
  schema: z.literal("pci-pipeline/isolation-witness/v1"),
  part: z.enum(["build", "deploy"]),
  job: z.string(),
  run: z.string().describe("run id and attempt, as 7/1"),
  identity: identitySchema,
  canary: z.strictObject({ name: z.string(), state: z.enum(["empty", "filled"]) }).nullable(),
  login: z.strictObject({
    store: z.string().describe("SHA-256 of address, namespace and mount, so that both logins can be compared"),
    role: z.string(), outcome: z.enum(loginOutcomes), status: z.int().nullable(),
  }).nullable(),
});

export type Witness = z.infer<typeof witnessSchema>;

/** Undefined where the text is no witness: the runner drops outputs that hold anything masked. */
export function parseWitness(text: string): Witness | undefined {
  try {
    return witnessSchema.safeParse(JSON.parse(text)).data;
  } catch {
    return undefined;
  }
}
