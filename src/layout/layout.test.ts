import { createHash } from "node:crypto";
import { gunzipSync, zstdDecompressSync } from "node:zlib";
import fc from "fast-check";
import { unpackTar } from "modern-tar";
import { describe, expect, it } from "vitest";
import { InputError } from "../finding/index.ts";
import { arrangeEntries, blobPath, memoryImage, toEntries, writeLayer, writeTar, type Compression, type Entry } from "./index.ts";

async function collect(chunks: AsyncIterable<Uint8Array>): Promise<Buffer> {
  const held: Uint8Array[] = [];
  for await (const chunk of chunks) held.push(chunk);
  return Buffer.concat(held);
}

function sha256(bytes: Uint8Array): string {
  return `sha256:${createHash("sha256").update(bytes).digest("hex")}`;
}

const file = (path: string, content: string): Entry => ({ type: "file", path, content });

describe("arrangeEntries", () => {
  it("sorts and makes every parent folder explicit", () => {
    const arranged = arrangeEntries([file("b/c/d", ""), file("a-b", ""), file("a/z", "")]);
    expect(arranged.map((entry) => entry.path)).toEqual(["a", "a-b", "a/z", "b", "b/c", "b/c/d"]);
    expect(arranged.filter((entry) => entry.type === "directory").map((entry) => entry.path)).toEqual(["a", "b", "b/c"]);
  });

  it("keeps the mode of a folder that is given", () => {
    expect(arrangeEntries([file("tmp/x", ""), { type: "directory", path: "tmp", mode: 0o1777 }])[0]).toEqual({ type: "directory", path: "tmp", mode: 0o1777 });
  });

  it.each(["/etc/passwd", "../x", "a/../b", "a//b", "a/", "", ".", "a\0b"])("refuses the path %j", (path) => {
    expect(() => arrangeEntries([file(path, "")])).toThrow(InputError);
  });

  it("refuses a path that is there twice, and one below a link", () => {
    expect(() => arrangeEntries([file("a", "1"), file("a", "2")])).toThrow(/same path twice/);
    expect(() => arrangeEntries([{ type: "symlink", path: "lib", target: "usr/lib" }, file("lib/x", "")])).toThrow(/not a folder/);
  });
});

describe("writeTar", () => {
  it("gives back what went in, with owner root and the epoch", async () => {
    const long = `${"deep/".repeat(40)}${"n".repeat(120)}`;
    const entries: Entry[] = [
      file("größe.txt", "ü"), file(long, "long"), { type: "symlink", path: "link", target: "größe.txt" },
      { type: "file", path: "bin/run", content: Buffer.from("x"), mode: 0o755, xattrs: { "user.note": "kept" } },
      { type: "file", path: "big", content: { size: 300_000, async *open() { yield Buffer.alloc(200_000, 1); yield Buffer.alloc(100_000, 2); } } },
    ];
    const read = await unpackTar(await collect(writeTar(entries)), { strict: true });
    const byName = new Map(read.map((entry) => [entry.header.name, entry]));
    expect(Buffer.from(byName.get("größe.txt")?.data ?? []).toString()).toBe("ü");
    expect(Buffer.from(byName.get(long)?.data ?? []).toString()).toBe("long");
    expect(byName.get("link")?.header).toMatchObject({ type: "symlink", linkname: "größe.txt" });
    expect(byName.get("bin/run")?.header).toMatchObject({ mode: 0o755, pax: { "SCHILY.xattr.user.note": "kept" } });
    expect(byName.get("big")?.data?.length).toBe(300_000);
    for (const { header } of read) expect(header).toMatchObject({ uid: 0, gid: 0, mtime: new Date(0) });
  });

  it("fails when content is not as long as it said", async () => {
    const lying: Entry = { type: "file", path: "x", content: { size: 10, async *open() { yield Buffer.from("short"); } } };
    await expect(collect(writeTar([lying]))).rejects.toThrow(/size mismatch/i);
  });

  it("passes the error of a source on", async () => {
    const broken: Entry = { type: "file", path: "x", content: { size: 10, async *open() { yield Buffer.from("1"); throw new Error("disk gone"); } } };
    await expect(collect(writeTar([broken]))).rejects.toThrow("disk gone");
  });
});

describe("writeLayer", () => {
  const decompress: Record<Compression, (bytes: Buffer) => Buffer> = { gzip: gunzipSync, zstd: zstdDecompressSync, none: (bytes) => bytes };

  it.each(["gzip", "zstd", "none"] as const)("states digests and sizes of the blob and of the tar, %s", async (compression) => {
    let blob: Buffer = Buffer.alloc(0);
    const sink = async (bytes: AsyncIterable<Uint8Array>): Promise<void> => { blob = await collect(bytes); };
    const layer = await writeLayer({ createdBy: "COPY", entries: toEntries({ "a/b": "content" }) }, { compression, sink });
    const tar = decompress[compression](blob);
    expect(layer).toMatchObject({ digest: sha256(blob), size: blob.length, diffId: sha256(tar), uncompressedSize: tar.length });
  });

  it("does not depend on the order of its entries", async () => {
    const paths = fc.uniqueArray(fc.stringMatching(/^[a-c]{1,3}(\/[a-c]{1,3}){0,2}\/f$/), { minLength: 1, maxLength: 8 });
    await fc.assert(fc.asyncProperty(paths, fc.infiniteStream(fc.nat()), async (names, numbers) => {
      const entries = names.map((name) => file(name, name));
      const shuffled = entries.map((entry) => ({ entry, at: numbers.next().value ?? 0 })).sort((a, b) => a.at - b.at).map(({ entry }) => entry);
      expect(sha256(await collect(writeTar(shuffled)))).toBe(sha256(await collect(writeTar(entries))));
    }), { numRuns: 30 });
  });

  it("stops at an abort", async () => {
    const abort = new AbortController();
    const endless: Entry = { type: "file", path: "x", content: { size: 1e9, async *open() { for (;;) { yield Buffer.alloc(1 << 16); abort.abort(); } } } };
    const sink = async (bytes: AsyncIterable<Uint8Array>): Promise<void> => { for await (const _ of bytes); };
    await expect(writeLayer({ createdBy: "", entries: [endless] }, { sink, signal: abort.signal })).rejects.toThrow(/abort/i);
  });
});

describe("memoryImage", () => {
  it("makes a layout in which every descriptor names its blob", async () => {
    const files = await memoryImage({
      layers: [{ files: { "etc/a": "1" }, createdBy: "COPY a" }, { entries: [file("etc/.wh.a", "")], compression: "zstd" }],
      config: { env: { B: "2", A: "1" }, labels: { l: "v" }, entrypoint: ["/run"] },
      steps: ["ARG X"],
    });
    const read = (name: string): Record<string, never> => JSON.parse(Buffer.from(files.get(name) ?? []).toString());
    expect(read("oci-layout")).toEqual({ imageLayoutVersion: "1.0.0" });
    const [descriptor] = read("index.json")["manifests"] as unknown as { digest: string }[];
    const manifest = read(blobPath(descriptor?.digest ?? "")) as unknown as { config: { digest: string }; layers: { digest: string; size: number }[] };
    for (const layer of manifest.layers) expect(files.get(blobPath(layer.digest))?.length).toBe(layer.size);
    expect(read(blobPath(manifest.config.digest))).toMatchObject({
      created: "1970-01-01T00:00:00Z", config: { Env: ["A=1", "B=2"], Labels: { l: "v" } },
      history: [{ created_by: "COPY a" }, { created_by: "" }, { created_by: "ARG X", empty_layer: true }],
    });
    for (const [name, bytes] of files) if (name.startsWith("blobs/")) expect(blobPath(sha256(bytes))).toBe(name);
    expect(files.size).toBe(6);
  });
});
