// What the tests of the gateway share: an app with in-process mock processors, a log that is kept, and generated card data.
import { randomBytes } from "node:crypto";
import { once } from "node:events";
import type { AddressInfo } from "node:net";
import type { FastifyInstance } from "fastify";
import type { MockProcessor } from "../processors/processor.ts";
import { createProcessors } from "../processors/server.ts";
import { buildApp } from "../src/app.ts";
import { parseConfig, type Config } from "../src/config.ts";
import { Credentials } from "../src/credentials.ts";
import { Lifecycle } from "../src/lifecycle.ts";
import { processorNames } from "../src/routing.ts";
import { SecretUnavailable, type SecretStore, type StoredSecret } from "../src/secret-store/store.ts";

export type Gateway = {
  readonly app: FastifyInstance;
  readonly config: Config;
  readonly lifecycle: Lifecycle;
  readonly credentials: Credentials;
  readonly store: Map<string, StoredSecret>;
  readonly processors: ReadonlyMap<string, MockProcessor>;
  readonly log: string[];
  /** Called before each processor request; a test may hold one up. */
  hold: () => Promise<void>;
  close(): Promise<void>;
};

const NOW = new Date("2026-06-15T12:00:00Z");

/** A Luhn-valid number made at run time, so that no file here holds one. */
export function cardNumber(prefix: string, length = 16): string {
  const body = prefix + "1".repeat(length - 1 - prefix.length);
  const sum = [...body].reverse().reduce((total, digit, i) => {
    const value = i % 2 === 0 ? Number(digit) * 2 : Number(digit);
    return total + (value > 9 ? value - 9 : value);
  }, 0);
  return body + String((10 - (sum % 10)) % 10);
}

export function payment(changes: object = {}): object {
  return { amount: 12_500, currency: "USD", merchantReference: "order-1", card: { number: cardNumber("4"), expiry: "12/29", cvv: "739" }, ...changes };
}

function memoryStore(secrets: ReadonlyMap<string, StoredSecret>): SecretStore {
  return {
    get: async (name) => {
      const secret = secrets.get(name);
      if (secret === undefined) throw new SecretUnavailable("secret-missing");
      return secret;
    },
  };
}

/** A gateway whose store holds credentials for the processors named in `stored`, and all loaded that are there. */
export async function startGateway(stored: readonly string[] = processorNames, environment: Record<string, string> = {}): Promise<Gateway> {
  const secrets = new Map(processorNames.map((name) => [name, { value: `${name}_${randomBytes(24).toString("hex")}`, version: 1 }]));
  const { server, processors } = createProcessors(new Map([...secrets].map(([name, secret]) => [name, new Map([[secret.version, secret.value]])])), () => NOW);
  const gateway = { hold: (): Promise<void> => Promise.resolve() };
  const [handle] = server.listeners("request");
  server.removeAllListeners("request").on("request", (request, response) => void gateway.hold().then(() => handle?.call(server, request, response)));
  server.listen(0, "127.0.0.1");
  await once(server, "listening");
  const base = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  const urls = Object.fromEntries(processorNames.map((name) => [`PROCESSOR_${name.toUpperCase()}_URL`, `${base}/${name}`]));
  const config = parseConfig({ DRAIN_DELAY_MS: "0", LOG_LEVEL: "debug", ...urls, ...environment });
  const log: string[] = [];
  const lifecycle = new Lifecycle();
  const store = new Map<string, StoredSecret>([...secrets].filter(([name]) => stored.includes(name)));
  const credentials = new Credentials(memoryStore(store), { events: { loaded() {}, unavailable() {} }, firstDelayMs: 2 });
  const app = buildApp({ config, credentials, lifecycle, now: () => NOW, logStream: { write: (line) => void log.push(line) } });
  const loading = credentials.load();
  if (stored.length === processorNames.length) await loading;
  const close = async (): Promise<void> => {
    credentials.stop();
    await loading;
    await app.close();
    server.closeAllConnections();
    server.close();
  };
  return Object.assign(gateway, { app, config, lifecycle, credentials, store, processors, log, close });
}
