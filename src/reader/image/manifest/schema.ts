// Shapes of the documents, as loose as can be worked with: an image is judged by its bytes, not by its manners.
// Formats: OCI image-spec 1.1 (index, manifest, config, descriptor), Docker image specification 1.3 (manifest.json of an archive).
import * as z from "zod";

const texts = z.record(z.string(), z.unknown()).optional().catch(undefined);

const platformSchema = z.looseObject({
  os: z.string().catch(""),
  architecture: z.string().catch(""),
  variant: z.string().optional().catch(undefined),
});

export const descriptorSchema = z.looseObject({
  mediaType: z.string().catch(""),
  digest: z.string(),
  size: z.int().nonnegative().optional().catch(undefined),
  platform: platformSchema.optional().catch(undefined),
  annotations: texts,
});

export const indexSchema = z.looseObject({ manifests: z.array(z.unknown()) });

export const manifestSchema = z.looseObject({
  mediaType: z.string().catch(""),
  artifactType: z.string().optional().catch(undefined),
  config: descriptorSchema.optional().catch(undefined),
  layers: z.array(z.unknown()),
});

export const configSchema = z.looseObject({
  os: z.string().catch(""),
  architecture: z.string().catch(""),
  variant: z.string().optional().catch(undefined),
  rootfs: z.looseObject({ diff_ids: z.array(z.string()) }),
  history: z.array(z.looseObject({ created_by: z.string().optional().catch(undefined), empty_layer: z.boolean().optional().catch(undefined) })).catch([]),
});

export const archiveSchema = z.array(z.looseObject({
  Config: z.string(),
  RepoTags: z.array(z.string()).nullish().catch(undefined),
  Layers: z.array(z.string()).nullish(),
}));

export type ArchiveItem = z.infer<typeof archiveSchema>[number];
export type Descriptor = z.infer<typeof descriptorSchema>;
export type ImageConfig = z.infer<typeof configSchema>;
export type Platform = z.infer<typeof platformSchema>;
