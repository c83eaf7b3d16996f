// POST /payments: check, route, charge, answer. Nothing of the card but BIN, last four digits and brand leaves this file.
import { randomUUID } from "node:crypto";
import type { FastifyInstance, FastifyReply, FastifyRequest } from "fastify";
import { isExpired, maskCard, passesLuhn, type MaskedCard } from "../card.ts";
import type { Config } from "../config.ts";
import type { Credentials } from "../credentials.ts";
import { IdempotencyMemory } from "../idempotency.ts";
import { ProcessorError, sendCharge } from "../processor.ts";
import { currencies, routePayment, type Currency, type ProcessorName, type Route } from "../routing.ts";
import type { StoredSecret } from "../secret-store/store.ts";

type Payment = {
  readonly amount: number;
  readonly currency: Currency;
  readonly merchantReference: string;
  readonly card: { readonly number: string; readonly expiry: string; readonly cvv?: string };
};

type Answer = {
  readonly paymentId: string;
  readonly status: "approved" | "declined";
  readonly processor: ProcessorName;
  readonly rule: string;
  readonly card: MaskedCard;
};

type Request = FastifyRequest<{ Body: Payment; Headers: { "idempotency-key": string } }>;
type Parts = { readonly config: Config; readonly credentials: Credentials; readonly now: () => Date };

const paymentSchema = {
  type: "object",
  additionalProperties: false,
  required: ["amount", "currency", "merchantReference", "card"],
  properties: {
    amount: { type: "integer", minimum: 1, maximum: 99_999_999 },
    currency: { type: "string", enum: currencies },
    merchantReference: { type: "string", pattern: "^[A-Za-z0-9._-]{1,64}$" },
    card: {
      type: "object",
      additionalProperties: false,
      required: ["number", "expiry"],
      properties: {
        number: { type: "string", pattern: "^[0-9]{12,19}$" },
        expiry: { type: "string", pattern: "^(0[1-9]|1[0-2])/[0-9]{2}$" },
        cvv: { type: "string", pattern: "^[0-9]{3,4}$" },
      },
    },
  },
};

const headerSchema = {
  type: "object",
  required: ["idempotency-key"],
  properties: { "idempotency-key": { type: "string", pattern: "^[A-Za-z0-9_-]{8,64}$" } },
};

export function addPaymentRoutes(app: FastifyInstance, parts: Parts): void {
  const memory = new IdempotencyMemory<Answer>();

  app.post("/payments", { schema: { body: paymentSchema, headers: headerSchema } }, async (request: Request, reply) => {
    const payment = request.body;
    const fields = findCardProblems(payment, parts.now());
    if (fields.length > 0) return reply.code(400).send({ error: "invalid-request", fields });
    const card = maskCard(payment.card.number);
    const route = routePayment({ amount: payment.amount, currency: payment.currency, brand: card.brand });
    const credential = parts.credentials.get(route.processor);
    if (credential === undefined) return reply.code(503).header("retry-after", "1").send({ error: "not-ready" });
    try {
      const work = (): Promise<Answer> => charge(request, { ...parts, route, credential, card });
      const result = await memory.once(request.headers["idempotency-key"], withoutCvv(payment), work);
      if (result.kind === "conflict") return reply.code(422).send({ error: "idempotency-key-reused" });
      const { answer, replayed } = result;
      if (!replayed) request.log.info({ ...answer, card: undefined, brand: card.brand, amount: payment.amount, currency: payment.currency }, "payment");
      return reply.code(201).header("idempotency-replayed", String(replayed)).send(answer);
    } catch (error) {
      return answerFailure(error, { request, reply, route });
    }
  });
}

/** Pointers to what the schema can't tell. */
function findCardProblems({ card }: Payment, now: Date): string[] {
  return [...(passesLuhn(card.number) ? [] : ["/card/number"]), ...(isExpired(card.expiry, now) ? ["/card/expiry"] : [])];
}

/** A card verification code isn't kept in any form once the charge is made (PCI DSS 3.3.1.2). */
function withoutCvv({ card, ...payment }: Payment): object {
  return { ...payment, card: { number: card.number, expiry: card.expiry } };
}

async function charge(request: Request, parts: Parts & { route: Route; credential: StoredSecret; card: MaskedCard }): Promise<Answer> {
  const { route, card, config, credential } = parts;
  const result = await sendCharge({ paymentId: randomUUID(), ...request.body }, {
    processor: route.processor, url: config.processors[route.processor], credential,
    idempotencyKey: request.headers["idempotency-key"], timeoutMs: config.processorTimeoutMs, now: parts.now(),
  });
  return { ...result, processor: route.processor, rule: route.rule, card };
}

function answerFailure(error: unknown, context: { request: FastifyRequest; reply: FastifyReply; route: Route }): FastifyReply {
  if (!(error instanceof ProcessorError)) throw error;
  const { request, reply, route } = context;
  request.log.error({ processor: route.processor, outcome: error.outcome, code: error.code }, "processor failed");
  const body = { error: error.outcome === "unknown" ? "outcome-unknown" : "processor-refused", processor: route.processor };
  return reply.code(error.code === "timeout" ? 504 : 502).send(body);
}
