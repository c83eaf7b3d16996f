// Starts the gateway and ends it on SIGTERM or SIGINT: exit 0 when every request was answered, 1 when some were cut off.
import { buildApp } from "./app.ts";
import { ConfigError, parseConfig, type Config } from "./config.ts";
import { Credentials } from "./credentials.ts";
import { drain } from "./drain.ts";
import { Lifecycle } from "./lifecycle.ts";
import { openFileStore } from "./secret-store/file-store.ts";

async function serve(config: Config): Promise<void> {
  const lifecycle = new Lifecycle();
  const credentials = new Credentials(openFileStore(config.credentialsFile), {
    events: {
      loaded: (processor, version) => app.log.info({ processor, version }, "credential loaded"),
      unavailable: (processor, reason) => app.log.warn({ processor, reason }, "credential unavailable, trying again"),
    },
  });
  const app = buildApp({ config, credentials, lifecycle, now: () => new Date() });
  const stop = async (): Promise<void> => {
    if (lifecycle.draining) return;
    credentials.stop();
    process.exitCode = (await drain(app, { config, lifecycle })) === "clean" ? 0 : 1;
  };
  process.on("SIGTERM", stop).on("SIGINT", stop);
  // listening before the credentials are there: liveness is answered, readiness is red
  await app.listen({ host: config.host, port: config.port, listenTextResolver: (address) => `listening at ${address}` });
  await credentials.load();
}

try {
  await serve(parseConfig(process.env));
} catch (error) {
  const issues = error instanceof ConfigError ? error.issues : [error instanceof Error && "code" in error ? String(error.code) : "could not start"];
  process.stderr.write(`${JSON.stringify({ level: "fatal", service: "sample-service", msg: "not started", issues })}\n`);
  process.exitCode = 1;
}
