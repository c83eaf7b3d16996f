// What must hold across instances, of which each remembers only its own requests: the processor is what they share.
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { payment, startBeside, startGateway, type Gateway, type Instance } from "../test/gateway.ts";

let gateway: Gateway;
let other: Instance;
beforeEach(async () => {
  gateway = await startGateway();
  other = await startBeside(gateway, { INSTANCE: "gateway-other" });
});
afterEach(async () => {
  await other.end();
  await gateway.close();
});

const pay = (instance: Instance, key: string, changes: object = {}) =>
  instance.app.inject({ method: "POST", url: "/payments", payload: payment(changes), headers: { "idempotency-key": key, "x-request-id": "11111111-1111-4111-8111-111111111111" } });
const ledger = () => gateway.processors.get("nortepay")?.ledger ?? [];

describe("two instances", () => {
  it("charge once for a key, whichever of them is asked, also at the same time", async () => {
    const answers = await Promise.all([pay(gateway, "key-00000001"), pay(other, "key-00000001"), pay(gateway, "key-00000001"), pay(other, "key-00000001")]);
    expect(answers.map(({ statusCode }) => statusCode)).toEqual([201, 201, 201, 201]);
    expect(new Set(answers.map(({ body }) => body)).size).toBe(1);
    expect(answers.filter(({ headers }) => headers["idempotency-replayed"] === "false").length).toBe(1);
    expect(ledger().map(({ outcome }) => outcome).sort()).toEqual(["charged", "replayed"]);
  });

  it("refuse a key that the other one used for another payment", async () => {
    expect((await pay(gateway, "key-00000001")).statusCode).toBe(201);
    const answer = await pay(other, "key-00000001", { amount: 12_501 });
    expect([answer.statusCode, answer.json()]).toEqual([422, { error: "idempotency-key-reused" }]);
    expect(ledger().map(({ outcome, requestId }) => [outcome, requestId])).toEqual([["charged", "11111111-1111-4111-8111-111111111111"], ["conflict", "11111111-1111-4111-8111-111111111111"]]);
  });

  it("find each other's payments, and none that is not there", async () => {
    const { paymentId } = (await pay(gateway, "key-00000001")).json() as { paymentId: string };
    const found = await other.app.inject(`/payments/${paymentId}`);
    expect([found.statusCode, found.json()]).toEqual([200, { paymentId, status: "approved", amount: 12_500, currency: "USD", processor: "nortepay" }]);
    for (const id of [paymentId.replace(/^nortepay/, "bancosur"), paymentId.replace(/^nortepay/, "nobody"), "nonsense", `${paymentId}x`]) expect((await other.app.inject(`/payments/${id}`)).statusCode).toBe(404);
  });

  it("say who answers and which request it was, and write one line for it with the outcome", async () => {
    const answer = await pay(other, "key-00000001");
    expect(answer.headers).toMatchObject({ "x-served-by": "gateway-other", "x-request-id": "11111111-1111-4111-8111-111111111111" });
    const lines = other.log.map((line) => JSON.parse(line)).filter(({ msg }) => msg === "request");
    expect(lines).toEqual([expect.objectContaining({
      requestId: "11111111-1111-4111-8111-111111111111", instance: "gateway-other", method: "POST", route: "/payments", status: 201, processor: "nortepay", outcome: "approved",
      replayed: false, credentialVersion: 1, paymentId: (answer.json() as { paymentId: string }).paymentId,
    })]);
  });
});
