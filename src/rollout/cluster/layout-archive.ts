// An OCI layout as one tar, byte for byte what was attested: `docker save` would write another manifest.
import { createReadStream } from "node:fs";
import { readFile, stat } from "node:fs/promises";
import { join } from "node:path";
import * as z from "zod";
import { blobPath, writeTar, type Entry } from "../../layout/index.ts";

const digest = z.string().regex(/^sha256:[0-9a-f]{64}$/);
const descriptor = z.object({ digest });
const indexSchema = z.object({ manifests: z.array(descriptor).length(1) });
const manifestSchema = z.object({ config: descriptor, layers: z.array(descriptor) });

export type LayoutArchive = { open(): AsyncIterable<Uint8Array> };

/** OCI image layout (image-layout.md of the OCI image specification). Gives a sentence where the folder does not hold exactly that one image. */
export async function readLayout(folder: string, wanted: string): Promise<LayoutArchive | string> {
  try {
    const [image] = indexSchema.parse(JSON.parse(await readFile(join(folder, "index.json"), "utf8"))).manifests;
    if (image?.digest !== wanted) return "the image on disk is not the attested one";
    const manifest = manifestSchema.parse(JSON.parse(await readFile(join(folder, blobPath(wanted)), "utf8")));
    const blobs = new Set([wanted, manifest.config.digest, ...manifest.layers.map((layer) => layer.digest)].map(blobPath));
    const entries = await Promise.all(["oci-layout", "index.json", ...blobs].map((path) => toEntry(folder, path)));
    return { open: () => writeTar(entries) };
  } catch {
    return "the image on disk is no OCI layout of one image; build it with the embedded builder";
  }
}

async function toEntry(folder: string, path: string): Promise<Entry> {
  const { size } = await stat(join(folder, path));
  return { type: "file", path, content: { size, open: () => createReadStream(join(folder, path), { highWaterMark: 1 << 20 }) } };
}
