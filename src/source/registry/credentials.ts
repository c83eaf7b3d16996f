// Credentials of a registry, from the Docker configuration: in the file itself or from a credential helper.
import { spawn } from "node:child_process";
import { readFile } from "node:fs/promises";
import { homedir } from "node:os";
import { join } from "node:path";
import * as z from "zod";
import { InputError } from "../../finding/index.ts";

/** A password, or an identity token that a token service takes instead (Docker calls it so; it is an OAuth2 refresh token). */
export type Credentials =
  | { readonly user: string; readonly password: string }
  | { readonly identityToken: string };

const text = z.string().optional();
const authSchema = z.looseObject({ auth: text, username: text, password: text, identitytoken: text });
type Auth = z.infer<typeof authSchema>;

const configSchema = z.looseObject({
  auths: z.record(z.string(), authSchema).optional(),
  credHelpers: z.record(z.string(), z.string()).optional(),
  credsStore: z.string().optional(),
});
const helperSchema = z.looseObject({ Username: z.string(), Secret: z.string() });

/** The user name under which a helper gives an identity token (docker-credential-helpers). */
const TOKEN_USER = "<token>";
const HELPER_MS = 60_000;
/** The name under which engines keep the credentials of the registry that names without a host belong to. */
const HUB_KEY = "https://index.docker.io/v1/";

type Lookup = { readonly environment?: (name: string) => string | undefined };

/**
 * Credentials for `host`, or undefined where the configuration has none: DOCKER_CONFIG names its folder, ~/.docker where it is not set.
 * A configuration that cannot be parsed is an InputError.
 */
export async function findCredentials(host: string, { environment = () => undefined }: Lookup = {}): Promise<Credentials | undefined> {
  const path = join(environment("DOCKER_CONFIG") || join(homedir(), ".docker"), "config.json");
  const content = await readFile(path, "utf8").catch(() => undefined);
  if (content === undefined) return undefined;
  const config = parseConfig(content);
  if (!config) throw new InputError(`the Docker configuration ${path} is not valid; repair it or log in again`);
  const own = Object.keys({ ...config.auths, ...config.credHelpers }).filter((key) => toHost(key) === host);
  for (const key of new Set([...(host === "docker.io" ? [HUB_KEY] : []), host, ...own])) {
    const helper = config.credHelpers?.[key] ?? config.credsStore;
    const found = (helper === undefined ? undefined : await askHelper(helper, key)) ?? toCredentials(config.auths?.[key]);
    if (found) return found;
  }
  return undefined;
}

/** Keys are hosts, or addresses as older engines wrote them. */
function toHost(key: string): string {
  const host = key.replace(/^https?:\/\//, "").replace(/\/.*$/, "");
  return host === "index.docker.io" ? "docker.io" : host;
}

function parseConfig(content: string): z.infer<typeof configSchema> | undefined {
  try {
    return configSchema.parse(JSON.parse(content));
  } catch {
    return undefined;
  }
}

function toCredentials(entry: Auth | undefined): Credentials | undefined {
  if (entry?.identitytoken) return { identityToken: entry.identitytoken };
  const pair = Buffer.from(entry?.auth ?? "", "base64").toString("utf8").replace(/\0+$/, "");
  const colon = pair.indexOf(":");
  if (colon > 0) return { user: pair.slice(0, colon), password: pair.slice(colon + 1) };
  return entry?.username && entry.password ? { user: entry.username, password: entry.password } : undefined;
}

/** Protocol of docker-credential-helpers: the server on standard input, JSON on standard output. */
async function askHelper(helper: string, server: string): Promise<Credentials | undefined> {
  if (!/^[\w-]+$/.test(helper)) return undefined;
  const output = await new Promise<string>((resolve) => {
    const child = spawn(`docker-credential-${helper}`, ["get"], { stdio: ["pipe", "pipe", "ignore"], timeout: HELPER_MS });
    let answer = "";
    child.stdout.on("data", (chunk: Buffer) => { answer += chunk.toString(); });
    child.on("error", () => resolve(""));
    child.on("close", (code) => resolve(code === 0 ? answer : ""));
    // A helper that ends before it has read its input breaks the pipe; its exit code tells enough.
    child.stdin.on("error", () => undefined);
    child.stdin.end(server);
  });
  try {
    const { Username, Secret } = helperSchema.parse(JSON.parse(output));
    return Username === TOKEN_USER ? { identityToken: Secret } : { user: Username, password: Secret };
  } catch {
    return undefined;
  }
}
