// Ctrl-C and a runner's cancellation: work stops, scratch files go, no half-written output stays.
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";

const SIGNALS = { SIGHUP: 1, SIGINT: 2, SIGTERM: 15 } as const;
/** How long work may take to clean up after itself before the process ends regardless. */
const GRACE_MILLISECONDS = 3000;

/**
 * Runs `work` with a signal that the first SIGINT, SIGTERM or SIGHUP aborts; a second one ends the process at once.
 * While it runs, os.tmpdir() is a folder of this process that goes with it. An interrupted process exits with 128 + signal.
 */
export async function runInterruptible(work: (signal: AbortSignal) => Promise<number>): Promise<number> {
  const controller = new AbortController();
  let interruptedBy: number | undefined;
  const interrupted = new Promise<number>((resolve) => {
    for (const [name, number] of Object.entries(SIGNALS)) {
      process.on(name, () => {
        if (interruptedBy !== undefined) process.exit(128 + number);
        interruptedBy = 128 + number;
        controller.abort();
        setTimeout(() => {
          process.stderr.write("interrupted; no verdict was reached\n");
          resolve(128 + number);
        }, GRACE_MILLISECONDS).unref();
      });
    }
  });
  ownScratchFolder();
  const code = await Promise.race([work(controller.signal), interrupted]);
  if (interruptedBy !== undefined) process.exit(interruptedBy);
  return code;
}

function ownScratchFolder(): void {
  const scratch = mkdtempSync(join(tmpdir(), "pci-pipeline-"));
  process.env["TMPDIR"] = scratch;
  process.on("exit", () => rmSync(scratch, { recursive: true, force: true }));
}
