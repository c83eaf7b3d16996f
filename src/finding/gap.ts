// What could not be examined, as data: a gap is never an exception and never silent.
import * as z from "zod";
import { locationSchema } from "./location.ts";
import { waiverSchema } from "./acceptance/waiver.ts";

/** The closed list of reasons. The text is what a reader of a report sees in its legend. */
export const gapReasons = {
  "nothing-examined": "the input held nothing that could be examined",
  "missing-blob": "content that the manifest lists is absent",
  "digest-mismatch": "content differs from the digest that names it",
  "size-mismatch": "content differs from the size that is stated for it",
  "truncated": "data ended before it was complete",
  "malformed": "data breaks its own format",
  "encrypted": "data is encrypted",
  "path-escape": "an entry points outside its archive",
  "cycle": "data refers to itself",
  "unsupported-media-type": "no reader for this media type",
  "unsupported-compression": "no reader for this compression",
  "unsupported-archive": "no reader for this archive format",
  "unsupported-feature": "the format's feature is not read",
  "depth-limit": "nested deeper than the limit",
  "size-limit": "larger than the limit",
  "count-limit": "more entries than the limit",
  "ratio-limit": "expands beyond the limit",
  "work-limit": "matching used up its budget",
  "job-running": "the job had not finished",
  "log-unavailable": "the log could not be had",
  "missing-step": "a step's log is missing",
  "unresolved-reference": "the referenced workflow or action is not at hand",
  "invalid-workflow": "the workflow file is not valid",
  "undecided-expression": "an expression has values that cannot be known here",
  "undecided-permissions": "the effective permissions cannot be known here",
  "undecided-identity": "what the job's identity token opens cannot be known here",
  "undecided-escalation": "whether a permission or trigger leads further cannot be known here",
  "unverifiable": "the evidence cannot be checked here",
} as const;

export type GapReason = keyof typeof gapReasons;

const gapReasonSchema = z.enum(Object.keys(gapReasons) as [GapReason, ...GapReason[]]);

export const gapSchema = z.strictObject({
  reason: gapReasonSchema,
  location: locationSchema,
  detail: z.string().describe("one redacted sentence: what is missing and, where known, who can supply it"),
  bytes: z.int().nonnegative().optional().describe("how many bytes were not examined, where known"),
  fingerprint: z.string(),
  disposition: z.enum(["open", "waived"]),
  waiver: waiverSchema.optional(),
});

export type Gap = z.infer<typeof gapSchema>;
