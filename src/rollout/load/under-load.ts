// Makes a change while load runs, and gives back what client, service and effects recorded of it.
import type { PodEvent, Round } from "../../measurement/index.ts";
import { openKubectl, type Ports } from "../cluster/kubectl.ts";
import { readEffects } from "./effects.ts";
import { Generator } from "./generator.ts";
import { openLanes } from "./lanes.ts";
import type { LoadPlan } from "./plan.ts";
import { readDigests } from "./digests.ts";
import { watchPods, type Place } from "./watch.ts";

export type Load = {
  readonly plan: LoadPlan;
  readonly place: Place & { readonly container: string };
  /** PEM of the authority behind the service's certificate. */
  readonly ca?: string;
};

/** What a change may look at while it is made. */
export type Live = {
  /** Requests that got no success so far. */
  failed(): number;
};

export type LoadPorts = Ports & { newId(): string };

/** `gaps`: what of the measurement could not be had, a sentence each. */
export type Loaded<T> = { readonly result: T; readonly round: Round; readonly gaps: readonly string[] };

/** How long pods may take to end once the change is made. */
const LINGER_MS = 120_000;

/** Rejects as the change does, after the load has ended. */
export async function underLoad<T>(load: Load, ports: LoadPorts, change: (live: Live) => Promise<T>): Promise<Loaded<T>> {
  const { plan, place } = load;
  const lanes = openLanes(plan, load.ca);
  const clock = () => ports.now().getTime();
  const generator = new Generator(plan, { send: lanes.send, clock, wait: ports.wait, newId: ports.newId });
  const before = await readDigests(place, openKubectl(place.context, ports));
  const from = ports.now();
  const watch = watchPods(place, ports);
  const running = generator.run();
  try {
    await ports.wait(plan["settle-seconds"] * 1000);
    const started = clock();
    const result = await change({ failed: () => generator.failed });
    await waitForEnds(watch.events, ports);
    const ended = clock();
    const after = await readDigests(place, openKubectl(place.context, ports));
    await ports.wait(plan["settle-seconds"] * 1000);
    generator.stop();
    await running;
    await watch.stop();
    const effects = plan.ledger === undefined ? null : await readEffects({ context: place.context, ledger: plan.ledger, from }, ports);
    const isRead = effects === null || !("why" in effects);
    const round: Round = {
      samples: generator.samples, events: watch.events, window: toWindow(watch.events, { started, ended }),
      ledgers: { service: watch.entries, effects: isRead ? effects : null }, digests: new Map([...before, ...after]),
    };
    return { result, round, gaps: isRead ? [] : [effects.why] };
  } finally {
    generator.stop();
    await Promise.allSettled([running, watch.stop()]);
    lanes.close();
  }
}

/** A rollout is complete for kubectl while the former pods are still ending. */
async function waitForEnds(events: readonly PodEvent[], ports: Ports): Promise<void> {
  const deadline = ports.now().getTime() + LINGER_MS;
  const pods = (kind: PodEvent["kind"]) => new Set(events.filter((event) => event.kind === kind).map(({ pod }) => pod));
  while (pods("pod-terminating").difference(pods("pod-gone")).size > 0 && ports.now().getTime() < deadline) await ports.wait(200);
}

/** From the first pod's termination to the last one's end; the change itself where no pod ends. Pods that were ending before are another change's. */
export function toWindow(events: readonly PodEvent[], change: { started: number; ended: number }): Round["window"] {
  const serving = new Set(events.filter(({ kind }) => kind === "pod-ready").map(({ pod }) => pod));
  const ends = events.filter(({ at, kind, pod }) => kind !== "pod-ready" && at >= change.started && serving.has(pod));
  const from = ends[0]?.at;
  const to = ends.findLast(({ kind }) => kind === "pod-gone")?.at;
  return from === undefined || to === undefined ? { from: change.started, to: change.ended } : { from, to };
}
