import * as z from "zod";

/** Worst first: the index is the rank. */
export const severities = ["critical", "high", "medium", "low"] as const;

export const severitySchema = z.enum(severities);
export type Severity = z.infer<typeof severitySchema>;

/** True when `severity` is at or above `threshold`. */
export function reaches(severity: Severity, threshold: Severity): boolean {
  return severities.indexOf(severity) <= severities.indexOf(threshold);
}
