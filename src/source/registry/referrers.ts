// What is attached to an image of a registry: artifacts whose manifests name it as their subject (distribution-spec 1.1, "Listing Referrers").
import { createHash } from "node:crypto";
import * as z from "zod";
import { InputError } from "../../finding/index.ts";
import { RegistryClient, type Access } from "./client.ts";
import { parseImageName } from "./image-name.ts";

/** Attached things beyond this are not looked at: a registry that others can write to could list endlessly. */
const MOST_ARTIFACTS = 64;
const MOST_BYTES = 8 << 20;

const indexSchema = z.object({ manifests: z.array(z.object({ digest: z.string().regex(/^sha256:[0-9a-f]{64}$/), artifactType: z.string().optional() })) });
const manifestSchema = z.object({
  artifactType: z.string().optional(),
  subject: z.object({ digest: z.string() }),
  layers: z.array(z.object({ mediaType: z.string(), digest: z.string().regex(/^sha256:[0-9a-f]{64}$/) })).min(1),
});

/**
 * The first blob of each artifact of `type` (a media type, or what it begins with) that is attached to `image` (HOST/NAME[:TAG][@DIGEST]).
 * Every byte is held against its digest. @throws InputError where the registry or the image cannot be had, or more is attached than is read.
 */
export async function readAttached(image: string, type: string, access: Access = {}): Promise<Uint8Array[]> {
  const name = parseImageName(image);
  const client = new RegistryClient(name, access);
  const subject = await findDigest(client, name.reference);
  const listing = await client.referrers(subject);
  if (listing === undefined) return [];
  const index = parse(indexSchema, await collect(listing.body ?? []), name.host);
  const candidates = index.manifests.filter((one) => one.artifactType === undefined || one.artifactType.startsWith(type));
  if (candidates.length > MOST_ARTIFACTS) throw new InputError(`docker://${image} has more than ${MOST_ARTIFACTS} artifacts of this type attached; remove what is old, or name the bundle's file`);
  const found: Uint8Array[] = [];
  for (const { digest } of candidates) {
    const manifest = parse(manifestSchema, verify(await collect((await client.manifest(digest)).body ?? []), digest), name.host);
    const [layer] = manifest.layers;
    if (layer === undefined || manifest.subject.digest !== subject || !layer.mediaType.startsWith(type)) continue;
    found.push(verify(await collect(client.blob(layer.digest)), layer.digest));
  }
  return found;
}

async function findDigest(client: RegistryClient, reference: string): Promise<string> {
  const bytes = await collect((await client.manifest(reference)).body ?? []);
  const digest = `sha256:${createHash("sha256").update(bytes).digest("hex")}`;
  if (reference.startsWith("sha256:")) verify(bytes, reference);
  return digest;
}

async function collect(chunks: AsyncIterable<Uint8Array> | Iterable<Uint8Array>): Promise<Buffer> {
  const parts: Uint8Array[] = [];
  let size = 0;
  for await (const chunk of chunks) {
    size += chunk.length;
    if (size > MOST_BYTES) throw new InputError("the registry sends more than a bundle or its manifest can be; look at what is attached to the image");
    parts.push(chunk);
  }
  return Buffer.concat(parts);
}

function verify(bytes: Buffer, digest: string): Buffer {
  if (`sha256:${createHash("sha256").update(bytes).digest("hex")}` !== digest) throw new InputError("the registry sends other bytes than were asked for; try again, and suspect the registry");
  return bytes;
}

function parse<S extends z.ZodType>(schema: S, bytes: Buffer, host: string): z.output<S> {
  try {
    return schema.parse(JSON.parse(bytes.toString("utf8")));
  } catch {
    throw new InputError(`the registry ${host} lists attached artifacts in a form that is not OCI's; name the bundle's file instead`);
  }
}
