// Everything that an image says besides its layers: variables, labels, history, commands, annotations.
import type { ImagePart } from "../../finding/index.ts";
import { textsOf } from "./json-text.ts";
import type { Document } from "./manifest/document.ts";
import { toMetadataPlace, type Image, type Listing } from "./manifest/model.ts";
import type { Outlet } from "./outlet.ts";

/** Digests, media types and times, which every document is full of; anything else under their names is read. */
const FORMAL = /^((sha256:[0-9a-f]{64}|sha512:[0-9a-f]{128})( |$))+$|^application\/vnd\.[a-z0-9.+-]{1,80}$|^\d{4}-\d\d-\d\dT[\d:.]{8,18}(Z|[+-]\d\d:\d\d)$/;

/** Names of blobs in a docker-archive's list of images. */
const BLOB_NAMES = /^((blobs\/sha256\/)?[0-9a-f]{64}(\.json|\/layer\.tar)?( |$))+$/;

/** Puts out the texts of an index, a manifest or the list of an archive. */
export function readListing(outlet: Outlet, { document, platform }: Listing): void {
  const part = "annotation";
  countDocument(outlet, document);
  readHidden(outlet, document, { part, platform });
  for (const { path, key, text } of textsOf(document.value)) {
    if (FORMAL.test(text) || ((key === "Config" || key === "Layers") && BLOB_NAMES.test(text))) continue;
    const name = annotationName(path);
    outlet.content(toMetadataPlace(platform, part, name ?? path), Buffer.from(name !== undefined ? `${name}=${text}` : `${key}=${text}`));
  }
}

/** Puts out the texts of an image's manifest and config. */
export function readMetadata(outlet: Outlet, image: Image): void {
  const { platform } = image.facts;
  if (image.manifest) readListing(outlet, { document: image.manifest, platform });
  if (!image.config) return;
  const { document } = image.config;
  countDocument(outlet, document);
  readHidden(outlet, document, { part: "config", platform });
  if (typeof document.value !== "object" || document.value === null) return;
  const { history, config, ...rest } = document.value as Record<string, unknown>;
  const variables = readConfig(outlet, platform, config);
  readHistory(outlet, image, history);
  for (const { path, key, text } of textsOf(rest)) {
    // Engines before 23 keep a copy of the config under container_config.
    const isCopy = path === "container_config.Env" && text === variables;
    if (!isCopy && !FORMAL.test(text)) outlet.content(toMetadataPlace(platform, "config", path), Buffer.from(`${key}=${text}`));
  }
}

/** Gives back the variables as one text, to know a copy by. */
function readConfig(outlet: Outlet, platform: string, config: unknown): string {
  if (typeof config !== "object" || config === null) return "";
  const { Env, Labels, ...rest } = config as Record<string, unknown>;
  const variables = Array.isArray(Env) ? Env.filter((item) => typeof item === "string") : [];
  for (const variable of variables) {
    outlet.content(toMetadataPlace(platform, "env", variable.split("=", 1)[0] ?? ""), Buffer.from(variable));
  }
  const isPlain = Array.isArray(Env) && variables.length === Env.length;
  const labels = typeof Labels === "object" && Labels !== null ? Object.entries(Labels) : [];
  for (const [name, value] of labels) {
    const texts = typeof value === "string" ? [value] : [...textsOf(value)].map(({ text }) => text);
    outlet.content(toMetadataPlace(platform, "label", name), Buffer.from(`${name}=${texts.join(" ")}`));
  }
  for (const { path, key, text } of textsOf(isPlain || Env === undefined ? rest : { ...rest, Env })) {
    outlet.content(toMetadataPlace(platform, "config", `config.${path}`), Buffer.from(`${key}=${text}`));
  }
  return variables.join(" ");
}

/** Each step's texts belong to the layer that it made; steps that made none have no layer. */
function readHistory(outlet: Outlet, image: Image, history: unknown): void {
  if (!Array.isArray(history)) {
    for (const { path, text } of textsOf(history)) outlet.content(toMetadataPlace(image.facts.platform, "history", path), Buffer.from(text));
    return;
  }
  let index = 0;
  for (const step of history) {
    const isEmpty = typeof step === "object" && step !== null && "empty_layer" in step && step.empty_layer === true;
    const layer = isEmpty ? null : image.layers[index++]?.place ?? null;
    for (const { path, text } of textsOf(step)) {
      if (!FORMAL.test(text)) outlet.content({ ...toMetadataPlace(image.facts.platform, "history", path), layer }, Buffer.from(text));
    }
  }
}

function countDocument({ ledger }: Outlet, document: Document): void {
  ledger.saw("metadata");
  if (document.bytes.length > 0) ledger.examined("metadata");
}

/** Text that parsing loses is read as it stands. */
function readHidden(outlet: Outlet, document: Document, { part, platform }: { part: ImagePart; platform: string }): void {
  if (document.hidden) outlet.content(toMetadataPlace(platform, part), document.bytes);
}

function annotationName(path: string): string | undefined {
  const at = path.search(/(^|\.)annotations\./);
  return at < 0 ? undefined : path.slice(path.indexOf("annotations.", at) + "annotations.".length);
}
