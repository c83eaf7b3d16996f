// The port that everything else uses: a backend with its names checked, rollback on top, and every access recorded. What cannot be
// recorded does not happen: a write is refused before it, a value is not handed out after it.
import { InputError } from "../finding/index.ts";
import type { AuditAction, AuditEvent } from "./audit-event.ts";
import type { Backend, StoredSecret, VersionState } from "./backend.ts";
import { Fields } from "./fields.ts";
import { SecretStoreError } from "./store-error.ts";

export type Written = { readonly version: number };
export type SecretStore = {
  readonly kind: Backend["kind"];
  get(name: string, options?: { version?: number }): Promise<StoredSecret>;
  /** `expected` is the newest version that the caller knows, 0 for a new secret. Rejects with reason conflict when there is a newer one. */
  put(name: string, fields: Fields, options: { expected: number }): Promise<Written>;
  /** The fields of version `to` as a new version: numbers only grow, so that readers never mistake old for new. */
  rollback(name: string, options: { to: number; expected: number }): Promise<Written>;
  versions(name: string): Promise<readonly VersionState[]>;
  metadata(name: string): Promise<Readonly<Record<string, string>>>;
  describe(name: string, changes: Readonly<Record<string, string>>): Promise<void>;
};

/** Who uses the store. `record` writes the event where it stays; when it rejects, so does the access. */
export type Holder = { readonly actor: string; now(): Date; record(event: AuditEvent): Promise<void> };

const NAME = /^[A-Za-z0-9_-]{1,64}(\/[A-Za-z0-9_-]{1,64}){0,7}$/;
const FIELD = /^[A-Za-z][A-Za-z0-9_-]{0,63}$/;

export function openSecretStore(backend: Backend, holder: Holder): SecretStore {
  const recorder = new Recorder(backend.kind, holder);
  return {
    kind: backend.kind,
    get: (name, { version } = {}) => recorder.read("secret.read", name, async () => backend.get(checkName(name), version)),
    put: (name, fields, { expected }) => recorder.write("secret.write", name, async () => {
      checkFields(fields);
      return { version: await backend.put(checkName(name), fields, expected) };
    }),
    rollback: (name, { to, expected }) => recorder.write("secret.rollback", name, async () => {
      const former = await backend.get(checkName(name), to);
      return { version: await backend.put(name, former.fields, expected) };
    }),
    versions: (name) => recorder.read("secret.versions", name, async () => backend.versions(checkName(name))),
    metadata: (name) => recorder.read("secret.metadata.read", name, async () => backend.metadata(checkName(name))),
    describe: (name, changes) => recorder.write("secret.metadata.write", name, async () => backend.describe(checkName(name), changes)),
  };
}

class Recorder {
  readonly #store: Backend["kind"];
  readonly #holder: Holder;

  constructor(store: Backend["kind"], holder: Holder) {
    this.#store = store;
    this.#holder = holder;
  }

  async write<T>(action: AuditAction, secret: string, act: () => Promise<T>): Promise<T> {
    await this.#record(action, secret, { outcome: "attempted" });
    return this.read(action, secret, act);
  }

  async read<T>(action: AuditAction, secret: string, act: () => Promise<T>): Promise<T> {
    let result: T;
    try {
      result = await act();
    } catch (error) {
      await this.#record(action, secret, { outcome: toOutcome(error) });
      throw error;
    }
    await this.#record(action, secret, { outcome: "done", version: readVersion(result) });
    return result;
  }

  #record(action: AuditAction, secret: string, { outcome, version = null }: { outcome: AuditEvent["outcome"]; version?: number | null }): Promise<void> {
    const { actor, now, record } = this.#holder;
    return record({ schema: "pci-pipeline/audit-event/v1", at: now().toISOString(), actor, action, store: this.#store, secret: NAME.test(secret) ? secret : "(not a name)", version, outcome });
  }
}

function toOutcome(error: unknown): AuditEvent["outcome"] {
  const reason = error instanceof SecretStoreError ? error.reason : "failed";
  return reason === "missing" || reason === "conflict" || reason === "denied" ? reason : "failed";
}

function readVersion(result: unknown): number | null {
  return typeof result === "object" && result !== null && "version" in result && typeof result.version === "number" ? result.version : null;
}

function checkName(name: string): string {
  if (NAME.test(name)) return name;
  throw new InputError("A secret's name is letters, digits, dashes and underscores, with \"/\" between parts");
}

function checkFields(fields: Fields): void {
  const names = fields.names();
  if (names.length === 0 || !names.every((name) => FIELD.test(name))) throw new InputError("A secret has at least one field, and a field's name is letters, digits, dashes and underscores");
}
