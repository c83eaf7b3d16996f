// Room 2, images. In: a container. Out: fragments of everything that its images hold, and gaps for what could not be read.
// Never opens anything itself, never skips a path, never trusts a size, a digest or an extension.
export { readImage, readSubject } from "./read-image.ts";
export { defaultLimits, parseLimits, type ImageLimits } from "./limits.ts";
export { LayerNames, nameKinds, type KeptNames, type NameKind } from "./overlay.ts";
export type { LayerLesson, LayerMemory, LayerRecord } from "./recall.ts";
export type { ImageFacts } from "./manifest/model.ts";
