// Credentials of a registry, from the Docker configuration: in the file itself or from a credential helper.
import { spawn } from "node:child_process";
import { readFile } from "node:fs/promises";
import { homedir } from "node:os";
import { join } from "node:path";
import * as z from "zod";
import { InputError } from "../../finding/index.ts";

export type Credentials = { readonly user: string; readonly password: string };

const configSchema = z.looseObject({
  auths: z.record(z.string(), z.looseObject({ auth: z.string().optional() })).optional(),
  credHelpers: z.record(z.string(), z.string()).optional(),
  credsStore: z.string().optional(),
});
const helperSchema = z.looseObject({ Username: z.string(), Secret: z.string() });

/** Names under which engines keep the credentials of the registry that names without a host belong to. */
const HUB_KEY = "https://index.docker.io/v1/";

/** Credentials for `host`, or undefined where the configuration has none. A configuration that cannot be parsed is an InputError. */
export async function findCredentials(host: string, folder = join(homedir(), ".docker")): Promise<Credentials | undefined> {
  const path = join(folder, "config.json");
  const text = await readFile(path, "utf8").catch(() => undefined);
  if (text === undefined) return undefined;
  const config = parseConfig(text);
  if (!config) throw new InputError(`the Docker configuration ${path} is not valid; repair it or log in again`);
  const keys = host === "docker.io" ? [HUB_KEY, host] : [host, `https://${host}`];
  for (const key of keys) {
    const helper = config.credHelpers?.[key] ?? config.credsStore;
    const found = (helper === undefined ? undefined : await askHelper(helper, key)) ?? decode(config.auths?.[key]?.auth);
    if (found) return found;
  }
  return undefined;
}

function parseConfig(text: string): z.infer<typeof configSchema> | undefined {
  try {
    return configSchema.parse(JSON.parse(text));
  } catch {
    return undefined;
  }
}

function decode(auth: string | undefined): Credentials | undefined {
  const text = Buffer.from(auth ?? "", "base64").toString("utf8");
  const colon = text.indexOf(":");
  return colon > 0 ? { user: text.slice(0, colon), password: text.slice(colon + 1) } : undefined;
}

/** Protocol of docker-credential-helpers: the server on standard input, JSON on standard output. */
async function askHelper(helper: string, server: string): Promise<Credentials | undefined> {
  if (!/^[\w-]+$/.test(helper)) return undefined;
  const output = await new Promise<string>((resolve) => {
    const child = spawn(`docker-credential-${helper}`, ["get"], { stdio: ["pipe", "pipe", "ignore"] });
    let text = "";
    child.stdout.on("data", (chunk: Buffer) => { text += chunk.toString(); });
    child.on("error", () => resolve(""));
    child.on("close", (code) => resolve(code === 0 ? text : ""));
    // A helper that ends before it has read its input breaks the pipe; its exit code tells enough.
    child.stdin.on("error", () => undefined);
    child.stdin.end(server);
  });
  try {
    const { Username, Secret } = helperSchema.parse(JSON.parse(output));
    return { user: Username, password: Secret };
  } catch {
    return undefined;
  }
}
