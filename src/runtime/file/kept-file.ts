// A private file that is made once and then kept: two runs at the same time get the same content, and nobody sees half of it.
import { randomBytes } from "node:crypto";
import { link, mkdir, readFile, rm, stat, writeFile } from "node:fs/promises";
import { dirname, join } from "node:path";
import { InputError } from "../../finding/index.ts";

/** Bits of the mode that let others than the owner in. */
const OTHERS = 0o077;

/**
 * The content of `path`, made by `make` where there is none: 0600, in a folder that git ignores.
 * @throws InputError where it cannot be kept, or where others can read it.
 */
export async function keepFile(path: string, make: () => string): Promise<string> {
  const temporary = `${path}.${randomBytes(6).toString("hex")}.partial`;
  try {
    const kept = await readKept(path);
    if (kept !== undefined) return kept;
    await mkdir(dirname(path), { recursive: true, mode: 0o700 });
    await writeFile(join(dirname(path), ".gitignore"), "*\n");
    await writeFile(temporary, make(), { flag: "wx", mode: 0o600 });
    // A link is made whole or, where another run was faster, not at all.
    await link(temporary, path).catch((error: NodeJS.ErrnoException) => {
      if (error.code !== "EEXIST") throw error;
    });
    return await readFile(path, "utf8");
  } catch (error) {
    if (error instanceof InputError) throw error;
    throw new InputError(`cannot keep ${path} (${(error as NodeJS.ErrnoException).code ?? "unknown reason"}); make its folder writable`, { cause: error });
  } finally {
    await rm(temporary, { force: true }).catch(() => undefined);
  }
}

async function readKept(path: string): Promise<string | undefined> {
  const info = await stat(path).catch((error: NodeJS.ErrnoException) => {
    if (error.code === "ENOENT") return undefined;
    throw error;
  });
  if (info === undefined) return undefined;
  if (!info.isFile()) throw new InputError(`${path} is not a file; remove it`);
  // Windows knows no such bits.
  if (process.platform !== "win32" && (info.mode & OTHERS) !== 0) throw new InputError(`${path} can be read by others; chmod 600 it, or remove it so that it is made anew`);
  return readFile(path, "utf8");
}
