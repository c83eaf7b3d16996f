// The store for development: one JSON file, mode 0600, which the sample gateway reads as well. Each write goes beside it and is then
// put in its place, under a lock, so that readers see one state or the other and two writers never lose each other's.
import { lstat, open, readFile, rename, rm, writeFile } from "node:fs/promises";
import { setTimeout as sleep } from "node:timers/promises";
import * as z from "zod";
import type { Backend, StoredSecret } from "../backend.ts";
import { Fields } from "../fields.ts";
import { SecretStoreError } from "../store-error.ts";

const entry = z.object({ version: z.int().positive(), createdAt: z.iso.datetime().optional(), former: z.array(z.record(z.string(), z.unknown())).optional(), metadata: z.record(z.string(), z.string()).optional() }).catchall(z.unknown());
const documentSchema = z.record(z.string(), entry);
type Document = z.infer<typeof documentSchema>;
type Entry = z.infer<typeof entry>;

/** Keys of an entry that are not fields of the secret. */
const RESERVED = new Set(["version", "createdAt", "former", "metadata"]);
const KEPT_VERSIONS = 20;
const LOCK_TRIES = 200;
const LOCK_PAUSE_MS = 25;
/** A lock older than this was left behind by a process that was killed. */
const STALE_LOCK_MS = 30_000;
/** Permission bits that a file with credentials must not have. */
const OPEN_TO_OTHERS = 0o027;

/** `{"bancosur": {"version": 2, "createdAt": "…", <fields>, "former": [{"version": 1, …}], "metadata": {…}}, …}` */
export function openFileBackend(path: string, now: () => Date): Backend {
  const read = async (name: string): Promise<Entry> => find(await readDocument(path, name), name);
  return {
    kind: "file",
    get: async (name, version) => toSecret(name, findVersion(await read(name), name, version)),
    put: (name, fields, expected) => change(path, name, (document) => {
      if (fields.names().some((field) => RESERVED.has(field))) throw new SecretStoreError("malformed", name);
      const before = Object.hasOwn(document, name) ? document[name] : undefined;
      if ((before?.version ?? 0) !== expected) throw new SecretStoreError("conflict", name);
      document[name] = toEntry(before, { fields, version: expected + 1, at: now() });
      return expected + 1;
    }),
    versions: async (name) => {
      const present = await read(name);
      return [...(present.former ?? []), present].map((one) => ({ version: Number(one["version"]), createdAt: toDate(one["createdAt"]), current: one === present }));
    },
    metadata: async (name) => (await read(name)).metadata ?? {},
    describe: (name, changes) => change(path, name, (document) => {
      const present = find(document, name);
      document[name] = { ...present, metadata: { ...present.metadata, ...changes } };
    }),
  };
}

function toEntry(before: Entry | undefined, next: { fields: Fields; version: number; at: Date }): Entry {
  const { former = [], metadata, ...last } = before ?? { version: 0 };
  return {
    ...next.fields.expose(), version: next.version, createdAt: next.at.toISOString(),
    former: before === undefined ? [] : [...former, last].slice(1 - KEPT_VERSIONS), ...(metadata && { metadata }),
  };
}

function find(document: Document, name: string): Entry {
  const present = Object.hasOwn(document, name) ? document[name] : undefined;
  if (present === undefined) throw new SecretStoreError("missing", name);
  return present;
}

function findVersion(present: Entry, name: string, version: number | undefined): Readonly<Record<string, unknown>> {
  if (version === undefined || version === present.version) return present;
  const former = present.former?.find((one) => one["version"] === version);
  if (former === undefined) throw new SecretStoreError("missing", name);
  return former;
}

function toSecret(name: string, one: Readonly<Record<string, unknown>>): StoredSecret {
  const fields = Object.entries(one).filter(([key]) => !RESERVED.has(key));
  if (!fields.every((field): field is [string, string] => typeof field[1] === "string")) throw new SecretStoreError("malformed", name);
  return { name, version: Number(one["version"]), createdAt: toDate(one["createdAt"]), fields: new Fields(Object.fromEntries(fields)) };
}

/** Who wrote an entry by hand left its time out. */
function toDate(value: unknown): Date {
  return new Date(typeof value === "string" ? value : 0);
}

async function readDocument(path: string, name: string): Promise<Document> {
  let text: string;
  try {
    if (((await lstat(path)).mode & OPEN_TO_OTHERS) !== 0) throw new SecretStoreError("denied", name);
    text = await readFile(path, "utf8");
  } catch (error) {
    if (error instanceof SecretStoreError) throw error;
    if (hasCode(error, "ENOENT")) return {};
    throw new SecretStoreError("unreachable", name);
  }
  try {
    return documentSchema.parse(JSON.parse(text));
  } catch {
    // the parser's own message quotes the text, so it goes no further
    throw new SecretStoreError("malformed", name);
  }
}

async function change<T>(path: string, name: string, act: (document: Document) => T): Promise<T> {
  const release = await lock(path, name);
  try {
    const document = await readDocument(path, name);
    const result = act(document);
    const beside = `${path}.${process.pid}`;
    await writeFile(beside, JSON.stringify(document, null, 2), { mode: 0o600 });
    await rename(beside, path);
    return result;
  } catch (error) {
    throw error instanceof SecretStoreError ? error : new SecretStoreError("failed", name);
  } finally {
    await release();
  }
}

async function lock(path: string, name: string): Promise<() => Promise<void>> {
  const file = `${path}.lock`;
  for (let attempt = 0; attempt < LOCK_TRIES; attempt++) {
    try {
      await (await open(file, "wx", 0o600)).close();
      return () => rm(file, { force: true });
    } catch (error) {
      if (!hasCode(error, "EEXIST")) throw new SecretStoreError("unreachable", name);
    }
    const left = await lstat(file).catch(() => undefined);
    if (left !== undefined && Date.now() - left.mtimeMs > STALE_LOCK_MS) await rm(file, { force: true });
    await sleep(LOCK_PAUSE_MS);
  }
  throw new SecretStoreError("unreachable", name);
}

function hasCode(error: unknown, code: string): boolean {
  return error instanceof Error && "code" in error && error.code === code;
}
