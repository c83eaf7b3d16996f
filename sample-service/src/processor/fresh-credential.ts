// Calls a processor with the credential in use. Where that is refused, nothing was charged, and if the store has a newer one the call
// is made once more with that: a payment that meets a rotation halfway is not lost.
import type { FastifyRequest } from "fastify";
import type { Config } from "../config/config.ts";
import type { Credentials } from "../credentials/credentials.ts";
import { processorNames, type ProcessorName } from "../payment/routing.ts";
import { ProcessorError, type CallOptions } from "./charge.ts";

type Context = { readonly config: Config; readonly credentials: Credentials; readonly now: () => Date; readonly processor: ProcessorName; readonly request: FastifyRequest };

export function isProcessor(name: string): name is ProcessorName {
  return processorNames.some((known) => known === name);
}

/** Throws ProcessorError. The caller has seen to it that a credential is loaded. */
export async function withFreshCredential<T>(context: Context, call: (options: CallOptions) => Promise<T>): Promise<T> {
  const { credentials, processor } = context;
  const used = credentials.get(processor)?.version;
  try {
    return await attempt(context, call);
  } catch (error) {
    if (!(error instanceof ProcessorError) || error.code !== "status-401") throw error;
    await credentials.hurry(processor);
    if (credentials.get(processor)?.version === used) throw error;
    return attempt(context, call);
  }
}

async function attempt<T>({ config, credentials, now, processor, request }: Context, call: (options: CallOptions) => Promise<T>): Promise<T> {
  const credential = credentials.get(processor);
  if (credential === undefined) throw new ProcessorError("refused", "no-credential");
  request.outcome = { processor, outcome: "unknown", credentialVersion: credential.version };
  return call({ url: config.processors[processor], credential, requestId: request.id, timeoutMs: config.processorTimeoutMs, now });
}
