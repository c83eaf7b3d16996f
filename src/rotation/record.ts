// The rotation's memory, kept where the credentials are: which step was begun, written by compare-and-set before it is. A worker that
// slept while another one took over fails at its next write, before it does anything more.
import * as z from "zod";
import { Fields, SecretStoreError, type SecretStore } from "../secret-store/index.ts";
import { steps } from "./report.ts";

const schema = z.strictObject({
  rotationId: z.string(),
  step: z.enum([...steps, "done", "rolled-back"]),
  formerId: z.string(),
  formerVersion: z.int(),
  candidateId: z.string().nullable(),
  candidateVersion: z.int().nullable(),
  at: z.iso.datetime(),
});
export type Record = z.infer<typeof schema>;

/** Somebody else holds the rotation now: nothing more is to be done, and nothing undone. */
export class LeaseLost extends Error {
  override readonly name = "LeaseLost";
}

export class RecordBook {
  readonly #store: SecretStore;
  readonly #name: string;
  #version = 0;

  constructor(store: SecretStore, name: string) {
    this.#store = store;
    this.#name = name;
  }

  /** Undefined where there never was a rotation. */
  async read(): Promise<Record | undefined> {
    try {
      const { version, fields } = await this.#store.get(this.#name);
      this.#version = version;
      return schema.parse(JSON.parse(fields.get("record") ?? ""));
    } catch (error) {
      if (error instanceof SecretStoreError && error.reason === "missing") return undefined;
      if (error instanceof SecretStoreError) throw error;
      throw new SecretStoreError("malformed", this.#name);
    }
  }

  /** Throws LeaseLost where someone else has written since. An answer that got lost is looked for. */
  async write(record: Record): Promise<void> {
    const fields = new Fields({ record: JSON.stringify(record) });
    try {
      this.#version = (await this.#store.put(this.#name, fields, { expected: this.#version })).version;
    } catch (error) {
      const now = await this.#store.get(this.#name).catch(() => undefined);
      if (now?.version === this.#version + 1 && now.fields.equals(fields)) this.#version = now.version;
      else if (error instanceof SecretStoreError && error.reason === "conflict") throw new LeaseLost(this.#name);
      else throw error;
    }
  }
}
