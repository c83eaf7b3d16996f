// A change made several times under the same load, and counted as one.
import { measure, type Measurement, type Round } from "../../src/measurement/index.ts";
import { openPorts, underLoad, type Load } from "../../src/rollout/index.ts";

/** Without a word on the terminal. */
export const ports = openPorts({ now: () => new Date(), log: () => undefined, signal: new AbortController().signal });

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
