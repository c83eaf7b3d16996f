// What bench:rollout says, as docs/bench-rollout.json holds it; the tables on the terminal and in the page are made from it.
import * as z from "zod";
import { measurementSchema } from "../src/measurement/index.ts";

export const rolloutResultSchema = z.strictObject({
  schema: z.literal("pci-pipeline/bench-rollout/v1"),
  date: z.string(),
  cores: z.int(),
  node: z.string(),
  rate: z.number(),
  changes: z.array(measurementSchema.extend({ gaps: z.array(z.string()) })),
});

export type RolloutResult = z.infer<typeof rolloutResultSchema>;

export const rolloutHead = ["change", "rounds", "requests in them", "failed", "failed outside", "95 % bound", "median and 99 %, new connections", "kept ones", "gaps"];

/** One row a change. */
export function toRolloutRows({ changes }: RolloutResult): string[][] {
  return changes.map(({ scenario, rounds, requests, failed, failures, outside, bound, lanes, gaps }) => {
    const kinds = Object.entries(failures).map(([kind, count]) => `${count} ${kind}`).join(", ");
    const latency = (name: string) => {
      const found = lanes.find((lane) => lane.name === name)?.latency;
      return found ? `${found.p50.toFixed(0)} ms, ${found.p99.toFixed(0)} ms` : "none";
    };
    const share = bound.perRequest === null ? "none" : `${(bound.perRequest * 100).toPrecision(2)} %`;
    return [scenario, String(rounds), String(requests), kinds === "" ? String(failed) : `${failed} (${kinds})`, String(outside.failed), share, latency("fresh"), latency("kept"), gaps.join("; ")];
  });
}
