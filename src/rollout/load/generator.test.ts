import { createServer, type Server } from "node:http";
import type { AddressInfo } from "node:net";
import { setTimeout as pause } from "node:timers/promises";
import { describe, expect, it } from "vitest";
import type { Answer } from "../../measurement/index.ts";
import { Generator } from "./generator.ts";
import { openLanes } from "./lanes.ts";
import { loadSchema, toMessage, toTestCard, type LoadPlan } from "./plan.ts";

const makePlan = (given: object = {}): LoadPlan => loadSchema.parse({ url: "http://127.0.0.1:1", rate: 100, requests: [{ path: "/health" }, { method: "POST", path: "/payments", headers: { "idempotency-key": "{key}" }, body: { id: "{id}", card: "{card}" } }], ...given });

/** Runs a generator on a clock that only moves when it waits. */
async function runFor(plan: LoadPlan, milliseconds: number, answer: Answer = { kind: "answered", status: 200, pod: null }) {
  let now = 1_000_000;
  let id = 0;
  const generator = new Generator(plan, {
    send: () => Promise.resolve(answer), clock: () => now, newId: () => `id-${id++}`,
    wait: async (ms) => {
      now += ms;
      if (now >= 1_000_000 + milliseconds) generator.stop();
    },
  });
  await generator.run();
  return generator;
}

describe("Generator", () => {
  it("sends at its rate, half over fresh and half over kept connections", async () => {
    const { samples, failed } = await runFor(makePlan({ "repeat-every": 0 }), 2000);
    expect(samples).toHaveLength(200);
    expect(samples.filter(({ lane }) => lane === "fresh")).toHaveLength(100);
    expect(samples.filter(({ key }) => key !== null)).toHaveLength(100);
    expect(failed).toBe(0);
  });

  it("keeps the rate when no answer comes in time, and counts from the intended time", async () => {
    let now = 0;
    const held: (() => void)[] = [];
    const generator = new Generator(makePlan(), {
      send: () => new Promise((resolve) => held.push(() => resolve({ kind: "timeout" }))), clock: () => now, newId: () => "id",
      wait: async (ms) => {
        now += ms;
        if (now >= 1000) generator.stop();
      },
    });
    const running = generator.run();
    while (held.length < 100) await pause(1);
    now = 5000;
    held.forEach((answer) => answer());
    await running;
    expect(generator.samples).toHaveLength(100);
    expect(generator.failed).toBe(100);
    expect(generator.samples[0]).toMatchObject({ intended: 0, ended: 5000 });
  });

  it("repeats some requests under their first key over the other lane, and none without a key", async () => {
    const { samples } = await runFor(makePlan({ "repeat-every": 5 }), 4000);
    const repeats = samples.filter(({ id, key }) => key !== null && key !== id);
    expect(repeats.length).toBeGreaterThan(20);
    for (const repeat of repeats) {
      const first = samples.find(({ id }) => id === repeat.key);
      expect(first?.lane).not.toBe(repeat.lane);
      expect(first?.key).toBe(first?.id);
    }
  });
});

describe("toMessage", () => {
  it("fills id, key and a card number that passes Luhn's check, the same for the same key", () => {
    const plan = makePlan();
    const message = toMessage(plan, { id: "0a-1b", key: "0a-2c", lane: "kept", request: 1, intended: 0 });
    expect(message.headers).toMatchObject({ "x-request-id": "0a-1b", "idempotency-key": "0a-2c", "content-type": "application/json" });
    expect(JSON.parse(message.body ?? "")).toEqual({ id: "0a-1b", card: toTestCard("0a-2c") });
    expect(toTestCard("0a-2c")).toMatch(/^400000\d{10}$/);
  });
});

describe("openLanes", () => {
  const shot = { id: "a", key: null, request: 0, intended: 0 };

  async function serve(handler: Parameters<typeof createServer>[1]): Promise<{ server: Server; url: string }> {
    const server = createServer(handler).listen(0, "127.0.0.1");
    await new Promise((resolve) => server.once("listening", resolve));
    return { server, url: `http://127.0.0.1:${(server.address() as AddressInfo).port}` };
  }

  it("opens a connection per request on one lane and keeps them on the other", async () => {
    let connections = 0;
    const { server, url } = await serve((_, response) => response.setHeader("x-served-by", "gateway-a").end("ok"));
    server.on("connection", () => connections++);
    const lanes = openLanes(makePlan({ url, connections: 2 }));
    for (let n = 0; n < 6; n++) expect(await lanes.send({ ...shot, lane: "kept" })).toEqual({ kind: "answered", status: 200, pod: "gateway-a" });
    expect(connections).toBe(2);
    for (let n = 0; n < 3; n++) await lanes.send({ ...shot, lane: "fresh" });
    expect(connections).toBe(5);
    lanes.close();
    server.close();
  });

  it.each([
    ["reset", (request: { socket: { destroy(): void } }) => request.socket.destroy()],
    ["reset", (request: { socket: { destroy(): void } }, response: { write(text: string, then: () => void): void }) => response.write("half", () => request.socket.destroy())],
    ["timeout", () => undefined],
  ] as const)("tells %s", async (kind, handler) => {
    const { server, url } = await serve(handler as Parameters<typeof createServer>[1]);
    const lanes = openLanes(makePlan({ url, "timeout-seconds": 1 }));
    expect(await lanes.send({ ...shot, lane: "fresh" })).toEqual({ kind });
    lanes.close();
    server.closeAllConnections();
    server.close();
  });

  it("tells refused", async () => {
    const { server, url } = await serve(() => undefined);
    await new Promise((resolve) => server.close(resolve));
    expect(await openLanes(makePlan({ url })).send({ ...shot, lane: "fresh" })).toEqual({ kind: "refused" });
  });
});
