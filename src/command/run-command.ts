// Runs a foreign tool without a shell. Rooms take it as a port, so that their tests need no tool.
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
  readonly signal?: AbortSignal;
  /** Without it the tool may take as long as it wants. */
  readonly timeoutMs?: number;
  readonly cwd?: string;
  /** The whole environment of the tool; without it the tool has ours. */
  readonly environment?: Readonly<Record<string, string>>;
  /** Goes to the tool's standard input. */
  readonly input?: AsyncIterable<Uint8Array>;
  /** Gets each line of standard output as it comes. */
  log?(line: string): void;
  /** Gets each line of standard error as it comes. */
  logErrors?(line: string): void;
};

/** Rejects with the signal's reason once it is aborted, and when the tool can't be started for another reason than absence. */
export type RunCommand = (program: string, args: readonly string[], options?: CommandOptions) => Promise<CommandResult>;

/** An answer beyond this is no answer that we asked for. */
const MAX_OUTPUT_BYTES = 64 << 20;

export const runCommand: RunCommand = async (program, args, { timeoutMs, signal, cwd, environment, input, log, logErrors } = {}) => {
  signal?.throwIfAborted();
  const timeout = timeoutMs === undefined ? undefined : AbortSignal.timeout(timeoutMs);
  const child = spawn(program, args, {
    stdio: ["pipe", "pipe", "pipe"], signal: AbortSignal.any([signal, timeout].filter((one) => one !== undefined)),
    ...(cwd !== undefined && { cwd }), ...(environment && { env: environment }),
  });
  if (log) createInterface({ input: child.stdout }).on("line", log);
  if (logErrors) createInterface({ input: child.stderr }).on("line", logErrors);
  const output = [collect(child.stdout), collect(child.stderr)] as const;
  // a tool that ends early closes its input; its exit code tells why
  const feeding = pipeline(Readable.from(input ?? []), child.stdin).catch(() => undefined);
  try {
    const [code] = (await once(child, "close")) as [number | null];
    const [stdout, stderr] = await Promise.all(output);
    return { kind: "ended", code: code ?? -1, stdout, stderr };
  } catch (error) {
    signal?.throwIfAborted();
    if (timeout?.aborted) return { kind: "timed-out" };
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
