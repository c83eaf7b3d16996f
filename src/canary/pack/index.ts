// What the planted image hides its values in, besides what Node writes itself.
export { archivers } from "./archives.ts";
export { compilers } from "./code.ts";
export { compressors } from "./compressed.ts";
