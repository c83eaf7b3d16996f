import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { cardNumber, payment, startGateway, type Gateway } from "../test/gateway.ts";

let gateway: Gateway;
beforeEach(async () => { gateway = await startGateway(); });
afterEach(() => gateway.close());

let nextKey = 0;
function post(body: unknown, headers: Record<string, string> = {}) {
  return gateway.app.inject({
    method: "POST", url: "/payments", payload: JSON.stringify(body),
    headers: { "content-type": "application/json", "idempotency-key": `key-${String(nextKey++).padStart(8, "0")}`, ...headers },
  });
}

describe("POST /payments", () => {
  it("charges, and shows of the card only BIN, last four digits and brand", async () => {
    const answer = await post(payment());
    const number = cardNumber("4");
    expect(answer.statusCode).toBe(201);
    expect(answer.json()).toEqual({
      paymentId: gateway.processors.get("nortepay")?.ledger[0]?.paymentId, status: "approved", processor: "nortepay", rule: "cross-border",
      card: { bin: number.slice(0, 6), last4: number.slice(-4), brand: "visa" },
    });
    expect(answer.body).not.toContain(number);
  });

  it.each([
    [{ card: { number: cardNumber("37", 15), expiry: "12/29" }, currency: "MXN" }, "nortepay", "amex"],
    [{ currency: "COP" }, "bancosur", "local-acquiring"],
    [{ amount: 4_999 }, "walletpro", "small-ticket"],
    [{ amount: 5_000 }, "nortepay", "cross-border"],
  ])("routes %j to %s by %s", async (changes, processor, rule) => {
    expect((await post(payment(changes))).json()).toMatchObject({ processor, rule, status: "approved" });
    for (const [name, { ledger }] of gateway.processors) expect(ledger.length).toBe(name === processor ? 1 : 0);
  });

  it("passes a decline on as an outcome", async () => {
    const answer = await post(payment({ amount: 4_002 }));
    expect([answer.statusCode, answer.json().status]).toEqual([201, "declined"]);
  });

  it("names every wrong field at once, and no value", async () => {
    const answer = await post({ amount: "12", currency: "XXX", card: { number: "12ab", expiry: "13/29", cvv: "1", pin: "0000" }, note: "x" });
    expect(answer.statusCode).toBe(400);
    expect(answer.json()).toEqual({
      error: "invalid-request",
      fields: ["/", "/amount", "/card", "/card/cvv", "/card/expiry", "/card/number", "/currency", "/merchantReference"],
    });
  });

  it("refuses a number whose check digit is wrong and a card that has expired", async () => {
    const number = cardNumber("4");
    const wrong = number.slice(0, -1) + String((Number(number.at(-1)) + 1) % 10);
    expect((await post(payment({ card: { number: wrong, expiry: "05/26" } }))).json().fields).toEqual(["/card/number", "/card/expiry"]);
    expect((await post(payment({ card: { number, expiry: "06/26" } }))).statusCode).toBe(201);
  });

  it("wants an idempotency key", async () => {
    const answer = await post(payment(), { "idempotency-key": "short" });
    expect(answer.json()).toEqual({ error: "invalid-request", fields: ["headers/idempotency-key"] });
  });

  it("charges once for a key, also when two requests come at the same time", async () => {
    const headers = { "idempotency-key": "same-key-0001" };
    const answers = await Promise.all([post(payment(), headers), post(payment(), headers)]);
    answers.push(await post(payment(), headers));
    expect(new Set(answers.map((answer) => answer.body)).size).toBe(1);
    expect(answers.map((answer) => answer.headers["idempotency-replayed"]).sort()).toEqual(["false", "true", "true"]);
    expect(gateway.processors.get("nortepay")?.ledger.length).toBe(1);
  });

  it("refuses a key that was used for another payment", async () => {
    const headers = { "idempotency-key": "same-key-0002" };
    await post(payment(), headers);
    const answer = await post(payment({ amount: 12_501 }), headers);
    expect([answer.statusCode, answer.json()]).toEqual([422, { error: "idempotency-key-reused" }]);
  });

  it("forgets a failed try, so that the same key may try again", async () => {
    const headers = { "idempotency-key": "same-key-0003" };
    const slow = await startGateway(undefined, { PROCESSOR_TIMEOUT_MS: "400" });
    slow.hold = () => new Promise(() => {});
    const first = await slow.app.inject({ method: "POST", url: "/payments", payload: payment(), headers });
    expect([first.statusCode, first.json()]).toEqual([504, { error: "outcome-unknown", processor: "nortepay" }]);
    slow.hold = () => Promise.resolve();
    expect((await slow.app.inject({ method: "POST", url: "/payments", payload: payment(), headers })).statusCode).toBe(201);
    await slow.close();
  });

  it("says so when the processor refuses the signature", async () => {
    const secret = gateway.credentials.get("nortepay");
    Object.assign(secret ?? {}, { value: `${secret?.value}-revoked` });
    const answer = await post(payment());
    expect([answer.statusCode, answer.json()]).toEqual([502, { error: "processor-refused", processor: "nortepay" }]);
  });

  it("answers 404 and 413 in its own words", async () => {
    expect((await gateway.app.inject("/nothing")).json()).toEqual({ error: "not-found" });
    expect((await post({ note: "x".repeat(20_000) })).statusCode).toBe(413);
  });
});
