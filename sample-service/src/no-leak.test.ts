// Plants card data and credentials in every input and looks for them in everything that comes out.
import { createConnection } from "node:net";
import type { AddressInfo } from "node:net";
import { once } from "node:events";
import { afterEach, beforeEach, expect, it } from "vitest";
import { cardNumber, payment, startGateway, type Gateway } from "../test/gateway.ts";

const number = cardNumber("4539");
const cvv = "8317";
const card = { number, expiry: "12/29", cvv };

let gateway: Gateway;
beforeEach(async () => { gateway = await startGateway(undefined, { PROCESSOR_TIMEOUT_MS: "200" }); });
afterEach(() => gateway.close());

/** Everything said so far must be free of the planted values in any form. */
function expectClean(answers: readonly string[]): void {
  const secrets = [...gateway.store.values()].map((secret) => secret.value);
  const everything = [...gateway.log, ...answers].join("\n");
  expect(gateway.log.length).toBeGreaterThan(0);
  for (const planted of [number, cvv, ...secrets]) {
    for (const form of [planted, Buffer.from(planted).toString("base64").replace(/=+$/, ""), Buffer.from(planted).toString("hex")]) {
      expect(everything.includes(form), "a planted value came out").toBe(false);
    }
  }
}

it("the search itself finds what is logged", () => {
  gateway.app.log.info({ oops: number }, "planted");
  expect(() => expectClean([])).toThrow(/planted value came out/);
});

const headers = { "content-type": "application/json", "idempotency-key": "key-00000001" };
const cases: readonly [string, { url?: string; payload?: string; headers?: Record<string, string> }][] = [
  ["a good payment", {}],
  ["an unknown field that is named and filled with a number", { payload: JSON.stringify({ ...payment({ card }), [number]: cvv }) }],
  ["fields of the wrong type and form", { payload: JSON.stringify(payment({ amount: number, currency: number, merchantReference: `${number} ${cvv}`, card: { number: `${number}x`, expiry: cvv, cvv: number } })) }],
  ["a body that is no JSON", { payload: `{"card":{"number":"${number}","cvv":${cvv}}` }],
  ["a body with a poisoned key", { payload: `{"__proto__":"${number}"}` }],
  ["another content type", { payload: number, headers: { "content-type": `text/${number}` } }],
  ["an unknown path", { url: `/${number}/${cvv}` }],
  ["a query", { url: `/payments?number=${number}&cvv=${cvv}` }],
  ["an undecodable path", { url: `/%${number}` }],
  ["an idempotency key", { headers: { "idempotency-key": `${number} ${cvv}` } }],
  ["a request id", { headers: { "x-request-id": number, "user-agent": number, cookie: number, authorization: `Basic ${number}` } }],
  ["a number without check digit", { payload: JSON.stringify(payment({ card: { ...card, number: `${number.slice(0, -1)}${(Number(number.at(-1)) + 5) % 10}` } })) }],
];

it.each(cases)("%s leaves no trace", async (_name, changes) => {
  const answer = await gateway.app.inject({
    method: "POST", url: changes.url ?? "/payments", payload: changes.payload ?? JSON.stringify(payment({ card })), headers: { ...headers, ...changes.headers },
  });
  expectClean([answer.body, JSON.stringify(answer.headers)]);
});

it("a processor that echoes, fails or hangs leaves no trace", async () => {
  const answers: string[] = [];
  for (const hold of [Promise.resolve(), new Promise<void>(() => {})]) {
    gateway.hold = () => hold;
    Object.assign(gateway.credentials.get("nortepay") ?? {}, { id: "v99" });
    const answer = await gateway.app.inject({ method: "POST", url: "/payments", payload: payment({ card }), headers });
    answers.push(answer.body);
    expect(answer.statusCode).toBeGreaterThanOrEqual(502);
  }
  expectClean(answers);
});

it("an error nobody foresaw is logged without its message", async () => {
  gateway.credentials.missing = () => { throw new Error(`boom ${number}\n    at ${number}`); };
  const answer = await gateway.app.inject("/readyz");
  Reflect.deleteProperty(gateway.credentials, "missing");
  expect(gateway.log.join()).toMatch(/"type":"Error".*no-leak\.test/);
  expectClean([answer.body]);
});

it("a request that isn't HTTP leaves no trace", async () => {
  await gateway.app.listen({ port: 0, host: "127.0.0.1" });
  const socket = createConnection((gateway.app.server.address() as AddressInfo).port, "127.0.0.1");
  socket.end(`${number} / HTTP\r\n${cvv}\r\n\r\n`);
  let answer = "";
  socket.on("data", (chunk) => { answer += String(chunk); });
  await once(socket, "close");
  expect(answer).toMatch(/^HTTP\/1.1 400 /);
  expectClean([answer]);
});
