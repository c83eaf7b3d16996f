// One access to a secret, as one JSON line for whoever collects them. Names and versions; never a value.
import * as z from "zod";

export const auditEventSchema = z.strictObject({
  schema: z.literal("pci-pipeline/audit-event/v1"),
  at: z.iso.datetime(),
  actor: z.string().min(1).describe("who asked, as the caller knows itself"),
  action: z.enum(["secret.read", "secret.write", "secret.rollback", "secret.versions", "secret.metadata.read", "secret.metadata.write"]),
  store: z.enum(["openbao", "aws", "file"]),
  secret: z.string().min(1),
  version: z.int().positive().nullable().describe("the version read or written, where there was one"),
  outcome: z.enum(["attempted", "done", "missing", "conflict", "denied", "failed"]).describe("attempted stands before each write, so that none goes unrecorded"),
});

export type AuditEvent = z.infer<typeof auditEventSchema>;
export type AuditAction = AuditEvent["action"];
