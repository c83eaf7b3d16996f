// Small files that users name: read whole, with one sentence where that fails.
import { readFile, stat } from "node:fs/promises";
import { resolve } from "node:path";
import { InputError } from "../../finding/index.ts";

const MAX_INPUT_BYTES = 64 << 20;

/** `what` names the file's role in the message, such as "waivers file". Throws InputError; reads at most 64 MiB. */
export async function readInput(cwd: string, path: string, what: string): Promise<Buffer> {
  const full = resolve(cwd, path);
  try {
    const info = await stat(full);
    if (!info.isFile()) throw new InputError(`${what} ${path} is not a file; name a file`);
    if (info.size > MAX_INPUT_BYTES) throw new InputError(`${what} ${path} is larger than 64 MiB; name the right file`);
    return await readFile(full);
  } catch (error) {
    if (error instanceof InputError) throw error;
    const missing = (error as NodeJS.ErrnoException).code === "ENOENT";
    throw new InputError(`${what} ${path} ${missing ? "does not exist" : "cannot be read"}; check the path`, { cause: error });
  }
}
