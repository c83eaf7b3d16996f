// What is said of a rotation afterwards: every step with its time, every instance's acknowledgement, and never a value.
import * as z from "zod";

/** In their order. */
export const steps = ["recover", "lease", "issue", "test", "publish", "acknowledge", "quiet", "revoke", "negative", "close", "roll-back"] as const;
export type Step = (typeof steps)[number];

const version = z.strictObject({ id: z.string(), version: z.int().positive() });
export const rotationReportSchema = z.strictObject({
  schema: z.literal("pci-pipeline/rotation/v1"),
  rotationId: z.string(),
  processor: z.string(),
  outcome: z.enum(["rotated", "rolled-back", "failed"]).describe("rolled-back: as before · failed: neither done nor undone, the next run goes on from there"),
  startedAt: z.iso.datetime(),
  finishedAt: z.iso.datetime(),
  former: version.nullable(),
  candidate: z.strictObject({ id: z.string(), version: z.int().positive().nullable() }).nullable(),
  steps: z.array(z.strictObject({ step: z.enum(steps), at: z.iso.datetime(), ms: z.int().nonnegative(), ok: z.boolean(), detail: z.string().nullable() })),
  acknowledgements: z.array(z.strictObject({ instance: z.string(), version: z.int().positive(), at: z.iso.datetime() })),
  negativeTest: z.enum(["refused", "accepted", "not-made"]).describe("what the processor said to the old credential in the end"),
});
export type RotationReport = z.infer<typeof rotationReportSchema>;
