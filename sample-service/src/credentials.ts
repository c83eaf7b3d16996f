// Fetches each processor's credential at run time and keeps trying until all are there; readiness hangs on it.
import { SecretUnavailable, type SecretStore, type StoredSecret } from "./secret-store/store.ts";
import { processorNames, type ProcessorName } from "./routing.ts";

type Events = {
  loaded(processor: ProcessorName, version: number): void;
  unavailable(processor: ProcessorName, reason: string): void;
};

/** Delay before the second try, doubled each time up to the cap; half of it is drawn, so that pods don't ask in step. */
const FIRST_DELAY_MS = 200;
const LAST_DELAY_MS = 5_000;

export class Credentials {
  readonly #store: SecretStore;
  readonly #events: Events;
  readonly #loaded = new Map<ProcessorName, StoredSecret>();
  readonly #stopped = new AbortController();
  readonly #firstDelayMs: number;
  readonly #reasons = new Map<ProcessorName, string>();

  constructor(store: SecretStore, options: { events: Events; firstDelayMs?: number }) {
    this.#store = store;
    this.#events = options.events;
    this.#firstDelayMs = options.firstDelayMs ?? FIRST_DELAY_MS;
  }

  /** Resolves when all are loaded, or after stop(). Never rejects: what is missing is asked for again. */
  async load(): Promise<void> {
    for (let delay = this.#firstDelayMs; !this.#stopped.signal.aborted; delay = Math.min(delay * 2, LAST_DELAY_MS)) {
      await Promise.all(this.missing().map((name) => this.#fetch(name)));
      if (this.missing().length === 0) return;
      await this.#pause(delay / 2 + (Math.random() * delay) / 2);
    }
  }

  missing(): ProcessorName[] {
    return processorNames.filter((name) => !this.#loaded.has(name));
  }

  get(processor: ProcessorName): StoredSecret | undefined {
    return this.#loaded.get(processor);
  }

  stop(): void {
    this.#stopped.abort();
  }

  async #fetch(name: ProcessorName): Promise<void> {
    try {
      const secret = await this.#store.get(name);
      this.#loaded.set(name, secret);
      this.#events.loaded(name, secret.version);
    } catch (error) {
      const reason = error instanceof SecretUnavailable ? error.reason : "store-failed";
      // said once per reason: a store that is down for an hour shall not fill the log
      if (this.#reasons.get(name) !== reason) this.#events.unavailable(name, reason);
      this.#reasons.set(name, reason);
    }
  }

  #pause(ms: number): Promise<void> {
    return new Promise((resolve) => {
      const wake = (): void => {
        clearTimeout(timer);
        resolve();
      };
      const timer = setTimeout(wake, ms);
      this.#stopped.signal.addEventListener("abort", wake, { once: true });
      if (this.#stopped.signal.aborted) wake();
    });
  }
}
