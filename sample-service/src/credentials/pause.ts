// Waiting that can be ended from outside, so that a service that stops doesn't sit out a delay.

export class Pause {
  readonly #stopped = new AbortController();

  get stopped(): boolean {
    return this.#stopped.signal.aborted;
  }

  stop(): void {
    this.#stopped.abort();
  }

  for(ms: number): Promise<void> {
    return new Promise((resolve) => {
      const wake = (): void => {
        clearTimeout(timer);
        this.#stopped.signal.removeEventListener("abort", wake);
        resolve();
      };
      const timer = setTimeout(wake, ms);
      this.#stopped.signal.addEventListener("abort", wake, { once: true });
      if (this.#stopped.signal.aborted) wake();
    });
  }
}
