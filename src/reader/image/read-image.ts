// The image reader: from a container to everything that the image holds, as fragments with their places, and gaps.
import type { ImagePlace, Ledger, ReportSubject } from "../../finding/index.ts";
import type { Container } from "../../source/index.ts";
import type { Reading } from "../index.ts";
import { ByteReader } from "./content/byte-reader.ts";
import { Budget, type Context } from "./content/context.ts";
import { createContext } from "./content/inspect.ts";
import { orderLayers } from "./layer-order.ts";
import { readOrRecall, type LayerMemory } from "./recall.ts";
import { defaultLimits, type ImageLimits } from "./limits.ts";
import { BlobReader, digestOfEntry, type Expected } from "./manifest/blob.ts";
import { toMetadataPlace, type ImageFacts, type Resolution } from "./manifest/model.ts";
import { UNKNOWN_PLATFORM } from "./manifest/platform.ts";
import { resolveImages } from "./manifest/resolve.ts";
import { readListing, readMetadata } from "./metadata.ts";
import { Outlet, type Hold } from "./outlet.ts";
import { LayerNames, Overlay } from "./overlay.ts";

type ImageOptions = {
  /** os/architecture[/variant]; all platforms where absent. */
  readonly platform?: string;
  readonly limits?: Partial<ImageLimits>;
  readonly ledger: Ledger;
  /** Copies each window to where it will be examined; a copy anywhere where absent. */
  readonly hold?: Hold | undefined;
  /** Remembers what earlier runs made of layers; without one every layer is read. */
  readonly memory?: LayerMemory | undefined;
};

type ImageReading = {
  readonly subject: ReportSubject;
  readonly images: readonly ImageFacts[];
  /** To be iterated once; abandoning it closes what is open. */
  readonly readings: AsyncIterable<readonly Reading[]>;
};

/** Throws InputError where the container is no image, or has nothing of what is asked for; all else is a gap among the readings. */
export async function readImage(container: Container, options: ImageOptions): Promise<ImageReading> {
  const limits = { ...defaultLimits, ...options.limits };
  const { subject, ...resolution } = await resolveImages(container, { limits, platform: options.platform });
  const outlet = new Outlet(options.ledger, limits, options.hold);
  const context = createContext(outlet, limits);
  return {
    subject,
    images: resolution.images.map((image) => image.facts),
    readings: outlet.readings(() => readAll(context, container, { ...resolution, memory: options.memory })),
  };
}

/** Name and digest of an image, from its documents alone; of one platform where one is asked for. Throws as `readImage` does. */
export async function readSubject(container: Container, { platform }: Pick<ImageOptions, "platform"> = {}): Promise<ReportSubject> {
  return (await resolveImages(container, { limits: defaultLimits, platform })).subject;
}

type Task = Resolution & { readonly memory: LayerMemory | undefined };

async function readAll(context: Context, container: Container, resolution: Task): Promise<void> {
  const { outlet } = context;
  for (const { place, ...problem } of resolution.problems) outlet.gap(problem.reason, place, problem);
  for (const listing of resolution.listings) readListing(outlet, listing);
  for (const image of resolution.images) {
    outlet.ledger.saw("images");
    readMetadata(outlet, image);
    if (image.layers.length > 0 || image.config?.value) outlet.ledger.examined("images");
    if (outlet.full) await outlet.drained();
  }
  await readLayers(context, container, resolution);
  for (const { entry, digest, size, platform, path } of resolution.attestations) {
    await readBlob(context, container, { entry, digest, size, place: toMetadataPlace(platform, "attestation", path) });
  }
  await readLoose(context, container, resolution);
  if (!resolution.images.some((image) => image.layers.length > 0 || image.config?.value)) {
    outlet.gap("nothing-examined", toMetadataPlace(UNKNOWN_PLATFORM, "config"), { detail: "there is no image with layers or a config" });
  }
}

async function readLayers(context: Context, container: Container, { images, memory }: Task): Promise<void> {
  const overlays = new Map(images.map((image) => [image, new Overlay()]));
  const left = new Map(images.map((image) => [image, new Set(image.layers.filter((layer) => layer.listed).map((layer) => layer.entry)).size]));
  for (const task of orderLayers(images)) {
    for (const image of task.images) left.set(image, (left.get(image) ?? 1) - 1);
    const isAbove = task.images.some((image) => (left.get(image) ?? 0) > 0);
    const shown = task.images.map((image) => overlays.get(image)).filter((overlay) => overlay !== undefined);
    const names = await readOrRecall(context, { container, task, overlays: shown, names: isAbove ? new LayerNames() : undefined }, memory);
    for (const image of task.images) {
      if (names && (left.get(image) ?? 0) > 0) overlays.get(image)?.add(names);
      else overlays.delete(image);
    }
  }
}

/** What no document names: leftovers of other builds, files of old archive formats, things that were put there. */
async function readLoose(context: Context, container: Container, { referenced, narrowed }: Resolution): Promise<void> {
  if (narrowed) return;
  for (const entry of container.list()) {
    if (referenced.has(entry) || container.aliasOf?.(entry) !== undefined) continue;
    context.outlet.ledger.saw("files");
    const before = context.outlet.gaps;
    await readBlob(context, container, { entry, digest: digestOfEntry(entry), place: toMetadataPlace(UNKNOWN_PLATFORM, "file", entry) });
    if (context.outlet.gaps === before) context.outlet.ledger.examined("files");
  }
}

async function readBlob(context: Context, container: Container, { place, ...expected }: Expected & { place: ImagePlace }): Promise<void> {
  const blob = new BlobReader(container, expected);
  const reader = new ByteReader(blob.chunks());
  const size = container.size(expected.entry) ?? expected.size;
  try {
    await context.inspectStream({ place, depth: 0, budget: new Budget(context.limits, size ?? 0) }, reader, size);
    while (await reader.next());
  } finally {
    await reader.close();
  }
  for (const problem of blob.problems) context.outlet.gap(problem.reason, place, problem);
  if (context.outlet.full) await context.outlet.drained();
}
