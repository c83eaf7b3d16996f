import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { findMeasurementGaps, isWithinBudget, measure, measurementSchema, testMeasure, type Round, type Sample } from "./index.ts";
import { reconcile } from "./reconcile.ts";

const answered = (status = 201, pod = "gateway-a"): Sample["answer"] => ({ kind: "answered", status, pod });

function makeSample(id: string, given: Partial<Sample> = {}): Sample {
  return { id, key: id, lane: "fresh", intended: 1000, sent: 1001, ended: 1010, answer: answered(), ...given };
}

function makeRound(samples: readonly Sample[], given: Partial<Round> = {}): Round {
  return { samples, window: { from: 0, to: 10_000 }, events: [], ledgers: { service: null, effects: null }, digests: new Map([["gateway-a", "sha256:aa"], ["gateway-b", "sha256:bb"]]), ...given };
}

const terms = { scenario: "update", ratePerSecond: 100, errorBudget: 0 };
const effectsOf = (...keys: string[]) => keys.map((idempotencyKey) => ({ idempotencyKey }));

describe("reconcile", () => {
  it.each([
    ["refused", { answer: { kind: "refused" } }, []],
    ["reset", { answer: { kind: "reset" } }, []],
    ["timeout", { answer: { kind: "timeout" } }, []],
    ["server-error", { answer: answered(502) }, []],
    ["unexpected-status", { answer: answered(404) }, []],
    ["lost-acknowledgement", { answer: { kind: "reset" } }, ["a"]],
    ["lost-acknowledgement", { answer: answered(502) }, ["a"]],
    ["duplicate-effect", {}, ["a", "a"]],
    ["missing-effect", {}, []],
    [null, {}, ["a"]],
    [null, { key: null }, []],
  ] as const)("tells %s of %j with the effects %j", (failure, given, effects) => {
    expect(reconcile([makeSample("a", given)], { service: null, effects: effectsOf(...effects) }).failures).toEqual([failure]);
  });

  it("takes the service's word that it answered what the client did not get", () => {
    const samples = [makeSample("a", { key: null, answer: { kind: "reset" } })];
    expect(reconcile(samples, { service: [{ requestId: "a", status: 200 }], effects: null }).failures).toEqual(["lost-acknowledgement"]);
  });

  it("asks one effect of a request and its repetition together, and blames one of them for two", () => {
    const samples = [makeSample("a"), makeSample("b", { key: "a" })];
    expect(reconcile(samples, { service: null, effects: effectsOf("a") }).failures).toEqual([null, null]);
    expect(reconcile(samples, { service: null, effects: effectsOf("a", "a") }).failures).toEqual(["duplicate-effect", null]);
  });

  it("counts what a ledger lacks and what is nobody's", () => {
    const result = reconcile([makeSample("a"), makeSample("b")], { service: [{ requestId: "a", status: 201 }], effects: effectsOf("a", "b", "x") });
    expect(result).toMatchObject({ unlogged: 1, foreign: 1, failures: [null, null] });
  });
});

describe("measure", () => {
  it("counts inside the window only, and bounds what it counted", () => {
    const samples = [1, 2, 3, 4].map((n) => makeSample(`r${n}`, { intended: n * 1000, sent: n * 1000, ended: n * 1000 + n }));
    const result = measure([makeRound(samples, { window: { from: 2000, to: 3000 } })], terms);
    expect(result).toMatchObject({ requests: 2, failed: 0, outside: { requests: 2, failed: 0 }, bound: { perRequest: 1, perRound: 1 } });
    expect(measurementSchema.parse(result)).toEqual(result);
  });

  it("gives the rule of three for many", () => {
    const samples = Array.from({ length: 3000 }, (_, n) => makeSample(`r${n}`));
    expect(measure([makeRound(samples)], terms).bound).toEqual({ confidence: 0.95, perRequest: 0.001, perRound: 1 });
  });

  it("bounds nothing once something failed", () => {
    const result = measure([makeRound([makeSample("a", { answer: { kind: "refused" } })])], terms);
    expect(result).toMatchObject({ failed: 1, failures: { refused: 1 }, bound: { perRequest: null, perRound: null } });
  });

  it("shows the first round second by second, by version", () => {
    const samples = [makeSample("a", { intended: 1000 }), makeSample("b", { intended: 2500, answer: answered(201, "gateway-b") }), makeSample("c", { intended: 2600, answer: { kind: "refused" } })];
    const result = measure([makeRound(samples, { window: { from: 1000, to: 9000 }, events: [{ at: 2000, kind: "pod-terminating", pod: "gateway-a" }] })], terms);
    expect(result.versions).toEqual([{ digest: "sha256:aa", answers: 1 }, { digest: "sha256:bb", answers: 1 }]);
    expect(result.timeline).toEqual([{ second: 0, sent: 1, failed: 0, versions: [1, 0] }, { second: 1, sent: 2, failed: 1, versions: [0, 1] }]);
    expect(result.events.map(({ second, kind }) => [second, kind])).toEqual([[0, "window-opened"], [1, "pod-terminating"], [8, "window-closed"]]);
  });

  it("loses no request and no failure, whatever happens", () => {
    const answer = fc.oneof(fc.constantFrom("refused" as const, "reset" as const, "timeout" as const).map((kind) => ({ kind })), fc.integer({ min: 100, max: 599 }).map((status) => answered(status)));
    const sample = fc.record({ answer, at: fc.integer({ min: 0, max: 20_000 }), lane: fc.constantFrom("fresh" as const, "kept" as const) });
    fc.assert(fc.property(fc.array(sample, { maxLength: 60 }), (drawn) => {
      const samples = drawn.map(({ answer: one, at, lane }, n) => makeSample(`r${n}`, { answer: one, intended: at, sent: at, ended: at + 5, lane, key: null }));
      const bad = samples.filter(({ answer: one }) => one.kind !== "answered" || one.status < 200 || one.status > 299).length;
      const result = measure([makeRound(samples, { window: { from: 5000, to: 15_000 } })], terms);
      expect(result.requests + result.outside.requests).toBe(samples.length);
      expect(result.failed + result.outside.failed).toBe(bad);
      expect(Object.values(result.failures).reduce((a, b) => a + b, 0)).toBe(result.failed);
      expect(result.timeline.reduce((a, { sent }) => a + sent, 0)).toBe(samples.length);
      measurementSchema.parse(result);
    }));
  });
});

describe("testMeasure", () => {
  it("finds what it plants, and says what a blind count misses", () => {
    expect(testMeasure()).toEqual({ planted: 10, detected: 10, missed: [] });
    expect(testMeasure((rounds, given) => ({ ...measure(rounds, given), failures: {}, failed: 0 })).missed).toHaveLength(9);
    expect(testMeasure((rounds, given) => ({ ...measure(rounds, given), failed: 1 })).missed).toEqual(["a round without failures"]);
  });
});

describe("findMeasurementGaps", () => {
  const whole = measure([makeRound([makeSample("a")], { ledgers: { service: [{ requestId: "a", status: 201 }], effects: effectsOf("a") } })], terms);

  it("has nothing to say about a whole measurement", () => {
    expect(findMeasurementGaps(whole)).toEqual([]);
    expect(isWithinBudget(whole)).toBe(true);
  });

  it.each([
    ["no requests", { requests: 0 }],
    ["a late generator", { latestSend: 1500 }],
    ["a ledger that lacks requests", { ledgers: { ...whole.ledgers, service: { entries: 0, unlogged: 1 } } }],
    ["effects of somebody else", { ledgers: { ...whole.ledgers, effects: { entries: 2, foreign: 1 } } }],
  ])("names %s", (_, change) => expect(findMeasurementGaps({ ...whole, ...change })).toHaveLength(1));

  it("holds failures around the change against it too", () => {
    expect(isWithinBudget({ ...whole, failed: 1 })).toBe(false);
    expect(isWithinBudget({ ...whole, outside: { requests: 5, failed: 1 } })).toBe(false);
    expect(isWithinBudget({ ...whole, failed: 1, errorBudget: 1 })).toBe(true);
  });
});
