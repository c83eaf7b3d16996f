// The keys that a mock processor gave out, by account: two may be valid at a time, and one that was revoked stays so.
import { createHash, createHmac, randomBytes, timingSafeEqual } from "node:crypto";
import type { IncomingHttpHeaders } from "node:http";

type Key = { readonly id: string; readonly account: string; readonly value: string; readonly issuedAt: Date; revoked: boolean; lastUsedAt: Date | null };
/** Never with the value. */
export type DescribedKey = { readonly id: string; readonly state: "valid" | "revoked"; readonly issuedAt: string; readonly lastUsedAt: string | null };
export type Signed = { readonly method: string; readonly path: string; readonly headers: IncomingHttpHeaders; readonly body: string };

const MAX_SKEW_SECONDS = 300;
const MAX_VALID = 2;

export class Keyring {
  readonly #keys = new Map<string, Key>();
  readonly #prefix: string;
  readonly #now: () => Date;

  /** `prefix` leads each value, as real processors mark theirs. */
  constructor(prefix: string, now: () => Date) {
    this.#prefix = prefix;
    this.#now = now;
  }

  /** Takes a key that exists already, for tests and for development from a file. */
  adopt(account: string, id: string, value: string): void {
    this.#keys.set(id, { id, account, value, issuedAt: this.#now(), revoked: false, lastUsedAt: null });
  }

  /** A new key beside the valid one, or undefined where two are valid already: the older one must be revoked first. */
  issue(account: string): { id: string; value: string } | undefined {
    const own = [...this.#keys.values()].filter((key) => key.account === account);
    if (own.filter((key) => !key.revoked).length >= MAX_VALID) return undefined;
    // part of it is chance, so that a processor that forgot its keys never gives an id twice
    const id = `${account}-${own.length + 1}-${randomBytes(3).toString("hex")}`;
    const value = `${this.#prefix}_${randomBytes(24).toString("hex")}`;
    this.adopt(account, id, value);
    return { id, value };
  }

  /** False where there is no such key. Revoking twice is revoking. */
  revoke(account: string, id: string): boolean {
    const key = this.#keys.get(id);
    if (key?.account !== account) return false;
    key.revoked = true;
    return true;
  }

  describe(account: string): DescribedKey[] {
    return [...this.#keys.values()].filter((key) => key.account === account)
      .map(({ id, revoked, issuedAt, lastUsedAt }) => ({ id, state: revoked ? "revoked" : "valid", issuedAt: issuedAt.toISOString(), lastUsedAt: lastUsedAt?.toISOString() ?? null }));
  }

  /** The account whose valid key signed this request within the last five minutes. */
  verify({ method, path, headers, body }: Signed): string | undefined {
    const key = this.#keys.get(String(headers["x-credential-id"]));
    const timestamp = String(headers["x-timestamp"]);
    const age = Math.abs(this.#now().getTime() / 1000 - Number(timestamp));
    if (key === undefined || key.revoked || !(age <= MAX_SKEW_SECONDS)) return undefined;
    const digest = createHash("sha256").update(body).digest("hex");
    const expected = createHmac("sha256", key.value).update([method, path, timestamp, String(headers["idempotency-key"] ?? ""), digest].join("\n")).digest();
    const given = Buffer.from(String(headers["x-signature"]), "hex");
    if (given.length !== expected.length || !timingSafeEqual(given, expected)) return undefined;
    key.lastUsedAt = this.#now();
    return key.account;
  }
}
