// The mock processors of this repository, as their customer reaches them: keys by the portal, and a signed connection for the test of a
// credential. Real processors have interfaces of their own, which become further makers of a Processor.
import { createHash, createHmac } from "node:crypto";
import { once } from "node:events";
import type { IncomingMessage } from "node:http";
import { request } from "node:https";
import * as z from "zod";
import type { Credential, Processor } from "../ports.ts";

type Portal = {
  readonly processor: string;
  /** Which customer of the processor. */
  readonly account: string;
  /** Ports of this machine that lead to the processor and to its portal. */
  readonly port: number;
  readonly portalPort: number;
  readonly ca: string;
  now(): Date;
};

const issuedSchema = z.object({ id: z.string().min(1), value: z.string().min(1) });
const keysSchema = z.object({ keys: z.array(z.object({ id: z.string(), state: z.enum(["valid", "revoked"]), lastUsedAt: z.iso.datetime().nullable() })) });
const TIMEOUT_MS = 10_000;

export function openProcessorPortal(portal: Portal): Processor {
  const { processor, account } = portal;
  const ask = (method: "GET" | "POST", path: string): Promise<unknown> => askPortal(portal, method, `/${processor}/${path}account=${account}`);
  return {
    issue: async () => issuedSchema.parse(await ask("POST", "rotate-key?")),
    keys: async () => keysSchema.parse(await ask("GET", "keys?")).keys.map((key) => ({ ...key, lastUsedAt: key.lastUsedAt === null ? null : new Date(key.lastUsedAt) })),
    revoke: async (id) => void (await ask("POST", `revoke-key?id=${encodeURIComponent(id)}&`)),
    validate: async (credential) => {
      const path = `/${processor}/validate`;
      const { status } = await send(portal, { port: portal.port, method: "POST", path, headers: sign(credential, path, portal.now()) });
      if (status === 200) return "accepted";
      if (status === 401 || status === 403) return "refused";
      throw new Error(`the processor answers ${status} to a test of a credential`);
    },
  };
}

/** The rule that the processor checks: method, path, time, no idempotency key, digest of no body. */
function sign({ id, value }: Credential, path: string, now: Date): Record<string, string> {
  const timestamp = String(Math.floor(now.getTime() / 1000));
  const digest = createHash("sha256").update("").digest("hex");
  const signature = createHmac("sha256", value).update(["POST", path, timestamp, "", digest].join("\n")).digest("hex");
  return { "x-credential-id": id, "x-timestamp": timestamp, "x-signature": signature };
}

async function askPortal(portal: Portal, method: "GET" | "POST", path: string): Promise<unknown> {
  const { status, body } = await send(portal, { port: portal.portalPort, method, path, headers: {} });
  if (status !== 200 && status !== 201) throw new Error(`the processor's portal answers ${status}`);
  return JSON.parse(body);
}

type Call = { readonly port: number; readonly method: "GET" | "POST"; readonly path: string; readonly headers: Readonly<Record<string, string>> };

/** On a connection of its own: one that was open before would prove nothing. */
async function send({ ca }: Portal, { port, method, path, headers }: Call): Promise<{ status: number; body: string }> {
  const outgoing = request({ host: "127.0.0.1", port, method, path, ca, agent: false, signal: AbortSignal.timeout(TIMEOUT_MS), headers: { "content-length": "0", ...headers } });
  outgoing.end();
  const [response] = (await once(outgoing, "response")) as [IncomingMessage];
  let body = "";
  for await (const chunk of response) body += String(chunk);
  return { status: response.statusCode ?? 0, body };
}
