// Side room, the OCI layout writer: entries in, layer blobs and image documents out. Pure; opens and writes no file.
// Small on purpose, since the self-tests of scanning doors are built on it.
export { arrangeEntries, toEntries, type Content, type Entry, type FileTable } from "./entry.ts";
export { writeTar } from "./tar.ts";
export { writeLayer, type Compression, type LayerSpec, type Sink, type WrittenLayer } from "./layer.ts";
export { blobPath, composeImage, type ImageSpec, type Platform, type RunConfig } from "./image.ts";
export { memoryImage, type MemoryLayer } from "./memory-image.ts";
