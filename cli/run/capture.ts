// The run's own logs, as GitHub's runner writes them: log-leak-guard reads them like any other job's.
import { writeOutput } from "../../src/runtime/index.ts";

export type Capture = { write(line: string): void; close(): Promise<void> };

/** Lines are stamped yyyy-MM-ddTHH:mm:ss.fffffffZ as the runner stamps them; the file is there once the stage has ended. */
export function openCapture(path: string, now: () => Date): Capture {
  const lines: string[] = [];
  return {
    write: (line) => void lines.push(`${now().toISOString().replace("Z", "0000Z")} ${line}\n`),
    close: () => writeOutput(path, lines.join("")),
  };
}
