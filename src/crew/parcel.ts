// How fragments travel to another thread and answers back: their bytes lie in memory that both have, and of their places only what detectors ask for goes along.
import type { Inspected, Said, Tray } from "../detector/index.ts";
import { imageParts, type ImagePlace, type Place } from "../finding/index.ts";
import type { Fragment } from "../reader/index.ts";

export type Parcel = {
  readonly id: number;
  /** Address of the tray. */
  readonly at: number;
  readonly lengths: Uint32Array;
  /** Index of the part in imageParts, or LOG. */
  readonly parts: Uint8Array;
  /** All paths, one after the other, and the length of each; NO_PATH where there is none. */
  readonly paths: string;
  readonly pathLengths: Int32Array;
  /** Windows of larger contents. */
  readonly windows: readonly Window[];
};

type Window = Pick<Fragment, "start" | "line" | "owned"> & { readonly index: number };

export type Answer = { readonly id: number; readonly said: readonly Said[] };

const LOG = 255;
const NO_PATH = -1;

/** Of fragments that `tray` holds. */
export function toParcel(id: number, fragments: readonly Fragment[], { at }: Tray): Parcel {
  const count = fragments.length;
  const [lengths, parts, pathLengths] = [new Uint32Array(count), new Uint8Array(count), new Int32Array(count)];
  const windows: Window[] = [];
  let paths = "";
  fragments.forEach(({ bytes, place, start, line, owned }, index) => {
    const path = place.kind === "image" ? place.path : place.file;
    lengths[index] = bytes.length;
    parts[index] = place.kind === "image" ? imageParts.indexOf(place.part) : LOG;
    pathLengths[index] = path?.length ?? NO_PATH;
    if (path !== undefined) paths += path;
    if (start !== 0 || line !== 1 || owned !== bytes.length) windows.push({ index, start, line, owned });
  });
  return { id, at, lengths, parts, paths, pathLengths, windows };
}

/** The memory that trays lie in, and how many bytes stand between two texts there. */
type Lying = { readonly memory: ArrayBufferLike; readonly between: number };

/** Gives the parcel's fragments one by one; they are asked for in ascending order. */
export function openParcel({ at, lengths, parts, paths, pathLengths, windows }: Parcel, { memory, between }: Lying): (index: number) => Fragment {
  let next = 0;
  let offset = at;
  let pathAt = 0;
  return (wanted) => {
    for (; next < wanted; next++) {
      offset += (lengths[next] ?? 0) + between;
      pathAt += Math.max(0, pathLengths[next] ?? NO_PATH);
    }
    const size = lengths[wanted] ?? 0;
    const pathLength = pathLengths[wanted] ?? NO_PATH;
    const path = pathLength === NO_PATH ? undefined : paths.slice(pathAt, pathAt + pathLength);
    const { start, line, owned } = windows.find(({ index }) => index === wanted) ?? { start: 0, line: 1, owned: size };
    return { kind: "fragment", place: toPlace(parts[wanted] ?? LOG, path), bytes: new Uint8Array(memory, offset, size), start, line, owned };
  };
}

/** As much of the place as decides what is found; the rest stays with the sender. */
function toPlace(part: number, path: string | undefined): Place {
  if (part === LOG) return { kind: "log", file: path ?? "" };
  const place: ImagePlace = { kind: "image", platform: "", layer: null, part: imageParts[part] ?? "file", members: [], state: "final" };
  return path === undefined ? place : { ...place, path };
}

/** What was said, with the fragments' own places. */
export function readAnswer({ said }: Answer, fragments: readonly Fragment[]): Said[] {
  return said.map(([index, one]): Said => {
    const move = <T extends { readonly location: Located }>(draft: T): T => ({ ...draft, location: moveTo(fragments[index]?.place, draft.location) });
    return [index, { ...one, findings: one.findings.map(move), gaps: one.gaps.map(move) }];
  });
}

type Located = Inspected["findings"][number]["location"];

function moveTo(place: Place | undefined, location: Located): Located {
  if (!place) throw new Error("a thread spoke of a fragment that it was not given");
  const { line, offset } = location as { line?: number; offset?: number };
  return { ...place, ...(line !== undefined && { line }), ...(offset !== undefined && { offset }) };
}
