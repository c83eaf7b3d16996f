// The ledger: what was seen and what of it was examined, per unit.
import * as z from "zod";
import { gapSchema } from "./gap.ts";

/** Units that are counted; bytes are those of uncompressed content. */
export const units = [
  "bytes", "images", "layers", "files", "members", "metadata", "logs", "lines", "workflows", "jobs", "calls", "bundles", "reports", "checks",
] as const;
export type Unit = (typeof units)[number];

const countsSchema = z.partialRecord(z.enum(units), z.int().nonnegative());
export type Counts = z.infer<typeof countsSchema>;

export const coverageSchema = z.strictObject({
  seen: countsSchema,
  examined: countsSchema,
  gaps: z.array(gapSchema),
});
export type Coverage = z.infer<typeof coverageSchema>;

/** Counts while a run goes on. Readers say what they see, the inspection says what it examined. */
export class Ledger {
  readonly #seen: Counts = {};
  readonly #examined: Counts = {};

  saw(unit: Unit, count = 1): void {
    this.#seen[unit] = (this.#seen[unit] ?? 0) + count;
  }

  examined(unit: Unit, count = 1): void {
    this.#examined[unit] = (this.#examined[unit] ?? 0) + count;
  }

  /** A copy of both columns, units in their own order. */
  counts(): { seen: Counts; examined: Counts } {
    return { seen: inOrder(this.#seen), examined: inOrder(this.#examined) };
  }
}

function inOrder(counts: Counts): Counts {
  return Object.fromEntries(units.flatMap((unit) => (counts[unit] === undefined ? [] : [[unit, counts[unit]]])));
}
