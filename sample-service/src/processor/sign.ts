// The signing rule that processors check: README.md, "Credentials". The credential signs and never travels.
import { createHash, createHmac } from "node:crypto";
import type { StoredSecret } from "../secret-store/store.ts";

export type Signable = { readonly method: "GET" | "POST"; readonly path: string; readonly idempotencyKey?: string; readonly body?: string };

/** HMAC-SHA256 over method, path, time, idempotency key and body digest: a captured request can neither be changed nor kept for later. */
export function signRequest({ method, path, idempotencyKey = "", body = "" }: Signable, secret: StoredSecret, now: Date): Record<string, string> {
  const timestamp = String(Math.floor(now.getTime() / 1000));
  const digest = createHash("sha256").update(body).digest("hex");
  const signature = createHmac("sha256", secret.value).update([method, path, timestamp, idempotencyKey, digest].join("\n")).digest("hex");
  return { "x-credential-id": secret.id, "x-credential-version": String(secret.version), "x-timestamp": timestamp, "x-signature": signature };
}

/** `/bancosur` and `charges` to `/bancosur/charges`. */
export function below(url: URL, path: string): URL {
  return new URL(`${url.pathname.replace(/\/$/, "")}/${path}`, url);
}
