// Leaves without dropping a payment: first out of rotation, then rid of kept-alive connections, then gone.
import type { Server } from "node:http";
import { setTimeout as sleep } from "node:timers/promises";
import type { FastifyInstance } from "fastify";
import type { Config } from "./config/config.ts";
import type { Lifecycle } from "./lifecycle.ts";

const LOOK_MS = 50;

/**
 * clean: every request was answered · cut: the deadline came first and connections were closed under requests.
 * Orchestrators send the signal and take the instance out of rotation at the same time, not one after the other; so it
 * goes on serving through `drainDelayMs`, with `Connection: close` on each answer, before it stops listening. Closing an idle
 * connection could meet a request that is on its way, so for `drainIdleMs` more each gets to send one and is closed with the answer.
 */
export async function drain(
  app: FastifyInstance,
  parts: { config: Config; lifecycle: Lifecycle; pause?: (ms: number) => Promise<unknown> },
): Promise<"clean" | "cut"> {
  const { config, pause = sleep } = parts;
  parts.lifecycle.drain();
  app.log.info("draining");
  await pause(config.drainDelayMs);
  const idle = await waitForQuiet(app.server, config.drainIdleMs);
  const waiting = new AbortController();
  const closed = app.close().then(() => "clean" as const);
  const deadline = sleep(config.drainDeadlineMs, "cut" as const, { signal: waiting.signal }).catch(() => "clean" as const);
  const outcome = await Promise.race([closed, deadline]);
  waiting.abort();
  if (outcome === "cut") app.server.closeAllConnections();
  await closed;
  app.log.info({ outcome, connectionsLeft: idle }, "drained");
  return outcome;
}

/** Number of connections that are still open at the end of `ms`. */
async function waitForQuiet(server: Server, ms: number): Promise<number> {
  for (let waited = 0; ; waited += LOOK_MS) {
    const open = await new Promise<number>((resolve) => server.getConnections((error, count) => resolve(error ? 0 : count)));
    if (open === 0 || waited >= ms) return open;
    await sleep(LOOK_MS);
  }
}
