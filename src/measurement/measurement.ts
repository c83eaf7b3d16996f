// What was counted while a service was changed under load: the shape that report, statement and picture share.
import * as z from "zod";

const count = z.int().nonnegative();
const milliseconds = z.number().nonnegative();
const share = z.number().min(0).max(1);

/** Why a request counts as failed. One request has one failure: the worst that the ledgers show. */
const failureKinds = [
  "refused", "reset", "timeout", "unreachable", "server-error", "unexpected-status",
  "lost-acknowledgement", "duplicate-effect", "missing-effect",
] as const;
export type FailureKind = (typeof failureKinds)[number];

const failuresSchema = z.partialRecord(z.enum(failureKinds), count).describe("kinds that occurred, with their counts");

const laneSchema = z.strictObject({
  name: z.enum(["fresh", "kept"]).describe("fresh: a connection per request; kept: long keep-alive connections"),
  requests: count,
  failures: failuresSchema,
  latency: z.strictObject({ p50: milliseconds, p99: milliseconds, max: milliseconds }).nullable().describe("from the intended time of sending, so that a stall is not left out; null without answers"),
});

const secondSchema = z.strictObject({
  second: count.describe("since the load began"),
  sent: count,
  failed: count,
  versions: z.array(count).describe("answers by version, in the order of `versions`"),
});

export const measurementSchema = z.strictObject({
  scenario: z.string().regex(/^[a-z][a-z-]{0,39}$/),
  rounds: z.int().positive().describe("how often the change was made"),
  ratePerSecond: z.number().positive().describe("constant arrival rate, whether answers come or not"),
  errorBudget: count.describe("failed requests that the change was allowed to cost"),
  requests: count.describe("sent inside the windows: from the first pod's termination to the last old pod's end, or what the scenario calls its change"),
  failed: count,
  failures: failuresSchema,
  outside: z.strictObject({ requests: count, failed: count }).describe("sent before and after the windows"),
  repeated: count.describe("requests sent a second time under the same idempotency key"),
  ledgers: z.strictObject({
    service: z.strictObject({ entries: count, unlogged: count.describe("answered requests that no pod's log names") }).nullable(),
    effects: z.strictObject({ entries: count, foreign: count.describe("entries of nobody's request") }).nullable(),
  }).describe("the other sides' own records, reconciled by request id; null where none was given"),
  bound: z.strictObject({
    confidence: z.literal(0.95),
    perRequest: share.nullable().describe("upper bound of the share of failing requests: 3/N, where none failed"),
    perRound: share.nullable().describe("the same of rounds with a failure"),
  }),
  latestSend: milliseconds.describe("how far the generator itself fell behind at worst"),
  versions: z.array(z.strictObject({ digest: z.string().nullable().describe("the image's manifest; null for pods that it is not known of"), answers: count })),
  lanes: z.array(laneSchema),
  timeline: z.array(secondSchema).describe("the first round"),
  events: z.array(z.strictObject({ second: z.number().nonnegative(), kind: z.enum(["window-opened", "window-closed", "pod-ready", "pod-terminating", "pod-gone"]), pod: z.string().nullable() })).describe("of the first round"),
});
export type Measurement = z.infer<typeof measurementSchema>;
