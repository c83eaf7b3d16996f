// The run's own logs, as GitHub's runner writes them: log-leak-guard reads them like any other job's.
import { writeOutput } from "../../src/runtime/index.ts";

export type Capture = {
  write(line: string): void;
  /** The last lines, without their stamps. */
  tail(count: number): string[];
  close(): Promise<void>;
};

/** Lines are stamped yyyy-MM-ddTHH:mm:ss.fffffffZ as the runner stamps them; the file is there once the stage has ended. */
export function openCapture(path: string, now: () => Date): Capture {
  const lines: { stamp: string; line: string }[] = [];
  return {
    write: (line) => void lines.push({ stamp: now().toISOString().replace("Z", "0000Z"), line }),
    tail: (count) => lines.slice(-count).map(({ line }) => line),
    close: () => writeOutput(path, lines.map(({ stamp, line }) => `${stamp} ${line}\n`).join("")),
  };
}
