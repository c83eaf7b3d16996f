// Outputs are whole or not there: written beside their place under another name, then renamed.
import { lstat, mkdir, mkdtemp, readdir, rename, rm } from "node:fs/promises";
import { basename, dirname, join, resolve } from "node:path";
import { InputError } from "../finding/index.ts";

/**
 * Puts at `out` the file or folder that `fill` makes at the path that it gets. A file or an OCI layout that is there is
 * replaced; any other folder is left alone with an InputError.
 */
export async function writeWhole<T>(out: string, fill: (path: string) => Promise<T>): Promise<T> {
  const target = resolve(out);
  await refuseForeignFolder(target);
  await mkdir(dirname(target), { recursive: true });
  const scratch = await mkdtemp(join(dirname(target), `.${basename(target)}.partial-`));
  try {
    const fresh = join(scratch, "new");
    const result = await fill(fresh);
    await refuseForeignFolder(target);
    await rename(target, join(scratch, "old")).catch(ignoreAbsence);
    await rename(fresh, target);
    return result;
  } finally {
    await rm(scratch, { recursive: true, force: true });
  }
}

async function refuseForeignFolder(target: string): Promise<void> {
  const there = await lstat(target).catch(ignoreAbsence);
  if (!there?.isDirectory()) return;
  const names = await readdir(target);
  if (names.length === 0 || names.includes("oci-layout")) return;
  throw new InputError(`The output ${target} is a folder with other things in it; name another path or remove it`);
}

function ignoreAbsence(error: unknown): undefined {
  if (error instanceof Error && "code" in error && error.code === "ENOENT") return undefined;
  throw error;
}
