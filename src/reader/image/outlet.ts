// Where reading functions put what they read, and from where the consumer takes it: batches, so that thousands of small files
// don't cost a wait each, and never more than one batch ahead, so that memory stays bounded.
import type { GapReason, ImagePlace, Ledger } from "../../finding/index.ts";
import { WINDOW_BYTES, WindowCutter, type Fragment, type Reading, type Recalled } from "../index.ts";
import type { ImageLimits } from "./limits.ts";

const BATCH_BYTES = 2 << 20;
const BATCH_READINGS = 512;

/** The consumer has gone; unwinds the readers so that they close what they opened. */
class Abandoned extends Error {
  override readonly name = "Abandoned";
}

/** Copies bytes to where they will be examined. */
export type Hold = (bytes: Uint8Array) => Uint8Array;

const copy: Hold = (bytes) => Buffer.from(bytes);

export class Outlet {
  readonly ledger: Ledger;
  readonly #limit: number;
  readonly #hold: Hold;
  #batch: Reading[] = [];
  #bytes = 0;
  #gaps = 0;
  #pushed = 0;
  #abandoned = false;
  #wakeProducer: () => void = () => {};
  #wakeConsumer: () => void = () => {};

  /** `hold` copies what is pushed: the readers' memory serves again. */
  constructor(ledger: Ledger, limits: ImageLimits, hold: Hold = copy) {
    this.ledger = ledger;
    this.#hold = hold;
    this.#limit = limits.gaps;
  }

  /** Gaps so far: readers compare it before and after to know whether something was read without any. */
  get gaps(): number {
    return this.#gaps;
  }

  /** Bytes of all fragments so far. */
  get pushed(): number {
    return this.#pushed;
  }

  /** True when `drained` is to be awaited. */
  get full(): boolean {
    return this.#bytes >= BATCH_BYTES || this.#batch.length >= BATCH_READINGS;
  }

  push({ kind, place, bytes, start, line, owned }: Fragment): void {
    this.ledger.saw("bytes", owned);
    this.#pushed += owned;
    this.#bytes += bytes.length;
    this.#batch.push({ kind, place, bytes: this.#hold(bytes), start, line, owned });
  }

  /** What an earlier run has found in content that is not read again; its bytes have been counted as seen. */
  recall(recalled: Recalled): void {
    this.#gaps += recalled.gaps.length;
    this.#batch.push(recalled);
  }

  /** Content that is at hand as a whole. */
  content(place: ImagePlace, bytes: Uint8Array): void {
    if (bytes.length === 0) return;
    if (bytes.length <= WINDOW_BYTES) {
      this.push({ kind: "fragment", place, bytes, start: 0, line: 1, owned: bytes.length });
      return;
    }
    const cutter = new WindowCutter(place);
    for (const window of cutter.push(bytes)) this.push(window);
    for (const window of cutter.end()) this.push(window);
  }

  gap(reason: GapReason, place: ImagePlace, { detail, bytes }: { detail: string; bytes?: number }): void {
    this.#gaps++;
    if (bytes !== undefined) this.ledger.saw("bytes", bytes);
    if (this.#gaps > this.#limit + 1) return;
    const isLast = this.#gaps === this.#limit + 1;
    const gap = isLast
      ? { reason: "count-limit" as const, location: place, detail: `more than ${this.#limit} gaps; the rest is not listed` }
      : { reason, location: place, detail, ...(bytes !== undefined && { bytes }) };
    this.#batch.push({ kind: "gap", gap });
  }

  /** Waits until the consumer has taken everything. */
  async drained(): Promise<void> {
    const taken = new Promise<void>((resolve) => { this.#wakeProducer = resolve; });
    this.#wakeConsumer();
    await taken;
    if (this.#abandoned) throw new Abandoned();
  }

  /** Runs `produce` and yields what it puts in, as much at a time as there is; abandoning the iteration unwinds it. */
  async *readings(produce: () => Promise<void>): AsyncGenerator<readonly Reading[]> {
    let done = false;
    let ready = new Promise<void>((resolve) => { this.#wakeConsumer = resolve; });
    const running = produce().finally(() => {
      done = true;
      this.#wakeConsumer();
    });
    // Awaited below; without a handler in between a failure would count as unhandled.
    running.catch(() => undefined);
    try {
      for (;;) {
        await ready;
        const batch = this.#batch;
        [this.#batch, this.#bytes] = [[], 0];
        yield batch;
        if (done) break;
        ready = new Promise<void>((resolve) => { this.#wakeConsumer = resolve; });
        this.#wakeProducer();
      }
      await running;
    } finally {
      this.#abandoned = true;
      this.#wakeProducer();
      await running.catch(() => undefined);
    }
  }
}
