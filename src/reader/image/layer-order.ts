// In which order layers are read: each once, however many images share it, and after all layers that stand above it.
import type { Image, Layer } from "./manifest/model.ts";

/** A layer that is to be read, with the images that it is part of; the place is that in the first of them. */
export type LayerTask = {
  readonly image: Image;
  readonly layer: Layer;
  readonly images: readonly Image[];
};

/**
 * Top layers first, so that what an upper layer hides is known when the lower one streams by. Images whose layers stand in
 * contradictory orders have no such order; the first image's then counts.
 */
export function orderLayers(images: readonly Image[]): LayerTask[] {
  const above = new Map<string, Set<string>>();
  const tasks = new Map<string, LayerTask & { images: Image[] }>();
  for (const image of images) {
    const upper = new Set<string>();
    for (const layer of image.layers.filter((candidate) => candidate.listed).toReversed()) {
      // Of a layer that stands twice in an image the upper one counts: it is shown wherever the lower one is.
      if (upper.has(layer.entry)) continue;
      const task = tasks.get(layer.entry) ?? { image, layer, images: [] };
      if (!task.images.includes(image)) task.images.push(image);
      tasks.set(layer.entry, task);
      const known = above.get(layer.entry) ?? new Set();
      for (const entry of upper) known.add(entry);
      above.set(layer.entry, known);
      upper.add(layer.entry);
    }
  }
  return sort(tasks, above);
}

function sort(tasks: ReadonlyMap<string, LayerTask>, above: ReadonlyMap<string, ReadonlySet<string>>): LayerTask[] {
  const ordered: LayerTask[] = [];
  const waiting = new Map(tasks);
  while (waiting.size > 0) {
    const free = [...waiting.keys()].filter((entry) => ![...(above.get(entry) ?? [])].some((upper) => waiting.has(upper)));
    const next = free.length > 0 ? free : [...waiting.keys()].slice(0, 1);
    for (const entry of next) {
      const task = waiting.get(entry);
      if (task) ordered.push(task);
      waiting.delete(entry);
    }
  }
  return ordered;
}
