// What a rotation needs of the world, and nothing of how it is reached.
import type { SecretStore } from "../secret-store/index.ts";
import type { Step } from "./report.ts";

/** As the processor gave it out: the id is shown, the value never. */
export type Credential = { readonly id: string; readonly value: string };
type Key = { readonly id: string; readonly state: "valid" | "revoked"; readonly lastUsedAt: Date | null };

export type Processor = {
  /** A new credential beside the valid one. */
  issue(): Promise<Credential>;
  keys(): Promise<readonly Key[]>;
  /** Revoking twice is revoking. */
  revoke(id: string): Promise<void>;
  /** A new connection, signed with it. Rejects where the processor says neither yes nor no. */
  validate(credential: Credential): Promise<"accepted" | "refused">;
};

/** `proof`: hex HMAC-SHA256 of `acknowledge`, processor, instance and nonce, each on a line, keyed with the value in use. */
export type Acknowledgement = { readonly version: number; readonly id: string; readonly proof: string };

export type Consumers = {
  /** All instances that serve or are starting. */
  list(): Promise<readonly string[]>;
  reload(instance: string): Promise<void>;
  acknowledge(instance: string, nonce: string): Promise<Acknowledgement>;
};

export type Order = {
  /** The processor's name, as instances know it. */
  readonly processor: string;
  /** Name of the credential in the store, with the fields `id` and `value`. */
  readonly secret: string;
  /** Name of the rotation's own record in the store. */
  readonly record: string;
  /** How long instances have to take a version into use. */
  readonly acknowledgeMs: number;
  /** The old credential is revoked only after nobody has used it for so long. */
  readonly quietMs: number;
  /** A rotation that stands still for so long is taken for dead, and undone by the next one. */
  readonly leaseMs: number;
  /** Fails there on purpose, to show what happens then. */
  readonly forceFail?: Step;
};

export type Ports = {
  readonly store: SecretStore;
  readonly processor: Processor;
  readonly consumers: Consumers;
  now(): Date;
  wait(milliseconds: number): Promise<void>;
  /** Different each time, of letters, digits and dashes, at least 16 characters. */
  nonce(): string;
  /** One line for whoever watches. */
  log(line: string): void;
};
