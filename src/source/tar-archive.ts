// A tar archive as a container: one walk over its headers makes an index of offsets, content is read where it lies.
import { readSync } from "node:fs";
import type { FileHandle } from "node:fs/promises";
import { posix } from "node:path";
import { BLOCK_BYTES, decodeName, EntryAssembler, paddedSize, parseHeader, type TarEntry, type TarHeader } from "../tar/index.ts";
import type { Container, ContainerProblem } from "./container.ts";
import { readRange, stampFile } from "./file-bytes.ts";

/** Entries of an image archive; more are a problem of the archive. A layer may hold more, that's the reader's matter. */
const MAX_ENTRIES = 1_000_000;
/** Bytes of one extension header; names and numbers need far less. */
const MAX_EXTENSION_BYTES = 1 << 20;

type Stored = { readonly offset: number; readonly size: number };

type TarIndex = {
  readonly files: Map<string, Stored>;
  readonly links: Map<string, string>;
  readonly problems: ContainerProblem[];
  /** Valid headers seen: none means that this is no tar archive. */
  headers: number;
};

export function indexTar(fd: number, fileSize: number): TarIndex {
  const index: TarIndex = { files: new Map(), links: new Map(), problems: [], headers: 0 };
  const assembler = new EntryAssembler();
  let at = 0;
  let zeros = 0;
  while (zeros < 2) {
    const block = readAt(fd, at, BLOCK_BYTES);
    if (block.length < BLOCK_BYTES) {
      index.problems.push(problem("truncated", "the archive ends without its end mark; make it again"));
      break;
    }
    const header = parseHeader(block);
    if (header === "malformed") {
      index.problems.push(problem("malformed", `the archive breaks its format at byte ${at}; what follows was not read`));
      break;
    }
    zeros = header === "zero" ? zeros + 1 : 0;
    const next = header === "zero" ? at + BLOCK_BYTES : takeEntry(index, { fd, at, fileSize, assembler, header });
    if (next === undefined) break;
    at = next;
  }
  if (zeros === 2) checkTrailer(index, { fd, at, fileSize });
  return index;
}

type Step = { fd: number; at: number; fileSize: number; assembler: EntryAssembler; header: TarHeader };

/** Puts one entry into the index and gives the offset of the next header; undefined ends the walk. */
function takeEntry(index: TarIndex, { fd, at, fileSize, assembler, header }: Step): number | undefined {
  const start = at + BLOCK_BYTES;
  if (++index.headers > MAX_ENTRIES) {
    index.problems.push(problem("count-limit", `the archive has more than ${MAX_ENTRIES} entries; the rest was not read`));
    return undefined;
  }
  if (EntryAssembler.isExtension(header.type)) {
    const body = header.size <= MAX_EXTENSION_BYTES ? readAt(fd, start, header.size) : undefined;
    const extension = body && body.length === header.size ? assembler.extend(header.type, body) : undefined;
    if (!extension?.complete) index.problems.push(problem("malformed", `an extension header at byte ${at} cannot be read`));
    return start + paddedSize(header.size);
  }
  const entry = assembler.complete(header);
  if (!entry) {
    index.problems.push(problem("malformed", `the entry at byte ${at} has no valid size; what follows was not read`));
    return undefined;
  }
  record(index, entry, start);
  const end = start + paddedSize(entry.size);
  if (start + entry.size > fileSize) {
    index.problems.push({ ...problem("truncated", "the archive ends inside an entry; make it again"), entry: toName(entry.path) ?? "" });
    return undefined;
  }
  return end;
}

function record(index: TarIndex, entry: TarEntry, start: number): void {
  const name = toName(entry.path);
  if (name === undefined) {
    index.problems.push(problem("path-escape", "an entry of the archive has a name that points outside it; it was not read"));
    return;
  }
  if (entry.sparse || entry.partial) {
    index.problems.push({ ...problem("unsupported-feature", "a sparse or split entry of the archive is read as it is stored"), entry: name });
  }
  if (index.files.has(name) && entry.type !== "directory") {
    index.problems.push({ ...problem("malformed", "the archive holds this entry twice; only the last one was read"), entry: name });
  }
  if (entry.type === "file") index.files.set(name, { offset: start, size: entry.size });
  const target = decodeName(entry.link);
  if (entry.type === "hardlink") index.links.set(name, posix.normalize(target).replace(/^\/+/, ""));
  if (entry.type === "symlink") index.links.set(name, posix.join(posix.dirname(name), target));
}

/** A name from the root of the archive; undefined where it leads out of it. */
function toName(path: Uint8Array): string | undefined {
  const name = posix.normalize(decodeName(path)).replace(/^\/+/, "").replace(/\/$/, "");
  return name === ".." || name.startsWith("../") ? undefined : name;
}

function checkTrailer(index: TarIndex, { fd, at, fileSize }: { fd: number; at: number; fileSize: number }): void {
  for (let from = at; from < fileSize; from += 1 << 20) {
    const bytes = readAt(fd, from, Math.min(1 << 20, fileSize - from));
    if (bytes.length === 0) return;
    if (bytes.every((byte) => byte === 0)) continue;
    index.problems.push(problem("malformed", `data stands behind the end of the archive (from byte ${from}); it was not read`));
    return;
  }
}

function readAt(fd: number, at: number, length: number): Buffer {
  const buffer = Buffer.alloc(length);
  let filled = 0;
  while (filled < length) {
    const count = readSync(fd, buffer, filled, length - filled, at + filled);
    if (count === 0) break;
    filled += count;
  }
  return buffer.subarray(0, filled);
}

function problem(reason: ContainerProblem["reason"], detail: string): ContainerProblem {
  return { reason, detail };
}

type TarArchive = {
  readonly name: string;
  readonly handle: FileHandle;
  readonly index: TarIndex;
  readonly selection?: string;
  readonly dispose: () => Promise<void>;
};

/** The container of an indexed archive; links inside it lead to the entry that they name. */
export function tarContainer({ name, handle, index, selection, dispose }: TarArchive): Container {
  const names = [...index.files.keys(), ...[...index.links.keys()].filter((link) => resolve(index, link) !== undefined)].sort();
  return {
    name,
    form: "tar",
    ...(selection !== undefined && { selection }),
    problems: index.problems,
    list: () => names,
    aliasOf: (entry) => (index.files.has(entry) ? undefined : resolve(index, entry)),
    size: (entry) => index.files.get(resolve(index, entry) ?? "")?.size,
    open: (entry, spare) => {
      const stored = index.files.get(resolve(index, entry) ?? "");
      return stored && readRange(handle, { start: stored.offset, end: stored.offset + stored.size }, spare);
    },
    stamp: (entry) => {
      const stored = index.files.get(resolve(index, entry) ?? "");
      const file = stampFile(handle.fd);
      return stored && file && `${file}:${stored.offset}:${stored.size}`;
    },
    close: async () => {
      await handle.close();
      await dispose();
    },
  };
}

/** The entry with bytes behind a name; links may lead to links, but not for ever. */
function resolve(index: TarIndex, name: string): string | undefined {
  let at = name;
  for (let steps = 0; steps < 16; steps++) {
    if (index.files.has(at)) return at;
    const target = index.links.get(at);
    if (target === undefined) return undefined;
    at = target;
  }
  return undefined;
}
