// The run's own logs, as GitHub's runner writes them: log-leak-guard reads them like any other job's.
import { createWriteStream, type WriteStream } from "node:fs";
import { mkdir } from "node:fs/promises";
import { dirname } from "node:path";
import { finished } from "node:stream/promises";

export type Capture = { write(line: string): void; close(): Promise<void> };

/** One line an entry, stamped yyyy-MM-ddTHH:mm:ss.fffffffZ as the runner stamps them. */
export async function openCapture(path: string, now: () => Date): Promise<Capture> {
  await mkdir(dirname(path), { recursive: true });
  const stream: WriteStream = createWriteStream(path, { flags: "wx" });
  return {
    write: (line) => void stream.write(`${now().toISOString().replace("Z", "0000Z")} ${line}\n`),
    close: async () => {
      stream.end();
      await finished(stream);
    },
  };
}
