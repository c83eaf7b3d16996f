// What the operator and the rotation see of credentials, on the internal port only: ids, versions, times and proofs, never values.
import type { FastifyInstance, FastifyRequest } from "fastify";
import type { Config } from "../config/config.ts";
import type { Credentials } from "../credentials/credentials.ts";
import { processorNames, type ProcessorName } from "../payment/routing.ts";

type Parts = { readonly config: Config; readonly credentials: Credentials };
type Challenge = FastifyRequest<{ Body: { readonly processor: ProcessorName; readonly nonce: string } }>;

const challengeSchema = {
  type: "object",
  additionalProperties: false,
  required: ["processor", "nonce"],
  properties: { processor: { type: "string", enum: processorNames }, nonce: { type: "string", pattern: "^[A-Za-z0-9._:-]{16,200}$" } },
};

export function addCredentialRoutes(app: FastifyInstance, { config, credentials }: Parts): void {
  const describe = (): object => ({ instance: config.instance, credentials: credentials.describe() });

  app.get("/credentials", describe);

  app.post("/reload-credentials", async () => {
    await credentials.refreshAll({ again: true });
    return describe();
  });

  /** Answers with a proof that this very instance has the value in use, not only its number. */
  app.post("/acknowledge-credential", { schema: { body: challengeSchema } }, async (request: Challenge, reply) => {
    const { processor, nonce } = request.body;
    const answer = credentials.acknowledge(processor, `${processor}\n${config.instance}\n${nonce}`);
    return answer === undefined ? reply.code(503).send({ error: "not-ready" }) : { instance: config.instance, processor, ...answer };
  });
}
