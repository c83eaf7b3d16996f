// The two upper layers: production dependencies, and the service's own source.
import { join, posix } from "node:path";
import { PackageURL } from "packageurl-js";
import { InputError } from "../finding/index.ts";
import type { Entry, LayerSpec } from "../layout/index.ts";
import { listFolder, toFileEntry } from "./folder.ts";
import type { Lock, LockedPackage, Manifest } from "./lockfile.ts";
import { toHashes, type Component } from "./packed-image.ts";

/** Folder of the image that stands for the lock's root, so that Node resolves packages just as in the checkout. */
export const APP_ROOT = "app";

/** Whole packages as installed; `.bin` links are left out, nothing runs them. */
export async function collectDependencies(lock: Lock, closure: readonly LockedPackage[]): Promise<LayerSpec> {
  const entries: Entry[] = [];
  for (const { location } of closure) {
    const into = posix.join(APP_ROOT, location);
    // a nested package is a package of the closure itself, or isn't needed
    entries.push(...(await listFolder(join(lock.root, location), { into, skip: (path) => path === "node_modules" })));
  }
  return { createdBy: `pci-pipeline pack: ${closure.length} production packages of package-lock.json to /${APP_ROOT}/node_modules`, entries };
}

export function describeDependencies(closure: readonly LockedPackage[]): Component[] {
  const refs = new Map(closure.map(({ location, name, version }) => [location, toPurl(name, version)]));
  const components = new Map<string, Component>();
  for (const { location, name, version, license, integrity, dependsOn } of closure) {
    const purl = toPurl(name, version);
    const earlier = components.get(purl)?.dependsOn ?? [];
    components.set(purl, {
      kind: "npm", name, version, purl, ref: purl, hashes: toHashes(integrity), ...(license !== undefined && { license }),
      dependsOn: [...new Set([...earlier, ...dependsOn.map((item) => refs.get(item) ?? item)])].sort(),
    });
    refs.set(location, purl);
  }
  return [...components.values()].sort((a, b) => (a.ref < b.ref ? -1 : 1));
}

/** `workspace` is the service's folder below the lock's root. Without `files` in package.json, all but what `isAside` names. */
export async function collectApp(context: string, workspace: string, manifest: Manifest): Promise<LayerSpec> {
  const into = posix.join(APP_ROOT, workspace);
  const listed = manifest.files?.map(toPlainPath);
  const skip = (path: string): boolean => isAside(path) || (listed !== undefined && !listed.some((item) => isWithin(path, item)));
  const entries = [...(await listFolder(context, { into, skip }))];
  const manifestPath = posix.join(into, "package.json");
  if (!entries.some((entry) => entry.path === manifestPath)) entries.push(await toFileEntry(join(context, "package.json"), manifestPath));
  const what = listed ? `package.json and ${listed.join(", ")}` : "all but tests, documents and dot files";
  return { createdBy: `pci-pipeline pack: ${manifest.name} (${what}) to /${into}`, entries };
}

export function toPurl(name: string, version: string): string {
  const [scope, base] = name.startsWith("@") ? name.split("/") : [undefined, name];
  return new PackageURL("npm", scope, base ?? name, version, undefined, undefined).toString();
}

/** Tests, documents, build recipes and dot files, where credentials tend to lie, have no place in a production image. */
function isAside(path: string): boolean {
  const name = posix.basename(path);
  return name.startsWith(".") || name === "node_modules" || /^(?:test|tests|__tests__)$/.test(name) || /\.(?:test|spec)\.[cm]?[jt]sx?$/.test(name)
    || /^(?:Dockerfile|README|CHANGELOG)(?:\.|$)/i.test(name) || name === "package-lock.json" || /^tsconfig.*\.json$/.test(name);
}

function toPlainPath(item: string): string {
  if (/[*?[\]{}!]/.test(item)) throw new InputError("package.json's files holds a pattern; the packer takes plain file and folder names there");
  return posix.normalize(item).replace(/^\.?\//, "").replace(/\/$/, "");
}

/** Also true for the folders on the way to `item`, so that they are entered. */
function isWithin(path: string, item: string): boolean {
  return item === "." || path === item || path.startsWith(`${item}/`) || item.startsWith(`${path}/`);
}
