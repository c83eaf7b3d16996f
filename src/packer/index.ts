// Side room, the packer: a Node service in, an OCI layout and what it is made of out. It reads the service's folder, its
// lock file and installed packages, this machine's Node and libraries, and a Docker engine where asked; it never prints.
export { packService, type PackOptions } from "./pack-service.ts";
export { type Component, type ComponentHash, type PackedImage } from "./packed-image.ts";
export { type NodeBinary } from "./runtime-layer.ts";
export { toSbom } from "./sbom.ts";
export { writeDockerArchive } from "./docker/archive.ts";
export { buildWithDocker, findEngine } from "./docker/build.ts";
