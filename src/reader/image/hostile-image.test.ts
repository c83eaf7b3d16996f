// What is missing, damaged, disguised or made to exhaust is a gap or bad input, never a pass and never a crash.
import fc from "fast-check";
import { gzipSync } from "node:zlib";
import { describe, expect, it } from "vitest";
import {
  blobPath, buildImage, collect, describe as describeBlob, json, legacyArchive, multiPlatformLayout, ociLayout, reasonsOf, sha256, tarOf, textAt,
  type BuiltImage, type ImageSpec,
} from "../../../test/fixtures/builders/index.ts";
import { InputError } from "../../finding/index.ts";

const spec: ImageSpec = { layers: [{ files: { a: "alpha" } }, { files: { b: "beta" } }], config: { Env: ["MODE=live"] } };

type Document = ReturnType<typeof JSON.parse>;

/** A layout with the image's manifest (and config) rewritten, all digests around it made right again. */
function rewrite(image: BuiltImage, change: { manifest?: (manifest: Document) => void; config?: (config: Document) => void }): Map<string, Buffer> {
  const config = JSON.parse(String(image.config));
  change.config?.(config);
  const manifest = JSON.parse(String(image.manifest));
  manifest.config = describeBlob(json(config), manifest.config.mediaType);
  change.manifest?.(manifest);
  const files = ociLayout([image], { manifests: [describeBlob(json(manifest), manifest.mediaType)] });
  files.delete(blobPath(image.descriptor.digest));
  files.delete(blobPath(sha256(image.config)));
  return files.set(blobPath(sha256(json(manifest))), json(manifest)).set(blobPath(sha256(json(config))), json(config));
}

const image = buildImage(spec);
const layerPath = blobPath(image.layers[0]?.descriptor.digest ?? "");

describe("damaged images", () => {
  it("reads a layer that differs from its digest, and says so", async () => {
    const other = buildImage({ layers: [{ files: { a: "other" } }] }).layers[0]?.blob ?? Buffer.alloc(0);
    const read = await collect(ociLayout([image]).set(layerPath, other));
    expect(textAt(read, "a")).toBe("other");
    expect(reasonsOf(read)).toContain("digest-mismatch");
    expect(read.examined.layers).toBe(1);
  });

  it("compares the uncompressed layer with the config", async () => {
    const read = await collect(rewrite(image, { config: (config) => config["rootfs"].diff_ids.reverse() }));
    expect(reasonsOf(read)).toEqual(["digest-mismatch", "digest-mismatch"]);
    expect(textAt(read, "a")).toBe("alpha");
  });

  it.each([["none"], ["zstd"]] as const)("compares it too for %s", async (compression) => {
    const read = await collect(rewrite(buildImage({ ...spec, compression }), { config: (config) => config["rootfs"].diff_ids.reverse() }));
    expect(reasonsOf(read)).toEqual(["digest-mismatch", "digest-mismatch"]);
  });

  it("compares sizes", async () => {
    const read = await collect(rewrite(image, { manifest: (manifest) => manifest["layers"][0].size++ }));
    expect(reasonsOf(read)).toEqual(["size-mismatch"]);
  });

  it.each([
    ["a layer's blob is absent", (files: Map<string, Buffer>) => files.delete(layerPath), "missing-blob"],
    ["the manifest is absent", (files: Map<string, Buffer>) => files.delete(blobPath(image.descriptor.digest)), "missing-blob"],
    ["the config is absent", (files: Map<string, Buffer>) => files.delete(blobPath(sha256(image.config))), "missing-blob"],
    ["the manifest is no JSON", (files: Map<string, Buffer>) => files.set(blobPath(image.descriptor.digest), Buffer.from("{")), "malformed"],
    ["the config is no JSON", (files: Map<string, Buffer>) => files.set(blobPath(sha256(image.config)), Buffer.from("[")), "malformed"],
    ["a layer ends early", (files: Map<string, Buffer>) => files.set(layerPath, files.get(layerPath)!.subarray(0, 60)), "truncated"],
    ["a layer is empty", (files: Map<string, Buffer>) => files.set(layerPath, Buffer.alloc(0)), "digest-mismatch"],
  ])("tells that %s", async (_, damage, reason) => {
    const files = ociLayout([image]);
    damage(files);
    expect(reasonsOf(await collect(files))).toContain(reason);
  });

  it("tells layers that only the config or only the manifest lists", async () => {
    expect(reasonsOf(await collect(rewrite(image, { manifest: (manifest) => manifest["layers"].pop() })))).toContain("missing-blob");
    const read = await collect(rewrite(image, { config: (config) => config["rootfs"].diff_ids.pop() }));
    expect(reasonsOf(read)).toEqual(["digest-mismatch"]);
    expect(textAt(read, "b")).toBe("beta");
  });

  it.each([
    ["application/vnd.example.disk", "unsupported-media-type"],
    ["application/vnd.oci.image.layer.v1.tar+gzip+encrypted", "encrypted"],
  ])("reads a layer of type %s by its content, and says so", async (mediaType, reason) => {
    const read = await collect(ociLayout([buildImage({ layers: [{ files: { a: "alpha" }, mediaType }] })]));
    expect(textAt(read, "a")).toBe("alpha");
    expect(reasonsOf(read)).toEqual([reason]);
  });

  it("tells a layer that isn't shipped", async () => {
    const foreign = buildImage({ layers: [{ files: { a: "x" }, mediaType: "application/vnd.docker.image.rootfs.foreign.diff.tar.gzip" }] });
    const files = ociLayout([foreign]);
    files.delete(blobPath(foreign.layers[0]?.descriptor.digest ?? ""));
    expect(reasonsOf(await collect(files))).toEqual(["missing-blob"]);
  });

  it("tells an artifact that is no image, and reads its content", async () => {
    const blob = Buffer.from("chart content");
    const manifest = json({ schemaVersion: 2, config: describeBlob(json({}), "application/vnd.cncf.helm.config.v1+json"), layers: [describeBlob(blob, "application/vnd.cncf.helm.chart.content.v1.tar+gzip")] });
    const files = multiPlatformLayout([image], [describeBlob(manifest, "application/vnd.oci.image.manifest.v1+json")]);
    files.set(blobPath(sha256(manifest)), manifest).set(blobPath(sha256(blob)), blob);
    const read = await collect(files);
    expect(reasonsOf(read)).toEqual(["unsupported-media-type"]);
    expect(textAt(read, blobPath(sha256(blob)))).toBe("chart content");
  });

  it("tells an index that leads back to itself", async () => {
    const digest = `sha256:${"0".repeat(64)}`;
    const loop = json({ schemaVersion: 2, manifests: [{ mediaType: "application/vnd.oci.image.index.v1+json", digest, size: 1 }] });
    expect(reasonsOf(await collect(ociLayout([image]).set("index.json", loop).set(blobPath(digest), loop)))).toEqual(expect.arrayContaining(["cycle", "digest-mismatch", "nothing-examined"]));
  });

  it("tells that there was nothing", async () => {
    expect(reasonsOf(await collect(ociLayout([], {})))).toEqual(["nothing-examined"]);
    expect(reasonsOf(await collect(new Map([["manifest.json", json([])]])))).toEqual(["nothing-examined"]);
    const empty = rewrite(buildImage({}), { manifest: (manifest) => delete manifest["config"] });
    expect(reasonsOf(await collect(empty))).toContain("nothing-examined");
  });
});

describe("images made to exhaust", () => {
  const deep = Buffer.from(`{"config":{},"layers":[],"x":${"[".repeat(50_000)}${"]".repeat(50_000)}}`);

  it("takes JSON of any depth", async () => {
    const files = ociLayout([image], { manifests: [describeBlob(deep, "application/vnd.oci.image.manifest.v1+json")] }).set(blobPath(sha256(deep)), deep);
    expect(reasonsOf(await collect(files))).not.toEqual([]);
    await expect(collect(ociLayout([image]).set("index.json", deep))).rejects.toThrow(InputError);
  });

  it("takes documents of any size", async () => {
    const large = Buffer.alloc(5 << 20, " ");
    await expect(collect(ociLayout([image]).set("index.json", large))).rejects.toThrow("more than 4194304 bytes");
    expect(reasonsOf(await collect(ociLayout([image]).set(blobPath(image.descriptor.digest), large)))).toContain("size-limit");
  });

  it("counts manifests, entries and gaps", async () => {
    const many = multiPlatformLayout(Array.from({ length: 5 }, (_, n) => buildImage({ layers: [{ files: { [`f${n}`]: "x" } }] })));
    expect(reasonsOf(await collect(many, { limits: { manifests: 3 } }))).toEqual(["count-limit"]);
    const files = Object.fromEntries(Array.from({ length: 20 }, (_, n) => [`f${n}`, "x"]));
    expect(reasonsOf(await collect(ociLayout([buildImage({ layers: [{ files }] })]), { limits: { entries: 10 } }))).toEqual(["count-limit"]);
    const escapes = Array.from({ length: 20 }, (_, n) => ({ path: `../f${n}`, content: "x" }));
    expect(reasonsOf(await collect(ociLayout([buildImage({ layers: [{ entries: escapes }] })]), { limits: { gaps: 5 } })))
      .toEqual([...Array.from({ length: 5 }, () => "path-escape"), "count-limit"]);
  });

  it("bounds what a layer and what a file expands to", async () => {
    const zeros = Buffer.alloc(4 << 20);
    const small = { ratioFreeBytes: 1 << 20, ratio: 100 };
    const inside = ociLayout([buildImage({ layers: [{ files: { "z.gz": gzipSync(zeros), after: "x" } }] })]);
    const read = await collect(inside, { limits: small });
    expect(reasonsOf(read)).toEqual(["ratio-limit"]);
    expect(textAt(read, "after")).toBe("x");
    expect(reasonsOf(await collect(ociLayout([buildImage({ layers: [{ files: { z: zeros } }] })]), { limits: { layerBytes: 1 << 20 } }))).toContain("size-limit");
  });

  it("shows text that parsing loses", async () => {
    const twice = Buffer.from(String(image.config).replace('"os"', '"author":"first","author":"second","os"'));
    const manifest = json({ ...JSON.parse(String(image.manifest)), config: describeBlob(twice, "application/vnd.oci.image.config.v1+json") });
    const files = ociLayout([image], { manifests: [describeBlob(manifest, "")] }).set(blobPath(sha256(manifest)), manifest).set(blobPath(sha256(twice)), twice);
    expect((await collect(files)).places.some(({ place, text }) => place.part === "config" && text.includes("first"))).toBe(true);
  });
});

describe("truncation", () => {
  const small = buildImage({ layers: [{ files: { a: "alpha" } }] });
  const blobs = [...ociLayout([small])].filter(([name]) => name.startsWith("blobs/"));

  it("of any blob at any byte never passes", async () => {
    await fc.assert(fc.asyncProperty(fc.constantFrom(...blobs), fc.double({ min: 0, max: 1, maxExcluded: true, noNaN: true }), async ([name, blob], at) => {
      const read = await collect(ociLayout([small]).set(name, blob.subarray(0, Math.floor(blob.length * at))));
      expect(read.gaps.length).toBeGreaterThan(0);
    }), { numRuns: 150 });
  });

  it("of a layer that nothing names the digest of never passes", async () => {
    const plain = buildImage({ layers: [{ files: { a: "alpha" } }], compression: "none" });
    const files = legacyArchive([plain]);
    const name = [...files.keys()].find((key) => key.endsWith("layer.tar")) ?? "";
    const tar = files.get(name) ?? Buffer.alloc(0);
    for (let end = 0; end < tar.length; end += 37) expect((await collect(new Map(files).set(name, tar.subarray(0, end)))).gaps.length).toBeGreaterThan(0);
  });
});

describe("random damage", () => {
  const nested = tarOf([{ path: "in/a", content: gzipSync("deep") }, { path: "b", content: "text" }]);
  const files = legacyArchive([buildImage({ layers: [{ files: { "x.tar": nested, "y.tgz": gzipSync(nested) } }], compression: "none" })]);

  it("of any entry never crashes", async () => {
    await fc.assert(fc.asyncProperty(fc.constantFrom(...files.keys()), fc.array(fc.tuple(fc.nat(), fc.nat(255)), { minLength: 1, maxLength: 8 }), async (name, flips) => {
      const bytes = Buffer.from(files.get(name) ?? "");
      for (const [at, value] of flips) bytes[at % bytes.length] = value;
      const read = await collect(new Map(files).set(name, bytes)).catch((error: unknown) => error);
      if (read instanceof Error) expect(read).toBeInstanceOf(InputError);
    }), { numRuns: 300 });
  });

});
