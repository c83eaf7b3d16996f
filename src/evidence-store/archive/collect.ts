// A run's folder as the files of an archive: all evidence, and of what was examined only its digests, unless more is asked for.
import { createReadStream } from "node:fs";
import { readdir, readFile, stat } from "node:fs/promises";
import { createHash } from "node:crypto";
import { join } from "node:path";
import { readStatement } from "../../attestation/index.ts";
import { InputError } from "../../finding/index.ts";
import { MANIFEST, type ArchiveFile, type LeftOut } from "./manifest.ts";

/** An archive is held in memory, once as files and once as bytes. */
const MOST_BYTES = 1 << 30;

/** What the checks looked at: an assessor gets what was said of it. A leaking log would otherwise leak once more, here. */
const MATERIAL = /^(?:logs\/|.*(?:^|\/)blobs\/sha256\/)/;

/**
 * @throws InputError for a folder without a signed bundle, for links, for private keys, and for more than fits.
 */
export async function collectFiles(folder: string, { material }: { material: boolean }): Promise<{ files: ArchiveFile[]; leftOut: LeftOut[] }> {
  const paths = (await listFiles(folder)).filter((path) => path !== MANIFEST);
  const bundles = paths.filter((path) => path.endsWith(".sigstore.json"));
  if (bundles.length === 0) throw new InputError("the folder holds no *.sigstore.json; name the output folder of a run");
  const subjects = new Set((await Promise.all(bundles.map((path) => readSubject(join(folder, path))))).flat());
  const [files, leftOut]: [ArchiveFile[], LeftOut[]] = [[], []];
  let total = 0;
  for (const path of paths) {
    const full = join(folder, path);
    if (!material && MATERIAL.test(path) && !subjects.has(path.slice(path.lastIndexOf("/") + 1))) {
      leftOut.push({ path, ...(await measure(full)), reason: "examined, and no evidence itself" });
      continue;
    }
    total += (await stat(full)).size;
    if (total > MOST_BYTES) throw new InputError("the folder holds more than 1 GiB; export it without --material");
    const bytes = await readFile(full);
    if (!material && bytes.includes("PRIVATE KEY-----")) throw new InputError(`${path} holds a private key, which is handed to nobody; take it out of the folder`);
    files.push({ path, bytes });
  }
  return { files, leftOut };
}

async function listFiles(folder: string): Promise<string[]> {
  const entries = await readdir(folder, { recursive: true, withFileTypes: true }).catch(() => {
    throw new InputError("the folder does not exist or cannot be read; name the output folder of a run");
  });
  const foreign = entries.find((entry) => !entry.isFile() && !entry.isDirectory());
  if (foreign !== undefined) throw new InputError(`${foreign.name} is a link or a device; put the file itself in its place`);
  return entries.filter((entry) => entry.isFile()).map((entry) => join(entry.parentPath, entry.name).slice(join(folder, "/").length).replaceAll("\\", "/")).sort();
}

/** Digests of the images that bundles are about: their manifests come along, since everything hangs on them. */
async function readSubject(path: string): Promise<string[]> {
  try {
    return readStatement(await readFile(path, "utf8")).subject.map(({ digest }) => digest.sha256);
  } catch {
    return [];
  }
}

async function measure(path: string): Promise<{ sha256: string; size: number }> {
  const digest = createHash("sha256");
  let size = 0;
  for await (const chunk of createReadStream(path) as AsyncIterable<Buffer>) {
    digest.update(chunk);
    size += chunk.length;
  }
  return { sha256: digest.digest("hex"), size };
}
