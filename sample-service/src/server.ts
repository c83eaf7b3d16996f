// Starts the gateway and ends it on SIGTERM or SIGINT: exit 0 when every request was answered, 1 when some were cut off.
import { readFile } from "node:fs/promises";
import { buildApp, buildInternalApp } from "./app.ts";
import { ConfigError, parseConfig, type Config, type StoreConfig, type TlsFiles } from "./config/config.ts";
import { Credentials } from "./credentials/credentials.ts";
import { logEvent } from "./credentials/event.ts";
import { drain } from "./drain.ts";
import { Lifecycle } from "./lifecycle.ts";
import type { TlsMaterial } from "./listener.ts";
import { proveCredential } from "./processor/prove.ts";
import { openFileStore } from "./secret-store/file-store.ts";
import { openOpenbaoStore } from "./secret-store/openbao-store.ts";
import type { SecretStore } from "./secret-store/store.ts";

function openStore(config: StoreConfig): SecretStore {
  switch (config.kind) {
    case "file":
      return openFileStore(config.path);
    case "openbao":
      return openOpenbaoStore(config, { now: () => performance.now(), random: Math.random });
    default:
      return config satisfies never;
  }
}

async function readTls(files: TlsFiles | undefined): Promise<{ tls?: TlsMaterial }> {
  if (files === undefined) return {};
  const [certificate, key] = await Promise.all([readFile(files.certificate, "utf8"), readFile(files.key, "utf8")]);
  return { tls: { certificate, key } };
}

async function serve(config: Config): Promise<void> {
  const lifecycle = new Lifecycle();
  const now = (): Date => new Date();
  const credentials = new Credentials(openStore(config.store), {
    prove: (processor, secret) => proveCredential(secret, { url: config.processors[processor], timeoutMs: config.processorTimeoutMs, now: now() }),
    report: (event) => logEvent(app.log, event),
    now, random: Math.random, pollMs: config.pollMs, maxStalenessMs: config.maxStalenessMs,
  });
  const parts = { config, credentials, lifecycle, now, ...(await readTls(config.tls)) };
  const [app, internal] = [buildApp(parts), buildInternalApp(parts)];
  const stop = async (): Promise<void> => {
    if (lifecycle.draining) return;
    process.exitCode = (await drain(app, { config, lifecycle })) === "clean" ? 0 : 1;
    // until here: what is under way may still need a newer credential, and the platform asks for health
    credentials.stop();
    await internal.close();
  };
  process.on("SIGTERM", stop).on("SIGINT", stop);
  // listening before the credentials are there: liveness is answered, readiness is red
  const listenTextResolver = (address: string): string => `listening at ${address}`;
  await internal.listen({ host: config.host, port: config.internalPort, listenTextResolver });
  await app.listen({ host: config.host, port: config.port, listenTextResolver });
  await credentials.load();
  await credentials.watch();
}

try {
  await serve(parseConfig(process.env));
} catch (error) {
  const issues = error instanceof ConfigError ? error.issues : [error instanceof Error && "code" in error ? String(error.code) : "could not start"];
  process.stderr.write(`${JSON.stringify({ level: "fatal", service: "sample-service", msg: "not started", issues })}\n`);
  process.exitCode = 1;
}
