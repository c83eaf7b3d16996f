// What every place that bytes come from looks like: named entries that can be opened, each as often as one likes.
import type { GapReason } from "../finding/index.ts";

/** A folder, an archive or a registry seen as named byte streams. Names use "/" and never begin with it. */
export type Container = {
  /** How users would call it, for messages and reports: the path or reference as given. */
  readonly name: string;
  /** What it is: tells the reader nothing about its content. */
  readonly form: "directory" | "tar" | "registry" | "memory";
  /** The image that was asked for by tag, name or "@" and position, where one was. */
  readonly selection?: string;
  /** What is wrong with the container itself, such as an archive that ends early; readers report each as a gap. */
  readonly problems?: readonly ContainerProblem[];
  /** Names of all entries that are files, sorted; a registry knows none beforehand and lists nothing. */
  list(): readonly string[];
  /** Another name's target where an entry is a link to it; undefined for entries with bytes of their own. */
  aliasOf?(name: string): string | undefined;
  /** Bytes of an entry, or undefined where there is no such entry. */
  size(name: string): number | undefined;
  /**
   * The entry's bytes in order, or undefined where there is no such entry. Chunks have any size. Whoever is done with a chunk for good may
   * put it into `spare`, where a source that makes them itself takes it for the next one: a gigabyte then needs the memory of two chunks.
   */
  open(name: string, spare?: Uint8Array[]): AsyncIterable<Uint8Array> | undefined;
  /** Names the file, and the part of it, that holds the entry: changes whenever that file is written to. Undefined where no file does, or where it is too fresh to tell. */
  stamp?(name: string): string | undefined;
  close(): Promise<void>;
};

export type ContainerProblem = {
  readonly reason: GapReason;
  /** One sentence. */
  readonly detail: string;
  /** The entry that it is about, where it is about one. */
  readonly entry?: string;
};
