// A container whose bytes are at hand: for the canary set and for tests.
import type { Container } from "./container.ts";

/** Entries of `files`, each given out in one chunk. */
export function memoryContainer(name: string, files: ReadonlyMap<string, Uint8Array>): Container {
  const names = [...files.keys()].sort();
  return {
    name,
    form: "memory",
    list: () => names,
    size: (entry) => files.get(entry)?.length,
    open: (entry) => {
      const bytes = files.get(entry);
      return bytes && once(bytes);
    },
    close: async () => {},
  };
}

async function* once(bytes: Uint8Array): AsyncGenerator<Uint8Array> {
  if (bytes.length > 0) yield bytes;
}
