// Whole files or none: written under a temporary name in the same folder, then renamed.
import { randomBytes } from "node:crypto";
import { mkdir, open, realpath, rename, rm, stat, writeFile } from "node:fs/promises";
import { dirname } from "node:path";
import { InputError } from "../../finding/index.ts";

/**
 * Makes missing parent folders. `mode` is that of a new file, default 0644 less the umask. A link is followed; a device or
 * a pipe (/dev/null, /dev/stdout) is written to, never replaced. Throws InputError where it can't be written.
 */
export async function writeOutput(path: string, content: string | Uint8Array, options: { mode?: number } = {}): Promise<void> {
  try {
    const before = await stat(path).catch(() => undefined);
    if (before && !before.isFile() && !before.isDirectory()) await writeFile(path, content);
    else await replaceFile(before ? await realpath(path) : path, content, options.mode ?? 0o644);
  } catch (error) {
    throw new InputError(`cannot write ${path}: ${reasonOf(error)}; name a place that is writable`, { cause: error });
  }
}

async function replaceFile(path: string, content: string | Uint8Array, mode: number): Promise<void> {
  const temporary = `${path}.${randomBytes(6).toString("hex")}.partial`;
  try {
    await mkdir(dirname(path), { recursive: true });
    const file = await open(temporary, "wx", mode);
    try {
      await file.writeFile(content);
    } finally {
      await file.close();
    }
    await rename(temporary, path);
  } catch (error) {
    await rm(temporary, { force: true }).catch(() => undefined);
    throw error;
  }
}

function reasonOf(error: unknown): string {
  const code = (error as NodeJS.ErrnoException).code;
  switch (code) {
    case "EACCES":
    case "EPERM":
      return "permission denied";
    case "ENOTDIR":
    case "EEXIST":
      return "a parent of it is a file";
    case "EISDIR":
      return "it is a folder";
    case "ENOSPC":
      return "the disk is full";
    case "EROFS":
      return "the file system is read-only";
    default:
      return code ?? "unknown reason";
  }
}
