// A stand-in for one payment processor: checks each request's signature and keeps a ledger of charges. Written against
// the signing rule in README.md, not with the gateway's code, so that each side checks the other. Node's own modules only,
// so it also runs from the gateway's image.
import { createHash, createHmac, timingSafeEqual } from "node:crypto";
import type { IncomingMessage, ServerResponse } from "node:http";

export type LedgerEntry = {
  readonly paymentId: string;
  readonly idempotencyKey: string;
  readonly amount: number;
  readonly currency: string;
  readonly status: "approved" | "declined";
  readonly credentialVersion: number;
};

type Answer = { readonly status: number; readonly body: object };

const MAX_SKEW_SECONDS = 300;
/** A charge of this many minor units is declined, so that both outcomes can be had. */
const DECLINED_AMOUNT = 4_002;

export class MockProcessor {
  readonly ledger: LedgerEntry[] = [];
  readonly #credentials: Map<number, string>;
  readonly #now: () => Date;

  /** Accepts every version in `credentials`: during a rotation there are two. */
  constructor(credentials: ReadonlyMap<number, string>, now: () => Date) {
    this.#credentials = new Map(credentials);
    this.#now = now;
  }

  /** Answers `POST <prefix>/charges` and `GET <prefix>/ledger`; `path` is the whole path, as it was signed. */
  async handle(request: IncomingMessage, response: ServerResponse, path: string): Promise<void> {
    const chunks: Uint8Array[] = [];
    for await (const chunk of request) chunks.push(chunk);
    const answer = this.#answer(request, path, Buffer.concat(chunks).toString());
    response.writeHead(answer.status, { "content-type": "application/json" }).end(JSON.stringify(answer.body));
  }

  #answer(request: IncomingMessage, path: string, body: string): Answer {
    if (request.method === "GET" && path.endsWith("/ledger")) return { status: 200, body: this.ledger };
    if (request.method !== "POST" || !path.endsWith("/charges")) return { status: 404, body: { error: "not-found" } };
    if (!this.#isSigned(request, path, body)) return { status: 401, body: { error: "signature" } };
    return this.#charge(request, body);
  }

  #isSigned({ headers }: IncomingMessage, path: string, body: string): boolean {
    const secret = this.#credentials.get(Number(headers["x-credential-version"]));
    const timestamp = String(headers["x-timestamp"]);
    const age = Math.abs(this.#now().getTime() / 1000 - Number(timestamp));
    if (secret === undefined || !(age <= MAX_SKEW_SECONDS)) return false;
    const digest = createHash("sha256").update(body).digest("hex");
    const expected = createHmac("sha256", secret).update(`POST\n${path}\n${timestamp}\n${String(headers["idempotency-key"])}\n${digest}`).digest();
    const given = Buffer.from(String(headers["x-signature"]), "hex");
    return given.length === expected.length && timingSafeEqual(given, expected);
  }

  #charge({ headers }: IncomingMessage, body: string): Answer {
    const idempotencyKey = String(headers["idempotency-key"]);
    const known = this.ledger.find((entry) => entry.idempotencyKey === idempotencyKey);
    if (known) return { status: 200, body: { paymentId: known.paymentId, status: known.status } };
    const { paymentId, amount, currency } = JSON.parse(body) as { paymentId: string; amount: number; currency: string };
    const status = amount === DECLINED_AMOUNT ? "declined" : "approved";
    this.ledger.push({ paymentId, idempotencyKey, amount, currency, status, credentialVersion: Number(headers["x-credential-version"]) });
    return { status: 201, body: { paymentId, status } };
  }
}
