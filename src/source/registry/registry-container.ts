// Images of a registry as a container that looks like an OCI layout; nothing but the asked registry, its token service and its
// own redirects is contacted, and every blob is fetched when it is read.
import { createHash } from "node:crypto";
import { InputError } from "../../finding/index.ts";
import type { Container } from "../container.ts";
import { RegistryClient, type Access } from "./client.ts";
import { parseImageName } from "./image-name.ts";

/** Manifests are small; more is refused by registries too. */
const MANIFEST_BYTES = 4 << 20;

/** Opens `image`; throws InputError with the repair where there is no such image, no access or no registry. */
export async function registryContainer(reference: string, image: string, access: Access = {}): Promise<Container> {
  const name = parseImageName(image);
  const client = new RegistryClient(name, access);
  const top = await client.manifest(name.reference);
  const mediaType = top.headers.get("content-type")?.split(";")[0] ?? "";
  const bytes = await readManifest(top, reference);
  const digest = name.reference.startsWith("sha256:") ? name.reference : toDigest(bytes);
  const index = Buffer.from(JSON.stringify({ schemaVersion: 2, manifests: [{ mediaType, digest, size: bytes.length, annotations: { "org.opencontainers.image.ref.name": image } }] }));
  const known = new Map([["index.json", index], [toEntry(digest), bytes]]);
  const manifests = new Set(toManifestEntries(bytes));
  return {
    name: reference,
    form: "registry",
    list: () => [],
    size: (entry) => known.get(entry)?.length,
    open: (entry) => {
      const held = known.get(entry);
      if (held) return once(held);
      const blob = /^blobs\/(sha256|sha512)\/([0-9a-f]+)$/.exec(entry);
      if (!blob) return undefined;
      const wanted = `${blob[1]}:${blob[2]}`;
      return manifests.has(entry) ? fetchManifest(client, wanted, { manifests, reference }) : client.blob(wanted);
    },
    close: async () => {},
  };
}

async function* once(bytes: Uint8Array): AsyncGenerator<Uint8Array> {
  yield bytes;
}

async function* fetchManifest(client: RegistryClient, digest: string, { manifests, reference }: { manifests: Set<string>; reference: string }): AsyncGenerator<Uint8Array> {
  const bytes = await readManifest(await client.manifest(digest), reference);
  for (const entry of toManifestEntries(bytes)) manifests.add(entry);
  yield bytes;
}

async function readManifest(response: Response, reference: string): Promise<Buffer> {
  const parts: Uint8Array[] = [];
  let size = 0;
  for await (const chunk of response.body ?? []) {
    size += chunk.length;
    if (size > MANIFEST_BYTES) throw new InputError(`${reference} has a manifest of more than ${MANIFEST_BYTES} bytes; it is no image`);
    parts.push(chunk);
  }
  return Buffer.concat(parts);
}

/** Entries that are to be asked for as manifests, not as blobs: those that an index lists. */
function toManifestEntries(bytes: Buffer): string[] {
  try {
    const value = JSON.parse(bytes.toString("utf8")) as { manifests?: unknown };
    const list = Array.isArray(value?.manifests) ? value.manifests : [];
    return list.map((item: { digest?: unknown } | null) => toEntry(String(item?.digest ?? "")));
  } catch {
    return [];
  }
}

function toEntry(digest: string): string {
  return `blobs/${digest.replace(":", "/")}`;
}

function toDigest(bytes: Uint8Array): string {
  return `sha256:${createHash("sha256").update(bytes).digest("hex")}`;
}
