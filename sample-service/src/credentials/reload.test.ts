import { createHmac, randomBytes } from "node:crypto";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { payment, startBeside, startGateway, type Gateway } from "../../test/gateway.ts";

let gateway: Gateway;
beforeEach(async () => { gateway = await startGateway(undefined, { CREDENTIALS_MAX_STALENESS_MS: "60000" }); });
afterEach(() => gateway.close());

/** A further key at the processor, and in the store as the next version. */
function publish(options: { accepted?: boolean; version?: number } = {}): { id: string; value: string; version: number } {
  const version = options.version ?? (gateway.store.get("nortepay")?.version ?? 0) + 1;
  const secret = { id: `nortepay-${version}`, value: randomBytes(24).toString("hex"), version };
  if (options.accepted !== false) gateway.processors.get("nortepay")?.keys.adopt("file", secret.id, secret.value);
  gateway.store.set("nortepay", secret);
  return secret;
}
const reload = async () => (await gateway.internal().inject({ method: "POST", url: "/reload-credentials" })).json().credentials.nortepay;
const pay = (key: string) => gateway.app.inject({ method: "POST", url: "/payments", payload: payment(), headers: { "idempotency-key": key } });
const used = () => gateway.processors.get("nortepay")?.ledger.at(-1)?.credentialVersion;

describe("hot reload", () => {
  it("takes a newer version without a restart, keeps the former one as previous, and shows no value", async () => {
    expect((await pay("key-00000001")).statusCode).toBe(201);
    const secret = publish();
    expect(await reload()).toMatchObject({ current: { id: "nortepay-2", version: 2 }, previous: { id: "nortepay-1", version: 1 }, rejected: null, trouble: null });
    expect((await pay("key-00000002")).statusCode).toBe(201);
    expect(used()).toBe(2);
    const shown = (await gateway.internal().inject("/credentials")).body;
    expect([secret.value, ...[...gateway.secrets.values()].map(({ value }) => value)].filter((value) => shown.includes(value))).toEqual([]);
  });

  it("keeps the one in use where the processor refuses the newer one, says so once, and stays ready", async () => {
    publish({ accepted: false });
    expect(await reload()).toMatchObject({ current: { version: 1 }, rejected: { version: 2, reason: "refused-by-processor" } });
    await reload();
    expect(gateway.events.filter(({ kind }) => kind === "rejected").length).toBe(1);
    expect((await gateway.app.inject("/readyz")).statusCode).toBe(200);
    expect((await pay("key-00000001")).statusCode).toBe(201);
  });

  it("does not go back to an older version", async () => {
    publish({ version: 5 });
    await reload();
    publish({ version: 4 });
    expect(await reload()).toMatchObject({ current: { version: 5 }, rejected: { version: 4, reason: "older-than-loaded" } });
  });

  it("does not take a version whose processor cannot be asked, and tries again", async () => {
    publish();
    gateway.hold = () => Promise.reject(new Error("down"));
    const timed = await startGateway(undefined, { PROCESSOR_TIMEOUT_MS: "40" });
    timed.hold = () => new Promise(() => {});
    timed.store.set("nortepay", { id: "n-2", value: "n", version: 2 });
    await timed.credentials.refreshAll({ again: true });
    expect(timed.credentials.describe()["nortepay"]).toMatchObject({ current: { version: 1 }, trouble: "processor-unreachable", rejected: null });
    await timed.close();
    gateway.hold = () => Promise.resolve();
    expect(await reload()).toMatchObject({ current: { version: 2 } });
  });

  it("looks by itself, at scattered times, until it is stopped", async () => {
    const polling = await startBeside(gateway, { CREDENTIALS_POLL_MS: "10" });
    const watching = polling.credentials.watch();
    publish();
    await expect.poll(() => polling.credentials.get("nortepay")?.version).toBe(2);
    polling.credentials.stop();
    await watching;
    await polling.end();
  });

  it("loses no payment when the old credential is revoked before the new one was seen", async () => {
    publish();
    gateway.processors.get("nortepay")?.keys.revoke("file", "nortepay-1");
    gateway.clock.now = new Date(gateway.clock.now.getTime() + 5_000);
    const answers = await Promise.all(["key-00000001", "key-00000002", "key-00000003"].map(pay));
    expect(answers.map(({ statusCode }) => statusCode)).toEqual([201, 201, 201]);
    expect(used()).toBe(2);
  });

  it("answers a challenge with the value in use, in words that no charge can have", async () => {
    const nonce = randomBytes(12).toString("hex");
    const ask = async (body: object) => gateway.internal().inject({ method: "POST", url: "/acknowledge-credential", payload: JSON.stringify(body) });
    const { proof, ...answer } = (await ask({ processor: "nortepay", nonce })).json();
    expect(answer).toEqual({ instance: "gateway-test", processor: "nortepay", version: 1, id: "nortepay-1" });
    expect(proof).toBe(createHmac("sha256", gateway.secrets.get("nortepay")?.value ?? "").update(`acknowledge\nnortepay\ngateway-test\n${nonce}`).digest("hex"));
    expect((await ask({ processor: "nortepay", nonce: "short" })).statusCode).toBe(400);
    expect((await ask({ processor: "constructor", nonce })).statusCode).toBe(400);
  });

  it("tells none of this on the public port", async () => {
    for (const url of ["/credentials", "/reload-credentials", "/acknowledge-credential"]) expect((await gateway.app.inject(url)).statusCode).toBe(404);
    expect((await gateway.internal().inject("/payments")).statusCode).toBe(404);
  });
});

describe("an outage of the store", () => {
  it("serves with what it has, alerts once, never flaps, and turns red only when the allowed staleness is over", async () => {
    gateway.store.clear();
    const readiness: number[] = [];
    for (let second = 0; second <= 60; second += 10) {
      gateway.clock.now = new Date(gateway.clock.now.getTime() + (second === 0 ? 0 : 10_000));
      await gateway.credentials.refreshAll({ again: false });
      readiness.push((await gateway.app.inject("/readyz")).statusCode);
    }
    expect(new Set(readiness)).toEqual(new Set([200]));
    expect((await pay("key-00000001")).statusCode).toBe(201);
    expect(gateway.events.filter(({ kind }) => kind === "unavailable")).toEqual(["bancosur", "walletpro", "nortepay"].map((processor) => ({ kind: "unavailable", processor, reason: "secret-missing", serving: true })));
    gateway.clock.now = new Date(gateway.clock.now.getTime() + 1);
    const red = await gateway.app.inject("/readyz");
    expect([red.statusCode, red.json()]).toEqual([503, { status: "not-ready", stale: ["bancosur", "walletpro", "nortepay"] }]);
    for (const [name, secret] of gateway.secrets) gateway.store.set(name, secret);
    await gateway.credentials.refreshAll({ again: false });
    expect((await gateway.app.inject("/readyz")).statusCode).toBe(200);
    expect(gateway.events.filter(({ kind }) => kind === "recovered").length).toBe(3);
  });
});
