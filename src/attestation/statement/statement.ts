// The in-toto statement: one image, named by its digest, and what is said about it.
// Format: in-toto Statement v1 (https://github.com/in-toto/attestation/blob/main/spec/v1/statement.md).
import canonicalize from "canonicalize";
import * as z from "zod";
import { predicateSchema } from "./predicate.ts";

export const STATEMENT_TYPE = "https://in-toto.io/Statement/v1";
export const COMPLIANCE_TYPE = "https://github.com/yuno/pci-pipeline/compliance/v1";
/** The only payload type that Sigstore's verifiers take for an in-toto statement. */
export const PAYLOAD_TYPE = "application/vnd.in-toto+json";

export const statementSchema = z.strictObject({
  _type: z.literal(STATEMENT_TYPE),
  subject: z.array(z.strictObject({
    name: z.string(),
    digest: z.strictObject({ sha256: z.string().regex(/^[0-9a-f]{64}$/) }),
  })).length(1),
  predicateType: z.literal(COMPLIANCE_TYPE),
  predicate: predicateSchema,
});
export type Statement = z.infer<typeof statementSchema>;

/** RFC 8785 bytes: the same value gives the same bytes on every machine. */
export function toCanonicalBytes(value: unknown): Uint8Array {
  const text = canonicalize(value);
  if (text === undefined) throw new TypeError("only JSON values have a canonical form");
  return Buffer.from(text, "utf8");
}
