// The port behind which live credentials rest. The gateway knows this much of a store and no more: it cannot write.

/** A credential: the id that its processor gave it, its value, and which edition of the store's entry it is; higher is newer. */
export type StoredSecret = { readonly id: string; readonly value: string; readonly version: number };

export type SecretStore = {
  /** Rejects with SecretUnavailable as long as the store has no such secret to give. */
  get(name: string): Promise<StoredSecret>;
  /** The version that `get` would give now. Reads no value, so that looking for news leaves no trace of an access to it. */
  latest(name: string): Promise<number>;
};

/** Why a secret can't be had: a word for logs, never anything that was read. */
export type UnavailableReason =
  | "store-missing" | "store-unreadable" | "store-open-to-others" | "store-malformed"
  | "store-unreachable" | "store-sealed" | "store-failed" | "login-refused" | "identity-missing" | "access-denied"
  | "secret-missing" | "secret-malformed";

export class SecretUnavailable extends Error {
  override readonly name = "SecretUnavailable";
  readonly reason: UnavailableReason;

  constructor(reason: UnavailableReason) {
    super(reason);
    this.reason = reason;
  }
}
