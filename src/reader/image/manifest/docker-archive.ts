// The manifest.json of a docker-archive: the only list of images in archives of engines before 25, a second one beside index.json since.
import { assembleImage, type ListedLayer } from "./assemble.ts";
import { digestOfEntry, toEntryName } from "./blob.ts";
import { readDocument } from "./document.ts";
import type { Image } from "./model.ts";
import type { Walk } from "./oci-index.ts";
import { isPlatform, UNKNOWN_PLATFORM } from "./platform.ts";
import type { ArchiveItem } from "./schema.ts";

const LAYER_TYPE = "application/vnd.docker.image.rootfs.diff.tar";

/** Adds the images of manifest.json; one that the index has named already, with the same config and layers, isn't read twice. */
export async function followArchive(walk: Walk, items: readonly ArchiveItem[]): Promise<void> {
  for (const item of items) await takeItem(walk, item);
}

async function takeItem(walk: Walk, item: ArchiveItem): Promise<void> {
  const { container, limits, resolution } = walk;
  const named = toEntryName(item.Config);
  const entry = container.aliasOf?.(named) ?? named;
  const document = await readDocument(container, { entry, digest: digestOfEntry(named) }, limits.metadataBytes);
  resolution.referenced.add(entry).add(named);
  const layers = (item.Layers ?? []).map((name): ListedLayer => {
    resolution.referenced.add(toEntryName(name));
    return { entry: name, digest: digestOfEntry(toEntryName(name)) ?? null, mediaType: LAYER_TYPE, size: null };
  });
  const before = resolution.problems.length;
  const parts = { manifest: undefined, config: document, layers, platform: UNKNOWN_PLATFORM, tags: item.RepoTags ?? [] };
  const image = assembleImage(resolution, container, parts);
  const isOther = walk.platform !== undefined && !isPlatform(image.facts.platform, walk.platform);
  if (isOther) walk.others.add(image.facts.platform);
  if (isOther || resolution.images.some((known) => isSame(known, image))) {
    resolution.problems.length = before;
    return;
  }
  resolution.images.push(image);
}

function isSame(known: Image, image: Image): boolean {
  return known.facts.configDigest === image.facts.configDigest && known.layers.length === image.layers.length
    && known.layers.every((layer, index) => layer.entry === image.layers[index]?.entry);
}
