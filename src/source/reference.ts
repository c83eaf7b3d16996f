// Opens what a user calls an image: a path, told apart by content, or a transport as skopeo writes them.
import { existsSync } from "node:fs";
import { open, readdir, stat, type FileHandle } from "node:fs/promises";
import { basename, dirname, resolve } from "node:path";
import { InputError, nearestName } from "../finding/index.ts";
import type { Container } from "./container.ts";
import { saveFromEngine } from "./daemon.ts";
import { directoryContainer } from "./directory.ts";
import { recogniseFile } from "./recognise.ts";
import { registryContainer } from "./registry/registry-container.ts";
import { spoolDecompressed } from "./spool.ts";
import { indexTar, tarContainer } from "./tar-archive.ts";

/** Files that make a folder or archive an image: OCI layout, or docker-archive. */
const markers = ["index.json", "manifest.json"];

type OpenOptions = {
  readonly cwd: string;
  /** Variables of the environment, for a registry's login (DOCKER_CONFIG). */
  readonly environment?: (name: string) => string | undefined;
};

/**
 * Opens `reference`; relative paths start from `options.cwd`. Throws InputError with the repair for whatever is no image.
 * Transports: docker-archive:PATH[:REF], oci-archive:PATH[:TAG], oci:DIR[:TAG], docker-daemon:NAME, docker://NAME (see
 * containers-transports(5)); REF may also be "@" and a position. An archive may be compressed with gzip or zstd.
 */
export async function openContainer(reference: string, options: OpenOptions): Promise<Container> {
  const [, transport, rest = ""] = /^(docker-archive|oci-archive|oci|docker-daemon|docker):(.*)$/s.exec(reference) ?? [];
  switch (transport) {
    case "docker-archive": case "oci-archive": case "oci":
      return openPath({ name: reference, ...splitSelection(rest, options.cwd) });
    case "docker-daemon": {
      const { handle, size, dispose } = await saveFromEngine(rest);
      return openArchive({ name: reference, handle, size, dispose });
    }
    case "docker":
      if (!rest.startsWith("//")) throw new InputError(`${reference} is not a reference; write docker://${rest.replace(/^\/+/, "")}`);
      return registryContainer(reference, rest.slice(2), options.environment ? { environment: options.environment } : {});
    default:
      return openPath({ name: reference, path: resolve(options.cwd, reference) });
  }
}

type Located = { readonly name: string; readonly path: string; readonly selection?: string };

/** PATH[:REF]: a path may hold colons too, so the longest one that exists wins. */
function splitSelection(rest: string, cwd: string): { path: string; selection?: string } {
  for (let end = rest.length; end > 0; end = rest.lastIndexOf(":", end - 1)) {
    const path = resolve(cwd, rest.slice(0, end));
    if (existsSync(path)) return { path, ...(end < rest.length && { selection: rest.slice(end + 1) }) };
  }
  return { path: resolve(cwd, rest) };
}

async function openPath({ name, path, selection }: Located): Promise<Container> {
  const found = await stat(path).catch((error: NodeJS.ErrnoException) => error.code ?? "error");
  if (typeof found === "string") throw await unreadable(name, path, found);
  if (found.isDirectory()) return openFolder({ name, path, ...(selection !== undefined && { selection }) });
  if (!found.isFile()) throw new InputError(`${name} is neither a file nor a folder; name an image archive or an OCI layout`);
  const handle = await open(path).catch((error: NodeJS.ErrnoException) => error.code ?? "error");
  if (typeof handle === "string") throw await unreadable(name, path, handle);
  return openArchive({ name, handle, size: found.size, dispose: async () => {}, ...(selection !== undefined && { selection }) });
}

function openFolder({ name, path, selection }: Located): Container {
  if (!markers.some((marker) => existsSync(resolve(path, marker)))) {
    throw new InputError(`${name} is a folder without index.json, so not an OCI layout; name the layout itself or an image archive`);
  }
  try {
    return directoryContainer(name, path, selection);
  } catch {
    throw new InputError(`the folder ${name} cannot be read; check its permissions`);
  }
}

type Opened = {
  readonly name: string;
  readonly handle: FileHandle;
  readonly size: number;
  readonly selection?: string;
  readonly dispose: () => Promise<void>;
};

/** Closes the handle and removes what was spooled whenever no container comes out of it. */
async function openArchive(opened: Opened): Promise<Container> {
  try {
    return await openKind(opened);
  } catch (error) {
    await opened.handle.close().catch(() => undefined);
    await opened.dispose();
    throw error;
  }
}

async function openKind(opened: Opened): Promise<Container> {
  const { name, handle, size } = opened;
  const { buffer, bytesRead } = await handle.read(Buffer.alloc(512), 0, 512, 0);
  const recognised = recogniseFile(buffer.subarray(0, bytesRead));
  switch (recognised.kind) {
    case "tar":
      return openTar(opened, false);
    case "gzip": case "zstd": {
      const spool = await spoolDecompressed({ name, handle, size }, recognised.kind);
      await handle.close();
      const inner = { ...opened, handle: spool.handle, size: spool.size, dispose: spool.dispose };
      return openSpooled(inner, spool.truncated);
    }
    case "other":
      throw new InputError(`${name} is ${recognised.description}, not an image archive; make one with "docker save -o image.tar NAME"`);
    default:
      return recognised satisfies never;
  }
}

async function openSpooled(opened: Opened, truncated: boolean): Promise<Container> {
  try {
    return openTar(opened, truncated);
  } catch (error) {
    await opened.handle.close();
    await opened.dispose();
    throw error;
  }
}

function openTar(opened: Opened, truncated: boolean): Container {
  const { name, handle, size } = opened;
  const index = indexTar(handle.fd, size);
  if (truncated) index.problems.push({ reason: "truncated", detail: "the compressed archive is damaged or ends early; make it again" });
  if (!markers.some((marker) => index.files.has(marker))) throw new InputError(describeNoImage(name, index));
  return tarContainer({ ...opened, index });
}

function describeNoImage(name: string, index: ReturnType<typeof indexTar>): string {
  if (index.headers === 0) return `${name} is an empty archive; make one with "docker save -o image.tar NAME"`;
  const isBroken = index.problems.some((problem) => problem.reason === "truncated" || problem.reason === "malformed");
  if (isBroken) return `${name} is a truncated or damaged archive: no manifest can be found in it; make it again`;
  return `${name} is a tar archive but not an image: it has neither manifest.json nor index.json; make one with "docker save -o image.tar NAME"`;
}

async function unreadable(name: string, path: string, code: string): Promise<InputError> {
  if (code === "EACCES" || code === "EPERM") return new InputError(`${name} cannot be read; check its permissions`);
  if (code !== "ENOENT" && code !== "ENOTDIR") return new InputError(`${name} cannot be read (${code})`);
  const siblings = await readdir(dirname(path)).catch(() => []);
  const near = nearestName(basename(path), siblings);
  if (near !== undefined) return new InputError(`there is no file ${name}; did you mean ${near}?`);
  const isImageName = /^[a-z0-9][a-z0-9._\-/]*(:[\w.-]+)?(@sha256:[0-9a-f]{64})?$/.test(name) && !/\.(tar|tgz|gz|zst)$/.test(name);
  if (!isImageName) return new InputError(`there is no file ${name}; name an image archive, an OCI layout, or docker-daemon:NAME for an image of the local engine`);
  return new InputError(`there is no file ${name}; write docker-daemon:${name} for an image of the local engine or docker://${name} for one of a registry`);
}
