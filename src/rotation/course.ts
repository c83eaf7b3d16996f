// One rotation while it runs: what it knows, what it has done, and the durable note before each thing it does.
import type { SecretStore } from "../secret-store/index.ts";
import type { Acknowledged } from "./acknowledge.ts";
import type { Credential, Order, Ports } from "./ports.ts";
import { LeaseLost, type Record, type RecordBook } from "./record.ts";
import type { RotationReport, Step } from "./report.ts";

export type Version = { readonly credential: Credential; readonly version: number };

export class Course {
  readonly order: Order;
  readonly ports: Ports;
  readonly former: Version;
  readonly #book: RecordBook;
  readonly #rotationId: string;
  readonly #startedAt: Date;
  readonly #steps: RotationReport["steps"] = [];
  candidate: Credential | undefined;
  candidateVersion: number | undefined;
  acknowledgements: Acknowledged[] = [];
  negativeTest: RotationReport["negativeTest"] = "not-made";

  constructor(parts: { order: Order; ports: Ports; former: Version; book: RecordBook; rotationId: string }) {
    this.order = parts.order;
    this.ports = parts.ports;
    this.former = parts.former;
    this.#book = parts.book;
    this.#rotationId = parts.rotationId;
    this.#startedAt = parts.ports.now();
  }

  /** Notes that the step begins, then does it. Rejects as the step does. */
  async step<T>(step: Step, act: () => Promise<T>): Promise<T> {
    const began = this.ports.now();
    const enter = (ok: boolean, detail: string | null): void => {
      const ms = Math.max(0, Math.round(this.ports.now().getTime() - began.getTime()));
      this.#steps.push({ step, at: began.toISOString(), ms, ok, detail });
      this.ports.log(`${step}: ${ok ? "done" : `failed, ${detail}`}`);
    };
    try {
      await this.note(step);
      if (this.order.forceFail === step) throw new Error("made to fail");
      const result = await act();
      enter(true, null);
      return result;
    } catch (error) {
      enter(false, explain(error));
      throw error;
    }
  }

  note(step: Record["step"]): Promise<void> {
    return this.#book.write({
      rotationId: this.#rotationId, step, formerId: this.former.credential.id, formerVersion: this.former.version,
      candidateId: this.candidate?.id ?? null, candidateVersion: this.candidateVersion ?? null, at: this.ports.now().toISOString(),
    });
  }

  toReport(outcome: RotationReport["outcome"]): RotationReport {
    return {
      schema: "pci-pipeline/rotation/v1", rotationId: this.#rotationId, processor: this.order.processor, outcome,
      startedAt: this.#startedAt.toISOString(), finishedAt: this.ports.now().toISOString(),
      former: { id: this.former.credential.id, version: this.former.version },
      candidate: this.candidate ? { id: this.candidate.id, version: this.candidateVersion ?? null } : null,
      steps: this.#steps, acknowledgements: this.acknowledgements, negativeTest: this.negativeTest,
    };
  }
}

/** Our own sentences only: what a foreign error says may hold anything. */
export function explain(error: unknown): string {
  if (error instanceof LeaseLost) return "another rotation took over";
  return error instanceof Error && (error.constructor === Error || error.name === "SecretStoreError") ? error.message : "an unforeseen error";
}

/** The credential as it stands in the store, now or in an earlier version. */
export async function readCredential(store: SecretStore, name: string, version?: number): Promise<Version> {
  const secret = await store.get(name, version === undefined ? {} : { version });
  const [id, value] = [secret.fields.get("id"), secret.fields.get("value")];
  if (id === undefined || value === undefined) throw new Error("the store's secret has no fields id and value");
  return { credential: { id, value }, version: secret.version };
}
