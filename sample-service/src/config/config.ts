// The environment to a checked configuration. All problems are reported at once, and none shows a value.
import { hostname } from "node:os";
import { processorNames, type ProcessorName } from "../payment/routing.ts";
import { EnvironmentReader } from "./environment.ts";

export type LogLevel = (typeof logLevels)[number];

/** Paths of PEM files; with them both ports speak TLS. */
export type TlsFiles = { readonly certificate: string; readonly key: string };

export type StoreConfig =
  | { readonly kind: "file"; readonly path: string }
  /** `path` is below the KV v2 `mount`; `tokenFile` holds the workload's own identity token, which the platform replaces from time to time. */
  | { readonly kind: "openbao"; readonly url: URL; readonly authPath: string; readonly role: string; readonly tokenFile: string; readonly mount: string; readonly path: string };

export type Config = {
  readonly host: string;
  readonly port: number;
  /** Health and credential state; never for the outside. */
  readonly internalPort: number;
  /** Who answers: the pod's name, shown in each response. */
  readonly instance: string;
  readonly tls: TlsFiles | undefined;
  readonly logLevel: LogLevel;
  readonly store: StoreConfig;
  /** Longest time between two looks at the store for a new version. */
  readonly pollMs: number;
  /** How long credentials are used that the store has not confirmed. */
  readonly maxStalenessMs: number;
  readonly processors: Readonly<Record<ProcessorName, URL>>;
  readonly processorTimeoutMs: number;
  /** How long traffic is still served after the readiness probe has turned red. */
  readonly drainDelayMs: number;
  /** How long idle kept-alive connections then get to send one more request, which is answered with `Connection: close`. */
  readonly drainIdleMs: number;
  /** How long requests may then take to finish. */
  readonly drainDeadlineMs: number;
  /** Must exceed the idle timeout of whatever stands in front, or that side writes into connections being closed. */
  readonly keepAliveMs: number;
};

export class ConfigError extends Error {
  override readonly name = "ConfigError";
  readonly issues: readonly string[];

  constructor(issues: readonly string[]) {
    super(issues.join("; "));
    this.issues = issues;
  }
}

// no "trace": at that level libraries log what they received
const logLevels = ["info", "fatal", "error", "warn", "debug", "silent"] as const;

/** Throws ConfigError, which names variables only. */
export function parseConfig(environment: Readonly<Record<string, string | undefined>>): Config {
  const read = new EnvironmentReader(environment);
  const config: Config = {
    host: read.text("HOST", "0.0.0.0"),
    port: read.integer("PORT", { fallback: 8080, min: 0, max: 65_535 }),
    internalPort: read.integer("INTERNAL_PORT", { fallback: 8081, min: 0, max: 65_535 }),
    instance: readInstance(read),
    tls: readTls(read),
    logLevel: read.choice("LOG_LEVEL", logLevels),
    store: readStore(read),
    pollMs: read.integer("CREDENTIALS_POLL_MS", { fallback: 15_000, min: 10, max: 3_600_000 }),
    maxStalenessMs: read.integer("CREDENTIALS_MAX_STALENESS_MS", { fallback: 3_600_000, min: 1, max: 86_400_000 }),
    processors: readProcessors(read),
    processorTimeoutMs: read.integer("PROCESSOR_TIMEOUT_MS", { fallback: 10_000, min: 1, max: 60_000 }),
    drainDelayMs: read.integer("DRAIN_DELAY_MS", { fallback: 3_000, min: 0, max: 300_000 }),
    drainIdleMs: read.integer("DRAIN_IDLE_MS", { fallback: 8_000, min: 0, max: 300_000 }),
    drainDeadlineMs: read.integer("DRAIN_DEADLINE_MS", { fallback: 20_000, min: 1, max: 300_000 }),
    keepAliveMs: read.integer("KEEP_ALIVE_MS", { fallback: 65_000, min: 1, max: 600_000 }),
  };
  if (read.issues.length > 0) throw new ConfigError(read.issues);
  return config;
}

function readInstance(read: EnvironmentReader): string {
  const instance = read.text("INSTANCE", hostname());
  if (!/^[\w.-]{1,253}$/.test(instance)) read.issues.push("INSTANCE is a host name or the name of a pod");
  return instance;
}

function readTls(read: EnvironmentReader): TlsFiles | undefined {
  const [certificate, key] = [read.text("TLS_CERTIFICATE_FILE", ""), read.text("TLS_KEY_FILE", "")];
  if ((certificate === "") !== (key === "")) read.issues.push("TLS_CERTIFICATE_FILE and TLS_KEY_FILE are given both or not at all");
  return certificate === "" ? undefined : { certificate, key };
}

function readStore(read: EnvironmentReader): StoreConfig {
  const kind = read.choice("CREDENTIALS_STORE", ["file", "openbao"]);
  if (kind === "file") return { kind, path: read.text("CREDENTIALS_FILE", "/run/credentials/processors.json") };
  return {
    kind,
    url: read.url("OPENBAO_URL", { fallback: "https://127.0.0.1:8200", allowPlain: false }),
    authPath: read.segments("OPENBAO_AUTH_PATH", "kubernetes"),
    role: read.segments("OPENBAO_ROLE", "gateway"),
    tokenFile: read.text("OPENBAO_TOKEN_FILE", "/run/identity/token"),
    mount: read.segments("OPENBAO_MOUNT", "dev"),
    path: read.segments("OPENBAO_PATH", "gateway"),
  };
}

function readProcessors(read: EnvironmentReader): Config["processors"] {
  const allowPlain = read.choice("ALLOW_HTTP_PROCESSORS", ["false", "true"]) === "true";
  const urls = processorNames.map((name) => [name, read.url(`PROCESSOR_${name.toUpperCase()}_URL`, { fallback: `http://127.0.0.1:9090/${name}`, allowPlain })]);
  return Object.fromEntries(urls);
}
