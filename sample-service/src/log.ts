// What may stand in a log line. Bodies, headers and raw URLs never do, and of an error only what its author chose in advance.
import type { FastifyReply, FastifyRequest, FastifyServerOptions } from "fastify";
import type { LogLevel } from "./config/config.ts";

type LoggerOptions = Exclude<FastifyServerOptions["logger"], boolean | undefined>;

/** What became of a payment at its processor; part of the request's one log line. */
export type PaymentOutcome = {
  readonly processor: string;
  readonly outcome: "approved" | "declined" | "refused" | "conflict" | "unknown" | "found" | "not-found";
  readonly code?: string;
  readonly paymentId?: string;
  readonly replayed?: boolean;
  readonly credentialVersion?: number;
  readonly rule?: string;
  readonly amount?: number;
  readonly currency?: string;
  readonly brand?: string;
};

declare module "fastify" {
  interface FastifyRequest {
    outcome?: PaymentOutcome;
  }
}

/** JSON lines for pino; `stream` defaults to standard output. */
export function loggerOptions({ logLevel, instance }: { logLevel: LogLevel; instance: string }, stream?: { write(line: string): void }): LoggerOptions {
  return {
    level: logLevel,
    base: { service: "sample-service", instance },
    timestamp: () => `,"time":"${new Date().toISOString()}"`,
    formatters: { level: (label) => ({ level: label }) },
    serializers: { err: describeError, req: () => ({}), res: () => ({}) },
    ...(stream && { stream }),
  };
}

/** One line a request, with its payment's outcome. The route's pattern stands for the URL, whose path or query could hold anything. */
export async function logResponse(request: FastifyRequest, reply: FastifyReply): Promise<void> {
  const route = request.is404 ? "(none)" : (request.routeOptions.url ?? "(none)");
  // probes come each second from every node; their answers are in the orchestrator's events
  const level = route === "/healthz" || route === "/readyz" ? "debug" : "info";
  request.log[level]({ method: request.method, route, status: reply.statusCode, ms: Math.round(reply.elapsedTime), ...request.outcome }, "request");
}

/**
 * Name, code and places of an error. Its message stays out: parsers and clients quote their input in theirs, and the
 * input of a payment gateway is card data.
 */
function describeError(error: Error): { type: string; message: string; stack: string; code?: string } {
  const stack = error.stack ?? "";
  // from behind the message, which could have lines of its own that look like places
  const places = stack.slice(stack.indexOf(error.message) + error.message.length).split("\n").filter((line) => /^\s+at /.test(line));
  const code = "code" in error && typeof error.code === "string" ? error.code : undefined;
  return { type: error.name, message: "", stack: places.join("\n"), ...(code !== undefined && { code }) };
}
