// What a layer is made of, and the one order in which it is written: the same entries always give the same bytes.
import { InputError } from "../finding/index.ts";

/** Small content as it is; large content by its size in bytes and a stream, opened once when its turn comes. */
export type Content = string | Uint8Array | { readonly size: number; open(): AsyncIterable<Uint8Array> };

/** Paths are relative to the image's root, use "/" and have no "." or ".." in them. */
export type Entry =
  | { readonly type: "file"; readonly path: string; readonly content: Content; readonly mode?: number; readonly xattrs?: Readonly<Record<string, string>> }
  | { readonly type: "directory"; readonly path: string; readonly mode?: number }
  | { readonly type: "symlink"; readonly path: string; readonly target: string }
  | { readonly type: "hardlink"; readonly path: string; readonly target: string };

/** Path to content, for layers that hold nothing but plain files; a whiteout is the empty file `.wh.<name>`. */
export type FileTable = { readonly [path: string]: string | Uint8Array };

export function toEntries(files: FileTable): Entry[] {
  return Object.entries(files).map(([path, content]) => ({ type: "file", path, content }));
}

/**
 * Sorted by code unit, parents before children, every parent folder explicit.
 * Throws InputError for a path that leaves the root, that is there twice, or that lies below something that is no folder.
 */
export function arrangeEntries(entries: readonly Entry[]): Entry[] {
  const byPath = new Map<string, Entry>();
  for (const entry of entries) {
    if (!isInside(entry.path)) throw new InputError("A layer entry has a path that is not relative to the image's root; write it without leading slash, . and ..");
    if (byPath.has(entry.path)) throw new InputError("A layer names the same path twice; leave one of the two entries out");
    byPath.set(entry.path, entry);
  }
  for (const { path } of entries) addParents(byPath, path);
  return [...byPath.values()].sort((a, b) => (a.path < b.path ? -1 : 1));
}

function addParents(byPath: Map<string, Entry>, path: string): void {
  for (let at = path.lastIndexOf("/"); at > 0; at = path.lastIndexOf("/", at - 1)) {
    const parent = path.slice(0, at);
    const present = byPath.get(parent);
    if (present === undefined) byPath.set(parent, { type: "directory", path: parent });
    else if (present.type !== "directory") throw new InputError("A layer entry lies below an entry that is not a folder; give the upper one as a directory");
  }
}

function isInside(path: string): boolean {
  return !path.includes("\0") && path.split("/").every((segment) => segment !== "" && segment !== "." && segment !== "..");
}
