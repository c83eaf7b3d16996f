// An image from its manifest and config: which layer is which, and where the two disagree.
import type { Container } from "../../../source/index.ts";
import { toBlobEntry, toEntryName } from "./blob.ts";
import type { Document } from "./document.ts";
import { toMetadataPlace, type Image, type Layer, type Resolution } from "./model.ts";
import { toPlatformText, UNKNOWN_PLATFORM } from "./platform.ts";
import { configSchema, type Descriptor, type ImageConfig } from "./schema.ts";

/** A layer as the manifest lists it. */
export type ListedLayer = { readonly entry: string; readonly digest: string | null; readonly mediaType: string; readonly size: number | null };

type ImageParts = {
  readonly manifest: Document | undefined;
  readonly config: Document | undefined;
  readonly layers: readonly ListedLayer[];
  /** Platform that the index states. */
  readonly platform: string;
  readonly tags: readonly string[];
};

export function toListedLayer({ digest, mediaType, size }: Descriptor): ListedLayer {
  return { entry: toBlobEntry(digest) ?? digest, digest, mediaType, size: size ?? null };
}

/** The image; disagreements and unreadable parts go to the resolution's problems. */
export function assembleImage(resolution: Resolution, container: Container, parts: ImageParts): Image {
  const parsed = parts.config?.value === undefined ? undefined : configSchema.safeParse(parts.config.value);
  const config = parsed?.success ? parsed.data : undefined;
  const own = toPlatformText(config);
  const platform = own === UNKNOWN_PLATFORM ? parts.platform : own;
  const configPlace = toMetadataPlace(platform, "config");
  for (const problem of parts.config?.problems ?? []) resolution.problems.push({ ...problem, place: configPlace });
  if (parsed && !parsed.success) resolution.problems.push({ reason: "malformed", detail: "the image's config has no list of layers", place: configPlace });
  const layers = toLayers(container, parts.layers, config);
  reportDisagreement(resolution, { platform, layers, config, parts });
  for (const layer of layers) resolution.referenced.add(layer.entry);
  return {
    layers,
    manifest: parts.manifest,
    config: parts.config && { document: parts.config, value: config },
    facts: {
      platform,
      tags: parts.tags,
      manifestDigest: parts.manifest?.digest ?? null,
      configDigest: parts.config && parts.config.bytes.length > 0 ? parts.config.digest : null,
      layers: layers.map((layer) => layer.facts),
    },
  };
}

function toLayers(container: Container, listed: readonly ListedLayer[], config: ImageConfig | undefined): Layer[] {
  const diffIds = config?.rootfs.diff_ids ?? [];
  const steps = (config?.history ?? []).filter((step) => step.empty_layer !== true);
  const count = Math.max(listed.length, diffIds.length);
  return Array.from({ length: count }, (_, index): Layer => {
    const layer = listed[index];
    const createdBy = steps[index]?.created_by ?? "";
    const diffId = diffIds[index] ?? null;
    const name = toEntryName(layer?.entry ?? "");
    const entry = container.aliasOf?.(name) ?? name;
    const size = layer?.size ?? container.size(entry) ?? null;
    return {
      entry,
      listed: layer !== undefined,
      place: { index, diffId: diffId ?? "unknown", createdBy },
      facts: { index, diffId, digest: layer?.digest ?? null, mediaType: layer?.mediaType ?? "", size, createdBy },
    };
  });
}

type Disagreement = { readonly platform: string; readonly layers: readonly Layer[]; readonly config: ImageConfig | undefined; readonly parts: ImageParts };

function reportDisagreement(resolution: Resolution, { platform, layers, config, parts }: Disagreement): void {
  if (!config) return;
  const diffIds = config.rootfs.diff_ids.length;
  if (parts.layers.length > diffIds) {
    const detail = `the config lists ${diffIds} layers, the manifest ${parts.layers.length}: the others cannot be verified`;
    resolution.problems.push({ reason: "digest-mismatch", detail, place: toMetadataPlace(platform, "config", "rootfs.diff_ids") });
  }
  for (const layer of layers.filter((candidate) => !candidate.listed)) {
    const place = { ...toMetadataPlace(platform, "file"), layer: layer.place };
    resolution.problems.push({ reason: "missing-blob", detail: "the config lists this layer, the manifest doesn't", place });
  }
}
