// Mock processors behind one port, each under its name: /bancosur, /walletpro, /nortepay. For development and tests.
// PORT (9090), ADMINISTRATION_PORT (9091), HOST (127.0.0.1); PROCESSORS: names, all three by default; TLS_CERTIFICATE_FILE and
// TLS_KEY_FILE for TLS; CREDENTIALS_FILE: the same file that the gateway reads, where keys aren't issued by rotate-key.
import { existsSync, readFileSync } from "node:fs";
import { createServer as createPlain, type RequestListener, type Server } from "node:http";
import { createServer as createSecure } from "node:https";
import { administer } from "./administration.ts";
import { MockProcessor } from "./processor.ts";

type Tls = { readonly cert: string; readonly key: string };
/** A credential as it stands in the gateway's file; without an id it is known by its version. */
type FileEntry = { readonly value: string; readonly version: number; readonly id?: string };

const prefixes: Readonly<Record<string, string>> = { bancosur: "bsur", walletpro: "wpro", nortepay: "npay" };

export function createProcessors(
  options: { names?: readonly string[]; now?: () => Date; tls?: Tls } = {},
): { server: Server; administration: Server; processors: ReadonlyMap<string, MockProcessor> } {
  const { names = Object.keys(prefixes), now = () => new Date(), tls } = options;
  const processors = new Map(names.map((name) => [name, new MockProcessor(name, { prefix: prefixes[name] ?? "mock", now })]));
  const listen = (handler: RequestListener): Server => (tls ? createSecure(tls, handler) : createPlain(handler));
  const server = listen((request, response) => {
    const path = (request.url ?? "/").split("?")[0] ?? "/";
    const processor = processors.get(path.split("/")[1] ?? "");
    if (processor === undefined) response.writeHead(404).end();
    else processor.handle(request, response, path).catch(() => response.writeHead(500).end());
  });
  // longer than clients keep theirs, so that no request meets a connection that is being closed
  server.keepAliveTimeout = 120_000;
  return { server, administration: listen((request, response) => administer(processors, request, response)), processors };
}

/** Takes over the keys of the file under the account "file". */
export function adoptKeys(processors: ReadonlyMap<string, MockProcessor>, file: Readonly<Record<string, FileEntry>>): void {
  for (const [name, { id, value, version }] of Object.entries(file)) processors.get(name)?.keys.adopt("file", id ?? `v${version}`, value);
}

if (import.meta.main) {
  const { PORT = "9090", ADMINISTRATION_PORT = "9091", HOST = "127.0.0.1", PROCESSORS, TLS_CERTIFICATE_FILE, TLS_KEY_FILE, CREDENTIALS_FILE = "/run/credentials/processors.json" } = process.env;
  const tls = TLS_CERTIFICATE_FILE && TLS_KEY_FILE ? { cert: readFileSync(TLS_CERTIFICATE_FILE, "utf8"), key: readFileSync(TLS_KEY_FILE, "utf8") } : undefined;
  const { server, administration, processors } = createProcessors({ ...(PROCESSORS && { names: PROCESSORS.split(",") }), ...(tls && { tls }) });
  if (existsSync(CREDENTIALS_FILE)) adoptKeys(processors, JSON.parse(readFileSync(CREDENTIALS_FILE, "utf8")) as Record<string, FileEntry>);
  administration.listen(Number(ADMINISTRATION_PORT), HOST);
  server.listen(Number(PORT), HOST, () => process.stdout.write(`mock processors at ${tls ? "https" : "http"}://${HOST}:${PORT}\n`));
  process.on("SIGTERM", () => {
    for (const one of [server, administration]) one.close();
    server.closeIdleConnections();
  });
}
