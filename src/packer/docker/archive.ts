// An OCI layout to the archive that `docker load` takes: it refuses layouts, up to Docker 24 at least.
import { createReadStream, createWriteStream } from "node:fs";
import { readFile } from "node:fs/promises";
import { createHash } from "node:crypto";
import { join } from "node:path";
import { Readable } from "node:stream";
import { pipeline } from "node:stream/promises";
import { createGunzip, createZstdDecompress } from "node:zlib";
import * as z from "zod";
import { InputError } from "../../finding/index.ts";
import { blobPath, writeTar, type Entry } from "../../layout/index.ts";
import { writeWhole } from "../output.ts";

const descriptorSchema = z.object({ mediaType: z.string(), digest: z.string().regex(/^sha256:[0-9a-f]{64}$/) });
const indexSchema = z.object({ manifests: z.array(descriptorSchema).length(1) });
const manifestSchema = z.object({ config: descriptorSchema, layers: z.array(descriptorSchema) });
const configSchema = z.object({ rootfs: z.object({ diff_ids: z.array(z.string()) }) });

type Descriptor = z.infer<typeof descriptorSchema>;

/**
 * Layers uncompressed, the config, and manifest.json (docker-archive, Docker image specification 1.2). The image id stays the
 * same, the manifest digest doesn't exist there. Throws InputError for a folder that is no layout of one image.
 */
export async function writeDockerArchive(layout: string, file: string, options: { tag: string; signal?: AbortSignal }): Promise<void> {
  const [descriptor] = (await readDocument(join(layout, "index.json"), indexSchema)).manifests;
  const manifest = await readDocument(blobOf(layout, descriptor), manifestSchema);
  const config = await readFile(blobOf(layout, manifest.config));
  const { diff_ids: diffIds } = (await readDocument(blobOf(layout, manifest.config), configSchema)).rootfs;
  const layers: Entry[] = [];
  for (const [at, layer] of manifest.layers.entries()) layers.push(await toLayerEntry(layout, layer, diffIds[at]));
  const names = { Config: `${hexOf(manifest.config)}.json`, RepoTags: [options.tag], Layers: layers.map((layer) => layer.path) };
  const entries = new Map([...layers, toDocument(names.Config, config), toDocument("manifest.json", Buffer.from(JSON.stringify([names])))].map((entry) => [entry.path, entry]));
  await writeWhole(file, (path) =>
    pipeline(Readable.from(writeTar([...entries.values()]), { objectMode: false }), createWriteStream(path), options.signal ? { signal: options.signal } : {}));
}

/** A tar header comes before its content, so a layer is read once for its size, and checked, before it is read to be written. */
async function toLayerEntry(layout: string, layer: Descriptor, diffId: string | undefined): Promise<Entry> {
  const open = (): AsyncIterable<Uint8Array> => openLayer(blobOf(layout, layer), layer.mediaType);
  const hash = createHash("sha256");
  let size = 0;
  for await (const chunk of open()) {
    hash.update(chunk);
    size += chunk.length;
  }
  if (`sha256:${hash.digest("hex")}` !== diffId) throw new InputError(`A layer in ${layout} is not the one that its config names; pack the image again`);
  return { type: "file", path: `${diffId.replace("sha256:", "")}.tar`, content: { size, open } };
}

async function* openLayer(path: string, mediaType: string): AsyncGenerator<Uint8Array> {
  const blob = createReadStream(path, { highWaterMark: 1 << 20 });
  if (mediaType.endsWith(".tar")) yield* blob;
  else yield* pipe(blob, mediaType.endsWith("+zstd") ? createZstdDecompress() : createGunzip());
}

async function* pipe(blob: Readable, decompressor: ReturnType<typeof createGunzip> | ReturnType<typeof createZstdDecompress>): AsyncGenerator<Uint8Array> {
  const piping = pipeline(blob, decompressor);
  piping.catch(() => {});
  yield* decompressor;
  await piping;
}

function toDocument(path: string, content: Uint8Array): Entry {
  return { type: "file", path, content };
}

function blobOf(layout: string, descriptor: Descriptor | undefined): string {
  return join(layout, blobPath(descriptor?.digest ?? ""));
}

function hexOf({ digest }: Descriptor): string {
  return digest.replace("sha256:", "");
}

async function readDocument<S extends z.ZodType>(path: string, schema: S): Promise<z.output<S>> {
  try {
    return schema.parse(JSON.parse(await readFile(path, "utf8")));
  } catch {
    throw new InputError(`${path} is not part of an OCI layout of one image; name the folder that pack wrote`);
  }
}
