// Where the service stands between start and end, which the readiness probe tells to whoever sends traffic.

export class Lifecycle {
  #draining = false;

  get draining(): boolean {
    return this.#draining;
  }

  drain(): void {
    this.#draining = true;
  }
}
