// Fetches each processor's credential at run time, looks for newer ones as long as the service runs, and takes one into use only
// after it has opened a connection at the processor. Readiness hangs on it.
import { createHmac } from "node:crypto";
import { processorNames, type ProcessorName } from "../payment/routing.ts";
import { SecretUnavailable, type SecretStore, type StoredSecret } from "../secret-store/store.ts";
import type { CredentialEvent } from "./event.ts";
import { Pause } from "./pause.ts";
import { describeSlot, emptySlot, swap, type Description, type Slot } from "./slot.ts";

/** Makes a connection with the credential. Rejects when the processor can't be asked: that says nothing about the credential. */
export type Prove = (processor: ProcessorName, secret: StoredSecret) => Promise<"accepted" | "refused">;

type Options = {
  readonly prove: Prove;
  readonly report: (event: CredentialEvent) => void;
  readonly now: () => Date;
  readonly random: () => number;
  readonly pollMs: number;
  readonly maxStalenessMs: number;
  readonly firstDelayMs?: number;
};

/** Delay before the second try, doubled each time up to the cap; half of it is drawn, so that pods don't ask in step. */
const FIRST_DELAY_MS = 200;
const LAST_DELAY_MS = 5_000;
/** A version that was refused is tried again now and then: its processor may only just not know it yet. */
const REJECTED_RETRY_MS = 30_000;
const HURRY_MS = 1_000;

export class Credentials {
  readonly #store: SecretStore;
  readonly #options: Options;
  readonly #slots = new Map<ProcessorName, Slot>(processorNames.map((name) => [name, emptySlot]));
  readonly #looking = new Map<ProcessorName, Promise<void>>();
  readonly #pause = new Pause();

  constructor(store: SecretStore, options: Options) {
    this.#store = store;
    this.#options = options;
  }

  /** Resolves when all are loaded, or after stop(). Never rejects: what is missing is asked for again. */
  async load(): Promise<void> {
    for (let delay = this.#options.firstDelayMs ?? FIRST_DELAY_MS; !this.#pause.stopped; delay = Math.min(delay * 2, LAST_DELAY_MS)) {
      await Promise.all(this.missing().map((name) => this.refresh(name)));
      if (this.missing().length === 0) return;
      await this.#pause.for(delay / 2 + (this.#options.random() * delay) / 2);
    }
  }

  /** Looks for new versions until stop(). While the store is down the delay grows, up to four times the usual one. */
  async watch(): Promise<void> {
    for (let failures = 0; !this.#pause.stopped;) {
      const delay = this.#options.pollMs * Math.min(2 ** failures, 4);
      await this.#pause.for(delay * (0.5 + this.#options.random() / 2));
      if (this.#pause.stopped) return;
      await this.refreshAll({ again: false });
      failures = this.#all().some(([, slot]) => slot.trouble !== undefined) ? failures + 1 : 0;
    }
  }

  async refreshAll({ again }: { again: boolean }): Promise<void> {
    await Promise.all(processorNames.map((name) => this.refresh(name, { again })));
  }

  /** For a processor that refuses the credential in use: there may be a newer one. At most one look a second, however many payments ask. */
  async hurry(name: ProcessorName): Promise<void> {
    const asked = this.#slot(name).confirmedAt?.getTime() ?? 0;
    if (this.#options.now().getTime() - asked >= HURRY_MS || this.#looking.has(name)) await this.refresh(name);
  }

  /** Asks the store for one processor's credential; who comes while that is under way shares it. `again`: also a version that was refused. */
  refresh(name: ProcessorName, { again = false }: { again?: boolean } = {}): Promise<void> {
    const under = this.#looking.get(name);
    if (under !== undefined) return under;
    const look = this.#look(name, again).finally(() => this.#looking.delete(name));
    this.#looking.set(name, look);
    return look;
  }

  missing(): ProcessorName[] {
    return processorNames.filter((name) => this.#slot(name).current === undefined);
  }

  /** Names whose credential the store has not confirmed for longer than is allowed. */
  stale(): ProcessorName[] {
    const now = this.#options.now().getTime();
    return this.#all().flatMap(([name, { confirmedAt }]) => (confirmedAt !== undefined && now - confirmedAt.getTime() > this.#options.maxStalenessMs ? [name] : []));
  }

  get(processor: ProcessorName): StoredSecret | undefined {
    return this.#slot(processor).current?.secret;
  }

  describe(): Readonly<Record<string, Description>> {
    return Object.fromEntries(this.#all().map(([name, slot]) => [name, describeSlot(slot)]));
  }

  /**
   * Hex HMAC-SHA256 over `acknowledge` and the challenge, keyed with the credential in use: only who has loaded it can answer. The
   * first line differs from that of a charge, so no answer is a signature of one.
   */
  acknowledge(name: ProcessorName, challenge: string): { version: number; id: string; proof: string } | undefined {
    const secret = this.get(name);
    return secret && { version: secret.version, id: secret.id, proof: createHmac("sha256", secret.value).update(`acknowledge\n${challenge}`).digest("hex") };
  }

  stop(): void {
    this.#pause.stop();
  }

  #slot(name: ProcessorName): Slot {
    return this.#slots.get(name) ?? emptySlot;
  }

  #all(): [ProcessorName, Slot][] {
    return processorNames.map((name) => [name, this.#slot(name)]);
  }

  #update(name: ProcessorName, changes: Partial<Slot>): void {
    this.#slots.set(name, { ...this.#slot(name), ...changes });
  }

  async #look(name: ProcessorName, again: boolean): Promise<void> {
    try {
      const version = await this.#store.latest(name);
      this.#confirm(name);
      const { current, rejected } = this.#slot(name);
      if (current !== undefined && version <= current.secret.version) return this.#refuseOlder(name, version);
      const recently = rejected !== undefined && this.#options.now().getTime() - rejected.at.getTime() < REJECTED_RETRY_MS;
      if (!again && rejected?.version === version && recently) return;
      await this.#take(name, await this.#store.get(name));
    } catch (error) {
      this.#complain(name, error instanceof SecretUnavailable ? error.reason : "processor-unreachable");
    }
  }

  async #take(name: ProcessorName, secret: StoredSecret): Promise<void> {
    const at = this.#options.now();
    const answer = await this.#options.prove(name, secret);
    const known = this.#slot(name).rejected?.version === secret.version;
    if (answer === "refused") {
      this.#update(name, { rejected: { version: secret.version, reason: "refused-by-processor", at }, trouble: undefined });
      if (!known) this.#options.report({ kind: "rejected", processor: name, version: secret.version, id: secret.id });
      return;
    }
    this.#slots.set(name, swap(this.#slot(name), secret, at));
    this.#options.report({ kind: "loaded", processor: name, version: secret.version, id: secret.id });
  }

  /** A store that goes back in versions was restored from a copy, or isn't the one it was: what is in use stays. */
  #refuseOlder(name: ProcessorName, version: number): void {
    const { current, rejected } = this.#slot(name);
    if (version === current?.secret.version || rejected?.version === version) return;
    this.#update(name, { rejected: { version, reason: "older-than-loaded", at: this.#options.now() } });
    this.#options.report({ kind: "older", processor: name, version });
  }

  #confirm(name: ProcessorName): void {
    if (this.#slot(name).trouble !== undefined && this.#slot(name).current !== undefined) this.#options.report({ kind: "recovered", processor: name });
    this.#update(name, { confirmedAt: this.#options.now(), trouble: undefined });
  }

  /** Said once per reason: a store that is down for an hour shall not fill the log. */
  #complain(name: ProcessorName, reason: string): void {
    const { trouble, current } = this.#slot(name);
    this.#update(name, { trouble: reason });
    if (trouble !== reason) this.#options.report({ kind: "unavailable", processor: name, reason, serving: current !== undefined });
  }
}
