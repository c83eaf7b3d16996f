// Requests through a tunnel to a pod, TLS up to the pod. A tunnel ends with the first connection that the pod refuses, and without a word.
import { request } from "node:https";
import { once } from "node:events";
import type { IncomingMessage } from "node:http";

export type Answer = { readonly status: number; readonly body: unknown };

type Call = { readonly ca: string; readonly serverName: string; readonly method: string; readonly path: string; readonly token?: string; readonly body?: object };

/** The connection did not come about, so that nothing was asked and asking again does no harm. */
export class NotAsked extends Error {}

/** One request on a connection of its own. Rejects with NotAsked where no connection to the pod came about. */
export async function callTunnel(port: number, call: Call): Promise<Answer> {
  const payload = call.body === undefined ? "" : JSON.stringify(call.body);
  const outgoing = request({
    host: "127.0.0.1", port, method: call.method, path: call.path, ca: call.ca, servername: call.serverName, agent: false, timeout: 30_000,
    headers: { "content-length": Buffer.byteLength(payload), ...(call.body && { "content-type": "application/json" }), ...(call.token !== undefined && { "x-vault-token": call.token }) },
  });
  let isSecure = false;
  outgoing.once("socket", (socket) => socket.once("secureConnect", () => { isSecure = true; }));
  outgoing.end(payload);
  const [response] = await (once(outgoing, "response") as Promise<[IncomingMessage]>).catch((error: unknown) => {
    throw isSecure ? error : new NotAsked("no connection to the pod", { cause: error });
  });
  let text = "";
  for await (const chunk of response) text += String(chunk);
  return { status: response.statusCode ?? 0, body: text === "" ? undefined : JSON.parse(text) };
}
