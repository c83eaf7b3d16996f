// A stand-in for one payment processor: checks each request's signature, charges once for an idempotency key, and keeps a ledger.
// Written against the signing rule in README.md, not with the gateway's code, so that each side checks the other. Node's own
// modules only, so it also runs from the gateway's image.
import { createHmac, randomBytes } from "node:crypto";
import type { IncomingMessage, ServerResponse } from "node:http";
import { Keyring } from "./keyring.ts";

/** One line for each request that asked for a charge, also for one that got none. */
export type LedgerEntry = {
  readonly requestId: string | null;
  readonly idempotencyKey: string;
  readonly amount: number | null;
  readonly processor: string;
  readonly credentialId: string;
  readonly credentialVersion: number;
  readonly at: string;
  /** charged and declined: the one answer that was reached for this key · replayed: given again · conflict: the key stands for another payment */
  readonly outcome: "charged" | "declined" | "replayed" | "conflict" | "refused";
  readonly paymentId: string | null;
};

type Charge = { readonly account: string; readonly paymentId: string; readonly status: "approved" | "declined"; readonly amount: number; readonly currency: string; readonly print: string };
export type Answer = { readonly status: number; readonly body: object };

/** A charge of this many minor units is declined, so that both outcomes can be had. */
const DECLINED_AMOUNT = 4_002;

export class MockProcessor {
  readonly keys: Keyring;
  readonly ledger: LedgerEntry[] = [];
  readonly #name: string;
  readonly #now: () => Date;
  readonly #byKey = new Map<string, Charge>();
  readonly #byId = new Map<string, Charge>();
  /** A plain hash of a payment would let a card number be guessed. */
  readonly #printKey = randomBytes(32);

  constructor(name: string, options: { prefix: string; now: () => Date }) {
    this.#name = name;
    this.#now = options.now;
    this.keys = new Keyring(options.prefix, options.now);
  }

  /** Answers `POST <prefix>/charges`, `GET <prefix>/charges/<id>` and `POST <prefix>/validate`; `path` is the whole path, as it was signed. */
  async handle(request: IncomingMessage, response: ServerResponse, path: string): Promise<void> {
    const chunks: Uint8Array[] = [];
    for await (const chunk of request) chunks.push(chunk);
    const answer = this.#answer(request, path, Buffer.concat(chunks).toString());
    response.writeHead(answer.status, { "content-type": "application/json" }).end(JSON.stringify(answer.body));
  }

  #answer(request: IncomingMessage, path: string, body: string): Answer {
    const { method = "", headers } = request;
    const account = this.keys.verify({ method, path, headers, body });
    const id = /\/charges\/([\w-]+)$/.exec(path)?.[1];
    if (method === "POST" && path.endsWith("/charges")) return this.#charge(request, body, account);
    if (account === undefined) return { status: 401, body: { error: "signature" } };
    if (method === "POST" && path.endsWith("/validate")) return { status: 200, body: { account } };
    const found = method === "GET" && id !== undefined ? this.#byId.get(id) : undefined;
    if (found === undefined || found.account !== account) return { status: 404, body: { error: "not-found" } };
    return { status: 200, body: { paymentId: found.paymentId, status: found.status, amount: found.amount, currency: found.currency } };
  }

  #charge(request: IncomingMessage, body: string, account: string | undefined): Answer {
    if (account === undefined) return this.#enter(request, { outcome: "refused" }, { status: 401, body: { error: "signature" } });
    const { paymentId, ...payment } = parse(body);
    if (typeof paymentId !== "string" || typeof payment["amount"] !== "number" || typeof payment["currency"] !== "string") return { status: 400, body: { error: "invalid" } };
    const print = createHmac("sha256", this.#printKey).update(JSON.stringify({ ...payment, account })).digest("base64");
    const idempotencyKey = `${account} ${String(request.headers["idempotency-key"])}`;
    const known = this.#byKey.get(idempotencyKey);
    const { amount, currency } = payment;
    if (known === undefined) {
      const status = amount === DECLINED_AMOUNT ? "declined" : "approved";
      const charge: Charge = { account, paymentId, status, amount, currency: String(currency), print };
      this.#byKey.set(idempotencyKey, charge);
      this.#byId.set(paymentId, charge);
      return this.#enter(request, { outcome: status === "approved" ? "charged" : "declined", amount, paymentId }, { status: 201, body: { paymentId, status } });
    }
    if (known.print !== print) return this.#enter(request, { outcome: "conflict", amount }, { status: 409, body: { error: "idempotency-key-reused" } });
    return this.#enter(request, { outcome: "replayed", amount, paymentId: known.paymentId }, { status: 200, body: { paymentId: known.paymentId, status: known.status } });
  }

  #enter({ headers }: IncomingMessage, entry: { outcome: LedgerEntry["outcome"]; amount?: number; paymentId?: string }, answer: Answer): Answer {
    this.ledger.push({
      requestId: typeof headers["x-request-id"] === "string" ? headers["x-request-id"] : null, idempotencyKey: String(headers["idempotency-key"]),
      amount: entry.amount ?? null, processor: this.#name, credentialId: String(headers["x-credential-id"]), credentialVersion: Number(headers["x-credential-version"]),
      at: this.#now().toISOString(), outcome: entry.outcome, paymentId: entry.paymentId ?? null,
    });
    return answer;
  }
}

/** Card verification codes are no part of a payment's identity: they are not kept. */
function parse(body: string): Record<string, unknown> {
  try {
    const { card, ...rest } = JSON.parse(body) as { card?: { number?: unknown; expiry?: unknown } };
    return { ...rest, card: { number: card?.number, expiry: card?.expiry } };
  } catch {
    return {};
  }
}
