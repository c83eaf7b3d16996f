// A made-up service in a temporary folder, installed as npm would leave it, for the packer's own tests.
import { mkdir, mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { gunzipSync } from "node:zlib";
import { readFile } from "node:fs/promises";
import { unpackTar } from "modern-tar";
import { blobPath } from "../../layout/index.ts";
import type { PackedImage } from "../packed-image.ts";

export type Service = { readonly root: string; readonly context: string; readonly out: string; write(path: string, content: string | object): Promise<void>; remove(): Promise<void> };

const integrity = `sha512-${Buffer.alloc(64, 7).toString("base64")}`;

/** a needs b and, optionally, an absent c; b is there twice in different versions; d is for development only. */
export const lock = {
  lockfileVersion: 3,
  packages: {
    "": { name: "root", workspaces: ["service"], devDependencies: { d: "1" } },
    service: { version: "1.2.3", dependencies: { a: "^1" } },
    "node_modules/service": { resolved: "service", link: true },
    "node_modules/a": { version: "1.0.0", license: "MIT", integrity, dependencies: { b: "2" }, optionalDependencies: { c: "1" } },
    "node_modules/a/node_modules/b": { version: "2.0.0", license: "(MIT OR Apache-2.0)", integrity, peerDependencies: { "@s/e": "1", f: "1" }, peerDependenciesMeta: { f: { optional: true } } },
    "node_modules/b": { version: "1.0.0", dev: true },
    "node_modules/c": { version: "1.0.0", optional: true, os: ["darwin"] },
    "node_modules/d": { version: "1.0.0", dev: true, dependencies: { b: "1" } },
    "node_modules/@s/e": { version: "1.0.0", license: "SEE LICENSE IN FILE", dependencies: { a: "1" } },
  },
};

export async function makeService(): Promise<Service> {
  const root = await mkdtemp(join(tmpdir(), "packer-"));
  const write = async (path: string, content: string | object): Promise<void> => {
    await mkdir(dirname(join(root, path)), { recursive: true });
    await writeFile(join(root, path), typeof content === "string" ? content : JSON.stringify(content));
  };
  await write("package-lock.json", lock);
  for (const [location, { version = "" }] of Object.entries(lock.packages as Record<string, { version?: string }>)) {
    if (location.startsWith("node_modules/") && location !== "node_modules/c" && version !== "") await write(`${location}/package.json`, { version });
  }
  await write("node_modules/a/lib/index.js", "a");
  await write("service/package.json", { name: "service", version: "1.2.3", main: "src/main.ts", dependencies: { a: "^1" } });
  await write("service/src/main.ts", "start");
  await write("node", "stands in for Node");
  return { root, context: join(root, "service"), out: join(root, "out/image"), write, remove: () => rm(root, { recursive: true }) };
}

/** Paths to content (folders end in "/") of one layer. */
export async function readLayer(out: string, packed: PackedImage, at: number): Promise<Map<string, string>> {
  const blob = await readFile(join(out, blobPath(packed.layers[at]?.digest ?? "")));
  const entries = await unpackTar(gunzipSync(blob), { strict: true });
  return new Map(entries.map(({ header, data }) => [header.name, data ? Buffer.from(data).toString() : (header.linkname ?? "")]));
}
