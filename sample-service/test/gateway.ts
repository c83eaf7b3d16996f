// What the tests of the gateway share: an app with in-process mock processors, a log that is kept, and generated card data.
import { randomBytes } from "node:crypto";
import { once } from "node:events";
import type { AddressInfo } from "node:net";
import type { FastifyInstance } from "fastify";
import type { MockProcessor } from "../processors/processor.ts";
import { adoptKeys, createProcessors } from "../processors/server.ts";
import { buildApp, buildInternalApp } from "../src/app.ts";
import { parseConfig, type Config } from "../src/config/config.ts";
import { Credentials } from "../src/credentials/credentials.ts";
import type { CredentialEvent } from "../src/credentials/event.ts";
import { Lifecycle } from "../src/lifecycle.ts";
import { processorNames } from "../src/payment/routing.ts";
import { proveCredential } from "../src/processor/prove.ts";
import { SecretUnavailable, type SecretStore, type StoredSecret } from "../src/secret-store/store.ts";

export type Gateway = {
  readonly app: FastifyInstance;
  /** Made when it is first asked for: most tests have no use of it. */
  readonly internal: () => FastifyInstance;
  /** Closes its servers. */
  readonly end: () => Promise<void>;
  readonly config: Config;
  readonly lifecycle: Lifecycle;
  readonly credentials: Credentials;
  readonly store: Map<string, StoredSecret>;
  /** What the processors accept, whether the store has it or not. */
  readonly secrets: ReadonlyMap<string, StoredSecret>;
  readonly processors: ReadonlyMap<string, MockProcessor>;
  /** Where the processors listen. */
  readonly base: string;
  readonly log: string[];
  readonly events: CredentialEvent[];
  readonly clock: { now: Date };
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

/** A store that a test fills, empties and breaks. */
function memoryStore(secrets: ReadonlyMap<string, StoredSecret>): SecretStore {
  const get = async (name: string): Promise<StoredSecret> => {
    const secret = secrets.get(name);
    if (secret === undefined) throw new SecretUnavailable("secret-missing");
    return secret;
  };
  return { get, latest: async (name) => (await get(name)).version };
}

type Processors = ReturnType<typeof createProcessors>;

/** Mock processors that listen on a port of their own, with a gate that a test may close. */
async function startProcessors(secrets: ReadonlyMap<string, StoredSecret>, gate: { hold: () => Promise<void> }): Promise<Processors & { base: string }> {
  const made = createProcessors({ now: () => NOW });
  adoptKeys(made.processors, Object.fromEntries(secrets));
  const { server } = made;
  const [handle] = server.listeners("request");
  server.removeAllListeners("request").on("request", (request, response) => void gate.hold().then(() => handle?.call(server, request, response)));
  server.listen(0, "127.0.0.1");
  await once(server, "listening");
  return { ...made, base: `http://127.0.0.1:${(server.address() as AddressInfo).port}` };
}

/** Further instances of the same gateway share its processors and its store. */
type Shared = { readonly base: string; readonly store: Map<string, StoredSecret> };

/** A gateway whose store holds credentials for the processors named in `stored`, and all loaded that are there. */
export async function startGateway(stored: readonly string[] = processorNames, environment: Record<string, string> = {}): Promise<Gateway> {
  const secrets = new Map(processorNames.map((name) => [name, { id: `${name}-1`, value: `${name}_${randomBytes(24).toString("hex")}`, version: 1 }]));
  const gate = { hold: (): Promise<void> => Promise.resolve() };
  const { server, administration, processors, base } = await startProcessors(secrets, gate);
  const store = new Map<string, StoredSecret>([...secrets].filter(([name]) => stored.includes(name)));
  const instance = openInstance({ base, store }, environment);
  const loading = instance.credentials.load();
  if (stored.length === processorNames.length) await loading;
  const close = async (): Promise<void> => {
    instance.credentials.stop();
    await loading;
    await instance.end();
    server.closeAllConnections();
    server.close();
    administration.close();
  };
  return Object.assign(gate, { ...instance, store, secrets, processors, base, close });
}

/** One more instance, loaded; the caller closes its apps. */
export async function startBeside(gateway: Gateway, environment: Record<string, string> = {}): Promise<Instance> {
  const instance = openInstance(gateway, environment);
  await instance.credentials.load();
  return instance;
}

export type Instance = Pick<Gateway, "app" | "internal" | "end" | "config" | "lifecycle" | "credentials" | "log" | "events" | "clock">;

function openInstance({ base, store }: Shared, environment: Record<string, string>): Instance {
  const urls = Object.fromEntries(processorNames.map((name) => [`PROCESSOR_${name.toUpperCase()}_URL`, `${base}/${name}`]));
  const config = parseConfig({ INSTANCE: "gateway-test", DRAIN_DELAY_MS: "0", LOG_LEVEL: "debug", ...urls, ...environment });
  const log: string[] = [];
  const events: CredentialEvent[] = [];
  const clock = { now: NOW };
  const lifecycle = new Lifecycle();
  const credentials = new Credentials(memoryStore(store), {
    prove: (processor, secret) => proveCredential(secret, { url: config.processors[processor], timeoutMs: config.processorTimeoutMs, now: NOW }),
    report: (event) => void events.push(event),
    now: () => clock.now, random: () => 0.5, firstDelayMs: 2, pollMs: config.pollMs, maxStalenessMs: config.maxStalenessMs,
  });
  const parts = { config, credentials, lifecycle, now: () => NOW, logStream: { write: (line: string) => void log.push(line) } };
  const app = buildApp(parts);
  let built: FastifyInstance | undefined;
  const internal = (): FastifyInstance => (built ??= buildInternalApp(parts));
  const end = async (): Promise<void> => void (await Promise.all([app.close(), built?.close()]));
  return { app, internal, end, config, lifecycle, credentials, log, events, clock };
}
