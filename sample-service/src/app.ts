// The gateway as a Fastify application: routes, one log line a request, and errors that quote nothing.
import { randomUUID } from "node:crypto";
import { fastify, LogController, type FastifyError, type FastifyInstance, type FastifyReply, type FastifyRequest } from "fastify";
import type { Config } from "./config.ts";
import type { Credentials } from "./credentials.ts";
import type { Lifecycle } from "./lifecycle.ts";
import { loggerOptions } from "./log.ts";
import { addHealthRoutes } from "./routes/health.ts";
import { addPaymentRoutes } from "./routes/payments.ts";

export type AppParts = {
  readonly config: Config;
  readonly credentials: Credentials;
  readonly lifecycle: Lifecycle;
  readonly now: () => Date;
  readonly logStream?: { write(line: string): void };
};

const MAX_BODY_BYTES = 16_384;
/** Ids of other forms are replaced: a caller must not be able to write a card number into the log by a header. */
const REQUEST_ID = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/;

export function buildApp(parts: AppParts): FastifyInstance {
  const app = fastify({
    logger: loggerOptions(parts.config.logLevel, parts.logStream),
    // Fastify's own lines hold the raw URL and the messages of errors; logResponse writes the one line that is kept
    logController: new LogController({ disableRequestLogging: true }),
    bodyLimit: MAX_BODY_BYTES,
    keepAliveTimeout: parts.config.keepAliveMs,
    // requests that arrive on open connections while the server closes are answered, not turned away
    return503OnClosing: false,
    genReqId: (request) => toRequestId(request.headers["x-request-id"]),
    // Fastify's own handler logs the raw packet
    clientErrorHandler: (_error, socket) => void socket.end("HTTP/1.1 400 Bad Request\r\nConnection: close\r\nContent-Length: 0\r\n\r\n"),
    ajv: { customOptions: { coerceTypes: false, removeAdditional: false, allErrors: true } },
  });
  app.addHook("onSend", async (request, reply) => {
    reply.header("x-request-id", request.id);
    if (parts.lifecycle.draining) reply.header("connection", "close");
  });
  app.addHook("onResponse", logResponse);
  app.setErrorHandler(answerError);
  app.setNotFoundHandler((_request, reply) => reply.code(404).send({ error: "not-found" }));
  addHealthRoutes(app, parts);
  addPaymentRoutes(app, parts);
  return app;
}

function toRequestId(header: string | string[] | undefined): string {
  return typeof header === "string" && REQUEST_ID.test(header) ? header : randomUUID();
}

/** The route's pattern stands for the URL, whose path or query could hold anything. */
async function logResponse(request: FastifyRequest, reply: FastifyReply): Promise<void> {
  const route = request.is404 ? "(none)" : (request.routeOptions.url ?? "(none)");
  request.log.info({ method: request.method, route, status: reply.statusCode, ms: Math.round(reply.elapsedTime) }, "request");
}

function answerError(error: FastifyError, request: FastifyRequest, reply: FastifyReply): FastifyReply {
  if (error.validation) return reply.code(400).send({ error: "invalid-request", fields: toFields(error) });
  const status = error.statusCode ?? 500;
  if (status < 500) return reply.code(status).send({ error: "invalid-request", fields: [] });
  request.log.error({ err: error }, "request failed");
  return reply.code(500).send({ error: "internal" });
}

/** JSON pointers from the schema; a field that the schema doesn't know is counted at its parent, never named. */
function toFields({ validation = [], validationContext = "body" }: FastifyError): string[] {
  const fields = validation.map(({ instancePath, keyword, params }) => {
    const missing = keyword === "required" ? `/${String(params["missingProperty"])}` : "";
    return `${validationContext === "headers" ? "headers" : ""}${instancePath}${missing}` || "/";
  });
  return [...new Set(fields)].sort();
}
