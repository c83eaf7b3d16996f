// The benchmark's image in two forms of the same layers: a docker-archive with plain layers, an OCI archive with gzip layers.
import { execFileSync } from "node:child_process";
import { createHash, type Hash } from "node:crypto";
import { createReadStream, createWriteStream, existsSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, renameSync, rmSync, statSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { pipeline } from "node:stream/promises";
import { createGzip } from "node:zlib";
import { benchFolder, fetchContent } from "./content.ts";
import type { Planted } from "./plants.ts";

export type BenchImage = { readonly dockerArchive: string; readonly ociArchive: string; readonly bytes: number; readonly layers: number };

type Layer = { readonly step: string; readonly tar: string; readonly diffId: string; readonly gzip: string; readonly digest: string };

/** Builds both archives anew; the lower layers come from the cache. */
export async function buildImage(planted: Planted): Promise<BenchImage> {
  const work = mkdtempSync(join(benchFolder, "image-"));
  try {
    const base: Layer[] = [];
    for (const { step, prefix, folder } of fetchContent()) base.push(await layerOf(step, `${folder}.tar`, () => pack(folder, prefix, `${folder}.tar.draft`)));
    const top: Layer[] = [];
    for (const [index, files] of planted.layers.entries()) top.push(await layerOf(`COPY files-${index} /`, join(work, `top-${index}.tar`), () => packFiles(files, join(work, `files-${index}`), join(work, `top-${index}.tar.draft`))));
    const layers = [...base, ...top];
    const config = toConfig(planted, layers);
    const dockerArchive = join(benchFolder, "bench-docker.tar");
    const ociArchive = join(benchFolder, "bench-oci.tar");
    writeDockerArchive(join(work, "docker"), layers, { config, target: dockerArchive });
    writeOciArchive(join(work, "oci"), layers, { config, target: ociArchive });
    return { dockerArchive, ociArchive, bytes: layers.reduce((sum, { tar }) => sum + statSync(tar).size, 0), layers: layers.length };
  } finally {
    rmSync(work, { recursive: true, force: true });
  }
}

/** The layer's archive, compressed form and digests; made where they are not there. */
async function layerOf(step: string, tar: string, make: () => void): Promise<Layer> {
  if (!existsSync(tar)) {
    make();
    renameSync(`${tar}.draft`, tar);
  }
  const gzip = `${tar}.gz`;
  if (!existsSync(gzip)) {
    await pipeline(createReadStream(tar), createGzip({ level: 6 }), createWriteStream(`${gzip}.draft`));
    renameSync(`${gzip}.draft`, gzip);
  }
  return { step, tar, diffId: await digestOf(tar), gzip, digest: await digestOf(gzip) };
}

/** Names begin as those of Docker's own archives do: some tools don't find `manifest.json` under another spelling. */
function pack(folder: string, prefix: string, target: string): void {
  const place = prefix === "" ? [] : [`--transform=s,^\\.,${prefix},`];
  const names = prefix === "" ? readdirSync(folder).toSorted() : ["."];
  execFileSync("tar", ["--sort=name", "--hard-dereference", "--owner=0", "--group=0", "--numeric-owner", "--mtime=@0", ...place, "-C", folder, "-cf", target, "--", ...names]);
}

function packFiles(files: ReadonlyMap<string, Uint8Array>, folder: string, target: string): void {
  for (const [path, bytes] of files) {
    mkdirSync(dirname(join(folder, path)), { recursive: true });
    writeFileSync(join(folder, path), bytes);
  }
  pack(folder, "", target);
}

function toConfig({ env, labels, steps }: Planted, layers: readonly Layer[]): Buffer {
  return Buffer.from(JSON.stringify({
    architecture: "amd64", os: "linux",
    config: { Env: Object.entries(env).map(([name, value]) => `${name}=${value}`), Labels: labels, Cmd: ["node", "server.js"] },
    rootfs: { type: "layers", diff_ids: layers.map(({ diffId }) => diffId) },
    history: [...layers.map(({ step }) => ({ created_by: step })), ...steps.map((step) => ({ created_by: step, empty_layer: true }))],
  }));
}

type Archive = { readonly config: Buffer; readonly target: string };

function writeDockerArchive(folder: string, layers: readonly Layer[], { config, target }: Archive): void {
  const name = createHash("sha256").update(config).digest("hex");
  const names = layers.map(({ diffId }) => `${diffId.slice(7)}/layer.tar`);
  const manifest = [{ Config: `${name}.json`, RepoTags: ["bench:1"], Layers: names }];
  layers.forEach(({ tar }, index) => link(tar, join(folder, names[index] ?? "")));
  writeFileSync(join(folder, `${name}.json`), config);
  writeFileSync(join(folder, "manifest.json"), JSON.stringify(manifest));
  pack(folder, "", `${target}.draft`);
  renameSync(`${target}.draft`, target);
}

function writeOciArchive(folder: string, layers: readonly Layer[], { config, target }: Archive): void {
  const type = (name: string) => `application/vnd.oci.image.${name}`;
  const put = (bytes: Buffer, mediaType: string) => {
    const digest = createHash("sha256").update(bytes).digest("hex");
    mkdirSync(join(folder, "blobs/sha256"), { recursive: true });
    writeFileSync(join(folder, "blobs/sha256", digest), bytes);
    return { mediaType, digest: `sha256:${digest}`, size: bytes.length };
  };
  const descriptor = put(config, type("config.v1+json"));
  const listed = layers.map(({ gzip, digest }) => {
    link(gzip, join(folder, "blobs/sha256", digest.slice(7)));
    return { mediaType: type("layer.v1.tar+gzip"), digest, size: statSync(gzip).size };
  });
  const manifest = put(Buffer.from(JSON.stringify({ schemaVersion: 2, mediaType: type("manifest.v1+json"), config: descriptor, layers: listed })), type("manifest.v1+json"));
  writeFileSync(join(folder, "index.json"), JSON.stringify({ schemaVersion: 2, manifests: [manifest] }));
  writeFileSync(join(folder, "oci-layout"), JSON.stringify({ imageLayoutVersion: "1.0.0" }));
  pack(folder, "", `${target}.draft`);
  renameSync(`${target}.draft`, target);
}

function link(from: string, to: string): void {
  mkdirSync(dirname(to), { recursive: true });
  execFileSync("cp", ["-l", from, to]);
}

/** Kept beside the file, since hashing a gigabyte takes a second. */
async function digestOf(path: string): Promise<string> {
  const note = `${path}.sha256`;
  if (existsSync(note)) return readFileSync(note, "utf8");
  const hash: Hash = createHash("sha256");
  for await (const chunk of createReadStream(path, { highWaterMark: 1 << 20 })) hash.update(chunk as Buffer);
  const digest = `sha256:${hash.digest("hex")}`;
  writeFileSync(note, digest);
  return digest;
}
