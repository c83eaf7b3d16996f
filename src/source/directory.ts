// A folder as a container. Links are followed only as long as they stay inside it.
import { closeSync, openSync, readdirSync, realpathSync, statSync } from "node:fs";
import { open } from "node:fs/promises";
import { join, relative, sep } from "node:path";
import type { Container, ContainerProblem } from "./container.ts";
import { readRange, stampFile } from "./file-bytes.ts";

const MAX_ENTRIES = 1_000_000;

type Listing = { readonly sizes: Map<string, number>; readonly problems: ContainerProblem[] };

/** Everything below `folder`, listed once; what cannot be read is a problem of the container. */
export function directoryContainer(name: string, folder: string, selection?: string): Container {
  const root = realpathSync(folder);
  const { sizes, problems } = listFiles(root);
  const names = [...sizes.keys()].sort();
  return {
    name,
    form: "directory",
    ...(selection !== undefined && { selection }),
    problems,
    list: () => names,
    size: (entry) => sizes.get(entry),
    open: (entry, spare) => {
      const size = sizes.get(entry);
      return size === undefined ? undefined : readFile(join(root, ...entry.split("/")), size, spare);
    },
    stamp: (entry) => (sizes.has(entry) ? stampFile(join(root, ...entry.split("/"))) : undefined),
    close: async () => {},
  };
}

async function* readFile(path: string, size: number, spare?: Uint8Array[]): AsyncGenerator<Uint8Array> {
  const handle = await open(path);
  try {
    yield* readRange(handle, { start: 0, end: size }, spare);
  } finally {
    await handle.close();
  }
}

function listFiles(root: string): Listing {
  const listing: Listing = { sizes: new Map(), problems: [] };
  const folders = [""];
  for (let folder = folders.pop(); folder !== undefined; folder = folders.pop()) {
    if (listing.sizes.size > MAX_ENTRIES) {
      listing.problems.push({ reason: "count-limit", detail: `the folder holds more than ${MAX_ENTRIES} files; the rest was not read` });
      break;
    }
    for (const entry of readdirSync(join(root, folder), { withFileTypes: true })) {
      const name = folder === "" ? entry.name : `${folder}/${entry.name}`;
      if (entry.isDirectory()) folders.push(name);
      else takeFile(listing, root, name);
    }
  }
  return listing;
}

function takeFile(listing: Listing, root: string, name: string): void {
  const path = join(root, ...name.split("/"));
  try {
    const inside = relative(root, realpathSync(path));
    if (inside === ".." || inside.startsWith(`..${sep}`)) {
      listing.problems.push({ reason: "path-escape", detail: "a link leads out of the folder; it was not followed", entry: name });
      return;
    }
    const stat = statSync(path);
    if (!stat.isFile()) throw new Error("not a file");
    closeSync(openSync(path, "r"));
    listing.sizes.set(name, stat.size);
  } catch {
    listing.problems.push({ reason: "missing-blob", detail: "a file of the folder cannot be read; check its permissions", entry: name });
  }
}
