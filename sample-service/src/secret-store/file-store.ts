// The store for development: one JSON file outside the image, {"bancosur": {"value": "…", "version": 1, "id": "…"}, …}.
import { open, type FileHandle } from "node:fs/promises";
import { SecretUnavailable, type SecretStore, type StoredSecret } from "./store.ts";

/** Permission bits that a credentials file must not have: write for its group, anything for others. */
const OPEN_TO_OTHERS = 0o027;
const MAX_BYTES = 1 << 20;
/** An id goes into headers and logs. */
const ID = /^[\w.-]{1,64}$/;

/** Reads the file anew at each call, so that one which appears or changes later is seen. */
export function openFileStore(path: string): SecretStore {
  const get = async (name: string): Promise<StoredSecret> => toSecret(parseFile(await readGuarded(path)), name);
  return { get, latest: async (name) => (await get(name)).version };
}

async function readGuarded(path: string): Promise<string> {
  const file = await openFile(path);
  try {
    // the mode of the file that is open, not of whatever the path names a moment later
    const { mode, size } = await file.stat();
    if ((mode & OPEN_TO_OTHERS) !== 0) throw new SecretUnavailable("store-open-to-others");
    if (size > MAX_BYTES) throw new SecretUnavailable("store-malformed");
    return await file.readFile("utf8");
  } catch (error) {
    throw error instanceof SecretUnavailable ? error : new SecretUnavailable("store-unreadable");
  } finally {
    await file.close();
  }
}

async function openFile(path: string): Promise<FileHandle> {
  try {
    return await open(path, "r");
  } catch (error) {
    const missing = error instanceof Error && "code" in error && error.code === "ENOENT";
    throw new SecretUnavailable(missing ? "store-missing" : "store-unreadable");
  }
}

function parseFile(text: string): object {
  let document: unknown;
  try {
    document = JSON.parse(text);
  } catch {
    // the parser's own message quotes the text, so it goes no further
    throw new SecretUnavailable("store-malformed");
  }
  if (typeof document !== "object" || document === null) throw new SecretUnavailable("store-malformed");
  return document;
}

function toSecret(document: object, name: string): StoredSecret {
  const entry: unknown = Object.hasOwn(document, name) ? Object.getOwnPropertyDescriptor(document, name)?.value : undefined;
  if (entry === undefined) throw new SecretUnavailable("secret-missing");
  if (typeof entry !== "object" || entry === null || !("value" in entry) || !("version" in entry)) throw new SecretUnavailable("secret-malformed");
  const { value, version } = entry;
  if (typeof value !== "string" || value === "" || !Number.isSafeInteger(version)) throw new SecretUnavailable("secret-malformed");
  // who writes the file by hand has no need of an id: the version tells as much
  const id = "id" in entry && typeof entry.id === "string" && ID.test(entry.id) ? entry.id : `v${String(version)}`;
  return { id, value, version: Number(version) };
}
