// Places in SARIF terms. Everything has a physical location with a relative URI, since code scanning refuses results without one.
import type { Location } from "../../finding/index.ts";
import { clean, show } from "../clean.ts";
import { placeLine } from "../view/place.ts";
import { messageText } from "./sarif-message.ts";

/** Viewers want a line; a statement about the whole file stands at its first. */
const WHOLE_FILE = { region: { startLine: 1 } };

type Json = { readonly [key: string]: unknown };
type ImageLocation = Extract<Location, { kind: "image" }>;

/** The bases have no address here: whoever reads the file knows where the checkout, the image and the logs are. */
export const URI_BASES = {
  IMAGE: { description: { text: "The inspected image. Below it come the part (file, env, label and so on), the path, and the members of nested archives behind !/." } },
  LOGS: { description: { text: "The folder or archive of job logs." } },
  EVIDENCE: { description: { text: "The folder of evidence." } },
  SRCROOT: { description: { text: "The root of the audited repository." } },
};

export function sarifLocation(location: Location): Json {
  return { physicalLocation: physicalLocation(location), ...logicalLocations(location) };
}

function physicalLocation(location: Location): Json {
  switch (location.kind) {
    case "image":
      return { artifactLocation: { uri: imageUri(location), uriBaseId: "IMAGE" }, ...region(location) };
    case "log":
      return { artifactLocation: { uri: relativeUri(location.file), uriBaseId: "LOGS" }, ...region(location) };
    case "workflow":
      return {
        artifactLocation: { uri: relativeUri(location.file), uriBaseId: "SRCROOT" },
        region: { startLine: location.line, startColumn: location.column },
      };
    case "evidence":
      return { artifactLocation: { uri: relativeUri(location.file), uriBaseId: "EVIDENCE" }, ...WHOLE_FILE };
    default:
      return location satisfies never;
  }
}

/** Without layer and platform: they change from build to build, and the alert would be closed and opened again. */
function imageUri(location: ImageLocation): string {
  return relativeUri(["image", location.part, ...(location.path === undefined ? [] : [location.path])].join("/"))
    + location.members.map((member) => `!/${relativeUri(member)}`).join("");
}

/** Each segment percent-encoded (RFC 3986); no empty or dot segment survives, so that no reader resolves it to somewhere else. */
export function relativeUri(path: string): string {
  const segments = path.split("/").filter((segment) => segment !== "" && segment !== ".");
  return segments.map((segment) => (segment === ".." ? "%2E%2E" : encodeURIComponent(segment.toWellFormed()))).join("/") || "unnamed";
}

function region(location: { readonly line?: number | undefined; readonly offset?: number | undefined }): Json {
  if (location.line !== undefined) return { region: { startLine: location.line } };
  return location.offset === undefined ? WHOLE_FILE : { region: { byteOffset: location.offset } };
}

function logicalLocations(location: Location): Json {
  switch (location.kind) {
    case "image":
      return { logicalLocations: [imageLogical(location)] };
    case "log":
      return jobLogical([location.job, location.step]);
    case "workflow":
      return jobLogical([location.job ?? undefined]);
    case "evidence":
      return { logicalLocations: [{ name: clean(location.pointer), fullyQualifiedName: clean(`${location.file}#${location.pointer}`), kind: "member" }] };
    default:
      return location satisfies never;
  }
}

function imageLogical(location: ImageLocation): Json {
  const { layer } = location;
  const name = layer === null ? "metadata" : `layer ${layer.index}`;
  return {
    name,
    fullyQualifiedName: clean(`${location.platform}/${layer === null ? "metadata" : layer.diffId}`),
    kind: layer === null ? "imageMetadata" : "imageLayer",
    properties: { state: location.state, ...(layer === null ? {} : { index: layer.index, diffId: layer.diffId, createdBy: layer.createdBy }) },
  };
}

function jobLogical(names: readonly (string | undefined)[]): Json {
  const known = names.filter((name) => name !== undefined && name !== "").map((name) => clean(name ?? ""));
  return known.length === 0 ? {} : { logicalLocations: [{ name: known.at(-1) ?? "", fullyQualifiedName: known.join("/"), kind: "job" }] };
}

/** The chain of calls that leads to the place, root first; entries are file:job, and a job id holds no colon. */
export function threadFlow(location: Location): Json | undefined {
  if (location.kind !== "workflow" || location.path.length === 0) return undefined;
  const hops = location.path.map((hop) => ({
    location: {
      physicalLocation: { artifactLocation: { uri: relativeUri(hop.replace(/:[^:]*$/, "")), uriBaseId: "SRCROOT" } },
      message: { text: messageText(show(hop)) },
    },
  }));
  const end = { location: { ...sarifLocation(location), message: { text: messageText(placeLine({ ...location, path: [] })) } } };
  return { locations: [...hops, end] };
}
