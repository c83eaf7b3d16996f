// Reads variables of the environment one by one and gathers what is wrong with them; no message shows a value.

const LOOPBACK = new Set(["localhost", "127.0.0.1", "[::1]"]);

/** Gives each variable's value or its fallback; an empty variable counts as absent. */
export class EnvironmentReader {
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

  /** Path segments such as dev/gateway, which become part of a URL. */
  segments(name: string, fallback: string): string {
    const raw = this.text(name, fallback);
    if (!/^[A-Za-z0-9_-]+(\/[A-Za-z0-9_-]+)*$/.test(raw)) this.issues.push(`${name} is letters, digits, dashes and underscores, with "/" between`);
    return raw;
  }

  /** Credentials and card data cross these hops, so plain http is for the same machine only, or where `allowPlain` says so. */
  url(name: string, { fallback, allowPlain }: { fallback: string; allowPlain: boolean }): URL {
    const url = parseUrl(this.text(name, fallback), allowPlain);
    if (url instanceof URL) return url;
    this.issues.push(`${name} ${url}`);
    return new URL(fallback);
  }
}

/** The URL, or what is wrong with it. */
function parseUrl(raw: string, allowPlain: boolean): URL | string {
  const url = URL.canParse(raw) ? new URL(raw) : undefined;
  if (url === undefined || (url.protocol !== "https:" && url.protocol !== "http:")) return "is an http or https URL";
  if (url.username !== "" || url.password !== "" || url.search !== "" || url.hash !== "") return "has neither user, password, query nor fragment";
  if (url.protocol === "http:" && !LOOPBACK.has(url.hostname) && !allowPlain) return "uses https, since its host is not this machine";
  return url;
}
