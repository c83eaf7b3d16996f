// What may stand in a log line. Bodies, headers and raw URLs never do, and of an error only what its author chose in advance.
import type { FastifyServerOptions } from "fastify";
import type { LogLevel } from "./config.ts";

type LoggerOptions = Exclude<FastifyServerOptions["logger"], boolean | undefined>;

/** JSON lines for pino; `stream` defaults to standard output. */
export function loggerOptions(level: LogLevel, stream?: { write(line: string): void }): LoggerOptions {
  return {
    level,
    base: { service: "sample-service" },
    timestamp: () => `,"time":"${new Date().toISOString()}"`,
    formatters: { level: (label) => ({ level: label }) },
    serializers: { err: describeError, req: () => ({}), res: () => ({}) },
    ...(stream && { stream }),
  };
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
