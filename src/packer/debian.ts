// Which Debian packages the copied libraries come from, left in the image where scanners look for it.
import { readFile } from "node:fs/promises";
import { join, posix } from "node:path";
import { PackageURL } from "packageurl-js";
import type { Entry } from "../layout/index.ts";
import { runCommand } from "../command/index.ts";
import { toFileEntry } from "./folder.ts";
import type { Component } from "./packed-image.ts";

type DebianParts = {
  readonly entries: readonly Entry[];
  readonly components: readonly Component[];
  /** Library path to the ref of the package that owns it. */
  readonly owners: ReadonlyMap<string, string>;
};

type Distribution = { readonly id: string; readonly version: string };

/** Tools of the building machine answer in English and without anyone's settings. */
export const TOOL_ENVIRONMENT = { PATH: "/usr/local/sbin:/usr/local/bin:/usr/sbin:/usr/bin:/sbin:/bin", LC_ALL: "C" } as const;

/**
 * Packages that own `libraries` (absolute paths). Where there is no dpkg, nothing is known and nothing comes back. Status goes to
 * var/lib/dpkg/status.d/<package>, the form of images that have no dpkg of their own, with os-release and each package's copyright.
 */
export async function describeDebian(libraries: readonly string[], signal?: AbortSignal): Promise<DebianParts> {
  const packages = libraries.length === 0 ? new Map<string, string[]>() : await findOwners(libraries, signal);
  if (packages.size === 0) return { entries: [], components: [], owners: new Map() };
  const distribution = await readDistribution();
  const entries: Entry[] = [await toFileEntry("/etc/os-release", "etc/os-release")];
  const components: Component[] = [];
  const owners = new Map<string, string>();
  for (const [name, paths] of [...packages].sort(([a], [b]) => (a < b ? -1 : 1))) {
    const status = await readStatus(name, signal);
    const component = toComponent(status, distribution);
    components.push(component);
    entries.push({ type: "file", path: `var/lib/dpkg/status.d/${component.name}`, content: status });
    const copyright = `usr/share/doc/${component.name}/copyright`;
    entries.push(...(await toFileEntry(join("/", copyright), copyright).then((entry) => [entry], () => [])));
    for (const path of paths) owners.set(path, component.ref);
  }
  return { entries, components, owners };
}

/** Package to the libraries that it owns. dpkg knows some paths with /usr and some without, so it is asked for both. */
async function findOwners(libraries: readonly string[], signal?: AbortSignal): Promise<Map<string, string[]>> {
  const asked = new Map(libraries.flatMap((path) => spellings(path).map((spelling) => [spelling, path] as const)));
  const result = await runCommand("dpkg-query", ["-S", ...asked.keys()], { environment: TOOL_ENVIRONMENT, ...(signal && { signal }) });
  const packages = new Map<string, string[]>();
  for (const line of result.kind === "ended" ? result.stdout.split("\n") : []) {
    const [name = "", spelling = ""] = line.split(": ");
    const path = asked.get(spelling);
    if (path !== undefined) packages.set(name, [...new Set([...(packages.get(name) ?? []), path])]);
  }
  return packages;
}

function spellings(path: string): string[] {
  return path.startsWith("/usr/") ? [path, path.slice("/usr".length)] : [path, posix.join("/usr", path)];
}

async function readStatus(name: string, signal?: AbortSignal): Promise<string> {
  const result = await runCommand("dpkg-query", ["-s", name], { environment: TOOL_ENVIRONMENT, ...(signal && { signal }) });
  if (result.kind !== "ended" || result.code !== 0) throw new Error(`dpkg-query knows the owner of a file but not its status: ${name}`);
  return `${result.stdout.trimEnd()}\n`;
}

function toComponent(status: string, distribution: Distribution): Component {
  const field = (name: string): string => new RegExp(`^${name}: (.*)$`, "m").exec(status)?.[1] ?? "";
  const [name, version] = [field("Package"), field("Version")];
  const qualifiers = { arch: field("Architecture"), distro: [distribution.id, distribution.version].filter(Boolean).join("-") };
  const purl = new PackageURL("deb", distribution.id, name, version, qualifiers, undefined).toString();
  return { kind: "debian", name, version, purl, hashes: [], ref: purl, dependsOn: [] };
}

/** os-release(5). */
async function readDistribution(): Promise<Distribution> {
  const text = await readFile("/etc/os-release", "utf8");
  const field = (name: string): string => new RegExp(`^${name}="?([^"\n]*)"?$`, "m").exec(text)?.[1] ?? "";
  return { id: field("ID") || "debian", version: field("VERSION_ID") };
}
