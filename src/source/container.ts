// What every place that bytes come from looks like: named entries that can be opened, each as often as one likes.

/** A folder, an archive or a registry seen as named byte streams. Names use "/" and never begin with it. */
export type Container = {
  /** How users would call it, for messages and reports: the path or reference as given. */
  readonly name: string;
  /** What it is: tells the reader nothing about its content. */
  readonly form: "directory" | "tar" | "registry" | "memory";
  /** Names of all entries that are files, sorted; a registry knows none beforehand and lists nothing. */
  list(): readonly string[];
  /** Bytes of an entry, or undefined where there is no such entry. */
  size(name: string): number | undefined;
  /** The entry's bytes in order, or undefined where there is no such entry. Chunks have any size. */
  open(name: string): AsyncIterable<Uint8Array> | undefined;
  close(): Promise<void>;
};
