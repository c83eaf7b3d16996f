// Runs a foreign tool without a shell, its output line by line.
import { spawn } from "node:child_process";
import { once } from "node:events";
import { createInterface } from "node:readline";

export type CommandOptions = {
  readonly cwd?: string;
  /** The whole environment of the tool; without it the tool has ours. */
  readonly environment?: Readonly<Record<string, string>>;
  readonly signal?: AbortSignal;
  /** Gets each line of both streams as it comes. */
  log?(line: string): void;
};

/** absent: there is no such tool here. */
type CommandResult = { readonly kind: "absent" } | { readonly kind: "ended"; readonly code: number; readonly lines: readonly string[] };

/** `lines` are those of standard output. Rejects on abort, and when the tool can't be started for another reason than absence. */
export async function runCommand(command: string, args: readonly string[], options: CommandOptions = {}): Promise<CommandResult> {
  const { cwd, environment, signal, log } = options;
  const child = spawn(command, args, {
    stdio: ["ignore", "pipe", "pipe"],
    ...(cwd !== undefined && { cwd }), ...(environment && { env: environment }), ...(signal && { signal }),
  });
  const lines: string[] = [];
  createInterface({ input: child.stdout }).on("line", (line) => {
    lines.push(line);
    log?.(line);
  });
  createInterface({ input: child.stderr }).on("line", (line) => log?.(line));
  try {
    const [code] = (await once(child, "close")) as [number | null];
    return { kind: "ended", code: code ?? -1, lines };
  } catch (error) {
    if (error instanceof Error && "code" in error && error.code === "ENOENT") return { kind: "absent" };
    throw error;
  }
}
