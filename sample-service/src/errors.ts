// Errors as answers: what was wrong with a request by pointers to its fields, and of our own defects nothing but that there was one.
import type { FastifyError, FastifyReply, FastifyRequest } from "fastify";

export function answerError(error: FastifyError, request: FastifyRequest, reply: FastifyReply): FastifyReply {
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
    return `${validationContext === "body" ? "" : validationContext}${instancePath}${missing}` || "/";
  });
  return [...new Set(fields)].sort();
}
