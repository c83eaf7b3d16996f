// An accepted finding or gap. It lives in the audited repository, has an owner and ends by itself.
import * as z from "zod";
import { imageParts } from "../location.ts";

const date = z.iso.date().describe("last day on which the waiver holds, as YYYY-MM-DD");

export const waiverSchema = z
  .strictObject({
    fingerprint: z.string().min(1).optional(),
    rule: z.string().min(1).optional().describe("rule id"),
    gap: z.string().min(1).optional().describe("gap reason"),
    part: z.enum(imageParts).optional(),
    path: z.string().min(1).optional(),
    owner: z.string().min(1),
    reason: z.string().min(1),
    until: date,
    source: z.string().optional().describe("file and line of an acceptance that is written elsewhere than in a waivers file; such a one has the last day 9999-12-31 unless it names another"),
  })
  .refine((waiver) => [waiver.fingerprint, waiver.rule, waiver.gap].filter(Boolean).length === 1, {
    message: "name exactly one of fingerprint, rule and gap",
  })
  .refine((waiver) => waiver.fingerprint !== undefined || waiver.path !== undefined, {
    message: "a waiver by rule or gap names the path it is for",
  })
  .refine((waiver) => waiver.gap !== "nothing-examined", { message: "that nothing was examined cannot be waived" });

export const waiversSchema = z.strictObject({
  schema: z.literal("pci-pipeline/waivers/v1"),
  waivers: z.array(waiverSchema),
});

export type Waiver = z.infer<typeof waiverSchema>;

/** The last day of an acceptance that names none, as those in other tools' files. */
export const NO_LAST_DAY = "9999-12-31";

/** A waiver holds through the whole of its last day, UTC. */
export function holds(waiver: Waiver, now: Date): boolean {
  return now.toISOString().slice(0, 10) <= waiver.until;
}
