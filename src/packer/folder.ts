// A folder of the building machine to layer entries, free of what differs from machine to machine.
import { createReadStream, type Dirent } from "node:fs";
import { lstat, readdir, readFile, readlink, realpath } from "node:fs/promises";
import { join, posix, relative, sep } from "node:path";
import { InputError } from "../finding/index.ts";
import type { Content, Entry } from "../layout/index.ts";

type FolderOptions = {
  /** Where the folder's content goes in the image. */
  readonly into: string;
  /** Says by path below the folder what stays out; a folder that stays out is not entered. */
  skip?(path: string): boolean;
};

/** Above this, content is streamed and not read at once. */
const STREAM_BYTES = 1 << 20;

/** Modes become 0755 or 0644 by the owner's execute bit, since umask differs. Links must stay inside the folder. */
export async function listFolder(folder: string, options: FolderOptions): Promise<Entry[]> {
  const entries: Entry[] = [];
  const root = await realpath(folder);
  const pending = [""];
  for (let below = pending.pop(); below !== undefined; below = pending.pop()) {
    const items = await readdir(join(root, below), { withFileTypes: true });
    const kept = items.map((item) => ({ item, path: posix.join(below, item.name) })).filter(({ path }) => !options.skip?.(path));
    pending.push(...kept.filter(({ item }) => item.isDirectory()).map(({ path }) => path));
    const leaves = kept.filter(({ item }) => !item.isDirectory());
    entries.push(...(await Promise.all(leaves.map(({ item, path }) => toLeaf(root, { item, path, into: options.into })))));
  }
  return entries;
}

async function toLeaf(root: string, { item, path, into }: { item: Dirent; path: string; into: string }): Promise<Entry> {
  const target = posix.join(into, path);
  if (item.isSymbolicLink()) return { type: "symlink", path: target, target: await readInnerLink(root, path) };
  if (item.isFile()) return toPlainEntry(join(root, path), target);
  throw new InputError(`${join(root, path)} is neither file, folder nor link; remove it`);
}

/** The file at `source`, links followed, as `path` in the image. */
export async function toFileEntry(source: string, path: string): Promise<Extract<Entry, { type: "file" }>> {
  return toPlainEntry(await realpath(source), path);
}

async function toPlainEntry(source: string, path: string): Promise<Extract<Entry, { type: "file" }>> {
  const { size, mode } = await lstat(source);
  return { type: "file", path, content: toContent(source, size), mode: (mode & 0o100) === 0 ? 0o644 : 0o755 };
}

function toContent(path: string, size: number): Content {
  return {
    size,
    async *open() {
      if (size > STREAM_BYTES) yield* createReadStream(path, { highWaterMark: STREAM_BYTES });
      else yield await readFile(path);
    },
  };
}

async function readInnerLink(root: string, path: string): Promise<string> {
  const real = await realpath(join(root, path)).catch(() => undefined);
  const outside = real === undefined || relative(root, real).split(sep)[0] === "..";
  const target = await readlink(join(root, path));
  if (outside || target.startsWith("/")) throw new InputError(`The link ${join(root, path)} leads nowhere or out of its folder; replace it by what it points to`);
  return target;
}
