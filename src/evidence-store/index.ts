// Side room, where evidence rests: beside the image in its registry, and in an archive that can be handed to an assessor.
export { attachBundle, BUNDLE_TYPE } from "./attach.ts";
export { collectFiles } from "./archive/collect.ts";
export { judgeArchive, type ArchiveLine } from "./archive/judge.ts";
export { manifestSchema } from "./archive/manifest.ts";
export { openArchive, packArchive } from "./archive/pack.ts";
