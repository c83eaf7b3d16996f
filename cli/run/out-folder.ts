// The run's outputs appear all at once: written beside the folder under a temporary name, then put in its place.
import { randomBytes } from "node:crypto";
import { existsSync, readdirSync, rmSync } from "node:fs";
import { mkdir, rename, rm } from "node:fs/promises";
import { basename, dirname, join } from "node:path";
import { InputError } from "../../src/finding/index.ts";

/** Present in every finished output folder; a folder without it is somebody else's and is never replaced. */
export const RUN_FILE = "run.json";

export type OutFolder = {
  /** Where the run writes. */
  readonly partial: string;
  /** Puts the outputs in place of those of the run before. */
  commit(): Promise<void>;
  discard(): void;
};

/** `path` is absolute. Throws InputError where replacing it would lose what is not an output of ours. */
export async function openOutFolder(path: string): Promise<OutFolder> {
  if (existsSync(path) && !isOurs(path)) {
    throw new InputError(`--out ${basename(path)} exists and is not an output folder of a former run; name an empty or a new folder`);
  }
  const partial = join(dirname(path), `.${basename(path)}.${randomBytes(6).toString("hex")}.partial`);
  try {
    await mkdir(partial, { recursive: true });
  } catch (error) {
    throw new InputError(`--out ${basename(path)} cannot be made; name a place that is writable`, { cause: error });
  }
  const discard = () => rmSync(partial, { recursive: true, force: true });
  process.once("exit", discard);
  return { partial, discard, commit: () => replace(path, partial) };
}

function isOurs(path: string): boolean {
  try {
    const names = readdirSync(path);
    return names.length === 0 || names.includes(RUN_FILE);
  } catch {
    return false;
  }
}

/** The former outputs go only once the new ones stand ready; two runs at once end with the outputs of one of them, whole. */
async function replace(path: string, partial: string): Promise<void> {
  const former = `${partial}.former`;
  for (let attempt = 0; ; attempt++) {
    await rename(path, former).catch(() => undefined);
    try {
      await rename(partial, path);
      break;
    } catch (error) {
      if (attempt >= 5) throw error;
    } finally {
      await rm(former, { recursive: true, force: true });
    }
  }
}
