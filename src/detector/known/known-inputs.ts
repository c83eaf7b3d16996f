// The two inputs that belong together: fingerprints, and the key that they were made with.
import { Buffer } from "node:buffer";
import { InputError } from "../../finding/index.ts";
import { openKnown, readKey, type KnownValues } from "./seal.ts";

type KnownInputs = { readonly known: string | undefined; readonly "key-file": string | undefined };

/** Reads both through `read` (a path and what it is for messages); undefined where neither was given. Throws InputError for one alone. */
export async function readKnown(inputs: KnownInputs, read: (path: string, what: string) => Promise<Uint8Array>): Promise<KnownValues | undefined> {
  const { known, "key-file": keyFile } = inputs;
  if (known === undefined && keyFile === undefined) return undefined;
  if (known === undefined || keyFile === undefined) throw new InputError("known and key-file: belong together; give both, or neither");
  const key = readKey(await read(keyFile, "key file"));
  return openKnown(Buffer.from(await read(known, "known file")).toString("utf8"), key);
}
