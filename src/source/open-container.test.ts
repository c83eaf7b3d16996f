// Whatever a user names is opened by its content, or refused with one sentence that names the repair.
import { createHash } from "node:crypto";
import { mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from "node:fs";
import { readdir } from "node:fs/promises";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { gzipSync, zstdCompressSync } from "node:zlib";
import fc from "fast-check";
import { afterAll, describe, expect, it, vi } from "vitest";
import { archiveOf, buildImage, collect, dockerArchive, legacyArchive, ociLayout, reasonsOf, tarOf, textAt, zipOf } from "../../test/fixtures/builders/index.ts";
import { InputError } from "../finding/index.ts";
import { openContainer } from "./index.ts";

const cwd = mkdtempSync(join(tmpdir(), "open-container-"));
afterAll(() => rmSync(cwd, { recursive: true }));

const image = buildImage({ layers: [{ files: { a: "alpha" } }, { files: { b: "beta" } }], compression: "none" });

function write(name: string, content: Uint8Array | string): string {
  writeFileSync(join(cwd, name), content);
  return name;
}

function writeFolder(name: string, files: ReadonlyMap<string, Uint8Array>): string {
  for (const [path, content] of files) {
    mkdirSync(join(cwd, name, dirname(path)), { recursive: true });
    writeFileSync(join(cwd, name, path), content);
  }
  return name;
}

async function readAt(reference: string) {
  const container = await openContainer(reference, { cwd });
  try {
    return await collect(container);
  } finally {
    await container.close();
  }
}

describe("openContainer", () => {
  const archive = archiveOf(dockerArchive([image]));
  it.each([
    ["a docker-archive", () => write("docker.tar", archive)],
    ["a docker-archive of old engines", () => write("legacy.tar", archiveOf(legacyArchive([image])))],
    ["an OCI archive", () => write("oci.tar", archiveOf(ociLayout([image])))],
    ["an OCI layout", () => writeFolder("layout", ociLayout([image]))],
    ["a gzip archive", () => write("docker.tar.gz", gzipSync(archive))],
    ["a zstd archive under another name", () => write("docker.bin", zstdCompressSync(archive))],
    ["docker-archive:", () => `docker-archive:${write("docker.tar", archive)}`],
    ["oci-archive: with a tag", () => `oci-archive:${write("oci.tar", archiveOf(ociLayout([image])))}:sample:latest`],
    ["oci: with a tag", () => `oci:${writeFolder("layout", ociLayout([image]))}:sample:latest`],
    ["oci: with a position", () => `oci:${writeFolder("layout", ociLayout([image]))}:@0`],
  ])("opens %s", async (_, prepare) => {
    const read = await readAt(prepare());
    expect(reasonsOf(read)).toEqual([]);
    expect([textAt(read, "a"), textAt(read, "b")]).toEqual(["alpha", "beta"]);
  });

  it("follows links inside an archive", async () => {
    const files = legacyArchive([image]);
    const [first = "", second = ""] = [...files.keys()].filter((name) => name.endsWith("layer.tar"));
    const entries = [...files].map(([path, content]) => (path === second ? { path, type: "2", link: "../kept/layer.tar" } : { path, content }));
    const read = await readAt(write("links.tar", tarOf([...entries, { path: "kept/layer.tar", content: files.get(second) ?? "" }])));
    expect(reasonsOf(read)).toEqual([]);
    expect([textAt(read, "a"), textAt(read, "b")]).toEqual(["alpha", "beta"]);
    expect(first).not.toBe("");
  });

  it.each([
    ["an empty file", () => write("empty.tar", ""), "is an empty file"],
    ["a text file", () => write("notes.tar", "hello"), "is a text file"],
    ["a JSON file", () => write("x.json", "{}"), "is a JSON file"],
    ["a zip file", () => write("x.zip", zipOf([{ name: "a", content: "x" }])), "is a zip file"],
    ["a tar archive that is no image", () => write("plain.tar", tarOf([{ path: "a", content: "x" }])), "neither manifest.json nor index.json"],
    ["an archive without entries", () => write("none.tar", tarOf([])), "is an empty archive"],
    ["an archive that ends before its manifest", () => write("cut.tar", tarOf([{ path: "a", content: "x" }], { end: false })), "truncated or damaged"],
    ["a folder that is no layout", () => writeFolder("folder", new Map([["a", Buffer.from("x")]])), "not an OCI layout"],
    ["a name that is nearly one", () => `${write("service.tar", archive)}x`, "did you mean service.tar?"],
    ["an image's name", () => "nginx:1.27", "docker-daemon:nginx:1.27"],
    ["nothing at all", () => "no/such/file.tar", "there is no file no/such/file.tar"],
    ["an option as an image's name", () => "docker-daemon:--help", "is not an image name"],
    ["a tag that isn't there", () => `oci:${writeFolder("layout", ociLayout([image]))}:other`, "it has sample:latest"],
  ])("refuses %s", async (_, prepare, message) => {
    const failure = await readAt(prepare()).catch((error: unknown) => error);
    expect(failure).toBeInstanceOf(InputError);
    expect(String(failure)).toContain(message);
  });

  it("tells links that lead out of a layout", async () => {
    const folder = writeFolder("linked", ociLayout([image]));
    symlinkSync(join(cwd, write("outside", "x")), join(cwd, folder, "out"));
    const read = await readAt(folder);
    expect(reasonsOf(read)).toEqual(["path-escape"]);
  });

  it("never passes an archive that was cut off, at any byte", async () => {
    await fc.assert(fc.asyncProperty(fc.nat(archive.length - 1), async (end) => {
      const read = await readAt(write("cut-off.tar", archive.subarray(0, end))).catch((error: unknown) => error);
      if (read instanceof Error) expect(read).toBeInstanceOf(InputError);
      else expect((read as Awaited<ReturnType<typeof readAt>>).gaps.length).toBeGreaterThan(0);
    }), { numRuns: 150 });
  });

  it("never passes a compressed archive that was cut off", async () => {
    const compressed = gzipSync(archive);
    await fc.assert(fc.asyncProperty(fc.nat(compressed.length - 1), async (end) => {
      const read = await readAt(write("cut-off.tgz", compressed.subarray(0, end))).catch((error: unknown) => error);
      if (read instanceof Error) expect(read).toBeInstanceOf(InputError);
      else expect((read as Awaited<ReturnType<typeof readAt>>).gaps.length).toBeGreaterThan(0);
    }), { numRuns: 30 });
  });

  it("tells what stands twice, and what stands behind the end", async () => {
    const twice = tarOf([...dockerArchive([image]), ["manifest.json", Buffer.from("[]")] as const].map(([path, content]) => ({ path, content })));
    expect(reasonsOf(await readAt(write("twice.tar", twice)))).toContain("malformed");
    expect(reasonsOf(await readAt(write("behind.tar", Buffer.concat([archive, Buffer.from("more")]))))).toEqual(["malformed"]);
  });

  it("leaves no temporary file", async () => {
    const folder = join(cwd, "temporary");
    mkdirSync(folder);
    vi.stubEnv("TMPDIR", folder);
    await readAt(write("again.tar.gz", gzipSync(archive))).finally(() => vi.unstubAllEnvs());
    expect(await readdir(folder)).toEqual([]);
  });

  it("gives out the bytes that were written", async () => {
    const container = await openContainer(write("bytes.tar", archive), { cwd });
    const hash = createHash("sha256");
    for await (const chunk of container.open("manifest.json") ?? []) hash.update(chunk);
    expect(hash.digest("hex")).toBe(createHash("sha256").update(dockerArchive([image]).get("manifest.json") ?? "").digest("hex"));
    expect(container.size("absent")).toBeUndefined();
    expect(container.open("absent")).toBeUndefined();
    await container.close();
  });
});
