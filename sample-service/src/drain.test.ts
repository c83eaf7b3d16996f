import { spawn } from "node:child_process";
import { once } from "node:events";
import { Agent, request, type IncomingMessage } from "node:http";
import type { AddressInfo } from "node:net";
import { join } from "node:path";
import { createInterface } from "node:readline";
import { describe, expect, it } from "vitest";
import { payment, startGateway } from "../test/gateway.ts";
import { drain } from "./drain.ts";

/** One request over a kept-alive connection; fetch would hide the connection header. */
async function call(port: number, path: string, options: { agent: Agent; body?: object }): Promise<{ status?: number; connection?: string }> {
  const headers = { "content-type": "application/json", "idempotency-key": "key-00000001" };
  const outgoing = request({ port, host: "127.0.0.1", path, method: options.body ? "POST" : "GET", agent: options.agent, headers });
  outgoing.end(options.body && JSON.stringify(options.body));
  const [response] = (await once(outgoing, "response")) as [IncomingMessage];
  for await (const _ of response);
  return { status: response.statusCode ?? 0, connection: response.headers.connection ?? "" };
}

describe("drain", () => {
  it("turns readiness red first, says Connection: close, and finishes what is under way", async () => {
    const gateway = await startGateway();
    await gateway.app.listen({ port: 0, host: "127.0.0.1" });
    const { port } = gateway.app.server.address() as AddressInfo;
    const agent = new Agent({ keepAlive: true });
    expect(await call(port, "/readyz", { agent })).toEqual({ status: 200, connection: "keep-alive" });
    let release = (): void => {};
    const held = new Promise<void>((resolve) => { release = resolve; });
    gateway.hold = () => held;
    const inFlight = call(port, "/payments", { agent, body: payment() });
    let stopServing = (): void => {};
    const delay = new Promise<void>((resolve) => { stopServing = resolve; });
    const drained = drain(gateway.app, { ...gateway, pause: () => delay });
    expect(await call(port, "/readyz", { agent })).toEqual({ status: 503, connection: "close" });
    expect(await call(port, "/healthz", { agent })).toEqual({ status: 200, connection: "close" });
    stopServing();
    release();
    expect(await inFlight).toEqual({ status: 201, connection: "close" });
    expect(await drained).toBe("clean");
    await expect(call(port, "/healthz", { agent })).rejects.toThrow(/ECONNREFUSED/);
    await gateway.close();
  });

  it("cuts off at the deadline what doesn't finish, and says so", async () => {
    const gateway = await startGateway(undefined, { DRAIN_IDLE_MS: "0", DRAIN_DEADLINE_MS: "50" });
    await gateway.app.listen({ port: 0, host: "127.0.0.1" });
    const { port } = gateway.app.server.address() as AddressInfo;
    const arrived = new Promise<void>((resolve) => {
      gateway.hold = () => {
        resolve();
        return new Promise(() => {});
      };
    });
    const inFlight = call(port, "/payments", { agent: new Agent(), body: payment() });
    const failed = expect(inFlight).rejects.toThrow();
    await arrived;
    expect(await drain(gateway.app, gateway)).toBe("cut");
    await failed;
    await gateway.close();
  });
});

describe("the process", () => {
  const entry = join(import.meta.dirname, "server.ts");
  const start = (environment: Record<string, string>) =>
    spawn(process.execPath, [entry], { env: { HOST: "127.0.0.1", PORT: "0", INTERNAL_PORT: "0", DRAIN_DELAY_MS: "0", ...environment }, stdio: ["ignore", "pipe", "pipe"] });

  it("starts without credentials and exits 0 on SIGTERM", async () => {
    const child = start({ CREDENTIALS_FILE: join(import.meta.dirname, "no-such-file") });
    for await (const line of createInterface({ input: child.stdout })) {
      if (line.includes("listening")) child.kill("SIGTERM");
    }
    if (child.exitCode === null) await once(child, "exit");
    expect([child.exitCode, child.signalCode]).toEqual([0, null]);
  });

  it("exits 1 on a bad environment and names all of it", async () => {
    const child = start({ PORT: "http", LOG_LEVEL: "trace" });
    let said = "";
    for await (const chunk of child.stderr) said += String(chunk);
    if (child.exitCode === null) await once(child, "exit");
    expect(child.exitCode).toBe(1);
    expect(JSON.parse(said).issues).toEqual(["PORT is a whole number from 0 to 65535", expect.stringMatching(/^LOG_LEVEL is one of/)]);
  });
});
