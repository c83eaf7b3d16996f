// Puts a location into words: the spot that a person goes to, and what surrounds it.
import type { ImagePart, Location } from "../../finding/index.ts";
import { show } from "../clean.ts";
import { shortDigest } from "./wording.ts";

export type PlaceView = {
  /** Shortest unique name of the spot, such as `app/.env:12`; clean and shortened. */
  readonly spot: string;
  /** What it is part of, outermost first; clean and shortened. */
  readonly context: readonly { readonly label: string; readonly value: string }[];
};

type ImageLocation = Extract<Location, { kind: "image" }>;
type WorkflowLocation = Extract<Location, { kind: "workflow" }>;

const partWords: { readonly [P in ImagePart]: string } = {
  "file": "", "file-name": "name of ", "link-target": "link target of ", "xattr": "extended attribute of ",
  "env": "environment variable ", "label": "label ", "history": "build history ", "config": "image config ",
  "annotation": "annotation ", "attestation": "attestation ",
};

export function viewPlace(location: Location): PlaceView {
  switch (location.kind) {
    case "image":
      return { spot: imageSpot(location), context: imageContext(location) };
    case "log":
      return { spot: show(location.file) + position(location), context: named({ job: location.job, step: location.step }) };
    case "workflow":
      return { spot: `${show(location.file)}:${location.line}:${location.column}`, context: named({ job: location.job, path: callChain(location) }) };
    case "evidence":
      return { spot: show(location.file), context: named({ at: location.pointer }) };
    default:
      return location satisfies never;
  }
}

/** The whole place on one line, for renderings that have no room for more. */
export function placeLine(location: Location): string {
  const { spot, context } = viewPlace(location);
  return [spot, ...context.map(({ label, value }) => `${label} ${value}`)].join(", ");
}

function imageSpot(location: ImageLocation): string {
  const name = `${partWords[location.part]}${location.path === undefined ? "" : show(location.path)}`.trimEnd();
  const inside = location.members.map((member) => ` › ${show(member)}`).join("");
  return `${name === "" ? "image" : name}${inside}${position(location)}`;
}

function imageContext(location: ImageLocation): PlaceView["context"] {
  const { layer } = location;
  return named({
    layer: layer === null ? undefined : `${layer.index} (${shortDigest(layer.diffId)}), ${location.platform}`,
    image: layer === null ? location.platform : undefined,
    "made by": layer?.createdBy,
    state: stateSentence(location.state),
  });
}

/** A deleted file is the classic surprise: gone for the container, there for everybody who pulls the image. */
function stateSentence(state: ImageLocation["state"]): string | undefined {
  switch (state) {
    case "final":
      return undefined;
    case "deleted":
    case "overwritten":
      return `${state} by a later layer, still in the image`;
    default:
      return state satisfies never;
  }
}

function callChain(location: WorkflowLocation): string | undefined {
  return location.path.length === 0 ? undefined : location.path.map((hop) => show(hop, 120)).join(" → ");
}

function position(location: { readonly line?: number | undefined; readonly offset?: number | undefined }): string {
  if (location.line !== undefined) return `:${location.line}`;
  return location.offset === undefined ? "" : ` (byte ${location.offset})`;
}

/** A chain of calls keeps its length: each hop was shortened by itself. */
function named(values: { readonly [label: string]: string | null | undefined }): PlaceView["context"] {
  return Object.entries(values).flatMap(([label, value]) =>
    value === null || value === undefined || value === "" ? [] : [{ label, value: label === "path" ? value : show(value) }]);
}
