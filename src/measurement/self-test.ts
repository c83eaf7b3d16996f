// Before a count of zero counts, each kind of failure is planted once among good requests, and has to be found.
import { measure, type Round } from "./measure.ts";
import type { FailureKind } from "./measurement.ts";
import type { Sample } from "./sample.ts";

type Plant = { readonly kind: FailureKind; readonly answer: Sample["answer"]; readonly effects: number };

const answered = (status: number): Sample["answer"] => ({ kind: "answered", status, pod: "gateway-a" });

const plants: readonly Plant[] = [
  { kind: "refused", answer: { kind: "refused" }, effects: 0 },
  { kind: "reset", answer: { kind: "reset" }, effects: 0 },
  { kind: "timeout", answer: { kind: "timeout" }, effects: 0 },
  { kind: "unreachable", answer: { kind: "unreachable" }, effects: 0 },
  { kind: "server-error", answer: answered(503), effects: 0 },
  { kind: "unexpected-status", answer: answered(404), effects: 0 },
  { kind: "lost-acknowledgement", answer: { kind: "reset" }, effects: 1 },
  { kind: "duplicate-effect", answer: answered(201), effects: 2 },
  { kind: "missing-effect", answer: answered(201), effects: 0 },
];

/** The shape of a report's selfTest. Counts a round without failures too: a count that blames everything proves nothing. */
export function testMeasure(count: typeof measure = measure): { planted: number; detected: number; missed: string[] } {
  const missed = plants.filter((plant) => count([toRound([plant])], terms).failures[plant.kind] !== 1).map(({ kind }) => kind as string);
  if (count([toRound([])], terms).failed !== 0) missed.push("a round without failures");
  return { planted: plants.length + 1, detected: plants.length + 1 - missed.length, missed };
}

const terms = { scenario: "self-test", ratePerSecond: 1, errorBudget: 0 };
const good: Plant = { kind: "refused", answer: answered(201), effects: 1 };

function toRound(planted: readonly Plant[]): Round {
  const all = [good, ...planted, good];
  const samples = all.map(({ answer }, index): Sample => ({ id: `r${index}`, key: `r${index}`, lane: index % 2 === 0 ? "fresh" : "kept", intended: index, sent: index, ended: index + 1, answer }));
  const effects = all.flatMap(({ effects: times }, index) => Array.from({ length: times }, () => ({ idempotencyKey: `r${index}` })));
  return { samples, events: [], window: { from: 0, to: all.length }, digests: new Map(), ledgers: { service: null, effects } };
}
