// Why a store did not do what it was asked. A word of a closed list and the secret's name; nothing that was read or sent.

/** conflict: the newest version is not the one that the caller knew. */
export type StoreReason = "missing" | "conflict" | "denied" | "unreachable" | "sealed" | "malformed" | "failed";

const sentences: Readonly<Record<StoreReason, string>> = {
  missing: "has no such secret or version",
  conflict: "holds a newer version than the one that was read; read it again",
  denied: "does not allow this identity to do that",
  unreachable: "does not answer",
  sealed: "is sealed; unseal it",
  malformed: "holds something else than a secret of ours there",
  failed: "could not do it",
};

export class SecretStoreError extends Error {
  override readonly name = "SecretStoreError";
  readonly reason: StoreReason;

  constructor(reason: StoreReason, secret: string) {
    super(`The secret store ${sentences[reason]} (${secret})`);
    this.reason = reason;
  }
}
