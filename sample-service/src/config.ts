// The environment to a checked configuration. All problems are reported at once, and none shows a value.
import { processorNames, type ProcessorName } from "./routing.ts";

export type LogLevel = (typeof logLevels)[number];

export type Config = {
  readonly host: string;
  readonly port: number;
  readonly logLevel: LogLevel;
  readonly credentialsFile: string;
  readonly processors: Readonly<Record<ProcessorName, URL>>;
  readonly processorTimeoutMs: number;
  /** How long traffic is still served after the readiness probe has turned red. */
  readonly drainDelayMs: number;
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
const LOOPBACK = new Set(["localhost", "127.0.0.1", "[::1]"]);

/** Throws ConfigError, which names variables only. */
export function parseConfig(environment: Readonly<Record<string, string | undefined>>): Config {
  const read = new EnvironmentReader(environment);
  const allowPlain = read.choice("ALLOW_HTTP_PROCESSORS", ["false", "true"]) === "true";
  const processors = processorNames.map((name) => {
    const variable = `PROCESSOR_${name.toUpperCase()}_URL`;
    return [name, read.processorUrl(variable, { fallback: `http://127.0.0.1:9090/${name}`, allowPlain })];
  });
  const config: Config = {
    host: read.text("HOST", "0.0.0.0"),
    port: read.integer("PORT", { fallback: 8080, min: 0, max: 65_535 }),
    logLevel: read.choice("LOG_LEVEL", logLevels),
    credentialsFile: read.text("CREDENTIALS_FILE", "/run/credentials/processors.json"),
    processors: Object.fromEntries(processors),
    processorTimeoutMs: read.integer("PROCESSOR_TIMEOUT_MS", { fallback: 10_000, min: 1, max: 60_000 }),
    drainDelayMs: read.integer("DRAIN_DELAY_MS", { fallback: 5_000, min: 0, max: 300_000 }),
    drainDeadlineMs: read.integer("DRAIN_DEADLINE_MS", { fallback: 20_000, min: 1, max: 300_000 }),
    keepAliveMs: read.integer("KEEP_ALIVE_MS", { fallback: 65_000, min: 1, max: 600_000 }),
  };
  if (read.issues.length > 0) throw new ConfigError(read.issues);
  return config;
}

/** Gives each variable's value or its fallback, and gathers what is wrong; an empty variable counts as absent. */
class EnvironmentReader {
  readonly issues: string[] = [];
  readonly #environment: Readonly<Record<string, string | undefined>>;

  constructor(environment: Readonly<Record<string, string | undefined>>) {
    this.#environment = environment;
  }

  text(name: string, fallback: string): string {
    return this.#environment[name] || fallback;
  }

  integer(name: string, { fallback, min, max }: { fallback: number; min: number; max: number }): number {
    const raw = this.text(name, String(fallback));
    const value = /^\d{1,9}$/.test(raw) ? Number(raw) : Number.NaN;
    if (!(value >= min && value <= max)) this.issues.push(`${name} is a whole number from ${min} to ${max}`);
    return value;
  }

  /** The first choice is the fallback. */
  choice<const C extends readonly [string, ...string[]]>(name: string, choices: C): C[number] {
    const raw = this.text(name, choices[0]);
    const chosen = choices.find((choice) => choice === raw);
    if (chosen === undefined) this.issues.push(`${name} is one of ${choices.join(", ")}`);
    return chosen ?? choices[0];
  }

  processorUrl(name: string, { fallback, allowPlain }: { fallback: string; allowPlain: boolean }): URL {
    const url = parseProcessorUrl(this.text(name, fallback), allowPlain);
    if (url instanceof URL) return url;
    this.issues.push(`${name} ${url}`);
    return new URL(fallback);
  }
}

/** The URL, or what is wrong with it. Card data crosses this hop, so plain http is for the same machine only. */
function parseProcessorUrl(raw: string, allowPlain: boolean): URL | string {
  const url = URL.canParse(raw) ? new URL(raw) : undefined;
  if (url === undefined || (url.protocol !== "https:" && url.protocol !== "http:")) return "is an http or https URL";
  if (url.username !== "" || url.password !== "" || url.search !== "" || url.hash !== "") return "has neither user, password, query nor fragment";
  if (url.protocol === "http:" && !LOOPBACK.has(url.hostname) && !allowPlain) return "uses https, since its host is not this machine";
  return url;
}
