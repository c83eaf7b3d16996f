// Reads one layer: verified, decompressed and verified again while it streams, file by file.
import { createHash, type Hash } from "node:crypto";
import type { ImagePlace } from "../../finding/index.ts";
import type { Container } from "../../source/index.ts";
import { isZero } from "../../tar/index.ts";
import { walkTar, type TarVisitor } from "./content/archive/tar-walk.ts";
import { ByteReader } from "./content/byte-reader.ts";
import { Budget, toMember, type Context, type Site } from "./content/context.ts";
import { Decoder, type Problem } from "./content/decoder.ts";
import { isCompression } from "./content/expand.ts";
import { readGzipTexts } from "./content/gzip-header.ts";
import { sniffFormat, SNIFF_BYTES } from "./content/sniff.ts";
import type { LayerTask } from "./layer-order.ts";
import { BlobReader } from "./manifest/blob.ts";
import type { LayerNames, Overlay, State } from "./overlay.ts";

/** Layers compress better than files: whole folders of zeros and logs. The ratio counts from here on. */
const RATIO_FREE_BYTES = 2 ** 30;
/** Kinds of layers that hold a tar archive; whether and how it is compressed is told by its bytes. */
const LAYER_TYPE = /^$|^application\/vnd\.(oci\.image\.layer(\.nondistributable)?\.v1\.tar|docker\.image\.rootfs\.(foreign\.)?diff\.tar)([.+](gzip|zstd))?$/;

export type LayerOptions = {
  readonly container: Container;
  readonly task: LayerTask;
  /** What stands above the layer, one overlay for each image that it is part of. */
  readonly overlays: readonly Overlay[];
  /** Gathers the layer's names; undefined where nothing stands below. */
  readonly names: LayerNames | undefined;
};

/** `blob` is the digest of the stored bytes; `isVerified` where these and the uncompressed ones are what their digests say. */
export type LayerOutcome = { readonly blob: string | undefined; readonly isVerified: boolean };

export async function readLayer(context: Context, options: LayerOptions): Promise<LayerOutcome> {
  const { container, task: { image, layer } } = options;
  const { outlet } = context;
  const place: ImagePlace = { kind: "image", platform: image.facts.platform, layer: layer.place, part: "file", members: [], state: "final" };
  const report = (problem: Problem): void => outlet.gap(problem.reason, place, problem);
  const before = outlet.gaps;
  outlet.ledger.saw("layers");
  for (const overlay of options.overlays) overlay.unpack();
  const { mediaType, digest, size } = layer.facts;
  if (!LAYER_TYPE.test(mediaType)) report({ reason: mediaType.endsWith("+encrypted") ? "encrypted" : "unsupported-media-type", detail: `the layer's media type ${mediaType} is not known; it was read by its content` });
  const spare: Uint8Array[] = [];
  const blob = new BlobReader(container, { entry: layer.entry, ...(digest !== null && { digest, size: size ?? undefined }) }, spare);
  const reader = new ByteReader(blob.chunks(), { spare });
  let isVerified = false;
  try {
    await reader.peek(1);
    const isMissing = blob.problems.length > 0;
    if (!isMissing) isVerified = await walkLayer(context, { ...options, place, unpacked: await unpack(context, { reader, layer, size: size ?? 0, place, report }), blob, report });
    // Whatever was left is read for the digest's sake.
    while (await reader.next());
  } finally {
    await reader.close();
  }
  for (const problem of blob.problems) report(problem);
  if (outlet.gaps === before) outlet.ledger.examined("layers");
  return { blob: blob.digest, isVerified: isVerified && blob.problems.length === 0 };
}

/** Chunks that are used up are the decoder's own. */
const NOWHERE = { push: () => undefined };

type Unpacked = { readonly tar: ByteReader; readonly decoder?: Decoder; /** Of the uncompressed bytes, where these are not the stored ones. */ readonly hash?: Hash | undefined };
type Unpacking = { readonly reader: ByteReader; readonly layer: LayerTask["layer"]; readonly size: number; readonly place: ImagePlace; readonly report: (problem: Problem) => void };

/** The tar stream of a layer. */
async function unpack(context: Context, { reader, layer, size, place, report }: Unpacking): Promise<Unpacked> {
  const head = await reader.peek(SNIFF_BYTES);
  const format = sniffFormat(head);
  if (format === undefined || format === "tar" || isZero(head)) return { tar: reader };
  // Decoders of our own look ahead and keep what they saw; so does whoever reads an unknown format.
  if (format !== "gzip" && format !== "zstd") reader.keepAll();
  if (!isCompression(format)) {
    report({ reason: "unsupported-compression", detail: `the layer is in ${format} format; it was read only as it is stored` });
    return { tar: reader };
  }
  const site: Site = { place, depth: 0, budget: new Budget(context.limits, size) };
  if (format === "gzip") readGzipTexts(context, site, await reader.peek(1 << 16));
  let decoded = 0;
  const { layerBytes, ratio } = context.limits;
  const decoder = new Decoder(reader, {
    compression: format, reuses: true,
    // Tables of contents of lazily pulled layers (zstd:chunked) stand beside the data.
    aside: (bytes) => context.inspectBytes(toMember(site, `(beside ${format})`), bytes),
    grow: (bytes) => {
      decoded += bytes;
      if (decoded > layerBytes) return { reason: "size-limit", detail: `the layer has more than ${layerBytes} bytes` };
      const isBomb = decoded > Math.max(RATIO_FREE_BYTES, context.limits.ratioFreeBytes) && decoded > Math.max(size, reader.position) * ratio;
      return isBomb ? { reason: "ratio-limit", detail: `the layer expands to more than ${ratio} times its size` } : undefined;
    },
  });
  const { diffId } = layer.facts;
  const hash = diffId === null ? undefined : createHash(diffId.startsWith("sha512:") ? "sha512" : "sha256");
  return { tar: new ByteReader(hash ? hashed(decoder.chunks(), hash) : decoder.chunks(), { spare: NOWHERE }), decoder, hash };
}

type Walk = LayerOptions & { readonly place: ImagePlace; readonly unpacked: Unpacked; readonly blob: BlobReader; readonly report: (problem: Problem) => void };

/** True where the uncompressed bytes have the digest that the config says. */
async function walkLayer(context: Context, { unpacked, place, report, blob, ...options }: Walk): Promise<boolean> {
  const { diffId } = options.task.layer.facts;
  const { tar, decoder, hash } = unpacked;
  await walkTar(context, tar, createVisitor(context, place, options));
  while (await tar.next());
  const problem = decoder?.problem;
  if (problem) report(problem);
  // An uncompressed layer is its blob: one hash serves both.
  const digest = hash ? `${diffId?.startsWith("sha512:") ? "sha512" : "sha256"}:${hash.digest("hex")}` : blob.digest;
  if (!problem && diffId !== null && digest !== undefined && digest !== diffId) {
    report({ reason: "digest-mismatch", detail: `the uncompressed layer has the digest ${digest}, the config says ${diffId}` });
  }
  return !problem && diffId !== null && digest === diffId;
}

async function* hashed(chunks: AsyncIterable<Uint8Array>, hash: Hash): AsyncGenerator<Uint8Array> {
  for await (const chunk of chunks) {
    hash.update(chunk);
    yield chunk;
  }
}

function createVisitor(context: Context, place: ImagePlace, { names, overlays }: Pick<LayerOptions, "names" | "overlays">): TarVisitor {
  const { outlet, limits } = context;
  let last: { path: string; state: State } | undefined;
  let entries = 0;
  const stateOf = (path: string): State => (last?.path === path ? last.state : toState(overlays, path, false));
  return {
    archive: { place, depth: 0, budget: new Budget(limits, 0) },
    placeOf: (path, part) => ({ ...place, part, path, state: stateOf(path) }),
    siteOf: (path, size) => ({ place: { ...place, path, state: stateOf(path) }, depth: 0, budget: new Budget(limits, size) }),
    enter: (path, entry) => {
      if (++entries > limits.entries) {
        outlet.gap("count-limit", place, { detail: `the layer has more than ${limits.entries} entries; the rest was not read` });
        return false;
      }
      last = { path, state: toState(overlays, path, entry.type === "directory") };
      names?.add(path, entry.type === "directory");
      return true;
    },
    leave: (entry, isComplete) => {
      if (entry.type !== "file") return;
      outlet.ledger.saw("files");
      if (isComplete) outlet.ledger.examined("files");
    },
  };
}

/** Of a layer that several images share, a path counts as it is shown where it is shown most. */
export function toState(overlays: readonly Overlay[], path: string, isFolder: boolean): State {
  let state: State = "final";
  for (const [index, overlay] of overlays.entries()) {
    const own = overlay.state(path, isFolder);
    if (own === "final") return "final";
    if (index === 0) state = own;
  }
  return state;
}
