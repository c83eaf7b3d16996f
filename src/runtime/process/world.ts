// The outside as a main sees it: the only reader of process.env besides the action inputs.
import { setImmediate as nextTurn } from "node:timers/promises";
import type { World } from "../door/contract.ts";

/** Progress lines go to stderr; stdout belongs to reports. */
export function openWorld(signal: AbortSignal, progress: (line: string) => void): World {
  return {
    cwd: process.cwd(),
    now: () => new Date(),
    progress,
    signal,
    stdin: process.stdin,
    environment: (name) => process.env[name],
  };
}

/** One line on stderr. */
export function writeProgress(line: string): void {
  process.stderr.write(`${line}\n`);
}

/** Lets buffered output drain before the process ends; process.exit would cut a pipe's last bytes. */
export async function writeStandardOutput(text: string): Promise<void> {
  await new Promise<void>((resolve, reject) => {
    process.stdout.write(text, (error) => (error && (error as NodeJS.ErrnoException).code !== "EPIPE" ? reject(error) : resolve()));
  });
  await nextTurn();
}
