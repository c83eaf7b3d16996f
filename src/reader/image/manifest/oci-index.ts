// Follows an OCI index to its images: nested indexes, platforms, attestations, and everything that is none of them.
import type { Container } from "../../../source/index.ts";
import type { ImageLimits } from "../limits.ts";
import { assembleImage, toListedLayer } from "./assemble.ts";
import { digestOfEntry, toBlobEntry } from "./blob.ts";
import { readDocument, type Document } from "./document.ts";
import { toMetadataPlace, type Resolution } from "./model.ts";
import { isPlatform, toPlatformText, UNKNOWN_PLATFORM } from "./platform.ts";
import { descriptorSchema, indexSchema, manifestSchema, type Descriptor } from "./schema.ts";

/** Indexes inside indexes that are followed; registries and engines know two levels. */
const MOST_NESTED = 8;
const REFERENCE_NAME = "org.opencontainers.image.ref.name";
const IMAGE_NAME = "io.containerd.image.name";

export type Walk = {
  readonly container: Container;
  readonly limits: ImageLimits;
  readonly resolution: Resolution;
  readonly platform: string | undefined;
  /** Platforms that were passed over, for the message when none is left. */
  readonly others: Set<string>;
  /** Platform of each manifest by its digest, for the attestations about them. */
  readonly platforms: Map<string, string>;
  /** Attestation manifests, to be read once all images are known. */
  readonly attestations: { readonly descriptor: Descriptor; readonly document: Document }[];
  manifests: number;
};

/** Follows the descriptors of an index; `path` holds the digests that led here. */
export async function followIndex(walk: Walk, descriptors: readonly unknown[], path: readonly string[]): Promise<void> {
  for (const raw of descriptors) {
    const parsed = descriptorSchema.safeParse(raw);
    if (parsed.success) await followDescriptor(walk, parsed.data, path);
    else addProblem(walk, UNKNOWN_PLATFORM, { reason: "malformed", detail: "an entry of the index is not a descriptor" });
  }
}

/** Tags that an index gives to one of its entries. */
export function tagsOf({ annotations }: Descriptor): string[] {
  const tags = [annotations?.[REFERENCE_NAME], annotations?.[IMAGE_NAME]].filter((tag) => typeof tag === "string");
  return [...new Set(tags)];
}

async function followDescriptor(walk: Walk, descriptor: Descriptor, path: readonly string[]): Promise<void> {
  const platform = toPlatformText(descriptor.platform);
  const entry = toBlobEntry(descriptor.digest);
  if (path.includes(descriptor.digest)) return addProblem(walk, platform, { reason: "cycle", detail: "an index leads back to itself" });
  if (path.length >= MOST_NESTED) return addProblem(walk, platform, { reason: "depth-limit", detail: `indexes are nested deeper than ${MOST_NESTED} levels` });
  if (++walk.manifests > walk.limits.manifests) {
    if (walk.manifests === walk.limits.manifests + 1) addProblem(walk, platform, { reason: "count-limit", detail: `more than ${walk.limits.manifests} manifests; the rest was not read` });
    return;
  }
  if (entry === undefined) return addProblem(walk, platform, { reason: "unsupported-feature", detail: "a descriptor's digest is of no known kind" });
  if (isAttestation(descriptor)) return keepAttestation(walk, descriptor, entry);
  if (walk.platform !== undefined && platform !== UNKNOWN_PLATFORM && !isPlatform(platform, walk.platform)) {
    walk.others.add(platform);
    return;
  }
  const document = await readDocument(walk.container, { entry, digest: descriptor.digest, size: descriptor.size }, walk.limits.metadataBytes);
  walk.resolution.referenced.add(entry);
  for (const problem of document.problems) addProblem(walk, platform, problem);
  await followDocument(walk, { descriptor, document, platform }, [...path, descriptor.digest]);
}

type Followed = { readonly descriptor: Descriptor; readonly document: Document; readonly platform: string };

async function followDocument(walk: Walk, { descriptor, document, platform }: Followed, path: readonly string[]): Promise<void> {
  if (document.value === undefined) {
    if (document.bytes.length > 0) walk.resolution.listings.push({ document, platform });
    return;
  }
  const index = indexSchema.safeParse(document.value);
  if (index.success) {
    walk.resolution.listings.push({ document, platform });
    return followIndex(walk, index.data.manifests, path);
  }
  const manifest = manifestSchema.safeParse(document.value);
  const isImage = manifest.success && (manifest.data.config === undefined || isImageConfig(manifest.data.config.mediaType));
  if (isImage) return takeImage(walk, { descriptor, document, platform });
  walk.resolution.listings.push({ document, platform });
  const kind = manifest.success ? manifest.data.artifactType ?? manifest.data.config?.mediaType : descriptor.mediaType;
  addProblem(walk, platform, { reason: "unsupported-media-type", detail: `an entry of the index is no image (${kind || "no media type"}); its content was read only as it is stored` });
}

async function takeImage(walk: Walk, { descriptor, document, platform }: Followed): Promise<void> {
  const { container, limits, resolution } = walk;
  const { config: stated, layers } = manifestSchema.parse(document.value);
  const entry = stated && toBlobEntry(stated.digest);
  const config = stated && entry !== undefined ? await readDocument(container, { entry, digest: stated.digest, size: stated.size }, limits.metadataBytes) : undefined;
  if (!config) addProblem(walk, platform, { reason: "missing-blob", detail: "the manifest names no config" });
  if (entry !== undefined) resolution.referenced.add(entry);
  const listed = layers.flatMap((layer) => {
    const parsed = descriptorSchema.safeParse(layer);
    if (!parsed.success) addProblem(walk, platform, { reason: "malformed", detail: "a layer of the manifest is not a descriptor" });
    return parsed.success ? [toListedLayer(parsed.data)] : [];
  });
  const before = resolution.problems.length;
  const image = assembleImage(resolution, container, { manifest: document, config, layers: listed, platform, tags: tagsOf(descriptor) });
  if (walk.platform !== undefined && !isPlatform(image.facts.platform, walk.platform)) {
    walk.others.add(image.facts.platform);
    resolution.problems.length = before;
    return;
  }
  walk.platforms.set(descriptor.digest, image.facts.platform);
  resolution.images.push(image);
}

/** BuildKit's mark on the manifests of its attestations (docs/attestations/attestation-storage.md of moby/buildkit). */
function isAttestation({ annotations }: Descriptor): boolean {
  return annotations?.["vnd.docker.reference.type"] === "attestation-manifest";
}

function isImageConfig(mediaType: string): boolean {
  return ["", "application/vnd.oci.image.config.v1+json", "application/vnd.docker.container.image.v1+json"].includes(mediaType);
}

async function keepAttestation(walk: Walk, descriptor: Descriptor, entry: string): Promise<void> {
  const document = await readDocument(walk.container, { entry, digest: descriptor.digest, size: descriptor.size }, walk.limits.metadataBytes);
  walk.resolution.referenced.add(entry);
  walk.attestations.push({ descriptor, document });
}

/** Attestations about images that were asked for; those about others are left out with them. */
export async function resolveAttestations(walk: Walk): Promise<void> {
  for (const { descriptor, document } of walk.attestations) {
    const about = descriptor.annotations?.["vnd.docker.reference.digest"];
    const platform = walk.platforms.get(String(about)) ?? UNKNOWN_PLATFORM;
    if (walk.platform !== undefined && platform === UNKNOWN_PLATFORM) continue;
    walk.resolution.listings.push({ document, platform });
    for (const problem of document.problems) walk.resolution.problems.push({ ...problem, place: toMetadataPlace(platform, "attestation") });
    const manifest = manifestSchema.safeParse(document.value);
    if (document.value !== undefined && !manifest.success) {
      walk.resolution.problems.push({ reason: "malformed", detail: "an attestation's manifest has no list of layers", place: toMetadataPlace(platform, "attestation") });
    }
    const blobs = manifest.success ? [manifest.data.config, ...manifest.data.layers] : [];
    for (const blob of blobs) takeStatement(walk, blob, platform);
  }
}

function takeStatement({ resolution }: Walk, raw: unknown, platform: string): void {
  if (raw === undefined) return;
  const parsed = descriptorSchema.safeParse(raw);
  const entry = parsed.success ? toBlobEntry(parsed.data.digest) : undefined;
  if (!parsed.success || entry === undefined) {
    resolution.problems.push({ reason: "malformed", detail: "an attestation is not named by a digest", place: toMetadataPlace(platform, "attestation") });
    return;
  }
  resolution.referenced.add(entry);
  const { digest, size, annotations, mediaType } = parsed.data;
  const predicate = annotations?.["in-toto.io/predicate-type"];
  resolution.attestations.push({ entry, digest: digestOfEntry(entry) ?? digest, size, platform, path: typeof predicate === "string" ? predicate : mediaType });
}

function addProblem({ resolution }: Walk, platform: string, problem: Omit<Resolution["problems"][number], "place">): void {
  resolution.problems.push({ ...problem, place: toMetadataPlace(platform, "annotation") });
}
