// Side room, the cache of layers: what earlier runs made of layers, by the digests of layer, rules and program. Holds redacted text only.
export { findCacheFolder } from "./folder.ts";
export { openLayerCache, type LayerCache } from "./layer-cache.ts";
export { programDigest } from "./program.ts";
