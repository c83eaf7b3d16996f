// What a payment looks like on the wire. JSON Schema, compiled by Fastify.
import { currencies, type Currency } from "../payment/routing.ts";

export type Payment = {
  readonly amount: number;
  readonly currency: Currency;
  readonly merchantReference: string;
  readonly card: { readonly number: string; readonly expiry: string; readonly cvv?: string };
};

export const paymentSchema = {
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

export const headerSchema = {
  type: "object",
  required: ["idempotency-key"],
  properties: { "idempotency-key": { type: "string", pattern: "^[A-Za-z0-9_-]{8,64}$" } },
};

export const lookupSchema = {
  type: "object",
  required: ["paymentId"],
  properties: { paymentId: { type: "string", maxLength: 64 } },
};
