// The outside as a main sees it: the only reader of process.env besides the action inputs.
import { setImmediate as nextTurn } from "node:timers/promises";
import { InputError } from "../../finding/index.ts";
import { clean } from "../../report/index.ts";
import type { World } from "../door/contract.ts";

/** Progress lines go to stderr; stdout belongs to reports. */
export function openWorld(signal: AbortSignal, progress: (line: string) => void): World {
  return {
    cwd: process.cwd(),
    now: () => new Date(),
    // Names come from the artefact: a line break in one could start a workflow command of the runner's.
    progress: (line) => progress(clean(line)),
    signal,
    stdin: process.stdin,
    environment: (name) => process.env[name],
  };
}

/** One line on stderr. */
export function writeProgress(line: string): void {
  process.stderr.write(`${line}\n`);
}

/** Before anything is written: a reader that closes early (head) ends no check, and what can't be written is told to its writer. */
export function keepOutputErrors(): void {
  for (const stream of [process.stdout, process.stderr]) stream.on("error", () => undefined);
}

/** Lets buffered output drain before the process ends; process.exit would cut a pipe's last bytes. Throws InputError where it can't be written. */
export async function writeStandardOutput(text: string): Promise<void> {
  await new Promise<void>((resolve, reject) => {
    process.stdout.write(text, (error) => (error && (error as NodeJS.ErrnoException).code !== "EPIPE" ? reject(unwritable(error)) : resolve()));
  });
  await nextTurn();
}

function unwritable(error: Error): InputError {
  const code = (error as NodeJS.ErrnoException).code ?? "unknown reason";
  return new InputError(`cannot write to standard output (${code}); free the disk or give --output FILE`, { cause: error });
}
