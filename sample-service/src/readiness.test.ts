import { afterEach, describe, expect, it } from "vitest";
import { payment, startGateway, type Gateway } from "../test/gateway.ts";

let gateway: Gateway;
afterEach(() => gateway.close());

describe("health", () => {
  it("is live but not ready, and names what is missing, until all three credentials are there", async () => {
    gateway = await startGateway(["bancosur"]);
    await expect.poll(() => gateway.credentials.missing()).toEqual(["walletpro", "nortepay"]);
    expect((await gateway.app.inject("/healthz")).statusCode).toBe(200);
    const before = await gateway.app.inject("/readyz");
    expect([before.statusCode, before.json()]).toEqual([503, { status: "not-ready", missing: ["walletpro", "nortepay"] }]);
    for (const name of ["walletpro", "nortepay"]) gateway.store.set(name, gateway.secrets.get(name)!);
    await expect.poll(async () => (await gateway.app.inject("/readyz")).statusCode).toBe(200);
  });

  it("refuses a payment whose processor has no credential yet", async () => {
    gateway = await startGateway([]);
    const answer = await gateway.app.inject({ method: "POST", url: "/payments", payload: payment(), headers: { "idempotency-key": "key-00000001" } });
    expect([answer.statusCode, answer.headers["retry-after"]]).toEqual([503, "1"]);
  });
});
