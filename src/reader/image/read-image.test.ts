// Every place of an image is read, whatever form it comes in.
import { describe, expect, it } from "vitest";
import {
  archiveOf, blobPath, buildImage, collect, describe as describeBlob, dockerArchive, json, legacyArchive, multiPlatformLayout, ociLayout,
  reasonsOf, sha256, textAt, type ImageSpec,
} from "../../../test/fixtures/builders/index.ts";
import { Ledger } from "../../finding/index.ts";
import { memoryContainer } from "../../source/index.ts";
import { readImage, readSubject } from "./index.ts";

const spec: ImageSpec = {
  config: { Env: ["MODE=live", "EMPTY"], Labels: { owner: "team" }, Entrypoint: ["/app", "--flag"], Healthcheck: { Test: ["CMD", "curl"] }, Volumes: { "/data": {} } },
  history: [{ created_by: "ENV MODE=live", comment: "a comment", author: "an author" }],
  annotations: { note: "an annotation" },
  layers: [
    { files: { "etc/a": "first", "gone/b": "second", "old/c": "third", "dir/d": "fourth", "hid/e": "fifth" }, createdBy: "COPY base /" },
    { files: { "etc/a": "newer", "old": "now a file", "hid/f": "sixth" }, whiteouts: ["gone"], opaque: ["hid"], links: { here: "etc/a" }, hardLinks: { there: "etc/a" } },
  ],
};

describe("readImage", () => {
  const plain = buildImage({ ...spec, compression: "none" });
  const forms = {
    "OCI layout, gzip": ociLayout([buildImage({ ...spec, compression: "gzip" })]),
    "OCI layout, zstd": ociLayout([buildImage({ ...spec, compression: "zstd" })]),
    "OCI layout, plain": ociLayout([plain]),
    "docker-archive": dockerArchive([plain]),
    "docker-archive of old engines": legacyArchive([plain]),
  };

  it.each(Object.entries(forms))("reads every place of an %s", async (_, files) => {
    const read = await collect(files);
    expect(reasonsOf(read)).toEqual([]);
    expect(textAt(read, "MODE", "env")).toBe("MODE=live");
    expect(textAt(read, "owner", "label")).toBe("owner=team");
    expect(textAt(read, "config.Entrypoint", "config")).toBe("Entrypoint=/app --flag");
    expect(textAt(read, "config.Healthcheck.Test", "config")).toBe("Test=CMD curl");
    expect(textAt(read, "config.Volumes./data", "config")).toBe("/data=/data");
    expect(read.places.filter(({ place }) => place.part === "history").map(({ place, text }) => [place.layer?.index ?? null, text]))
      .toEqual([[0, "COPY base /"], [1, "COPY . ."], [null, "ENV MODE=live"], [null, "a comment"], [null, "an author"]]);
    expect(textAt(read, "here", "link-target")).toBe("etc/a");
    expect(textAt(read, "there", "link-target")).toBe("etc/a");
    expect(textAt(read, "etc/a", "file-name")).toBe("etc/a");
    expect(read.seen).toEqual(read.examined);
    expect(read.examined).toMatchObject({ images: 1, layers: 2 });
  });

  it.each(Object.entries(forms))("tells what an %s still shows", async (_, files) => {
    const read = await collect(files);
    const states = read.places.filter(({ place }) => place.part === "file" && place.layer).map(({ place, text }) => [place.layer?.index, place.path, text, place.state]);
    expect(states).toEqual([
      [1, "etc/a", "newer", "final"], [1, "old", "now a file", "final"], [1, "hid/f", "sixth", "final"],
      [0, "etc/a", "first", "overwritten"], [0, "gone/b", "second", "deleted"], [0, "old/c", "third", "overwritten"],
      [0, "dir/d", "fourth", "final"], [0, "hid/e", "fifth", "deleted"],
    ]);
  });

  it("reads annotations", async () => {
    expect(textAt(await collect(ociLayout([plain])), "note", "annotation")).toBe("note=an annotation");
  });

  it("names the subject by manifest, index, config or list", async () => {
    const other = buildImage({ ...spec, platform: "linux/arm64/v8" });
    const subject = async (files: Map<string, Buffer>) => (await readSubject(memoryContainer("x", files)));
    expect(await subject(ociLayout([plain]))).toEqual({ name: "x", digest: { sha256: plain.descriptor.digest.slice(7) }, digestKind: "manifest" });
    const layout = multiPlatformLayout([plain, other]);
    const [index] = JSON.parse(String(layout.get("index.json"))).manifests;
    expect(await subject(layout)).toMatchObject({ digest: { sha256: index.digest.slice(7) }, digestKind: "manifest" });
    expect(await subject(legacyArchive([plain]))).toMatchObject({ digest: { sha256: sha256(plain.config).slice(7) }, digestKind: "config" });
    expect(await subject(ociLayout([plain, other]))).toMatchObject({ digestKind: "content" });
  });

  it("reads all platforms, or the one that is asked for", async () => {
    const files = multiPlatformLayout([plain, buildImage({ layers: [{ files: { arm: "x" } }], platform: "linux/arm64/v8" })]);
    expect((await collect(files)).images.map((image) => image.platform)).toEqual(["linux/amd64", "linux/arm64/v8"]);
    const arm = await collect(files, { platform: "linux/arm64" });
    expect(arm.images.map((image) => image.platform)).toEqual(["linux/arm64/v8"]);
    expect(arm.subject.digest?.sha256).toBe(arm.images[0]?.manifestDigest?.slice(7));
    await expect(collect(files, { platform: "linux/s390x" })).rejects.toThrow("it has linux/amd64, linux/arm64/v8");
  });

  it("reads several images of one archive, and a layer that they share once", async () => {
    const shared = { files: { base: "shared" } };
    const first = buildImage({ compression: "none", tag: "a:1", layers: [shared, { files: { one: "1" } }] });
    const second = buildImage({ compression: "none", tag: "b:2", layers: [shared, { files: { two: "2" }, whiteouts: ["base"] }] });
    const both = await collect(legacyArchive([first, second]));
    expect(both.images.map((image) => image.tags)).toEqual([["a:1"], ["b:2"]]);
    expect(both.examined.layers).toBe(3);
    expect(both.places.filter(({ place }) => place.path === "base" && place.part === "file").map(({ place }) => place.state)).toEqual(["final"]);
    const one = await collect(legacyArchive([second]));
    expect(one.places.find(({ place }) => place.path === "base")?.place.state).toBe("deleted");
  });

  it("follows a selection", async () => {
    const files = ociLayout([buildImage({ layers: [{ files: { a: "1" } }], tag: "one" }), buildImage({ layers: [{ files: { b: "2" } }], tag: "two" })]);
    const select = (selection: string) => collect({ ...memoryContainer("x", files), selection });
    expect(textAt(await select("two"), "b")).toBe("2");
    expect(textAt(await select("two"), "a")).toBeUndefined();
    expect(textAt(await select("@0"), "a")).toBe("1");
    await expect(select("three")).rejects.toThrow("it has one, two");
  });

  it("reads attestations under the platform of their image", async () => {
    const statement = json({ predicate: { args: "build-arg" } });
    const manifest = json({ schemaVersion: 2, config: describeBlob(json({}), "application/vnd.oci.image.config.v1+json"), layers: [{ ...describeBlob(statement, "application/vnd.in-toto+json"), annotations: { "in-toto.io/predicate-type": "https://slsa.dev/provenance/v1" } }] });
    const descriptor = { ...describeBlob(manifest, "application/vnd.oci.image.manifest.v1+json"), platform: { os: "unknown", architecture: "unknown" }, annotations: { "vnd.docker.reference.type": "attestation-manifest", "vnd.docker.reference.digest": plain.descriptor.digest } };
    const files = multiPlatformLayout([plain], [descriptor]);
    for (const blob of [statement, manifest, json({})]) files.set(blobPath(sha256(blob)), blob);
    const read = await collect(files);
    expect(reasonsOf(read)).toEqual([]);
    expect(read.places.find(({ place }) => place.part === "attestation" && place.path?.startsWith("https://slsa"))).toMatchObject({ place: { platform: "linux/amd64" }, text: String(statement) });
  });

  it("reads what no manifest names, with whatever is nested in it", async () => {
    const read = await collect(ociLayout([plain]).set("notes.txt", Buffer.from("loose")).set("more.tar", archiveOf(new Map([["in", Buffer.from("side")]]))));
    expect(textAt(read, "notes.txt")).toBe("loose");
    expect(textAt(read, "more.tar!in")).toBe("side");
  });

  it("closes what it opened when it is abandoned", async () => {
    let open = 0;
    const container = memoryContainer("x", ociLayout([buildImage({ layers: [{ files: { a: "x".repeat(5_000_000) } }], compression: "none" })]));
    const counted = {
      ...container,
      open: (name: string) => (async function* () {
        open++;
        try { yield* container.open(name) ?? []; } finally { open--; }
      })(),
    };
    const { readings } = await readImage(counted, { ledger: new Ledger() });
    for await (const some of readings) if (some.some((reading) => reading.kind === "fragment" && reading.place.kind === "image" && reading.place.layer)) break;
    expect(open).toBe(0);
  });
});
