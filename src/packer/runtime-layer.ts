// The bottom layer: Node's own binary, the shared libraries that it names, and the few files that a process expects.
import { createHash } from "node:crypto";
import { readFile } from "node:fs/promises";
import { join, posix } from "node:path";
import { PackageURL } from "packageurl-js";
import { InputError } from "../finding/index.ts";
import type { Entry, LayerSpec } from "../layout/index.ts";
import { runCommand } from "../command/index.ts";
import { describeDebian, TOOL_ENVIRONMENT } from "./debian.ts";
import { toFileEntry } from "./folder.ts";
import type { Lock } from "./lockfile.ts";
import { toHashes, type Component } from "./packed-image.ts";

export type NodeBinary = { readonly path: string; readonly version: string };
type RuntimeLayer = LayerSpec & { readonly components: readonly Component[]; readonly ref: string };

/** Numeric, so that an orchestrator can tell that it isn't root without reading passwd. */
export const USER = "65532:65532";
export const NODE_PATH = "usr/local/bin/node";

const passwd = "root:x:0:0:root:/root:/usr/sbin/nologin\nnonroot:x:65532:65532:nonroot:/nonexistent:/usr/sbin/nologin\n";
const group = "root:x:0:\nnonroot:x:65532:\n";

/**
 * `node` defaults to the platform package that the lock file pins, and without one to the Node that runs this.
 * Throws InputError where that Node can't run in a container of this machine's architecture.
 */
export async function collectRuntime(lock: Lock, options: { node?: NodeBinary; signal?: AbortSignal }): Promise<RuntimeLayer> {
  const pinned = options.node ? undefined : await findPinnedNode(lock);
  const node = options.node ?? pinned ?? { path: process.execPath, version: process.versions.node };
  const libraries = await findLibraries(node.path, options.signal);
  const debian = await describeDebian(libraries, options.signal);
  const unowned = await Promise.all(libraries.filter((path) => !debian.owners.has(path)).map(describeFile));
  const runtime = await describeNode(node, pinned?.component, [...debian.components, ...unowned].map((component) => component.ref));
  const entries: Entry[] = [
    { ...(await toFileEntry(node.path, NODE_PATH)), mode: 0o755 },
    ...(await Promise.all(libraries.map((path) => toFileEntry(path, path.slice(1))))),
    ...(pinned ? [await toFileEntry(pinned.license, "usr/local/share/doc/node/LICENSE")] : []),
    { type: "file", path: "etc/passwd", content: passwd },
    { type: "file", path: "etc/group", content: group },
    { type: "directory", path: "tmp", mode: 0o1777 },
    ...debian.entries,
  ];
  const from = [...debian.components.map(({ name, version }) => `${name} ${version}`), ...unowned.map(({ name }) => name)];
  const createdBy = `pci-pipeline pack: node ${runtime.version}${pinned ? ` of npm's ${runtime.name}` : ""}; libraries of ${from.join(", ") || "none"}`;
  return { createdBy, entries, components: [runtime, ...debian.components, ...unowned], ref: runtime.ref };
}

async function findPinnedNode(lock: Lock): Promise<(NodeBinary & { license: string; component: Component }) | undefined> {
  const name = `node-linux-${process.arch}`;
  const folder = join(lock.root, "node_modules", name);
  const locked = lock.packages.get(`node_modules/${name}`);
  const license = join(folder, "LICENSE");
  if (locked?.version === undefined || (await readFile(license).catch(() => undefined)) === undefined) return undefined;
  const { version } = locked;
  const purl = new PackageURL("npm", undefined, name, version, undefined, undefined).toString();
  const component: Component = {
    kind: "runtime", name, version, purl, ref: purl, dependsOn: [], hashes: toHashes(locked.integrity),
    ...(locked.license !== undefined && { license: locked.license }),
  };
  return { path: join(folder, "bin/node"), version, license, component };
}

async function describeNode(node: NodeBinary, component: Component | undefined, dependsOn: readonly string[]): Promise<Component> {
  if (component) return { ...component, dependsOn };
  const purl = new PackageURL("generic", undefined, "node", node.version, undefined, undefined).toString();
  return { kind: "runtime", name: "node", version: node.version, purl, ref: purl, dependsOn, hashes: [await hashFile(node.path)] };
}

async function describeFile(path: string): Promise<Component> {
  const hash = await hashFile(path);
  return { kind: "file", name: path, version: "", ref: `file:${path}`, dependsOn: [], hashes: [hash] };
}

async function hashFile(path: string): Promise<{ algorithm: "SHA-256"; hex: string }> {
  return { algorithm: "SHA-256", hex: createHash("sha256").update(await readFile(path)).digest("hex") };
}

/** Absolute paths under which the loader looks for the binary's libraries, itself included; a static binary has none. */
async function findLibraries(binary: string, signal?: AbortSignal): Promise<string[]> {
  const result = await runCommand("ldd", [binary], { environment: TOOL_ENVIRONMENT, ...(signal && { signal }) });
  if (result.kind !== "ended") throw new InputError("The embedded packer needs ldd, which is not on this machine; use --builder docker");
  const paths = new Set<string>();
  for (const line of result.stdout.split("\n")) {
    const [, missing] = /^\s*(\S+) => not found/.exec(line) ?? [];
    if (missing !== undefined) throw new InputError(`Node needs the library ${missing}, which is not on this machine; install it or use --builder docker`);
    const [, path] = /^\s*(?:\S+ => )?(\/\S+) \(0x[0-9a-f]+\)$/.exec(line) ?? [];
    if (path !== undefined) paths.add(posix.normalize(path));
  }
  return [...paths].sort();
}
