// Several files that users name: all of them, or one message about all that fail.
import { basename } from "node:path";
import { InputError } from "../../finding/index.ts";
import { readInput } from "./input-file.ts";

type NamedFile = { readonly name: string; readonly bytes: Uint8Array };

/** In the order of `paths`; names are without folders. Throws InputError that lists every file that cannot be read. */
export async function readInputs(cwd: string, paths: readonly string[], what: string): Promise<NamedFile[]> {
  const read = await Promise.allSettled(paths.map(async (path) => ({ name: basename(path), bytes: await readInput(cwd, path, what) })));
  const failed = read.filter((one) => one.status === "rejected").map((one) => one.reason as unknown);
  const defect = failed.find((reason) => !(reason instanceof InputError));
  if (defect !== undefined) throw defect;
  if (failed.length > 0) throw new InputError(failed.map((reason) => (reason as InputError).message).join("; "));
  return read.filter((one) => one.status === "fulfilled").map((one) => one.value);
}
