// A change made several times under the same load, and counted as one.
import { randomUUID } from "node:crypto";
import { setTimeout } from "node:timers/promises";
import { runCommand } from "../../src/command/index.ts";
import { measure, type Measurement, type Round } from "../../src/measurement/index.ts";
import { underLoad, type Load, type LoadPorts } from "../../src/rollout/index.ts";

const { signal } = new AbortController();
/** The real outside, without a word on the terminal. */
export const ports: LoadPorts = {
  run: runCommand, signal, newId: randomUUID, now: () => new Date(),
  log: () => undefined, wait: (milliseconds) => setTimeout(milliseconds),
};

export type Rounds = { readonly measurement: Measurement; readonly gaps: readonly string[] };
type Plan = { change(round: number): Promise<unknown>; isEnough(requests: number, rounds: number): boolean };

/** `isEnough` is asked after each round, with the requests that the windows have held so far. */
export async function repeatUnderLoad(scenario: string, load: Load, { change, isEnough }: Plan): Promise<Rounds> {
  const rounds: Round[] = [];
  const gaps: string[] = [];
  const terms = { scenario, ratePerSecond: load.plan.rate, errorBudget: load.plan["error-budget"] };
  for (let requests = 0; rounds.length === 0 || !isEnough(requests, rounds.length);) {
    const loaded = await underLoad(load, ports, () => change(rounds.length));
    rounds.push(loaded.round);
    gaps.push(...loaded.gaps);
    requests += measure([loaded.round], terms).requests;
  }
  return { measurement: measure(rounds, terms), gaps };
}
