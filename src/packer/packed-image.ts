// What the packer hands on: the image's digests and, component by component, what was put in.
import type { Platform, WrittenLayer } from "../layout/index.ts";

/** hex digests; npm's integrity is the SHA-512 of the package's archive, a file's SHA-256 that of its content. */
export type ComponentHash = { readonly algorithm: "SHA-256" | "SHA-512" | "SHA-1" | "SHA-384"; readonly hex: string };

export type Component = {
  /** runtime: Node itself · debian: a package of the building machine · npm: a production dependency · file: owned by no package. */
  readonly kind: "runtime" | "debian" | "npm" | "file";
  readonly name: string;
  readonly version: string;
  /** Package URL; none for a file. */
  readonly purl?: string;
  /** As its package states it: an SPDX id or expression, or some other text. */
  readonly license?: string;
  readonly hashes: readonly ComponentHash[];
  /** Unique in the image; what `dependsOn` names. */
  readonly ref: string;
  readonly dependsOn: readonly string[];
};

export type PackedImage = {
  /** From the service's package.json. */
  readonly name: string;
  readonly version: string;
  /** sha256:<hex> of the manifest, and of the config, which Docker calls the image id. */
  readonly digest: string;
  readonly configDigest: string;
  readonly platform: Platform;
  readonly created: Date;
  readonly layers: readonly WrittenLayer[];
  readonly components: readonly Component[];
  /** Refs of the components that the service itself asks for. */
  readonly dependsOn: readonly string[];
};

const ALGORITHMS: Readonly<Record<string, ComponentHash["algorithm"]>> = { sha1: "SHA-1", sha256: "SHA-256", sha384: "SHA-384", sha512: "SHA-512" };

/** npm's integrity string (W3C Subresource Integrity) to hex digests, as an SBOM states them; none for an absent string. */
export function toHashes(integrity: string | undefined): ComponentHash[] {
  return (integrity ?? "").split(/\s+/).flatMap((item) => {
    const [, name = "", base64 = ""] = /^([a-z0-9]+)-([A-Za-z0-9+/=]+)/.exec(item) ?? [];
    const algorithm = ALGORITHMS[name];
    return algorithm === undefined ? [] : [{ algorithm, hex: Buffer.from(base64, "base64").toString("hex") }];
  });
}
