// The client's two ways to the service: a fresh connection per request, and long keep-alive connections. Nothing is ever sent twice.
import { Agent as HttpAgent, request as requestHttp, type ClientRequest } from "node:http";
import { Agent as HttpsAgent, request as requestHttps } from "node:https";
import type { Answer } from "../../measurement/index.ts";
import type { Send } from "./generator.ts";
import { toMessage, type LoadPlan, type Shot } from "./plan.ts";

/** Header in which the service says which of its pods answered. */
const SERVED_BY = "x-served-by";
const POD_NAME = /^[a-z0-9]([-a-z0-9.]{0,251}[a-z0-9])?$/;

type Agent = HttpAgent | HttpsAgent;
export type Lanes = { readonly send: Send; close(): void };

/** `ca` in PEM; the system's authorities where absent. */
export function openLanes(plan: LoadPlan, ca?: string): Lanes {
  const url = new URL(plan.url);
  const isSecure = url.protocol === "https:";
  const identity = { ...(ca !== undefined && { ca }), ...(plan["server-name"] !== undefined && { servername: plan["server-name"] }) };
  const open = (keepAlive: boolean): Agent => (isSecure ? new HttpsAgent({ keepAlive, maxFreeSockets: 1, ...identity }) : new HttpAgent({ keepAlive, maxFreeSockets: 1 }));
  const fresh = open(false);
  // each keeps one connection: one agent with many would pass most requests over the same few
  const kept = Array.from({ length: plan.connections }, () => open(true));
  let turn = 0;
  const send: Send = (shot) => {
    const agent = shot.lane === "fresh" ? fresh : kept[turn++ % kept.length] ?? fresh;
    return sendOne(plan, shot, (options) => (isSecure ? requestHttps(url, { ...options, agent }) : requestHttp(url, { ...options, agent })));
  };
  return { send, close: () => [fresh, ...kept].forEach((agent) => agent.destroy()) };
}

type Options = { readonly method: string; readonly path: string; readonly headers: Record<string, string>; readonly signal: AbortSignal };

/** Resolves always: what goes wrong is an answer too. An answer counts once its body has come in full. */
function sendOne(plan: LoadPlan, shot: Shot, open: (options: Options) => ClientRequest): Promise<Answer> {
  const { method, path, headers, body } = toMessage(plan, shot);
  const signal = AbortSignal.timeout(plan["timeout-seconds"] * 1000);
  return new Promise((resolve) => {
    const fail = (error: Error) => resolve({ kind: signal.aborted ? "timeout" : toFailure(error) });
    const request = open({ method, path, headers: { ...headers }, signal });
    request.on("error", fail);
    request.on("response", (response) => {
      const pod = response.headers[SERVED_BY];
      response.on("error", fail);
      response.on("aborted", () => resolve({ kind: "reset" }));
      response.on("end", () => resolve({ kind: "answered", status: response.statusCode ?? 0, pod: typeof pod === "string" && POD_NAME.test(pod) ? pod : null }));
      response.resume();
    });
    request.end(body);
  });
}

function toFailure(error: Error): "refused" | "reset" | "unreachable" {
  const code = "code" in error ? error.code : undefined;
  if (code === "ECONNREFUSED") return "refused";
  return code === "ECONNRESET" || code === "EPIPE" || code === "ECONNABORTED" ? "reset" : "unreachable";
}
