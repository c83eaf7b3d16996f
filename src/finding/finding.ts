import * as z from "zod";
import { locationSchema } from "./location.ts";
import { waiverSchema } from "./acceptance/waiver.ts";

/** Worst first: the index is the rank. */
export const severities = ["critical", "high", "medium", "low"] as const;

export const severitySchema = z.enum(severities);
export type Severity = z.infer<typeof severitySchema>;

/** True when `severity` is at or above `threshold`. */
export function reaches(severity: Severity, threshold: Severity): boolean {
  return severities.indexOf(severity) <= severities.indexOf(threshold);
}

export const dispositions = ["open", "waived", "baseline", "below-threshold"] as const;

export const findingSchema = z.strictObject({
  ruleId: z.string(),
  title: z.string(),
  severity: severitySchema,
  controls: z.array(z.string()).describe("PCI DSS v4.0.1 requirement ids"),
  disposition: z.enum(dispositions),
  waiver: waiverSchema.optional().describe("the waiver in force, or the expired one of an open finding"),
  preview: z.string().describe("redacted: a public prefix at most, of a PAN its BIN and last four digits"),
  fingerprint: z.string().describe("stable across rebuilds; derived from rule and place, never from the value"),
  confirmedBy: z.enum(["checksum", "luhn", "known-value", "structure"]).optional(),
  decoded: z.array(z.string()).describe("encodings that were undone, outermost first"),
  location: locationSchema,
  remediation: z.string().describe("what to do about it, one or two sentences"),
});

export type Finding = z.infer<typeof findingSchema>;
export type Disposition = (typeof dispositions)[number];
