// From what was recorded to what is stated: counts inside the windows of the change, the bound that they allow, and the first round second by second.
import type { FailureKind, Measurement } from "./measurement.ts";
import { reconcile, type Ledgers } from "./reconcile.ts";
import { isSuccess, type Lane, type Sample } from "./sample.ts";

/** Times in milliseconds since the epoch. */
export type PodEvent = { readonly at: number; readonly kind: "pod-ready" | "pod-terminating" | "pod-gone"; readonly pod: string };

/** One change under load. */
export type Round = {
  readonly samples: readonly Sample[];
  readonly window: { readonly from: number; readonly to: number };
  readonly events: readonly PodEvent[];
  readonly ledgers: Ledgers;
  /** Pods to the digest of the image that they ran. */
  readonly digests: ReadonlyMap<string, string>;
};

type Judged = { readonly sample: Sample; readonly failure: FailureKind | null; readonly isInside: boolean };

export type Terms = Pick<Measurement, "scenario" | "ratePerSecond" | "errorBudget">;

/** Throws RangeError without rounds. */
export function measure(rounds: readonly Round[], terms: Terms): Measurement {
  const [first] = rounds;
  if (first === undefined) throw new RangeError("a measurement needs a round");
  const reconciled = rounds.map((round) => reconcile(round.samples, round.ledgers));
  const judged = rounds.map((round, index) => judgeRound(round, reconciled[index]?.failures ?? []));
  const all = judged.flat();
  const inside = all.filter((one) => one.isInside);
  const outside = all.filter((one) => !one.isInside);
  const versions = countVersions(rounds);
  return {
    ...terms, rounds: rounds.length,
    requests: inside.length, failed: countFailed(inside), failures: toFailures(inside),
    outside: { requests: outside.length, failed: countFailed(outside) },
    repeated: all.filter(({ sample }) => sample.key !== null && sample.key !== sample.id).length,
    ledgers: {
      service: first.ledgers.service && { entries: sum(rounds, ({ ledgers }) => ledgers.service?.length ?? 0), unlogged: sum(reconciled, ({ unlogged }) => unlogged) },
      effects: first.ledgers.effects && { entries: sum(rounds, ({ ledgers }) => ledgers.effects?.length ?? 0), foreign: sum(reconciled, ({ foreign }) => foreign) },
    },
    bound: {
      confidence: 0.95,
      perRequest: countFailed(inside) === 0 ? toBound(inside.length) : null,
      perRound: judged.every((round) => countFailed(round) === 0) ? toBound(rounds.length) : null,
    },
    latestSend: all.reduce((latest, { sample }) => Math.max(latest, sample.sent - sample.intended), 0),
    versions,
    lanes: (["fresh", "kept"] as const).map((name) => toLane(name, inside)),
    timeline: toTimeline(judged[0] ?? [], { round: first, versions }),
    events: toEvents(first),
  };
}

/** The rule of three (Hanley and Lippman-Hand, 1983): with no failure in n trials, 3/n bounds its share at 95 % confidence. */
function toBound(trials: number): number | null {
  return trials === 0 ? null : Math.min(1, 3 / trials);
}

function judgeRound({ samples, window }: Round, failures: readonly (FailureKind | null)[]): Judged[] {
  return samples.map((sample, index) => ({
    sample, failure: failures[index] ?? null,
    isInside: sample.intended >= window.from && sample.intended <= window.to,
  }));
}

function countFailed(judged: readonly Judged[]): number {
  return judged.filter(({ failure }) => failure !== null).length;
}

function toFailures(judged: readonly Judged[]): Measurement["failures"] {
  const counts: Partial<Record<FailureKind, number>> = {};
  for (const { failure } of judged) if (failure !== null) counts[failure] = (counts[failure] ?? 0) + 1;
  return counts;
}

function sum<T>(items: readonly T[], of: (item: T) => number): number {
  return items.reduce((total, item) => total + of(item), 0);
}

function digestOf({ digests }: Round, { answer }: Sample): string | null | undefined {
  if (answer.kind !== "answered") return undefined;
  return answer.pod === null ? null : digests.get(answer.pod) ?? null;
}

/** In the order in which they began to answer. */
function countVersions(rounds: readonly Round[]): Measurement["versions"] {
  const counts = new Map<string | null, number>();
  for (const round of rounds) {
    for (const sample of round.samples) {
      const digest = digestOf(round, sample);
      if (digest !== undefined) counts.set(digest, (counts.get(digest) ?? 0) + 1);
    }
  }
  return [...counts].map(([digest, answers]) => ({ digest, answers }));
}

function toLane(name: Lane, judged: readonly Judged[]): Measurement["lanes"][number] {
  const own = judged.filter(({ sample }) => sample.lane === name);
  const latencies = own.filter(({ sample }) => isSuccess(sample.answer)).map(({ sample }) => sample.ended - sample.intended).sort((a, b) => a - b);
  const at = (share: number) => round(latencies[Math.min(latencies.length - 1, Math.floor(share * latencies.length))] ?? 0);
  return { name, requests: own.length, failures: toFailures(own), latency: latencies.length === 0 ? null : { p50: at(0.5), p99: at(0.99), max: at(1) } };
}

function round(milliseconds: number): number {
  return Math.round(milliseconds * 10) / 10;
}

function startOf({ samples, window }: Round): number {
  return samples.reduce((earliest, { intended }) => Math.min(earliest, intended), window.from);
}

function toTimeline(judged: readonly Judged[], { round: of, versions }: { round: Round; versions: Measurement["versions"] }): Measurement["timeline"] {
  const start = startOf(of);
  const seconds: { second: number; sent: number; failed: number; versions: number[] }[] = [];
  for (const { sample, failure } of judged) {
    const second = Math.floor((sample.intended - start) / 1000);
    while (seconds.length <= second) seconds.push({ second: seconds.length, sent: 0, failed: 0, versions: versions.map(() => 0) });
    const slot = seconds[second];
    if (slot === undefined) continue;
    slot.sent++;
    if (failure !== null) slot.failed++;
    const version = versions.findIndex(({ digest }) => digest === digestOf(of, sample));
    if (version >= 0) slot.versions[version] = (slot.versions[version] ?? 0) + 1;
  }
  return seconds;
}

function toEvents(of: Round): Measurement["events"] {
  const start = startOf(of);
  const second = (at: number) => Math.max(0, Math.round((at - start) / 100) / 10);
  const marks = [
    ...of.events,
    { at: of.window.from, kind: "window-opened" as const, pod: null },
    { at: of.window.to, kind: "window-closed" as const, pod: null },
  ];
  return marks.sort((a, b) => a.at - b.at).map(({ at, kind, pod }) => ({ second: second(at), kind, pod }));
}
