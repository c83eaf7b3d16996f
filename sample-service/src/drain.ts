// Leaves without dropping a payment: first out of rotation, then no new connections, then gone.
import { setTimeout as sleep } from "node:timers/promises";
import type { FastifyInstance } from "fastify";
import type { Config } from "./config.ts";
import type { Lifecycle } from "./lifecycle.ts";

/**
 * clean: every request was answered · cut: the deadline came first and connections were closed under requests.
 * Orchestrators send the signal and take the instance out of rotation at the same time, not one after the other; so it
 * goes on serving through `drainDelayMs`, with `Connection: close` on each answer, before it stops listening.
 */
export async function drain(
  app: FastifyInstance,
  parts: { config: Config; lifecycle: Lifecycle; pause?: (ms: number) => Promise<unknown> },
): Promise<"clean" | "cut"> {
  const { pause = sleep } = parts;
  parts.lifecycle.drain();
  app.log.info("draining");
  await pause(parts.config.drainDelayMs);
  const waiting = new AbortController();
  const closed = app.close().then(() => "clean" as const);
  const deadline = sleep(parts.config.drainDeadlineMs, "cut" as const, { signal: waiting.signal }).catch(() => "clean" as const);
  const outcome = await Promise.race([closed, deadline]);
  waiting.abort();
  if (outcome === "cut") app.server.closeAllConnections();
  await closed;
  app.log.info({ outcome }, "drained");
  return outcome;
}
