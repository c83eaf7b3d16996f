// What an evidence archive holds, by digest: the first thing that a reader of it compares.
import { createHash } from "node:crypto";
import * as z from "zod";
import { toCanonicalBytes } from "../../attestation/index.ts";

export const MANIFEST = "manifest.json";

/** `path` is relative to the folder that was exported, with "/". */
export type ArchiveFile = { readonly path: string; readonly bytes: Uint8Array };
export type LeftOut = z.infer<typeof manifestSchema>["leftOut"][number];

const sha256 = z.string().regex(/^[0-9a-f]{64}$/);
const size = z.int().nonnegative();

export const manifestSchema = z.strictObject({
  schema: z.literal("pci-pipeline/evidence-archive/v1"),
  files: z.array(z.strictObject({ path: z.string(), sha256, size })).describe("everything else in the archive, by path"),
  leftOut: z.array(z.strictObject({ path: z.string(), sha256, size, reason: z.string() })).describe("files of the folder that are not in the archive"),
  digest: sha256.describe("SHA-256 of this document's canonical form without this field: what is left out has no bytes here to compare with"),
});
export type Manifest = z.infer<typeof manifestSchema>;

/** The manifest's bytes: the same for the same files, whenever and wherever it is made. */
export function toManifest(files: readonly ArchiveFile[], leftOut: readonly LeftOut[]): Uint8Array {
  const manifest: Omit<Manifest, "digest"> = {
    schema: "pci-pipeline/evidence-archive/v1",
    files: files.map(({ path, bytes }) => ({ path, sha256: hash(bytes), size: bytes.length })).sort(byPath),
    leftOut: [...leftOut].sort(byPath),
  };
  return toCanonicalBytes({ ...manifest, digest: hash(toCanonicalBytes(manifest)) });
}

export function hash(bytes: Uint8Array): string {
  return createHash("sha256").update(bytes).digest("hex");
}

function byPath(a: { path: string }, b: { path: string }): number {
  return a.path < b.path ? -1 : 1;
}
