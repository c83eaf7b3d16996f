// A whole image in memory: what self-tests and tests plant their canaries in.
import { toEntries, type Entry, type FileTable } from "./entry.ts";
import { blobPath, composeImage, type Platform, type RunConfig } from "./image.ts";
import { writeLayer, type Compression, type WrittenLayer } from "./layer.ts";

export type MemoryLayer = { readonly createdBy?: string; readonly compression?: Compression } & (
  | { readonly files: FileTable }
  | { readonly entries: readonly Entry[] }
);

type MemoryImage = {
  readonly layers: readonly MemoryLayer[];
  readonly config?: RunConfig;
  /** Build steps without a layer, for the history. */
  readonly steps?: readonly string[];
  readonly annotations?: Readonly<Record<string, string>>;
  readonly platform?: Platform;
};

/** An OCI image layout: `oci-layout`, `index.json` and `blobs/sha256/<hex>`, by name. */
export async function memoryImage(image: MemoryImage): Promise<Map<string, Uint8Array>> {
  const files = new Map<string, Uint8Array>();
  const layers: WrittenLayer[] = [];
  for (const layer of image.layers) layers.push(await addLayer(layer, files));
  const documents = composeImage({
    platform: image.platform ?? { os: "linux", architecture: "amd64" },
    created: new Date(0),
    config: image.config ?? {},
    layers,
    ...(image.steps && { steps: image.steps }),
    ...(image.annotations && { annotations: image.annotations }),
  });
  for (const [digest, bytes] of documents.blobs) files.set(blobPath(digest), bytes);
  return files.set("index.json", documents.index).set("oci-layout", documents.layout);
}

async function addLayer(layer: MemoryLayer, files: Map<string, Uint8Array>): Promise<WrittenLayer> {
  const chunks: Uint8Array[] = [];
  const written = await writeLayer(
    { createdBy: layer.createdBy ?? "", entries: "files" in layer ? toEntries(layer.files) : layer.entries },
    {
      ...(layer.compression && { compression: layer.compression }),
      sink: async (bytes) => {
        for await (const chunk of bytes) chunks.push(chunk);
      },
    },
  );
  files.set(blobPath(written.digest), Buffer.concat(chunks));
  return written;
}
