// Requests through a tunnel to a pod, TLS up to the pod.
import { request } from "node:https";
import { once } from "node:events";
import type { IncomingMessage } from "node:http";

export type Answer = { readonly status: number; readonly body: unknown };

type Call = { readonly ca: string; readonly serverName: string; readonly method: string; readonly path: string; readonly token?: string; readonly body?: object };

/** One request on a connection of its own. */
export async function callTunnel(port: number, call: Call): Promise<Answer> {
  const payload = call.body === undefined ? "" : JSON.stringify(call.body);
  const outgoing = request({
    host: "127.0.0.1", port, method: call.method, path: call.path, ca: call.ca, servername: call.serverName, agent: false, timeout: 30_000,
    headers: { "content-length": Buffer.byteLength(payload), ...(call.body && { "content-type": "application/json" }), ...(call.token !== undefined && { "x-vault-token": call.token }) },
  });
  outgoing.end(payload);
  const [response] = (await once(outgoing, "response")) as [IncomingMessage];
  let text = "";
  for await (const chunk of response) text += String(chunk);
  return { status: response.statusCode ?? 0, body: text === "" ? undefined : JSON.parse(text) };
}
