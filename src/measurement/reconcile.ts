// Puts the ledgers side by side by request id: what the client was told, what the service says it answered, and what took effect behind it.
import type { FailureKind } from "./measurement.ts";
import { isSuccess, type Answer, type Sample } from "./sample.ts";

/** A line of the service's log about one request. */
export type ServiceEntry = { readonly requestId: string; readonly status: number };

/** Something that took effect behind the service, such as a charge. */
export type Effect = { readonly idempotencyKey: string };

/** Null where the side keeps no ledger, or none was to be had. */
export type Ledgers = { readonly service: readonly ServiceEntry[] | null; readonly effects: readonly Effect[] | null };

export type Reconciled = {
  /** In the order of the samples; null for a request that went well. */
  readonly failures: readonly (FailureKind | null)[];
  /** Answered requests that the service's ledger does not hold: it is incomplete then. */
  readonly unlogged: number;
  /** Effects under keys that were never sent. */
  readonly foreign: number;
};

export function reconcile(samples: readonly Sample[], { service, effects }: Ledgers): Reconciled {
  const logged = service && new Map(service.map((entry) => [entry.requestId, entry.status]));
  const taken = effects && count(effects.map((effect) => effect.idempotencyKey));
  const keys = new Set(samples.map((sample) => sample.key));
  const blamed = new Set<string>();
  const failures = samples.map((sample) => {
    const effect = sample.key === null ? undefined : taken?.get(sample.key) ?? 0;
    const first = sample.key === null || !blamed.has(sample.key);
    const failure = findFailure(sample.answer, { effect: taken === null ? undefined : effect, status: logged?.get(sample.id), isFirst: first });
    if (failure !== null && sample.key !== null) blamed.add(sample.key);
    return failure;
  });
  return {
    failures,
    unlogged: logged ? samples.filter(({ id, answer }) => answer.kind === "answered" && !logged.has(id)).length : 0,
    foreign: taken ? [...taken.keys()].filter((key) => !keys.has(key)).length : 0,
  };
}

type Known = {
  /** How many effects its key had; undefined where nobody can tell, or where it is to have none. */
  readonly effect: number | undefined;
  /** What the service says it answered. */
  readonly status: number | undefined;
  /** A duplicate is one failure, however many requests carried the key. */
  readonly isFirst: boolean;
};

function findFailure(answer: Answer, { effect, status, isFirst }: Known): FailureKind | null {
  if (effect !== undefined && effect > 1 && isFirst) return "duplicate-effect";
  if (isSuccess(answer)) return effect === 0 ? "missing-effect" : null;
  // the work was done, or said to be done, and the client does not know it
  if ((effect ?? 0) > 0 || (status !== undefined && status >= 200 && status < 300)) return "lost-acknowledgement";
  if (answer.kind !== "answered") return answer.kind;
  return answer.status >= 500 ? "server-error" : "unexpected-status";
}

function count(keys: readonly string[]): Map<string, number> {
  const counts = new Map<string, number>();
  for (const key of keys) counts.set(key, (counts.get(key) ?? 0) + 1);
  return counts;
}
