// All three mock processors behind one port, each under its name: /bancosur, /walletpro, /nortepay. For development and tests.
// PORT (9090), HOST (127.0.0.1), CREDENTIALS_FILE: the same file that the gateway reads.
import { readFileSync } from "node:fs";
import { createServer, type Server } from "node:http";
import { MockProcessor } from "./processor.ts";

/** Names of the processors to the credentials that each accepts, by version. */
export function createProcessors(
  credentials: ReadonlyMap<string, ReadonlyMap<number, string>>,
  now: () => Date = () => new Date(),
): { server: Server; processors: ReadonlyMap<string, MockProcessor> } {
  const processors = new Map([...credentials].map(([name, versions]) => [name, new MockProcessor(versions, now)]));
  const server = createServer((request, response) => {
    const path = (request.url ?? "/").split("?")[0] ?? "/";
    const processor = processors.get(path.split("/")[1] ?? "");
    if (processor === undefined) response.writeHead(404).end();
    else processor.handle(request, response, path).catch(() => response.writeHead(500).end());
  });
  return { server, processors };
}

if (import.meta.main) {
  const { PORT = "9090", HOST = "127.0.0.1", CREDENTIALS_FILE = "/run/credentials/processors.json" } = process.env;
  const file = JSON.parse(readFileSync(CREDENTIALS_FILE, "utf8")) as Record<string, { value: string; version: number }>;
  const { server } = createProcessors(new Map(Object.entries(file).map(([name, { value, version }]) => [name, new Map([[version, value]])])));
  server.listen(Number(PORT), HOST, () => process.stdout.write(`mock processors at http://${HOST}:${PORT}\n`));
  process.on("SIGTERM", () => server.close());
}
