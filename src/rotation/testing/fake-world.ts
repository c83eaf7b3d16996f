// A store, a processor and instances in memory, with faults on order: before the n-th call that goes out, or after it was done. After each
// call it checks what must hold at every moment: what each instance uses is valid at the processor.
import { createHmac } from "node:crypto";
import { Fields, SecretStoreError, openSecretStore, type Backend, type StoredSecret } from "../../secret-store/index.ts";
import type { Acknowledgement, Credential, Ports } from "../ports.ts";

export type Fault = { readonly call: number; readonly kind: "not-done" | "answer-lost" | "crash-before" | "crash-after" };

type Key = { readonly id: string; readonly value: string; state: "valid" | "revoked"; lastUsedAt: Date | null };
type Instance = { readonly name: string; uses: Credential & { version: number } };

/** The worker is gone: nothing that it calls answers any more. */
class Crash extends Error {
  override readonly name = "Crash";
}

export class FakeWorld {
  clock = 1_800_000_000_000;
  readonly keys: Key[] = [];
  readonly instances: Instance[] = [];
  readonly violations: string[] = [];
  readonly versions = new Map<string, StoredSecret[]>();
  /** Instances that say they have loaded, and have not. */
  readonly liars = new Set<string>();
  /** A processor that goes on accepting what was revoked. */
  forgetful = false;
  calls = 0;
  #fault: Fault | undefined;
  #dead = false;
  #issued = 0;

  constructor(instances: number) {
    const first = this.#issue();
    this.versions.set("gateway/bancosur", [{ name: "gateway/bancosur", version: 1, createdAt: new Date(this.clock), fields: new Fields({ id: first.id, value: first.value }) }]);
    for (let i = 0; i < instances; i++) this.instances.push({ name: `pod-${i}`, uses: { ...first, version: 1 } });
  }

  /** A new worker on the same world. */
  open(fault?: Fault): Ports {
    this.#fault = fault;
    this.#dead = false;
    this.calls = 0;
    let nonces = 0;
    return {
      store: openSecretStore(this.#backend(), { actor: "test", now: () => new Date(this.clock), record: async () => {} }),
      processor: {
        issue: () => this.#call(() => { const { id, value } = this.#issue(); return { id, value }; }),
        keys: () => this.#call(() => this.keys.map(({ id, state, lastUsedAt }) => ({ id, state, lastUsedAt }))),
        revoke: (id) => this.#call(() => { for (const key of this.keys) if (key.id === id) key.state = "revoked"; }),
        validate: (credential) => this.#call(() => (this.#accepts(credential) ? "accepted" : "refused")),
      },
      consumers: {
        list: () => this.#call(() => this.instances.map(({ name }) => name)),
        reload: (instance) => this.#call(() => this.reload(instance)),
        acknowledge: (instance, nonce) => this.#call(() => this.#acknowledge(instance, nonce)),
      },
      now: () => new Date(this.clock),
      wait: async (ms) => {
        if (this.#dead) throw new Crash();
        this.clock += ms;
      },
      nonce: () => `nonce-${"0".repeat(16)}-${nonces++}`,
      log: () => {},
    };
  }

  current(): StoredSecret {
    const all = this.versions.get("gateway/bancosur") ?? [];
    const last = all[all.length - 1];
    if (last === undefined) throw new Error("the store is empty");
    return last;
  }

  reload(name: string): void {
    const instance = this.instances.find((one) => one.name === name);
    const { version, fields } = this.current();
    const credential = { id: fields.get("id") ?? "", value: fields.get("value") ?? "" };
    if (instance === undefined || this.liars.has(name) || version <= instance.uses.version || !this.#accepts(credential)) return;
    instance.uses = { ...credential, version };
  }

  #accepts({ id, value }: Credential): boolean {
    return this.keys.some((key) => key.id === id && key.value === value && (key.state === "valid" || this.forgetful));
  }

  #issue(): Key {
    const key: Key = { id: `key-${++this.#issued}`, value: `value-${this.#issued}`, state: "valid", lastUsedAt: null };
    this.keys.push(key);
    return key;
  }

  #acknowledge(name: string, nonce: string): Acknowledgement {
    const instance = this.instances.find((one) => one.name === name);
    if (instance === undefined) throw new Error("gone");
    const { id, value, version } = instance.uses;
    const proof = createHmac("sha256", value).update(`acknowledge\nbancosur\n${name}\n${nonce}`).digest("hex");
    const said = this.current();
    return this.liars.has(name) ? { id: said.fields.get("id") ?? "", version: said.version, proof } : { id, version, proof };
  }

  async #call<T>(act: () => T): Promise<T> {
    if (this.#dead) throw new Crash();
    this.clock += 10;
    const fault = this.#fault?.call === this.calls++ ? this.#fault.kind : undefined;
    if (fault === "crash-before" || fault === "crash-after") this.#dead = true;
    if (fault === "not-done" || fault === "crash-before") throw fault === "not-done" ? new Error("no answer") : new Crash();
    const result = act();
    this.#check();
    if (fault === "answer-lost") throw new Error("no answer");
    if (fault === "crash-after") throw new Crash();
    return result;
  }

  #check(): void {
    for (const { name, uses } of this.instances) {
      if (!this.keys.some((key) => key.id === uses.id && key.state === "valid")) this.violations.push(`${name} uses ${uses.id}, which is revoked`);
    }
    const stored = this.current().fields.get("id");
    if (!this.keys.some((key) => key.id === stored && key.state === "valid")) this.violations.push(`the store holds ${stored}, which is revoked`);
  }

  #backend(): Backend {
    const find = (name: string): StoredSecret[] => this.versions.get(name) ?? [];
    return {
      kind: "file",
      get: (name, version) => this.#call(() => {
        const secret = version === undefined ? find(name).at(-1) : find(name).find((one) => one.version === version);
        if (secret === undefined) throw new SecretStoreError("missing", name);
        return secret;
      }),
      put: (name, fields, expected) => this.#call(() => {
        if (find(name).length !== expected) throw new SecretStoreError("conflict", name);
        this.versions.set(name, [...find(name), { name, version: expected + 1, createdAt: new Date(this.clock), fields }]);
        return expected + 1;
      }),
      versions: async () => [],
      metadata: async () => ({}),
      describe: async () => {},
    };
  }
}
