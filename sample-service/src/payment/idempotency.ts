// Makes a repeated request harmless: the same key gives the same answer, and never a second charge.
// Memory of one process: across several, the processor, which gets the same key, is what prevents a double charge.
import { createHmac, randomBytes } from "node:crypto";

/** replayed: whether the answer is an earlier one. conflict: the key was used for another payment. */
export type Remembered<T> = { readonly kind: "answer"; readonly answer: T; readonly replayed: boolean } | { readonly kind: "conflict" };

type Entry<T> = { readonly print: string; readonly answer: Promise<T> };

const CAPACITY = 10_000;

export class IdempotencyMemory<T> {
  readonly #entries = new Map<string, Entry<T>>();
  /** Keyed and forgotten with the process: a plain hash of a payment would let a card number be guessed (PCI DSS 3.5.1.1). */
  readonly #key = randomBytes(32);

  /** Runs `work` unless `key` is known; callers at the same time share one run. A run that rejects is forgotten. */
  async once(key: string, payment: object, work: () => Promise<T>): Promise<Remembered<T>> {
    const print = createHmac("sha256", this.#key).update(JSON.stringify(payment)).digest("base64");
    const known = this.#entries.get(key);
    if (known !== undefined) {
      if (known.print !== print) return { kind: "conflict" };
      return { kind: "answer", answer: await known.answer, replayed: true };
    }
    const answer = work();
    this.#remember(key, { print, answer });
    try {
      return { kind: "answer", answer: await answer, replayed: false };
    } catch (error) {
      this.#entries.delete(key);
      throw error;
    }
  }

  #remember(key: string, entry: Entry<T>): void {
    this.#entries.set(key, entry);
    const oldest = this.#entries.keys().next();
    if (this.#entries.size > CAPACITY && !oldest.done) this.#entries.delete(oldest.value);
  }
}
