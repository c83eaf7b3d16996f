// How fragments travel to another thread and answers back: one block of bytes that changes hands, and of places only what detectors ask for.
import type { Inspected } from "../detector/index.ts";
import { imageParts, type ImagePlace, type Place } from "../finding/index.ts";
import type { Fragment } from "../reader/index.ts";

export type Parcel = {
  readonly id: number;
  /** All fragments' bytes, one after the other; comes back with the answer. */
  readonly block: ArrayBuffer;
  readonly lengths: Uint32Array;
  readonly owned: Uint32Array;
  readonly starts: Float64Array;
  readonly lines: Float64Array;
  /** Index of the part in imageParts, or LOG. */
  readonly parts: Uint8Array;
  readonly paths: readonly (string | undefined)[];
};

/** Only fragments of which there is something to say. */
export type Answer = { readonly id: number; readonly block: ArrayBuffer; readonly said: readonly (readonly [number, Inspected])[] };

const LOG = 255;

export function sizeOf(fragments: readonly Fragment[]): number {
  return fragments.reduce((sum, { bytes }) => sum + bytes.length, 0);
}

/** `block` has room for all bytes. */
export function toParcel(id: number, fragments: readonly Fragment[], block: ArrayBuffer): Parcel {
  const bytes = new Uint8Array(block);
  let at = 0;
  for (const fragment of fragments) {
    bytes.set(fragment.bytes, at);
    at += fragment.bytes.length;
  }
  return {
    id, block,
    lengths: Uint32Array.from(fragments, (fragment) => fragment.bytes.length),
    owned: Uint32Array.from(fragments, (fragment) => fragment.owned),
    starts: Float64Array.from(fragments, (fragment) => fragment.start),
    lines: Float64Array.from(fragments, (fragment) => fragment.line),
    parts: Uint8Array.from(fragments, ({ place }) => (place.kind === "image" ? imageParts.indexOf(place.part) : LOG)),
    paths: fragments.map(({ place }) => (place.kind === "image" ? place.path : place.file)),
  };
}

export function openParcel({ block, lengths, owned, starts, lines, parts, paths }: Parcel): Fragment[] {
  let end = 0;
  return Array.from(lengths, (length, index): Fragment => {
    end += length;
    const bytes = new Uint8Array(block, end - length, length);
    return { kind: "fragment", place: toPlace(parts[index] ?? LOG, paths[index]), bytes, start: starts[index] ?? 0, line: lines[index] ?? 1, owned: owned[index] ?? length };
  });
}

/** As much of the place as decides what is found; the rest stays with the sender. */
function toPlace(part: number, path: string | undefined): Place {
  if (part === LOG) return { kind: "log", file: path ?? "" };
  const place: ImagePlace = { kind: "image", platform: "", layer: null, part: imageParts[part] ?? "file", members: [], state: "final" };
  return path === undefined ? place : { ...place, path };
}

export function toAnswer({ id, block }: Parcel, inspected: readonly Inspected[]): Answer {
  const said = inspected.flatMap((one, index): [number, Inspected][] => (isSilent(one) ? [] : [[index, one]]));
  return { id, block, said };
}

function isSilent({ findings, gaps, seen }: Inspected): boolean {
  return findings.length === 0 && gaps.length === 0 && (seen?.length ?? 0) === 0;
}

const NOTHING: Inspected = { findings: [], gaps: [], seen: [] };

/** What was said of each fragment, at its own place. */
export function readAnswer({ said }: Answer, fragments: readonly Fragment[]): Inspected[] {
  const inspected = fragments.map(() => NOTHING);
  for (const [index, one] of said) {
    const place = fragments[index]?.place;
    if (place) inspected[index] = { ...one, findings: one.findings.map((finding) => ({ ...finding, location: moveTo(place, finding.location) })), gaps: one.gaps.map((gap) => ({ ...gap, location: moveTo(place, gap.location) })) };
  }
  return inspected;
}

type Located = Inspected["findings"][number]["location"];

function moveTo(place: Place, location: Located): Located {
  const { line, offset } = location as { line?: number; offset?: number };
  return { ...place, ...(line !== undefined && { line }), ...(offset !== undefined && { offset }) };
}
