// POST /payments: check, route, charge, answer. Nothing of the card but BIN, last four digits and brand leaves this file.
import { randomUUID } from "node:crypto";
import type { FastifyInstance, FastifyReply, FastifyRequest } from "fastify";
import type { Config } from "../config/config.ts";
import type { Credentials } from "../credentials/credentials.ts";
import { isExpired, maskCard, passesLuhn, type MaskedCard } from "../payment/card.ts";
import { IdempotencyMemory } from "../payment/idempotency.ts";
import { routePayment, type ProcessorName, type Route } from "../payment/routing.ts";
import { findPayment, PAYMENT_ID, ProcessorError, sendCharge } from "../processor/charge.ts";
import { isProcessor, withFreshCredential } from "../processor/fresh-credential.ts";
import { headerSchema, lookupSchema, paymentSchema, type Payment } from "./payment-schema.ts";

type Answer = {
  readonly paymentId: string;
  readonly status: "approved" | "declined";
  readonly processor: ProcessorName;
  readonly rule: string;
  readonly card: MaskedCard;
};
type Charged = { readonly answer: Answer; readonly replayed: boolean };

type Post = FastifyRequest<{ Body: Payment; Headers: { "idempotency-key": string } }>;
type Get = FastifyRequest<{ Params: { paymentId: string } }>;
type Parts = { readonly config: Config; readonly credentials: Credentials; readonly now: () => Date };

export function addPaymentRoutes(app: FastifyInstance, parts: Parts): void {
  const memory = new IdempotencyMemory<Charged>();

  app.post("/payments", { schema: { body: paymentSchema, headers: headerSchema } }, async (request: Post, reply) => {
    const payment = request.body;
    const fields = findCardProblems(payment, parts.now());
    if (fields.length > 0) return reply.code(400).send({ error: "invalid-request", fields });
    const card = maskCard(payment.card.number);
    const route = routePayment({ amount: payment.amount, currency: payment.currency, brand: card.brand });
    if (parts.credentials.get(route.processor) === undefined) return reply.code(503).header("retry-after", "1").send({ error: "not-ready" });
    try {
      const result = await memory.once(request.headers["idempotency-key"], withoutCvv(payment), () => charge(request, { ...parts, route, card }));
      if (result.kind === "conflict") return reply.code(422).send({ error: "idempotency-key-reused" });
      const { answer } = result.answer;
      const replayed = result.replayed || result.answer.replayed;
      request.outcome ??= { processor: answer.processor, outcome: answer.status, paymentId: answer.paymentId };
      request.outcome = { ...request.outcome, replayed, brand: card.brand, rule: answer.rule, amount: payment.amount, currency: payment.currency };
      return reply.code(201).header("idempotency-replayed", String(replayed)).send(answer);
    } catch (error) {
      return answerFailure(error, { request, reply, processor: route.processor });
    }
  });

  app.get("/payments/:paymentId", { schema: { params: lookupSchema } }, async (request: Get, reply) => {
    const { paymentId } = request.params;
    const processor = PAYMENT_ID.exec(paymentId)?.[1] ?? "";
    if (!isProcessor(processor)) return reply.code(404).send({ error: "not-found" });
    if (parts.credentials.get(processor) === undefined) return reply.code(503).header("retry-after", "1").send({ error: "not-ready" });
    try {
      const found = await withFreshCredential({ ...parts, processor, request }, (options) => findPayment(paymentId, options));
      request.outcome = { ...request.outcome, processor, outcome: found ? "found" : "not-found", paymentId };
      return found ? { ...found, processor } : reply.code(404).send({ error: "not-found" });
    } catch (error) {
      return answerFailure(error, { request, reply, processor });
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

async function charge(request: Post, parts: Parts & { route: Route; card: MaskedCard }): Promise<Charged> {
  const { route: { processor, rule }, card } = parts;
  const body = { ...request.body, paymentId: `${processor}-${randomUUID()}` };
  const { paymentId, status, replayed } = await withFreshCredential({ ...parts, processor, request }, (options) => sendCharge(body, request.headers["idempotency-key"], options));
  request.outcome = { ...request.outcome, processor, outcome: status, paymentId };
  return { answer: { paymentId, status, processor, rule, card }, replayed };
}

function answerFailure(error: unknown, { request, reply, processor }: { request: FastifyRequest; reply: FastifyReply; processor: ProcessorName }): FastifyReply {
  if (!(error instanceof ProcessorError)) throw error;
  request.outcome = { ...request.outcome, processor, outcome: error.outcome, code: error.code };
  if (error.outcome === "conflict") return reply.code(422).send({ error: "idempotency-key-reused" });
  const body = { error: error.outcome === "unknown" ? "outcome-unknown" : "processor-refused", processor };
  return reply.code(error.code === "timeout" ? 504 : 502).send(body);
}
