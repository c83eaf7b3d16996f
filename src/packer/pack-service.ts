// Packs a Node service into an OCI image without a daemon: the same inputs on the same machine give the same digest.
import { createWriteStream } from "node:fs";
import { mkdir, realpath, rename, stat, writeFile } from "node:fs/promises";
import { dirname, join, posix, relative, sep } from "node:path";
import { Readable } from "node:stream";
import { pipeline } from "node:stream/promises";
import { InputError } from "../finding/index.ts";
import { blobPath, composeImage, writeLayer, type Compression, type LayerSpec, type Platform, type RunConfig, type Sink, type WrittenLayer } from "../layout/index.ts";
import { checkInStep, needsOf, readLock, readManifest, resolveClosure, type Manifest } from "./lockfile.ts";
import { writeWhole } from "./output.ts";
import type { PackedImage } from "./packed-image.ts";
import { collectRuntime, NODE_PATH, USER, type NodeBinary } from "./runtime-layer.ts";
import { APP_ROOT, collectApp, collectDependencies, describeDependencies, toPurl } from "./source-layers.ts";

export type PackOptions = {
  /** The service's folder, with its package.json, whose `main` is what Node starts. */
  readonly context: string;
  /** The folder of package-lock.json and node_modules: the context itself, or the root whose workspace it is. */
  readonly root: string;
  /** Where the OCI layout goes; one that is there is replaced. */
  readonly out: string;
  /** More layers on top, more variables and labels, and build steps without a layer for the history. */
  readonly extraLayers?: readonly LayerSpec[];
  readonly env?: Readonly<Record<string, string>>;
  readonly labels?: Readonly<Record<string, string>>;
  readonly steps?: readonly string[];
  readonly ports?: readonly string[];
  readonly tag?: string;
  /** The image's creation time, such as the commit's; the epoch by default. Files in layers always carry the epoch. */
  readonly created?: Date;
  readonly compression?: Compression;
  readonly node?: NodeBinary;
  readonly signal?: AbortSignal;
  log?(line: string): void;
};

const ARCHITECTURES: Readonly<Partial<Record<string, Platform["architecture"]>>> = { x64: "amd64", arm64: "arm64" };

/** Throws InputError for what the caller can repair. On failure and abort `out` stays as it was. */
export async function packService(options: PackOptions): Promise<PackedImage> {
  const platform = readPlatform();
  const log = options.log ?? (() => {});
  const workspace = await findWorkspace(options);
  const [manifest, lock] = [await readManifest(options.context), await readLock(options.root)];
  checkInStep(lock, workspace, manifest);
  const entry = await findEntry(options.context, manifest);
  const closure = await resolveClosure(lock, workspace, log);
  const runtime = await collectRuntime(lock, options);
  const specs = [runtime, await collectDependencies(lock, closure), await collectApp(options.context, workspace, manifest), ...(options.extraLayers ?? [])];
  const needs = new Set(needsOf(lock, workspace));
  return writeWhole(options.out, async (folder) => {
    await mkdir(folder);
    const layers = await addLayers(folder, specs, options);
    for (const layer of layers) log(`layer ${layer.digest.slice(0, 19)}, ${toMegabytes(layer.uncompressedSize)}, packed ${toMegabytes(layer.size)}: ${layer.createdBy}`);
    const config = toRunConfig(options, { manifest, entry, workspace });
    const created = options.created ?? new Date(0);
    const documents = composeImage({
      platform, created, config, layers, ...(options.steps && { steps: options.steps }), ...(options.tag !== undefined && { tag: options.tag }),
    });
    for (const [digest, bytes] of documents.blobs) await writeFile(join(folder, blobPath(digest)), bytes);
    await writeFile(join(folder, "index.json"), documents.index);
    await writeFile(join(folder, "oci-layout"), documents.layout);
    options.signal?.throwIfAborted();
    return {
      name: manifest.name, version: manifest.version, digest: documents.manifestDigest, configDigest: documents.configDigest, platform, created, layers,
      components: [...runtime.components, ...describeDependencies(closure)],
      dependsOn: [runtime.ref, ...closure.filter(({ location }) => needs.has(location)).map(({ name, version }) => toPurl(name, version))],
    };
  });
}

function readPlatform(): Platform {
  const architecture = ARCHITECTURES[process.arch];
  if (process.platform === "linux" && architecture !== undefined) return { os: "linux", architecture };
  throw new InputError("The embedded packer copies this machine's Node and libraries, so it needs Linux on x64 or arm64; use --builder docker");
}

/** The context's folder below the root in the lock file's spelling, "" for the root itself. */
async function findWorkspace({ context, root }: PackOptions): Promise<string> {
  const [from, to] = await Promise.all([resolveFolder(root), resolveFolder(context)]);
  const workspace = relative(from, to).split(sep).join("/");
  if (workspace === ".." || workspace.startsWith("../")) throw new InputError(`The service ${context} is not below ${root}, where its lock file is; name the root that holds both`);
  return workspace;
}

async function resolveFolder(path: string): Promise<string> {
  const folder = await stat(path).catch(() => undefined);
  if (!folder?.isDirectory()) throw new InputError(`There is no folder ${path}; name the folder of the service`);
  return realpath(path);
}

async function findEntry(context: string, manifest: Manifest): Promise<string> {
  const entry = posix.normalize(manifest.main ?? "index.js");
  const file = await stat(join(context, entry)).catch(() => undefined);
  if (file?.isFile() && !entry.startsWith("..")) return entry;
  throw new InputError(`The main of ${join(context, "package.json")} names no file in that folder; let it name the file that starts the service`);
}

function toRunConfig(options: PackOptions, service: { manifest: Manifest; entry: string; workspace: string }): RunConfig {
  const { manifest, entry, workspace } = service;
  return {
    user: USER,
    exposedPorts: options.ports ?? ["8080/tcp"],
    env: { PATH: `/${posix.dirname(NODE_PATH)}`, NODE_ENV: "production", ...options.env },
    entrypoint: [`/${NODE_PATH}`],
    cmd: [entry],
    workingDir: posix.join("/", APP_ROOT, workspace),
    labels: { "org.opencontainers.image.title": manifest.name, "org.opencontainers.image.version": manifest.version, ...options.labels },
    stopSignal: "SIGTERM",
  };
}

/** All at once: compressing the one overlaps with reading the other. Returns or throws only when none is being written any more. */
async function addLayers(folder: string, specs: readonly LayerSpec[], { compression, signal }: PackOptions): Promise<WrittenLayer[]> {
  const failed = new AbortController();
  const settings = { ...(compression && { compression }), signal: AbortSignal.any([failed.signal, ...(signal ? [signal] : [])]) };
  const written = specs.map(async (spec, at) => {
    const blob = join(folder, `layer-${at}`);
    const sink: Sink = (bytes) => pipeline(Readable.from(bytes, { objectMode: false }), createWriteStream(blob));
    const layer = await writeLayer(spec, { sink, ...settings });
    await keepBlob(folder, blob, layer.digest);
    return layer;
  });
  for (const one of written) one.catch((error: unknown) => failed.abort(error));
  const settled = await Promise.allSettled(written);
  failed.signal.throwIfAborted();
  return settled.flatMap((one) => (one.status === "fulfilled" ? [one.value] : []));
}

/** A blob's name is its digest, which is known only once it is written. */
async function keepBlob(folder: string, blob: string, digest: string): Promise<void> {
  const path = join(folder, blobPath(digest));
  await mkdir(dirname(path), { recursive: true });
  await rename(blob, path);
}

function toMegabytes(bytes: number): string {
  return `${(bytes / 1e6).toFixed(1)} MB`;
}
