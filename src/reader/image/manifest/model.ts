// What the manifests of a container say, resolved: images with their layers, attestations, documents, and what is wrong.
import type { ImagePlace } from "../../../finding/index.ts";
import type { Problem } from "../content/decoder.ts";
import type { Document } from "./document.ts";
import type { ImageConfig } from "./schema.ts";

/** One layer of an image, for reports; plain JSON. */
type LayerFacts = {
  /** Position in the manifest, base layer first. */
  readonly index: number;
  /** Digest of the uncompressed layer as the config states it; null where it states none. */
  readonly diffId: string | null;
  /** Digest of the blob as the manifest states it; null in archives that state none. */
  readonly digest: string | null;
  readonly mediaType: string;
  /** Bytes of the blob, where they are known. */
  readonly size: number | null;
  /** The build step, whole and as it stands in the image: not redacted. */
  readonly createdBy: string;
};

/** One image, for reports; plain JSON. */
export type ImageFacts = {
  /** os/architecture[/variant], or unknown. */
  readonly platform: string;
  readonly tags: readonly string[];
  readonly manifestDigest: string | null;
  readonly configDigest: string | null;
  readonly layers: readonly LayerFacts[];
};

type LayerPlace = NonNullable<ImagePlace["layer"]>;

export type Layer = {
  readonly facts: LayerFacts;
  readonly place: LayerPlace;
  /** The container's entry with the bytes; the same for layers that several images share. */
  readonly entry: string;
  /** The manifest names it; a layer that only the config lists can't be had. */
  readonly listed: boolean;
};

export type Image = {
  readonly facts: ImageFacts;
  readonly layers: readonly Layer[];
  readonly manifest: Document | undefined;
  readonly config: { readonly document: Document; readonly value: ImageConfig | undefined } | undefined;
};

export type Attestation = {
  readonly entry: string;
  readonly digest: string;
  readonly size: number | undefined;
  /** Platform of the image that it is about. */
  readonly platform: string;
  /** What it states, such as a provenance predicate's type. */
  readonly path: string;
};

/** A document besides the configs, with the platform that it belongs to. */
export type Listing = { readonly document: Document; readonly platform: string };

type LocatedProblem = Problem & { readonly place: ImagePlace };

export type Resolution = {
  readonly images: Image[];
  readonly attestations: Attestation[];
  readonly listings: Listing[];
  readonly problems: LocatedProblem[];
  /** Entries that a document names; all others are read as loose content. */
  readonly referenced: Set<string>;
  /** Something was left out on the user's own wish, so loose content is nobody's. */
  narrowed: boolean;
};

/** A place in an image's metadata. */
export function toMetadataPlace(platform: string, part: ImagePlace["part"], path?: string): ImagePlace {
  return { kind: "image", platform, layer: null, part, ...(path !== undefined && { path }), members: [], state: "final" };
}
