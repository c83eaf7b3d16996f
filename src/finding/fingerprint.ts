// Names that stay the same across rebuilds: no layer, no line, nothing derived from a matched value.
import { createHash } from "node:crypto";
import type { Location } from "./location.ts";

/** The stable part of a place, as a tuple. */
function stablePlace(location: Location): readonly unknown[] {
  switch (location.kind) {
    case "image":
      return [location.kind, location.part, location.path ?? null, location.members];
    case "log":
      return [location.kind, location.job ?? null, location.step ?? null, location.file];
    case "workflow":
      return [location.kind, location.file, location.job, location.path];
    case "evidence":
      return [location.kind, location.file, location.pointer];
    default:
      return location satisfies never;
  }
}

/** Gives each subject of one report its fingerprint: the `ordinal` tells the first hit of a rule in a place from the second. */
export class Fingerprinter {
  readonly #ordinals = new Map<string, number>();

  /** `name` is a rule id or gap reason; 32 hex digits come back. */
  next(name: string, location: Location): string {
    const key = JSON.stringify([name, stablePlace(location)]);
    const ordinal = this.#ordinals.get(key) ?? 0;
    this.#ordinals.set(key, ordinal + 1);
    return createHash("sha256").update(JSON.stringify([key, ordinal])).digest("hex").slice(0, 32);
  }
}
