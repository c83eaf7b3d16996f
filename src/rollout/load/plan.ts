// What load is put on a service while it is changed, as the user's config says it, and how a request is made of it.
import * as z from "zod";
import type { Sample } from "../../measurement/index.ts";

const requestSchema = z.strictObject({
  method: z.enum(["GET", "HEAD", "POST", "PUT", "DELETE"]).default("GET"),
  path: z.string().startsWith("/").describe("may hold {id}"),
  headers: z.record(z.string().regex(/^[A-Za-z0-9-]+$/), z.string()).default({}).describe("values may hold {id} and {key}"),
  body: z.json().optional().describe("sent as JSON; texts in it may hold {id}, {key} and {card}, a card number of a test range that passes Luhn's check"),
  weight: z.int().min(1).max(100).default(1).describe("how often it comes, compared with the others"),
});

const ledgerSchema = z.strictObject({
  namespace: z.string().regex(/^[a-z0-9]([-a-z0-9]{0,61}[a-z0-9])?$/),
  service: z.string().regex(/^(https?:)?[a-z0-9]([-a-z0-9]{0,61}[a-z0-9])?(:[a-z0-9-]+)?$/).describe("service as the API server's proxy names it: [https:]name[:port]"),
  path: z.string().startsWith("/").describe("answers JSON lines with idempotencyKey, at and outcome"),
  effects: z.array(z.string().min(1)).min(1).describe("outcomes that are effects; lines with others, such as a refusal, are none"),
});

export const loadSchema = z.strictObject({
  url: z.url({ protocol: /^https?$/ }).describe("the Service at a node's address; a load balancer in front would be measured instead"),
  ca: z.string().min(1).optional().describe("PEM file of the authority that issued the service's certificate; relative to this file"),
  "server-name": z.string().min(1).optional().describe("name in the service's certificate, where it is not the address"),
  rate: z.int().min(1).max(5000).default(100).describe("requests per second, sent whether answers come or not"),
  connections: z.int().min(1).max(1000).default(16).describe("kept connections; half of the requests go over them, the others over a fresh one each"),
  "timeout-seconds": z.int().min(1).max(120).default(10),
  "settle-seconds": z.int().min(1).max(300).default(3).describe("how long load runs before and after the change"),
  "error-budget": z.int().min(0).default(0).describe("failed requests that a rollout may cost before it is taken back"),
  "repeat-every": z.int().min(0).max(1000).default(20).describe("every so many requests with an idempotency key are sent twice; 0 never"),
  requests: z.array(requestSchema).min(1),
  ledger: ledgerSchema.optional().describe("the record of effects behind the service, such as a processor's charges"),
});
export type LoadPlan = z.infer<typeof loadSchema>;

/** One request to be sent, `request` being which of the plan's. */
export type Shot = Pick<Sample, "id" | "key" | "lane" | "intended"> & { readonly request: number };

export type Message = { readonly method: string; readonly path: string; readonly headers: Readonly<Record<string, string>>; readonly body?: string };

/** The requests of the plan, each as often as its weight says. */
export function toCycle({ requests }: LoadPlan): number[] {
  return requests.flatMap(({ weight }, index) => Array.from({ length: weight }, () => index));
}

/** Whether it carries an idempotency key: a second one under the same key must have no second effect. */
export function isKeyed(plan: LoadPlan, request: number): boolean {
  return JSON.stringify(plan.requests[request] ?? null).includes("{key}");
}

export function toMessage(plan: LoadPlan, shot: Shot): Message {
  const request = plan.requests[shot.request];
  if (request === undefined) throw new RangeError(`the plan has no request ${shot.request}`);
  const fill = (text: string) => text.replaceAll("{id}", shot.id).replaceAll("{key}", shot.key ?? shot.id).replaceAll("{card}", () => toTestCard(shot.key ?? shot.id));
  const headers = Object.fromEntries(Object.entries(request.headers).map(([name, value]) => [name, fill(value)]));
  const body = request.body === undefined ? undefined : fill(JSON.stringify(request.body));
  return {
    method: request.method, path: fill(request.path),
    headers: { ...(body !== undefined && { "content-type": "application/json", "content-length": String(Buffer.byteLength(body)) }), ...headers, "x-request-id": shot.id },
    ...(body !== undefined && { body }),
  };
}

/** 16 digits under a prefix that card schemes keep for tests, the same for the same key: a repeated request is the same in full. */
export function toTestCard(key: string): string {
  const digits = `400000${String(Number.parseInt(key.replaceAll("-", "").slice(-8), 16) % 1e9).padStart(9, "0")}`;
  const sum = [...digits].reverse().reduce((total, digit, index) => {
    const doubled = index % 2 === 0 ? Number(digit) * 2 : Number(digit);
    return total + (doubled > 9 ? doubled - 9 : doubled);
  }, 0);
  return digits + String((10 - (sum % 10)) % 10);
}
