// From a container to its images: reads the top-level documents, applies what was asked for, names the subject.
import { InputError, type ReportSubject } from "../../../finding/index.ts";
import type { Container } from "../../../source/index.ts";
import type { ImageLimits } from "../limits.ts";
import { followArchive } from "./docker-archive.ts";
import { toBlobEntry } from "./blob.ts";
import { readDocument, type Document } from "./document.ts";
import { toMetadataPlace, type Resolution } from "./model.ts";
import { followIndex, resolveAttestations, tagsOf, type Walk } from "./oci-index.ts";
import { UNKNOWN_PLATFORM } from "./platform.ts";
import { archiveSchema, descriptorSchema, indexSchema, type ArchiveItem } from "./schema.ts";

type ResolveOptions = { readonly limits: ImageLimits; readonly platform?: string | undefined };

/** The images that are asked for. Throws InputError where the container is no image, or nothing in it is what was asked for. */
export async function resolveImages(container: Container, { limits, platform }: ResolveOptions): Promise<Resolution & { subject: ReportSubject }> {
  const resolution: Resolution = { images: [], attestations: [], listings: [], problems: [], referenced: new Set(), narrowed: platform !== undefined };
  const walk: Walk = { container, limits, resolution, platform, others: new Set(), platforms: new Map(), attestations: [], manifests: 0 };
  const index = await readTop(walk, "index.json");
  const archive = await readTop(walk, "manifest.json");
  if (!index && !archive) throw new InputError(`${container.name} is not an image: it has neither index.json nor manifest.json`);
  const top = select(walk, { descriptors: toDescriptors(container, index), items: toItems(container, archive) });
  await followIndex(walk, top.descriptors, []);
  await followArchive(walk, top.items);
  await resolveAttestations(walk);
  if (platform !== undefined && resolution.images.length === 0) throw new InputError(describePlatforms(container, platform, walk.others));
  addContainerProblems(container, resolution);
  return { ...resolution, subject: toSubject(container, resolution, { top, list: index ?? archive, platform }) };
}

async function readTop(walk: Walk, entry: string): Promise<Document | undefined> {
  const { container, limits, resolution } = walk;
  if (container.size(entry) === undefined && container.form !== "registry") return undefined;
  const document = await readDocument(container, { entry }, limits.metadataBytes);
  if (document.problems.some((problem) => problem.reason === "missing-blob")) return undefined;
  const [problem] = document.problems;
  if (problem) throw new InputError(`${container.name}: ${problem.detail}; make the image again`);
  resolution.listings.push({ document, platform: UNKNOWN_PLATFORM });
  resolution.referenced.add(entry);
  return document;
}

type Top = { readonly descriptors: readonly unknown[]; readonly items: readonly ArchiveItem[] };

function toDescriptors(container: Container, index: Document | undefined): readonly unknown[] {
  if (!index) return [];
  const parsed = indexSchema.safeParse(index.value);
  if (!parsed.success) throw new InputError(`${container.name}: index.json has no list of manifests; name an OCI image layout`);
  return parsed.data.manifests;
}

function toItems(container: Container, archive: Document | undefined): readonly ArchiveItem[] {
  if (!archive) return [];
  const parsed = archiveSchema.safeParse(archive.value);
  if (!parsed.success) throw new InputError(`${container.name}: manifest.json is not that of an image archive; make it with "docker save"`);
  return parsed.data;
}

/** What the container's selection names: a tag, or "@" and a position. */
function select(walk: Walk, top: Top): Top {
  const { selection, name } = walk.container;
  if (selection === undefined) return top;
  const position = /^@(\d+)$/.exec(selection)?.[1];
  const isTag = (tag: string): boolean => tag === selection || tag === `docker.io/library/${selection}` || tag === `docker.io/${selection}` || tag === `${selection}:latest`;
  const tags = (raw: unknown): string[] => {
    const parsed = descriptorSchema.safeParse(raw);
    return parsed.success ? tagsOf(parsed.data) : [];
  };
  const selected = position !== undefined
    ? { descriptors: top.descriptors.slice(Number(position)).slice(0, 1), items: top.descriptors.length > 0 ? [] : top.items.slice(Number(position)).slice(0, 1) }
    : { descriptors: top.descriptors.filter((raw) => tags(raw).some(isTag)), items: top.items.filter((item) => item.RepoTags?.some(isTag)) };
  if (selected.descriptors.length + selected.items.length === 0) {
    const known = [...new Set([...top.descriptors.flatMap(tags), ...top.items.flatMap((item) => item.RepoTags ?? [])])];
    throw new InputError(`${name} has no image ${selection}; ${known.length > 0 ? `it has ${known.join(", ")}` : "its images have no names, use @0 for the first"}`);
  }
  walk.resolution.narrowed = true;
  return selected;
}

function describePlatforms(container: Container, platform: string, others: ReadonlySet<string>): string {
  const known = others.size > 0 ? `it has ${[...others].sort().join(", ")}` : "it has no image at all";
  return `${container.name} has no image for platform ${platform}; ${known}`;
}

function addContainerProblems(container: Container, resolution: Resolution): void {
  for (const { reason, detail, entry } of container.problems ?? []) {
    resolution.problems.push({ reason, detail, place: toMetadataPlace(UNKNOWN_PLATFORM, "file", entry) });
  }
}

type Tops = { readonly top: Top; readonly list: Document | undefined; readonly platform: string | undefined };

/** One image is named by its manifest or config, several platforms by their index, several images by the list of them. */
function toSubject(container: Container, { images, listings }: Resolution, { top, list, platform }: Tops): ReportSubject {
  const named = (digest: string, digestKind: ReportSubject["digestKind"]): ReportSubject => ({ name: container.name, digest: { sha256: digest.slice(7) }, digestKind });
  const [image, ...others] = images;
  const isOne = others.length === 0 && (platform !== undefined || top.descriptors.length !== 1);
  if (image && isOne && image.facts.manifestDigest !== null) return named(image.facts.manifestDigest, "manifest");
  if (image && isOne && image.facts.configDigest !== null) return named(image.facts.configDigest, "config");
  const parsed = descriptorSchema.safeParse(top.descriptors[0]);
  const isListed = top.descriptors.length === 1 && images.every((known) => known.manifest !== undefined);
  if (isListed && parsed.success) {
    const entry = toBlobEntry(parsed.data.digest);
    const documents = [...images.map((known) => known.manifest), ...listings.map((listing) => listing.document)];
    const document = documents.find((candidate) => candidate?.entry === entry && candidate?.bytes.length);
    if (document) return named(document.digest, "manifest");
  }
  return list ? named(list.digest, "content") : { name: container.name, digest: null, digestKind: null };
}
