// Files to an archive and back. An archive is a function of its files: whoever has them can make the same bytes again, and does to verify.
import { unpackTar } from "modern-tar";
import { InputError } from "../../finding/index.ts";
import { writeTar } from "../../layout/index.ts";
import { MANIFEST, manifestSchema, toManifest, type ArchiveFile, type LeftOut, type Manifest } from "./manifest.ts";

/** The tar's bytes, manifest first of mind and in its place by name. @throws InputError for paths that no archive holds. */
export async function packArchive(files: readonly ArchiveFile[], leftOut: readonly LeftOut[]): Promise<Uint8Array> {
  const all = [...files, { path: MANIFEST, bytes: toManifest(files, leftOut) }];
  const chunks: Uint8Array[] = [];
  for await (const chunk of writeTar(all.map(({ path, bytes }) => ({ type: "file", path, content: bytes })))) chunks.push(chunk);
  return Buffer.concat(chunks);
}

export type OpenArchive = { readonly files: readonly ArchiveFile[]; readonly manifest: Manifest };

/**
 * Takes an archive apart, and says in `broken` where its bytes are not those that its own files give.
 * @throws InputError for what is no evidence archive at all.
 */
export async function openArchive(bytes: Uint8Array): Promise<OpenArchive | { readonly broken: string }> {
  const members = await unpack(bytes);
  const manifestFile = members.find((member) => member.path === MANIFEST);
  if (manifestFile === undefined) throw new InputError("archive has no manifest.json; name what evidence export wrote");
  const manifest = readManifest(manifestFile.bytes);
  if (manifest === undefined) return { broken: "the manifest is not one of an evidence archive" };
  const files = members.filter((member) => member !== manifestFile);
  const changed = findChanged(files, manifest);
  if (changed !== undefined) return { broken: changed };
  const again = await packArchive(files, manifest.leftOut).catch(() => undefined);
  if (again === undefined || !Buffer.from(again).equals(bytes)) return { broken: "the archive's own bytes are not those that its files give" };
  return { files, manifest };
}

async function unpack(bytes: Uint8Array): Promise<ArchiveFile[]> {
  try {
    const entries = await unpackTar(Buffer.from(bytes), { strict: true });
    return entries.filter(({ header }) => header.type === "file").map(({ header, data }) => ({ path: header.name, bytes: data ?? new Uint8Array() }));
  } catch {
    throw new InputError("archive is not a whole tar archive; name what evidence export wrote");
  }
}

function readManifest(bytes: Uint8Array): Manifest | undefined {
  try {
    return manifestSchema.safeParse(JSON.parse(Buffer.from(bytes).toString("utf8"))).data;
  } catch {
    return undefined;
  }
}

/** The first file that is not as the manifest has it, in words that name it. */
function findChanged(files: readonly ArchiveFile[], manifest: Manifest): string | undefined {
  const paths = new Set(files.map(({ path }) => path));
  const missing = manifest.files.find(({ path }) => !paths.has(path));
  if (missing !== undefined) return `${missing.path} is missing`;
  if (files.length !== manifest.files.length) return "the archive holds files that its manifest does not name";
  const derived = JSON.parse(Buffer.from(toManifest(files, manifest.leftOut)).toString("utf8")) as Manifest;
  const changed = manifest.files.findIndex((file, at) => file.sha256 !== derived.files[at]?.sha256 || file.path !== derived.files[at]?.path || file.size !== derived.files[at]?.size);
  return changed < 0 ? undefined : `${manifest.files[changed]?.path ?? ""} is not the file that the manifest names`;
}
