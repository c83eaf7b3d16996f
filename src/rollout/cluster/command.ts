// Runs a foreign tool without a shell and within a time. The rollout sees only the port, so that tests need no tool.
import { spawn } from "node:child_process";
import { once } from "node:events";
import { createInterface } from "node:readline";
import { Readable } from "node:stream";
import { pipeline } from "node:stream/promises";

export type CommandResult =
  | { readonly kind: "ended"; readonly code: number; readonly stdout: string; readonly stderr: string }
  /** There is no such tool here. */
  | { readonly kind: "absent" }
  | { readonly kind: "timed-out" };

export type CommandOptions = {
  readonly timeoutMs: number;
  readonly signal: AbortSignal;
  /** Goes to the tool's standard input. */
  readonly input?: AsyncIterable<Uint8Array>;
  /** Gets each line of standard output as it comes. */
  log?(line: string): void;
};

/** Rejects with the signal's reason once it is aborted. */
export type RunCommand = (program: string, args: readonly string[], options: CommandOptions) => Promise<CommandResult>;

/** A cluster's answer beyond this is no answer that we asked for. */
const MAX_OUTPUT_BYTES = 64 << 20;

export const runCommand: RunCommand = async (program, args, { timeoutMs, signal, input, log }) => {
  signal.throwIfAborted();
  const timeout = AbortSignal.timeout(timeoutMs);
  const child = spawn(program, args, { stdio: ["pipe", "pipe", "pipe"], signal: AbortSignal.any([signal, timeout]) });
  if (log) createInterface({ input: child.stdout }).on("line", log);
  const output = [collect(child.stdout), collect(child.stderr)] as const;
  // a tool that ends early closes its input; its exit code tells why
  const feeding = pipeline(Readable.from(input ?? []), child.stdin).catch(() => undefined);
  try {
    const [code] = (await once(child, "close")) as [number | null];
    const [stdout, stderr] = await Promise.all(output);
    return { kind: "ended", code: code ?? -1, stdout, stderr };
  } catch (error) {
    signal.throwIfAborted();
    if (timeout.aborted) return { kind: "timed-out" };
    if (error instanceof Error && "code" in error && error.code === "ENOENT") return { kind: "absent" };
    throw error;
  } finally {
    child.stdin.destroy();
    await feeding;
  }
};

async function collect(stream: Readable): Promise<string> {
  const chunks: Buffer[] = [];
  let size = 0;
  // listening, not iterating: a reader line by line may listen to the same stream
  stream.on("data", (chunk: Buffer) => {
    size += chunk.length;
    if (size <= MAX_OUTPUT_BYTES) chunks.push(chunk);
  });
  await once(stream, "close");
  return Buffer.concat(chunks).toString("utf8");
}
