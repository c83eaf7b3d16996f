import { chmod, mkdir, readdir, readFile, symlink, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { Validation, Spec } from "@cyclonedx/cyclonedx-library";
import { unpackTar } from "modern-tar";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { InputError } from "../finding/index.ts";
import { toEntries } from "../layout/index.ts";
import { packService, toSbom, writeDockerArchive, type PackedImage, type PackOptions } from "./index.ts";
import { lock, makeService, readLayer, type Service } from "./testing/service.ts";

let service: Service;
beforeEach(async () => { service = await makeService(); });
afterEach(() => service.remove());

function pack(options: Partial<PackOptions> = {}, from = service): Promise<PackedImage> {
  const { root, context, out } = from;
  return packService({ root, context, out, node: { path: join(root, "node"), version: "24.0.0" }, ...options });
}

describe("packService", () => {
  it("puts in what production needs and nothing else", async () => {
    for (const path of [".env", "README.md", "Dockerfile", "tsconfig.json", "src/main.test.ts", "test/x.ts", "node_modules/z/index.js"]) await service.write(`service/${path}`, "x");
    const lines: string[] = [];
    const packed = await pack({ log: (line) => lines.push(line) });
    expect(await readLayer(service.out, packed, 0)).toEqual(new Map([
      ["etc/", ""], ["etc/group", expect.stringContaining("nonroot")], ["etc/passwd", expect.stringContaining("nonroot:x:65532")],
      ["tmp/", ""], ["usr/", ""], ["usr/local/", ""], ["usr/local/bin/", ""], ["usr/local/bin/node", "stands in for Node"],
    ]));
    const dependencies = [...(await readLayer(service.out, packed, 1)).keys()].filter((name) => !name.endsWith("/"));
    expect(dependencies).toEqual(["@s/e/package.json", "a/lib/index.js", "a/node_modules/b/package.json", "a/package.json"].map((name) => `app/node_modules/${name}`));
    expect([...(await readLayer(service.out, packed, 2)).keys()]).toEqual(["app/", "app/service/", "app/service/package.json", "app/service/src/", "app/service/src/main.ts"]);
    expect(lines.join("\n")).toMatch(/left out node_modules\/c: optional[\s\S]*3 production packages/);
  });

  it("follows files of package.json where there are some", async () => {
    await service.write("service/package.json", { name: "service", main: "./src/main.ts", files: ["./src/", "data"], dependencies: { a: "^1" } });
    for (const path of ["data/deep/x", "other/y", "src/.hidden"]) await service.write(`service/${path}`, "x");
    const names = [...(await readLayer(service.out, await pack(), 2)).keys()].filter((name) => !name.endsWith("/"));
    expect(names).toEqual(["app/service/data/deep/x", "app/service/package.json", "app/service/src/main.ts"]);
  });

  it("gives the same digest twice, from another folder, other modes and at another time", async () => {
    const first = await pack();
    const other = await makeService();
    await chmod(join(other.context, "src/main.ts"), 0o600);
    const second = await pack({}, other);
    expect(second.digest).toBe(first.digest);
    expect((await pack()).digest).toBe(first.digest);
    await other.write("service/src/main.ts", "changed");
    const third = await pack({}, other);
    expect(third.digest).not.toBe(first.digest);
    expect(third.layers.slice(0, 2)).toEqual(first.layers.slice(0, 2));
    await other.remove();
  });

  it("says in the config how it runs, and in the history how it came about", async () => {
    const packed = await pack({
      extraLayers: [{ createdBy: "COPY notes", entries: toEntries({ "app/notes": "n" }) }], env: { EXTRA: "1" }, labels: { l: "v" }, steps: ["ARG A"],
      created: new Date("2026-02-03T04:05:06Z"),
    });
    const config = JSON.parse(await readFile(join(service.out, "blobs", packed.configDigest.replace(":", "/")), "utf8"));
    expect(config.config).toEqual({
      User: "65532:65532", ExposedPorts: { "8080/tcp": {} }, Env: ["EXTRA=1", "NODE_ENV=production", "PATH=/usr/local/bin"],
      Entrypoint: ["/usr/local/bin/node"], Cmd: ["src/main.ts"], WorkingDir: "/app/service", StopSignal: "SIGTERM",
      Labels: { l: "v", "org.opencontainers.image.title": "service", "org.opencontainers.image.version": "1.2.3" },
    });
    expect(config.created).toBe("2026-02-03T04:05:06Z");
    expect(config.history.map((step: { created_by: string }) => step.created_by)).toEqual([
      "pci-pipeline pack: node 24.0.0; libraries of none",
      "pci-pipeline pack: 3 production packages of package-lock.json to /app/node_modules",
      "pci-pipeline pack: service (all but tests, documents and dot files) to /app/service", "COPY notes", "ARG A",
    ]);
  });

  it("takes along the libraries of a real binary and what is known of them", async () => {
    const packed = await pack({ node: { path: "/bin/true", version: "24.0.0" } });
    const files = await readLayer(service.out, packed, 0);
    const libc = [...files.keys()].find((name) => /libc\.(so\.6|musl)/.test(name));
    expect(libc).toBeDefined();
    const libraries = packed.components.filter(({ kind }) => kind === "debian" || kind === "file");
    expect(packed.components[0]?.dependsOn).toEqual(libraries.map(({ ref }) => ref));
    for (const { kind, name } of libraries) if (kind === "debian") expect(files.get(`var/lib/dpkg/status.d/${name}`)).toMatch(new RegExp(`^Package: ${name}\n`));
  });

  it("leaves no output behind on abort and failure, and the former one as it was", async () => {
    const { digest } = await pack();
    const before = await readFile(join(service.out, "index.json"), "utf8");
    await expect(pack({ signal: AbortSignal.abort() })).rejects.toThrow(/abort/i);
    const broken = { createdBy: "x", entries: [{ type: "file", path: "x", content: { size: 5, async *open() { yield* []; throw new Error("disk gone"); } } }] } as const;
    await expect(pack({ extraLayers: [broken] })).rejects.toThrow("disk gone");
    expect(await readdir(join(service.root, "out"))).toEqual(["image"]);
    expect(await readFile(join(service.out, "index.json"), "utf8")).toBe(before);
    expect(before).toContain(digest);
  });
});

describe("packService refuses, and says what to do", () => {
  const cases: readonly [string, () => Promise<unknown>, RegExp][] = [
    ["a context that is not there", async () => pack({ context: join(service.root, "nowhere") }), /no folder .*nowhere; name the folder/],
    ["a context outside the root", async () => pack({ root: service.context, context: service.root }), /not below .*name the root/],
    ["a folder without package.json", async () => { await mkdir(join(service.root, "bare")); return pack({ context: join(service.root, "bare") }); }, /package\.json is missing/],
    ["a package.json that is none", async () => { await service.write("service/package.json", "{"); return pack(); }, /package\.json is not what npm writes/],
    ["a missing lock file", async () => pack({ root: service.context }), /package-lock\.json is missing .*npm install/],
    ["an old lock file", async () => { await service.write("package-lock.json", { lockfileVersion: 1 }); return pack(); }, /package-lock\.json is not what npm writes/],
    ["a lock file that doesn't know the service", async () => { await service.write("other/package.json", { name: "o" }); return pack({ context: join(service.root, "other") }); }, /other\/package\.json is not in package-lock\.json/],
    ["a lock file out of step", async () => { await service.write("service/package.json", { name: "s", dependencies: { a: "^2" } }); return pack(); }, /differ in dependencies; run npm install/],
    ["a main that is not there", async () => { await service.write("service/package.json", { name: "s", main: "../x", dependencies: { a: "^1" } }); return pack(); }, /names no file in that folder/],
    ["a package that isn't installed", async () => { await service.write("node_modules/a/node_modules/b/package.json", "{"); return pack(); }, /not the version .* run npm ci/],
    ["a package of another version", async () => { await service.write("node_modules/a/package.json", { version: "9.9.9" }); return pack(); }, /node_modules\/a is not the version .* run npm ci/],
    ["a lock file with a hole", async () => { const { "node_modules/@s/e": _, ...packages } = lock.packages; await service.write("package-lock.json", { ...lock, packages }); return pack(); }, /lacks @s\/e, which node_modules\/a\/node_modules\/b needs/],
    ["a linked package", async () => { await service.write("package-lock.json", { ...lock, packages: { ...lock.packages, "node_modules/a": { resolved: "x", link: true } } }); return pack(); }, /node_modules\/a is linked/],
    ["a pattern in files", async () => { await service.write("service/package.json", { name: "s", main: "src/main.ts", files: ["src/**"], dependencies: { a: "^1" } }); return pack(); }, /holds a pattern/],
    ["a link out of the service", async () => { await symlink("../../node", join(service.context, "src/out")); return pack(); }, /leads nowhere or out/],
    ["an output that is someone's folder", async () => { await service.write("out/image/precious", "x"); return pack(); }, /folder with other things/],
  ];

  it.each(cases)("%s", async (_name, act, message) => {
    const error = await act().catch((thrown: unknown) => thrown);
    expect(error).toBeInstanceOf(InputError);
    expect(String(error)).toMatch(message);
  });
});

describe("toSbom", () => {
  it("is valid CycloneDX 1.6 and the same for the same image", async () => {
    const packed = await pack({ node: { path: "/bin/true", version: "24.0.0" } });
    const sbom = toSbom(packed);
    const validator = new Validation.JsonStrictValidator(Spec.Version.v1dot6);
    expect(await validator.validate(sbom)).toBeNull();
    expect(toSbom(await pack({ node: { path: "/bin/true", version: "24.0.0" } }))).toBe(sbom);
    expect(await validator.validate(sbom.replace('"library"', '"no such type"'))).not.toBeNull();
  });

  it("names packages by purl with licence and integrity, and who needs whom", async () => {
    const sbom = JSON.parse(toSbom(await pack()));
    const byRef = new Map<string, Record<string, unknown>>(sbom.components.map((component: { "bom-ref": string }) => [component["bom-ref"], component]));
    expect(byRef.get("pkg:npm/a@1.0.0")).toMatchObject({ purl: "pkg:npm/a@1.0.0", licenses: [{ license: { id: "MIT" } }], hashes: [{ alg: "SHA-512", content: "07".repeat(64) }] });
    expect(byRef.get("pkg:npm/b@2.0.0")).toMatchObject({ licenses: [{ expression: "(MIT OR Apache-2.0)" }] });
    expect(byRef.get("pkg:npm/%40s/e@1.0.0")).toMatchObject({ group: "@s", name: "e", licenses: [{ license: { name: "SEE LICENSE IN FILE" } }] });
    const needs = new Map<string, string[]>(sbom.dependencies.map((item: { ref: string; dependsOn?: string[] }) => [item.ref, item.dependsOn ?? []]));
    expect(needs.get("service:service")).toEqual(["pkg:generic/node@24.0.0", "pkg:npm/a@1.0.0"]);
    expect(needs.get("pkg:npm/a@1.0.0")).toEqual(["pkg:npm/b@2.0.0"]);
    expect(needs.get("pkg:npm/b@2.0.0")).toEqual(["pkg:npm/%40s/e@1.0.0"]);
  });
});

describe("writeDockerArchive", () => {
  it.each(["gzip", "zstd", "none"] as const)("holds the config and the layers uncompressed, from %s", async (compression) => {
    const packed = await pack({ compression });
    const file = join(service.root, "out/image.tar");
    await writeDockerArchive(service.out, file, { tag: "service:test" });
    const files = new Map((await unpackTar(await readFile(file), { strict: true })).map(({ header, data }) => [header.name, Buffer.from(data ?? [])]));
    const layers = packed.layers.map(({ diffId }) => `${diffId.replace("sha256:", "")}.tar`);
    expect(JSON.parse(String(files.get("manifest.json")))).toEqual([{ Config: `${packed.configDigest.replace("sha256:", "")}.json`, RepoTags: ["service:test"], Layers: layers }]);
    expect(layers.map((name) => files.get(name)?.length)).toEqual(packed.layers.map(({ uncompressedSize }) => uncompressedSize));
  });

  it("refuses a folder that is no layout, and a layer that was changed", async () => {
    const file = join(service.root, "out/image.tar");
    await expect(writeDockerArchive(service.root, file, { tag: "x" })).rejects.toThrow(/not part of an OCI layout/);
    const packed = await pack({ compression: "none" });
    const blob = join(service.out, "blobs", (packed.layers[2]?.digest ?? "").replace(":", "/"));
    await writeFile(blob, (await readFile(blob)).fill(0x41, 0, 1));
    await expect(writeDockerArchive(service.out, file, { tag: "x" })).rejects.toThrow(/not the one that its config names/);
    expect(await readdir(join(service.root, "out"))).toEqual(["image"]);
  });
});
