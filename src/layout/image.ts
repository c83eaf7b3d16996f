// Layers to the documents of an image: config, manifest, index. Fields in a fixed order, so equal images are equal bytes.
import { createHash } from "node:crypto";
import type { WrittenLayer } from "./layer.ts";

export type Platform = { readonly os: "linux"; readonly architecture: "amd64" | "arm64" };

/** How the image runs; empty fields are left out. */
export type RunConfig = {
  readonly user?: string;
  readonly exposedPorts?: readonly string[];
  readonly env?: Readonly<Record<string, string>>;
  readonly entrypoint?: readonly string[];
  readonly cmd?: readonly string[];
  readonly workingDir?: string;
  readonly labels?: Readonly<Record<string, string>>;
  readonly stopSignal?: string;
};

export type ImageSpec = {
  readonly platform: Platform;
  readonly created: Date;
  readonly config: RunConfig;
  readonly layers: readonly WrittenLayer[];
  /** Build steps that made no layer, such as ENV or ARG; they stand behind the layers in the history. */
  readonly steps?: readonly string[];
  readonly annotations?: Readonly<Record<string, string>>;
  /** Name of the image in the index, org.opencontainers.image.ref.name. */
  readonly tag?: string;
};

type ImageDocuments = {
  /** Blobs by digest: config and manifest. */
  readonly blobs: ReadonlyMap<string, Uint8Array>;
  readonly manifestDigest: string;
  readonly configDigest: string;
  readonly index: Uint8Array;
  readonly layout: Uint8Array;
};

/** Documents as in the OCI image specification 1.1: config.md, manifest.md, image-index.md, image-layout.md. */
export function composeImage(spec: ImageSpec): ImageDocuments {
  const config = toBytes(toConfig(spec));
  const manifest = toBytes({
    schemaVersion: 2,
    mediaType: "application/vnd.oci.image.manifest.v1+json",
    config: describe("application/vnd.oci.image.config.v1+json", config),
    layers: spec.layers.map(({ mediaType, digest, size }) => ({ mediaType, digest, size })),
    ...(spec.annotations && { annotations: sorted(spec.annotations) }),
  });
  const entry = {
    ...describe("application/vnd.oci.image.manifest.v1+json", manifest),
    platform: { architecture: spec.platform.architecture, os: spec.platform.os },
    ...(spec.tag !== undefined && { annotations: { "org.opencontainers.image.ref.name": spec.tag } }),
  };
  return {
    blobs: new Map([[digestOf(config), config], [digestOf(manifest), manifest]]),
    manifestDigest: digestOf(manifest),
    configDigest: digestOf(config),
    index: toBytes({ schemaVersion: 2, mediaType: "application/vnd.oci.image.index.v1+json", manifests: [entry] }),
    layout: toBytes({ imageLayoutVersion: "1.0.0" }),
  };
}

/** Where a blob lies in a layout. */
export function blobPath(digest: string): string {
  return `blobs/${digest.replace(":", "/")}`;
}

function toConfig({ platform, created, config, layers, steps = [] }: ImageSpec): object {
  const time = created.toISOString().replace(".000Z", "Z");
  const { user, exposedPorts, env, entrypoint, cmd, workingDir, labels, stopSignal } = config;
  return {
    created: time,
    architecture: platform.architecture,
    os: platform.os,
    config: {
      ...(user !== undefined && { User: user }),
      ...(exposedPorts && { ExposedPorts: Object.fromEntries(exposedPorts.map((port) => [port, {}])) }),
      ...(env && { Env: Object.entries(sorted(env)).map(([name, value]) => `${name}=${value}`) }),
      ...(entrypoint && { Entrypoint: entrypoint }),
      ...(cmd && { Cmd: cmd }),
      ...(workingDir !== undefined && { WorkingDir: workingDir }),
      ...(labels && { Labels: sorted(labels) }),
      ...(stopSignal !== undefined && { StopSignal: stopSignal }),
    },
    rootfs: { type: "layers", diff_ids: layers.map((layer) => layer.diffId) },
    history: [
      ...layers.map((layer) => ({ created: time, created_by: layer.createdBy })),
      ...steps.map((step) => ({ created: time, created_by: step, empty_layer: true })),
    ],
  };
}

function sorted(record: Readonly<Record<string, string>>): Record<string, string> {
  return Object.fromEntries(Object.entries(record).sort(([a], [b]) => (a < b ? -1 : 1)));
}

function describe(mediaType: string, bytes: Uint8Array): { mediaType: string; digest: string; size: number } {
  return { mediaType, digest: digestOf(bytes), size: bytes.length };
}

function toBytes(document: object): Uint8Array {
  return Buffer.from(JSON.stringify(document));
}

function digestOf(bytes: Uint8Array): string {
  return `sha256:${createHash("sha256").update(bytes).digest("hex")}`;
}
