// The port behind which live credentials rest. The gateway knows this much of a store and no more.

/** A credential and which edition of it; a higher version is newer. */
export type StoredSecret = { readonly value: string; readonly version: number };

export type SecretStore = {
  /** Rejects with SecretUnavailable as long as the store has no such secret to give. */
  get(name: string): Promise<StoredSecret>;
};

/** Why a secret can't be had: a word for logs, never anything that was read. */
export type UnavailableReason = "store-missing" | "store-unreadable" | "store-open-to-others" | "store-malformed" | "secret-missing" | "secret-malformed";

export class SecretUnavailable extends Error {
  override readonly name = "SecretUnavailable";
  readonly reason: UnavailableReason;

  constructor(reason: UnavailableReason) {
    super(reason);
    this.reason = reason;
  }
}
