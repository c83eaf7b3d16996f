// package-lock.json: which packages a service needs in production, and that they are what is installed.
import { readFile } from "node:fs/promises";
import { join, posix } from "node:path";
import * as z from "zod";
import { InputError } from "../finding/index.ts";

const ranges = z.record(z.string(), z.string()).default({});
const manifestSchema = z.object({
  name: z.string(), version: z.string().default("0.0.0"), main: z.string().optional(), files: z.array(z.string()).optional(),
  dependencies: ranges, optionalDependencies: ranges,
});
/** The fields that are read here; npm's documentation of package-lock.json describes them. */
const lockedSchema = z.object({
  name: z.string().optional(), version: z.string().optional(), integrity: z.string().optional(), license: z.string().optional(),
  link: z.boolean().default(false), optional: z.boolean().default(false), devOptional: z.boolean().default(false),
  dependencies: ranges, optionalDependencies: ranges, peerDependencies: ranges,
  peerDependenciesMeta: z.record(z.string(), z.object({ optional: z.boolean().default(false) })).default({}),
});
const lockSchema = z.object({ lockfileVersion: z.union([z.literal(2), z.literal(3)]), packages: z.record(z.string(), lockedSchema) });

export type Manifest = z.infer<typeof manifestSchema>;
type Locked = z.infer<typeof lockedSchema>;
export type Lock = { readonly root: string; readonly packages: ReadonlyMap<string, Locked> };

export type LockedPackage = {
  /** Folder below the lock's root, such as node_modules/a/node_modules/b. */
  readonly location: string;
  readonly name: string;
  readonly version: string;
  readonly integrity?: string;
  readonly license?: string;
  /** Locations of what it needs. */
  readonly dependsOn: readonly string[];
};

export async function readManifest(folder: string): Promise<Manifest> {
  return readJson(join(folder, "package.json"), manifestSchema, "run the command in a folder that holds a service, or name one");
}

export async function readLock(root: string): Promise<Lock> {
  const { packages } = await readJson(join(root, "package-lock.json"), lockSchema, "write one with npm 7 or newer: npm install");
  return { root, packages: new Map(Object.entries(packages)) };
}

/** Throws InputError when package.json asks for something else than the lock file was written for. */
export function checkInStep(lock: Lock, workspace: string, manifest: Manifest): void {
  const locked = lock.packages.get(workspace);
  const name = posix.join(workspace, "package.json");
  if (locked === undefined) throw new InputError(`${name} is not in package-lock.json; make it a workspace of that root and run npm install`);
  for (const field of ["dependencies", "optionalDependencies"] as const) {
    if (!isSame(locked[field], manifest[field])) throw new InputError(`${name} and package-lock.json differ in ${field}; run npm install and commit the lock file`);
  }
}

/**
 * The packages that `workspace` (a folder below the root, "" for the root itself) needs in production, sorted by location.
 * Optional ones that are not installed are left out and named to `log`. Throws InputError where the installation lacks or
 * differs from what is locked.
 */
export async function resolveClosure(lock: Lock, workspace: string, log: (line: string) => void): Promise<LockedPackage[]> {
  const found = new Map<string, LockedPackage>();
  const left = new Set<string>();
  const queue = needsOf(lock, workspace);
  for (let location = queue.pop(); location !== undefined; location = queue.pop()) {
    if (found.has(location) || left.has(location)) continue;
    const locked = await checkInstalled(lock, location);
    if (locked === undefined) {
      left.add(location);
      log(`left out ${location}: optional, and not installed on this machine`);
      continue;
    }
    const dependsOn = needsOf(lock, location);
    found.set(location, { ...locked, dependsOn });
    queue.push(...dependsOn);
  }
  return [...found.values()]
    .map((item) => ({ ...item, dependsOn: item.dependsOn.filter((location) => found.has(location)).sort() }))
    .sort((a, b) => (a.location < b.location ? -1 : 1));
}

/** Locations of what the package at `location` needs, as Node would find them from there. */
export function needsOf(lock: Lock, location: string): string[] {
  const locked = lock.packages.get(location);
  if (locked === undefined) return [];
  const optional = new Set([...Object.keys(locked.optionalDependencies), ...Object.keys(locked.peerDependenciesMeta).filter((name) => locked.peerDependenciesMeta[name]?.optional)]);
  const names = new Set([...Object.keys(locked.dependencies), ...optional, ...Object.keys(locked.peerDependencies)]);
  return [...names].flatMap((name) => {
    const at = findLocation(lock, location, name);
    if (at === undefined && !optional.has(name)) throw new InputError(`package-lock.json lacks ${name}, which ${location || "the root"} needs; run npm install`);
    return at ?? [];
  });
}

function findLocation(lock: Lock, from: string, name: string): string | undefined {
  for (let folder = from; ; folder = posix.dirname(folder)) {
    if (folder === ".") folder = "";
    const location = posix.join(folder, "node_modules", name);
    if (posix.basename(folder) !== "node_modules" && lock.packages.has(location)) return location;
    if (folder === "") return undefined;
  }
}

async function checkInstalled(lock: Lock, location: string): Promise<Omit<LockedPackage, "dependsOn"> | undefined> {
  const locked = lock.packages.get(location);
  if (locked === undefined || locked.version === undefined || locked.link) {
    throw new InputError(`${location} is linked, not installed; the packer takes packages with a version only, so publish it or build with --builder docker`);
  }
  const installed = await readFile(join(lock.root, location, "package.json"), "utf8").catch(() => undefined);
  if (installed === undefined && (locked.optional || locked.devOptional)) return undefined;
  if (installed === undefined || readVersion(installed) !== locked.version) {
    throw new InputError(`${location} is ${installed === undefined ? "not installed" : "not the version that package-lock.json names"}; run npm ci`);
  }
  const name = locked.name ?? location.slice(location.lastIndexOf("node_modules/") + "node_modules/".length);
  const { version, integrity, license } = locked;
  return { location, name, version, ...(integrity !== undefined && { integrity }), ...(license !== undefined && { license }) };
}

function readVersion(text: string): string | undefined {
  try {
    return z.object({ version: z.string() }).parse(JSON.parse(text)).version;
  } catch {
    return undefined;
  }
}

async function readJson<S extends z.ZodType>(path: string, schema: S, repair: string): Promise<z.output<S>> {
  const text = await readFile(path, "utf8").catch(() => {
    throw new InputError(`${path} is missing or can't be read; ${repair}`);
  });
  try {
    return schema.parse(JSON.parse(text));
  } catch {
    throw new InputError(`${path} is not what npm writes; ${repair}`);
  }
}

function isSame(a: Readonly<Record<string, string>>, b: Readonly<Record<string, string>>): boolean {
  const names = Object.keys(a);
  return names.length === Object.keys(b).length && names.every((name) => a[name] === b[name]);
}
