// Talks to a payment processor: one signed request per charge or look-up.
import { readBounded } from "../bounded.ts";
import type { StoredSecret } from "../secret-store/store.ts";
import { below, signRequest } from "./sign.ts";

export type Charge = {
  readonly paymentId: string;
  readonly amount: number;
  readonly currency: string;
  readonly merchantReference: string;
  readonly card: { readonly number: string; readonly expiry: string; readonly cvv?: string };
};

/** `paymentId` is the one of the first charge under the same idempotency key, and `replayed` says that this was not it. */
export type ChargeResult = { readonly paymentId: string; readonly status: "approved" | "declined"; readonly replayed: boolean };
export type FoundPayment = { readonly paymentId: string; readonly status: "approved" | "declined"; readonly amount: number; readonly currency: string };

/** refused: nothing was charged · conflict: nothing was, the key stands for another payment · unknown: it may have been, so only the same key may try again. */
type Outcome = "refused" | "conflict" | "unknown";

export class ProcessorError extends Error {
  override readonly name = "ProcessorError";
  readonly outcome: Outcome;
  readonly code: string;

  constructor(outcome: Outcome, code: string) {
    super(code);
    this.outcome = outcome;
    this.code = code;
  }
}

export type CallOptions = {
  readonly url: URL;
  readonly credential: StoredSecret;
  readonly requestId: string;
  readonly timeoutMs: number;
  readonly now: () => Date;
};

/** Throws ProcessorError; its code is a status or one of this file's words, never text of the processor. */
export async function sendCharge(charge: Charge, idempotencyKey: string, options: CallOptions): Promise<ChargeResult> {
  const { status, answer } = await send({ method: "POST", path: "charges", idempotencyKey, body: JSON.stringify(charge) }, options);
  if (status === 409) throw new ProcessorError("conflict", "status-409");
  if (status !== 200 && status !== 201) throw new ProcessorError("refused", `status-${status}`);
  return { ...toPayment(answer), replayed: status === 200 };
}

/** Undefined where the processor knows no such payment. Throws ProcessorError. */
export async function findPayment(paymentId: string, options: CallOptions): Promise<FoundPayment | undefined> {
  const { status, answer } = await send({ method: "GET", path: `charges/${paymentId}` }, options);
  if (status === 404) return undefined;
  if (status !== 200) throw new ProcessorError("refused", `status-${status}`);
  const [amount, currency] = [read(answer, "amount"), read(answer, "currency")];
  if (typeof amount !== "number" || typeof currency !== "string") throw new ProcessorError("unknown", "answer-malformed");
  return { ...toPayment(answer), amount, currency };
}

type Call = { readonly method: "GET" | "POST"; readonly path: string; readonly idempotencyKey?: string; readonly body?: string };

const MAX_ANSWER_BYTES = 65_536;

/** A connection that breaks is tried once more: the processor takes one idempotency key for one charge, however often it comes. */
async function send(call: Call, options: CallOptions): Promise<{ status: number; answer: unknown }> {
  const target = below(options.url, call.path);
  const signal = AbortSignal.timeout(options.timeoutMs);
  for (let attempt = 1; ; attempt++) {
    try {
      const response = await fetch(target, {
        method: call.method, redirect: "error", signal, ...(call.body !== undefined && { body: call.body }),
        headers: {
          "content-type": "application/json", "x-request-id": options.requestId, ...(call.idempotencyKey && { "idempotency-key": call.idempotencyKey }),
          ...signRequest({ ...call, path: target.pathname }, options.credential, options.now()),
        },
      });
      const text = await readBounded(response, MAX_ANSWER_BYTES);
      if (response.status >= 500) throw new ProcessorError("unknown", `status-${response.status}`);
      return { status: response.status, answer: parse(text) };
    } catch (error) {
      if (error instanceof ProcessorError) throw error;
      const late = error instanceof Error && error.name === "TimeoutError";
      if (late || attempt === 2) throw new ProcessorError("unknown", late ? "timeout" : "unreachable");
    }
  }
}

function parse(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

function read(answer: unknown, key: string): unknown {
  return typeof answer === "object" && answer !== null && Object.hasOwn(answer, key) ? Object.getOwnPropertyDescriptor(answer, key)?.value : undefined;
}

function toPayment(answer: unknown): Omit<ChargeResult, "replayed"> {
  const [status, paymentId] = [read(answer, "status"), read(answer, "paymentId")];
  if ((status === "approved" || status === "declined") && typeof paymentId === "string" && PAYMENT_ID.test(paymentId)) return { status, paymentId };
  throw new ProcessorError("unknown", "answer-malformed");
}

/** The processor's name leads, so that any instance knows whom to ask for a payment. */
export const PAYMENT_ID = /^([a-z]+)-[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/;
