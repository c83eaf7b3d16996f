// What an adapter has to do. Versions are whole numbers that only grow; `put` is a compare-and-set on the newest of them.
import type { Fields } from "./fields.ts";

export type StoredSecret = { readonly name: string; readonly version: number; readonly createdAt: Date; readonly fields: Fields };
export type VersionState = { readonly version: number; readonly createdAt: Date; readonly current: boolean };

/** All reject with SecretStoreError. Names are segments joined by "/", such as gateway/bancosur. */
export type Backend = {
  readonly kind: "openbao" | "aws" | "file";
  /** The newest version, or the one that is asked for. */
  get(name: string, version?: number): Promise<StoredSecret>;
  /** Writes version `expected` + 1 if `expected` is the newest one now, 0 for a secret that is not there yet; else conflict. */
  put(name: string, fields: Fields, expected: number): Promise<number>;
  /** Oldest first; old ones may have been dropped by the store. */
  versions(name: string): Promise<VersionState[]>;
  metadata(name: string): Promise<Readonly<Record<string, string>>>;
  /** Adds to what is there, or replaces entries of the same key. */
  describe(name: string, changes: Readonly<Record<string, string>>): Promise<void>;
};
