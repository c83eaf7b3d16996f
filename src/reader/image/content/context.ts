// What the readers of content share: where they write, how far they may go, and how they hand nested content on.
import type { GapReason, ImagePart, ImagePlace } from "../../../finding/index.ts";
import type { ImageLimits } from "../limits.ts";
import type { Outlet } from "../outlet.ts";
import type { ByteReader } from "./byte-reader.ts";
import type { Problem } from "./decoder.ts";

/** Content that is being read: its place, how deep it is nested, and what its outermost file has used up. */
export type Site = {
  readonly place: ImagePlace;
  readonly depth: number;
  readonly budget: Budget;
};

export type Context = {
  readonly outlet: Outlet;
  readonly limits: ImageLimits;
  /** Reads content that is in memory; waits only where there is something to open. */
  readonly inspectBytes: (site: Site, bytes: Buffer) => Promise<void> | undefined;
  /** Reads content that streams; `size` is what is known of its length. */
  readonly inspectStream: (site: Site, reader: ByteReader, size?: number) => Promise<void>;
};

/** Counts what is decoded and found inside one file, so that no nesting adds up to a bomb. */
export class Budget {
  readonly #limits: ImageLimits;
  readonly #input: number;
  #decoded = 0;
  #members = 0;

  /** `input` is the size in bytes of the outermost file. */
  constructor(limits: ImageLimits, input: number) {
    this.#limits = limits;
    this.#input = input;
  }

  grow(bytes: number): Problem | undefined {
    this.#decoded += bytes;
    if (this.#decoded > this.#limits.nestedBytes) return { reason: "size-limit", detail: `what is nested in the file has more than ${this.#limits.nestedBytes} bytes` };
    const isBomb = this.#decoded > this.#limits.ratioFreeBytes && this.#decoded > this.#input * this.#limits.ratio;
    return isBomb ? { reason: "ratio-limit", detail: `the file expands to more than ${this.#limits.ratio} times its size` } : undefined;
  }

  /** False once there are more members than the limit. */
  countMember(): boolean {
    return ++this.#members <= this.#limits.entries;
  }
}

/** The site of something inside `site`, one level deeper. */
export function toMember(site: Site, name: string): Site {
  return { place: toMemberPlace(site.place, name), depth: site.depth + 1, budget: site.budget };
}

/** Names, links and attributes have parts of their own; what is nested in an attestation stays one. */
export function toMemberPlace(place: ImagePlace, name: string, part: ImagePart = place.part): ImagePlace {
  return { ...place, part, members: [...place.members, name] };
}

export function addGap(context: Context, site: Site, problem: Problem & { readonly reason: GapReason }): void {
  context.outlet.gap(problem.reason, site.place, problem);
}
