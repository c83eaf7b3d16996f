// Talks to a payment processor: one signed request per charge. The credential signs and never travels.
import { createHash, createHmac } from "node:crypto";
import type { ProcessorName } from "./routing.ts";
import type { StoredSecret } from "./secret-store/store.ts";

export type Charge = {
  readonly paymentId: string;
  readonly amount: number;
  readonly currency: string;
  readonly merchantReference: string;
  readonly card: { readonly number: string; readonly expiry: string; readonly cvv?: string };
};

/** `paymentId` is the one of the first charge under the same idempotency key. */
export type ChargeResult = { readonly paymentId: string; readonly status: "approved" | "declined" };

/** refused: nothing was charged · unknown: it may have been, so only the same idempotency key may try again. */
export class ProcessorError extends Error {
  override readonly name = "ProcessorError";
  readonly outcome: "refused" | "unknown";
  readonly code: string;

  constructor(outcome: "refused" | "unknown", code: string) {
    super(code);
    this.outcome = outcome;
    this.code = code;
  }
}

export type ChargeOptions = {
  readonly processor: ProcessorName;
  readonly url: URL;
  readonly credential: StoredSecret;
  readonly idempotencyKey: string;
  readonly timeoutMs: number;
  readonly now: Date;
};

/** Throws ProcessorError; its code is a status or one of this file's words, never text of the processor. */
export async function sendCharge(charge: Charge, options: ChargeOptions): Promise<ChargeResult> {
  const body = JSON.stringify(charge);
  const target = new URL(`${options.url.pathname.replace(/\/$/, "")}/charges`, options.url);
  let response: Response;
  let text: string;
  try {
    response = await fetch(target, {
      method: "POST",
      headers: { "content-type": "application/json", "idempotency-key": options.idempotencyKey, ...signRequest(target.pathname, body, options) },
      body,
      redirect: "error",
      signal: AbortSignal.timeout(options.timeoutMs),
    });
    text = await response.text();
  } catch (error) {
    throw new ProcessorError("unknown", error instanceof Error && error.name === "TimeoutError" ? "timeout" : "unreachable");
  }
  if (response.status >= 500) throw new ProcessorError("unknown", `status-${response.status}`);
  if (!response.ok) throw new ProcessorError("refused", `status-${response.status}`);
  return toResult(text);
}

/** HMAC-SHA256 over time, path, idempotency key and body digest: a captured request can neither be changed nor kept for later. */
function signRequest(path: string, body: string, options: ChargeOptions): Record<string, string> {
  const timestamp = String(Math.floor(options.now.getTime() / 1000));
  const digest = createHash("sha256").update(body).digest("hex");
  const signature = createHmac("sha256", options.credential.value)
    .update(["POST", path, timestamp, options.idempotencyKey, digest].join("\n"))
    .digest("hex");
  return { "x-credential-version": String(options.credential.version), "x-timestamp": timestamp, "x-signature": signature };
}

function toResult(text: string): ChargeResult {
  let answer: unknown;
  try {
    answer = JSON.parse(text);
  } catch {
    throw new ProcessorError("unknown", "answer-malformed");
  }
  if (typeof answer === "object" && answer !== null && "status" in answer && "paymentId" in answer) {
    const { status, paymentId } = answer;
    if ((status === "approved" || status === "declined") && typeof paymentId === "string") return { status, paymentId };
  }
  throw new ProcessorError("unknown", "answer-malformed");
}
