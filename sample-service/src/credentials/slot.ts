// What is known of one processor's credential: the one in use, the one before it, and the newest one that was turned down.
import type { StoredSecret } from "../secret-store/store.ts";

export type Loaded = { readonly secret: StoredSecret; readonly loadedAt: Date; readonly provenAt: Date };
type Rejected = { readonly version: number; readonly reason: "refused-by-processor" | "older-than-loaded"; readonly at: Date };

export type Slot = {
  readonly current: Loaded | undefined;
  readonly previous: Loaded | undefined;
  readonly rejected: Rejected | undefined;
  /** When the store last said which version is the newest. */
  readonly confirmedAt: Date | undefined;
  /** Why the last look at the store brought nothing, as long as that lasts. */
  readonly trouble: string | undefined;
};

export const emptySlot: Slot = { current: undefined, previous: undefined, rejected: undefined, confirmedAt: undefined, trouble: undefined };

/** Both states in one step: no request ever sees the new value with the old version. */
export function swap(slot: Slot, secret: StoredSecret, at: Date): Slot {
  return { ...slot, current: { secret, loadedAt: at, provenAt: at }, previous: slot.current, rejected: undefined, trouble: undefined, confirmedAt: at };
}

/** Ids, versions and times; never a value. */
export type Description = {
  readonly current: DescribedVersion | null;
  readonly previous: DescribedVersion | null;
  readonly rejected: { readonly version: number; readonly reason: string; readonly at: string } | null;
  readonly confirmedAt: string | null;
  readonly trouble: string | null;
};
type DescribedVersion = { readonly id: string; readonly version: number; readonly loadedAt: string; readonly provenAt: string };

export function describeSlot({ current, previous, rejected, confirmedAt, trouble }: Slot): Description {
  const describe = (loaded: Loaded | undefined): DescribedVersion | null =>
    loaded ? { id: loaded.secret.id, version: loaded.secret.version, loadedAt: loaded.loadedAt.toISOString(), provenAt: loaded.provenAt.toISOString() } : null;
  return {
    current: describe(current), previous: describe(previous),
    rejected: rejected ? { ...rejected, at: rejected.at.toISOString() } : null,
    confirmedAt: confirmedAt?.toISOString() ?? null, trouble: trouble ?? null,
  };
}
