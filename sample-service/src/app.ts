// The gateway as two Fastify applications: the public one takes payments, the internal one tells health and credential state.
import { randomUUID } from "node:crypto";
import { fastify, LogController, type FastifyInstance } from "fastify";
import type { Config } from "./config/config.ts";
import type { Credentials } from "./credentials/credentials.ts";
import { answerError } from "./errors.ts";
import type { Lifecycle } from "./lifecycle.ts";
import { createListener, type TlsMaterial } from "./listener.ts";
import { logResponse, loggerOptions } from "./log.ts";
import { addCredentialRoutes } from "./routes/credentials.ts";
import { addHealthRoutes } from "./routes/health.ts";
import { addPaymentRoutes } from "./routes/payments.ts";

export type AppParts = {
  readonly config: Config;
  readonly credentials: Credentials;
  readonly lifecycle: Lifecycle;
  readonly now: () => Date;
  readonly tls?: TlsMaterial;
  readonly logStream?: { write(line: string): void };
};

const MAX_BODY_BYTES = 16_384;
/** Ids of other forms are replaced: a caller must not be able to write a card number into the log by a header. */
const REQUEST_ID = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/;

/** Payments and the two probes. */
export function buildApp(parts: AppParts): FastifyInstance {
  const app = build(parts);
  addHealthRoutes(app, parts);
  addPaymentRoutes(app, parts);
  return app;
}

/** For the platform and the operator only: probes, what is loaded, and the order to look for news. */
export function buildInternalApp(parts: AppParts): FastifyInstance {
  const app = build(parts);
  // kubectl's raw calls name no content type
  app.addContentTypeParser("*", { parseAs: "string" }, (request, body, done) => {
    if (body === "") done(null, undefined);
    else void app.getDefaultJsonParser("error", "error")(request, String(body), done);
  });
  addHealthRoutes(app, parts);
  addCredentialRoutes(app, parts);
  return app;
}

function build({ config, lifecycle, tls, logStream }: AppParts): FastifyInstance {
  const app = fastify({
    logger: loggerOptions(config, logStream),
    // Fastify's own lines hold the raw URL and the messages of errors; logResponse writes the one line that is kept
    logController: new LogController({ disableRequestLogging: true, requestIdLogLabel: "requestId" }),
    bodyLimit: MAX_BODY_BYTES,
    serverFactory: (handler) => createListener(handler, { tls, keepAliveMs: config.keepAliveMs }),
    // requests that arrive on open connections while the server closes are answered, not turned away
    return503OnClosing: false,
    genReqId: (request) => toRequestId(request.headers["x-request-id"]),
    // Fastify's own handler logs the raw packet
    clientErrorHandler: (_error, socket) => void socket.end("HTTP/1.1 400 Bad Request\r\nConnection: close\r\nContent-Length: 0\r\n\r\n"),
    ajv: { customOptions: { coerceTypes: false, removeAdditional: false, allErrors: true } },
  });
  app.decorateRequest("outcome");
  app.addHook("onSend", async (request, reply) => {
    reply.headers({ "x-request-id": request.id, "x-served-by": config.instance });
    if (lifecycle.draining) reply.header("connection", "close");
  });
  app.addHook("onResponse", logResponse);
  app.setErrorHandler(answerError);
  app.setNotFoundHandler((_request, reply) => reply.code(404).send({ error: "not-found" }));
  return app;
}

function toRequestId(header: string | string[] | undefined): string {
  return typeof header === "string" && REQUEST_ID.test(header) ? header : randomUUID();
}
