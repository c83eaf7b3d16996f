// Kubernetes by kubectl, always with the context that was named. What kubectl writes to its standard error goes no further.
import { spawn } from "node:child_process";
import { createInterface } from "node:readline";
import type { Readable } from "node:stream";
import { runCommand } from "../../command/index.ts";

export type Tunnel = { readonly port: number; close(): void };
export type KubectlRaw = {
  /** Standard output. Rejects with a sentence where kubectl fails; `input` goes to its standard input. */
  ask(args: readonly string[], input?: string): Promise<string>;
  /** A port of this machine that leads to a pod's or Service's; `target` such as pod/openbao-0 or service/bancosur. */
  open(place: { namespace: string; target: string; port: number }): Promise<Tunnel>;
};

const ASK_MS = 30_000;
const OPEN_MS = 20_000;

export function openKubectlRaw(context: string, signal?: AbortSignal): KubectlRaw {
  const base = [`--context=${context}`];
  return {
    ask: async (args, input) => {
      const options = { timeoutMs: ASK_MS, ...(signal && { signal }), ...(input !== undefined && { input: toStream(input) }) };
      const result = await runCommand("kubectl", [...base, ...args], options);
      if (result.kind === "absent") throw new Error("kubectl is not on the PATH");
      if (result.kind === "timed-out" || result.code !== 0) throw new Error(`kubectl ${args.find((arg) => !arg.startsWith("-")) ?? ""} failed; does the cluster answer, and may you do that (context ${context})?`);
      return result.stdout;
    },
    open: ({ namespace, target, port }) => openTunnel([...base, `--namespace=${namespace}`, "port-forward", target, `:${port}`]),
  };
}

async function* toStream(text: string): AsyncGenerator<Uint8Array> {
  yield Buffer.from(text);
}

async function openTunnel(args: readonly string[]): Promise<Tunnel> {
  const child = spawn("kubectl", args, { stdio: ["ignore", "pipe", "ignore"] });
  const timer = setTimeout(() => child.kill(), OPEN_MS);
  child.on("error", () => {});
  const port = await readPort(child.stdout).finally(() => clearTimeout(timer));
  // further lines, one a connection, are read and dropped, or it would block
  child.stdout.resume();
  if (port !== undefined) return { port, close: () => void child.kill() };
  throw new Error(`no way to ${args.at(-2) ?? ""}; is it there, and running?`);
}

async function readPort(stdout: Readable): Promise<number | undefined> {
  for await (const line of createInterface({ input: stdout })) {
    const port = /^Forwarding from 127\.0\.0\.1:(\d+)/.exec(line)?.[1];
    if (port !== undefined) return Number(port);
  }
  return undefined;
}
