// Sends at a constant rate, whether answers come or not (an open model): a stalled service is met by the same traffic as a quick one,
// and each latency counts from the time at which its request was meant to be sent.
//
// Kept generators do not fit. Go's HTTP client, under k6 and others, silently repeats idempotent requests on a kept connection that
// breaks (net/http, Request.isReplayable), which is the very loss to be counted; generators of a closed model wait for answers.
import { isSuccess, type Answer, type Sample } from "../../measurement/index.ts";
import { isKeyed, toCycle, type LoadPlan, type Shot } from "./plan.ts";

export type Send = (shot: Shot) => Promise<Answer>;

export type GeneratorPorts = {
  send: Send;
  clock(): number;
  wait(milliseconds: number): Promise<void>;
  newId(): string;
};

const TICK_MS = 2;

export class Generator {
  readonly samples: Sample[] = [];
  readonly #plan: LoadPlan;
  readonly #ports: GeneratorPorts;
  readonly #open = new Set<Promise<void>>();
  #stopping = false;
  #failed = 0;

  constructor(plan: LoadPlan, ports: GeneratorPorts) {
    this.#plan = plan;
    this.#ports = ports;
  }

  /** Answers that are no success, so far; the ledgers may add to them afterwards. */
  get failed(): number {
    return this.#failed;
  }

  /** Sends until stop(); rejects when the wait does, after everything under way has ended. */
  async run(): Promise<void> {
    const { clock, wait } = this.#ports;
    const schedule = new Schedule(this.#plan, { began: clock(), newId: this.#ports.newId });
    try {
      while (!this.#stopping) {
        for (const shot of schedule.due(clock())) this.#fire(shot);
        await wait(TICK_MS);
      }
    } finally {
      await Promise.all(this.#open);
    }
  }

  stop(): void {
    this.#stopping = true;
  }

  #fire(shot: Shot): void {
    const { send, clock } = this.#ports;
    const sent = clock();
    const flight = send(shot).then((answer) => {
      this.samples.push({ ...shot, sent, ended: clock(), answer });
      if (!isSuccess(answer)) this.#failed++;
      this.#open.delete(flight);
    });
    this.#open.add(flight);
  }
}

/** Which request is due when, on which lane. A repeated request goes over the other lane, so that it mostly meets another pod. */
class Schedule {
  readonly #plan: LoadPlan;
  readonly #cycle: readonly { readonly request: number; readonly isKeyed: boolean }[];
  readonly #options: { readonly began: number; newId(): string };
  readonly #repeats: Shot[] = [];
  #next = 0;
  #keyed = 0;

  constructor(plan: LoadPlan, options: { began: number; newId(): string }) {
    this.#plan = plan;
    this.#cycle = toCycle(plan).map((request) => ({ request, isKeyed: isKeyed(plan, request) }));
    this.#options = options;
  }

  *due(now: number): Iterable<Shot> {
    const { began, newId } = this.#options;
    for (; began + (this.#next * 1000) / this.#plan.rate <= now; this.#next++) {
      const intended = began + (this.#next * 1000) / this.#plan.rate;
      const id = newId();
      const repeat = this.#repeats[0] !== undefined && this.#repeats[0].intended + REPEAT_AFTER_MS <= intended ? this.#repeats.shift() : undefined;
      if (repeat !== undefined) {
        yield { id, key: repeat.key, lane: repeat.lane === "fresh" ? "kept" : "fresh", request: repeat.request, intended };
        continue;
      }
      yield this.#remember(id, intended);
    }
  }

  #remember(id: string, intended: number): Shot {
    const { request, isKeyed: keyed } = this.#cycle[Math.floor(this.#next / 2) % this.#cycle.length] ?? { request: 0, isKeyed: false };
    const shot: Shot = { id, key: keyed ? id : null, lane: this.#next % 2 === 0 ? "fresh" : "kept", request, intended };
    const every = this.#plan["repeat-every"];
    if (keyed && every > 0 && this.#keyed++ % every === 0) this.#repeats.push(shot);
    return shot;
  }
}

/** As soon as an impatient client would. */
const REPEAT_AFTER_MS = 500;
