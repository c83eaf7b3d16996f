// Where something was seen. Every text in here has passed the redaction: a path or a build step can hold a credential too.
import * as z from "zod";

/** The parts of an image that are read, metadata included. */
export const imageParts = [
  "file", "file-name", "link-target", "xattr", "env", "label", "history", "config", "annotation", "attestation",
] as const;

export const layerSchema = z.strictObject({
  index: z.int().nonnegative().describe("position in the manifest, base layer first"),
  diffId: z.string().describe("sha256 of the uncompressed layer, as sha256:<hex>"),
  createdBy: z.string().describe("the build step that made the layer, redacted and shortened; empty where unknown"),
});

const imagePlaceSchema = z.strictObject({
  kind: z.literal("image"),
  platform: z.string().describe("os/architecture[/variant], or unknown"),
  layer: layerSchema.nullable().describe("null for metadata"),
  part: z.enum(imageParts),
  path: z.string().optional().describe("path inside the layer, or the name of the variable or label"),
  members: z.array(z.string()).describe("way through nested archives, outermost first"),
  state: z.enum(["final", "deleted", "overwritten"]).describe("whether the running container still shows it"),
});

const logPlaceSchema = z.strictObject({
  kind: z.literal("log"),
  job: z.string().optional(),
  step: z.string().optional(),
  file: z.string(),
});

const workflowLocationSchema = z.strictObject({
  kind: z.literal("workflow"),
  file: z.string(),
  line: z.int().positive(),
  column: z.int().positive(),
  job: z.string().nullable().describe("null for a statement about the whole file"),
  path: z.array(z.string()).describe("call chain as file:job, root first"),
});

const evidenceLocationSchema = z.strictObject({
  kind: z.literal("evidence"),
  file: z.string(),
  pointer: z.string().describe("JSON pointer (RFC 6901) into the file, empty for the whole file"),
});

const position = {
  line: z.int().positive().optional(),
  offset: z.int().nonnegative().optional().describe("byte offset in the content named by path and members"),
};

const imageLocationSchema = imagePlaceSchema.extend(position);
const logLocationSchema = logPlaceSchema.extend({ ...position, url: z.string().optional().describe("page that shows the line") });

export const locationSchema = z.discriminatedUnion("kind", [
  imageLocationSchema, logLocationSchema, workflowLocationSchema, evidenceLocationSchema,
]);

export type ImagePart = (typeof imageParts)[number];
export type ImagePlace = z.infer<typeof imagePlaceSchema>;
export type LogPlace = z.infer<typeof logPlaceSchema>;
/** What content is read from; a location is a place and a position in it. */
export type Place = ImagePlace | LogPlace;
export type Location = z.infer<typeof locationSchema>;
