// A way to a pod's own port from this machine, TLS up to the pod. It goes to the pod and not to a Service, since a sealed store is
// not ready and so behind no Service.
import { spawn } from "node:child_process";
import { request } from "node:https";
import { createInterface } from "node:readline";
import { once } from "node:events";
import type { IncomingMessage } from "node:http";

export type Tunnel = { readonly port: number; close(): void };
export type Answer = { readonly status: number; readonly body: unknown };

export async function openTunnel(cluster: string, { namespace, pod, port }: { namespace: string; pod: string; port: number }): Promise<Tunnel> {
  const child = spawn("kubectl", [`--context=k3d-${cluster}`, `--namespace=${namespace}`, "port-forward", `pod/${pod}`, `:${port}`], { stdio: ["ignore", "pipe", "ignore"] });
  const timer = setTimeout(() => child.kill(), 30_000);
  try {
    for await (const line of createInterface({ input: child.stdout })) {
      const local = /^Forwarding from 127\.0\.0\.1:(\d+)/.exec(line)?.[1];
      if (local === undefined) continue;
      // its further lines, one a connection, are read and dropped, or it would block
      child.stdout.resume();
      return { port: Number(local), close: () => void child.kill() };
    }
  } finally {
    clearTimeout(timer);
  }
  throw new Error(`no tunnel to the pod ${pod} in ${namespace}`);
}

type Call = { readonly ca: string; readonly serverName: string; readonly method: string; readonly path: string; readonly token?: string; readonly body?: object };

/** One request on a connection of its own. */
export async function callTunnel({ port }: Tunnel, call: Call): Promise<Answer> {
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
