// The two probes. Liveness depends on nothing, so that an outage of the secret store never restarts a serving pod.
import type { FastifyInstance } from "fastify";
import type { Credentials } from "../credentials/credentials.ts";
import type { Lifecycle } from "../lifecycle.ts";

export function addHealthRoutes(app: FastifyInstance, parts: { credentials: Credentials; lifecycle: Lifecycle }): void {
  app.get("/healthz", () => ({ status: "live" }));

  app.get("/readyz", (_request, reply) => {
    if (parts.lifecycle.draining) return reply.code(503).send({ status: "draining" });
    const missing = parts.credentials.missing();
    if (missing.length > 0) return reply.code(503).send({ status: "not-ready", missing });
    const stale = parts.credentials.stale();
    if (stale.length > 0) return reply.code(503).send({ status: "not-ready", stale });
    return { status: "ready" };
  });
}
