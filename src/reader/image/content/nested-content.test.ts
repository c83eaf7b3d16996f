// What is nested in a file is read wherever it lies, and what could not be read of it is said.
import fc from "fast-check";
import { gzipSync, zstdCompressSync } from "node:zlib";
import { describe, expect, it } from "vitest";
import { buildImage, collect, ociLayout, reasonsOf, tarOf, textAt, zipOf, type Collected } from "../../../../test/fixtures/builders/index.ts";
import type { ImageLimits } from "../limits.ts";

async function read(content: string | Uint8Array, limits: Partial<ImageLimits> = {}): Promise<Collected> {
  return collect(ociLayout([buildImage({ layers: [{ files: { f: content } }], compression: "none" })]), { limits });
}

/** An ar archive with members of these names and contents; ar(5). */
function arOf(members: readonly (readonly [name: string, content: string | Uint8Array])[]): Buffer {
  const parts = members.map(([name, content]) => {
    const body = Buffer.from(content as string);
    const header = `${name.padEnd(16)}${"0".padEnd(12)}${"0".padEnd(6)}${"0".padEnd(6)}${"644".padEnd(8)}${String(body.length).padEnd(10)}\`\n`;
    return Buffer.concat([Buffer.from(header), body, Buffer.alloc(body.length % 2, "\n")]);
  });
  return Buffer.concat([Buffer.from("!<arch>\n"), ...parts]);
}

describe("compressions", () => {
  const text = "content ".repeat(1000);
  it.each([
    ["gzip", gzipSync(text)],
    ["gzip of several members", Buffer.concat([gzipSync(text.slice(0, 99)), gzipSync(text.slice(99))])],
    ["gzip with padding", Buffer.concat([gzipSync(text), Buffer.alloc(100)])],
    ["zstd", zstdCompressSync(text)],
    ["zstd of several frames", Buffer.concat([zstdCompressSync(text.slice(0, 99)), zstdCompressSync(text.slice(99))])],
    ["zstd behind a skippable frame", Buffer.concat([Buffer.from([0x5e, 0x2a, 0x4d, 0x18, 2, 0, 0, 0, 1, 2]), zstdCompressSync(text)])],
  ])("reads %s", async (name, bytes) => {
    const result = await read(bytes);
    expect(reasonsOf(result)).toEqual([]);
    expect(textAt(result, `f!(${name.slice(0, 4)})`)).toBe(text);
    expect(result.examined).toEqual(result.seen);
  });

  it("reads what a large stream holds", async () => {
    const large = Buffer.from("0123456789abcde\n".repeat(1_200_000));
    expect(textAt(await read(gzipSync(large, { level: 1 })), "f!(gzip)")?.length).toBe(large.length);
    expect(textAt(await read(zstdCompressSync(large)), "f!(zstd)")?.length).toBe(large.length);
  });

  it("reads the texts of a gzip header", async () => {
    const plain = gzipSync("x");
    const named = Buffer.concat([plain.subarray(0, 3), Buffer.from([0x08]), plain.subarray(4, 10), Buffer.from("original\0"), plain.subarray(10)]);
    expect(textAt(await read(named), "f!(gzip)", "file-name")).toBe("original\0");
  });

  it.each([
    ["truncated gzip", gzipSync(text).subarray(0, -6), "truncated"],
    ["truncated zstd", zstdCompressSync(text).subarray(0, -4), "truncated"],
    ["gzip with a wrong checksum", Buffer.concat([gzipSync(text).subarray(0, -8), Buffer.alloc(8, 1)]), "malformed"],
    ["gzip with data behind it", Buffer.concat([gzipSync(text), Buffer.from("more")]), "malformed"],
    ["gzip with data behind padding", Buffer.concat([gzipSync(text), Buffer.alloc(50), gzipSync(text)]), "malformed"],
    ["zstd with data behind it", Buffer.concat([zstdCompressSync(text), Buffer.from("more")]), "malformed"],
    ["damaged xz", Buffer.concat([Buffer.from("fd377a585a00", "hex"), Buffer.from(text)]), "malformed"],
    ["rar", Buffer.concat([Buffer.from("526172211a0700", "hex"), Buffer.from(text)]), "unsupported-archive"],
    ["squashfs", Buffer.concat([Buffer.from("68737173", "hex"), Buffer.from(text)]), "unsupported-archive"],
    ["7z", Buffer.concat([Buffer.from("377abcaf271c", "hex"), Buffer.from(text)]), "unsupported-archive"],
  ])("tells %s", async (_, bytes, reason) => {
    const result = await read(bytes);
    expect(reasonsOf(result)).toEqual([reason]);
    expect(result.examined.files).toBeLessThan(result.seen.files ?? 0);
  });
});

describe("zip archives", () => {
  it("reads members however they are stored", async () => {
    const members = [{ name: "a", content: "deflated" }, { name: "b", content: "stored", method: 0 }, { name: "c", content: "described", descriptor: true }, { name: "d", content: zstdCompressSync("z"), method: 93 }];
    for (const options of [{}, { zip64: true }, { prefix: Buffer.from("#!/bin/sh\n") }]) {
      const result = await read(zipOf(members.slice(0, 3), options));
      expect(reasonsOf(result)).toEqual([]);
      expect(["a", "b", "c"].map((name) => textAt(result, `f!${name}`))).toEqual(["deflated", "stored", "described"]);
      expect(textAt(result, "f!a", "file-name")).toBe("a");
      expect(result.examined).toEqual(result.seen);
    }
  });

  it("reads comments, unknown extra fields and what stands in front", async () => {
    const extra = Buffer.concat([Buffer.from([0x99, 0x99, 6, 0]), Buffer.from("hidden")]);
    const result = await read(zipOf([{ name: "a", content: "x", comment: "member comment", extra }], { comment: "archive comment", prefix: Buffer.from("before") }));
    for (const text of ["member comment", "archive comment", "hidden", "before"]) expect(textAt(result, "f")).toContain(text);
  });

  it("reads a large member as a stream", async () => {
    const large = "0123456789abcde\n".repeat(700_000);
    expect(textAt(await read(zipOf([{ name: "a", content: large }])), "f!a")?.length).toBe(large.length);
  });

  const listed = zipOf([{ name: "a", content: "x" }]);
  it.each([
    ["encrypted members", zipOf([{ name: "a", content: "x", encrypted: true }]), "encrypted"],
    ["unknown methods", zipOf([{ name: "a", content: "x", method: 99 }]), "unsupported-compression"],
    ["sizes that lie", zipOf([{ name: "a", content: "x".repeat(100), statedSize: 5 }]), "size-mismatch"],
    ["checksums that lie", zipOf([{ name: "a", content: "x", statedCrc: 1 }]), "malformed"],
    ["members that overlap", zipOf([{ name: "a", content: "x" }, { name: "b", content: "x", overlaps: true }]), "malformed"],
    ["names that point outside", zipOf([{ name: "../a", content: "x" }]), "path-escape"],
    ["an archive without directory", listed.subarray(0, 40), "truncated"],
    ["members that no directory lists", zipOf([{ name: "b", content: "y" }], { prefix: listed.subarray(0, 33) }), "malformed"],
  ])("tells %s", async (_, bytes, reason) => expect(reasonsOf(await read(bytes))).toContain(reason));

  it("reads an archive that is too large to hold member by member", async () => {
    const result = await read(zipOf([{ name: "a", content: Buffer.alloc(2 << 20, "x"), method: 0 }, { name: "b", content: "deflated" }, { name: "c", content: "described", descriptor: true }]), { bufferBytes: 1 << 20 });
    expect(reasonsOf(result)).toEqual([]);
    expect(textAt(result, "f!a")?.length).toBe(2 << 20);
    expect([textAt(result, "f!b"), textAt(result, "f!c")]).toEqual(["deflated", "described"]);
    expect(result.examined).toEqual(result.seen);
  });
});

describe("ar archives", () => {
  it("reads members with short, GNU and BSD names", async () => {
    const result = await read(arOf([["debian-binary", "2.0\n"], ["//", "a-long-name-of-gnu.txt/\n"], ["/0", "gnu"], ["#1/4", "namebsd"], ["data.tar/", tarOf([{ path: "in", content: "side" }])]]));
    expect(reasonsOf(result)).toEqual([]);
    expect(textAt(result, "f!debian-binary")).toBe("2.0\n");
    expect(textAt(result, "f!a-long-name-of-gnu.txt")).toBe("gnu");
    expect(textAt(result, "f!name")).toBe("bsd");
    expect(textAt(result, "f!data.tar!in")).toBe("side");
  });

  it("tells damage", async () => {
    expect(reasonsOf(await read(arOf([["a", "x"]]).subarray(0, 30)))).toEqual(["truncated"]);
    expect(reasonsOf(await read(arOf([["a", "content"]]).subarray(0, -3)))).toEqual(["truncated"]);
    expect(reasonsOf(await read(Buffer.concat([arOf([["a", "xx"]]), Buffer.alloc(60, "x")])))).toEqual(["malformed"]);
  });
});

describe("nesting", () => {
  const wrap = { gzip: (bytes: Buffer) => gzipSync(bytes), zstd: (bytes: Buffer) => zstdCompressSync(bytes), tar: (bytes: Buffer) => tarOf([{ path: "m", content: bytes }]), zip: (bytes: Buffer) => zipOf([{ name: "m", content: bytes }]), ar: (bytes: Buffer) => arOf([["m", bytes]]) };
  const names = { gzip: "(gzip)", zstd: "(zstd)", tar: "m", zip: "m", ar: "m" };
  const kinds = Object.keys(wrap) as (keyof typeof wrap)[];

  it("never changes the bytes that come out, in whatever layer", async () => {
    const ways = fc.array(fc.constantFrom(...kinds), { maxLength: 5 });
    const layers = fc.constantFrom("none" as const, "gzip" as const, "zstd" as const);
    await fc.assert(fc.asyncProperty(ways, fc.uint8Array({ minLength: 1, maxLength: 3000 }), layers, async (way, raw, compression) => {
      const bytes = Buffer.concat([Buffer.from("#"), raw]);
      const wrapped = way.reduceRight<Buffer>((inner, kind) => wrap[kind](inner), bytes);
      const result = await collect(ociLayout([buildImage({ layers: [{ files: { f: wrapped } }], compression })]));
      expect(reasonsOf(result)).toEqual([]);
      expect(textAt(result, ["f", ...way.map((kind) => names[kind])].join("!"))).toBe(bytes.toString("latin1"));
      expect(result.examined).toEqual(result.seen);
    }), { numRuns: 60 });
  });

  it("never depends on how the source cuts its chunks", async () => {
    const content = gzipSync(tarOf([{ path: "m", content: zipOf([{ name: "m", content: "x".repeat(500) }]) }]));
    const files = ociLayout([buildImage({ layers: [{ files: { f: content, g: "y".repeat(3000) } }] })]);
    const whole = await collect(files);
    await fc.assert(fc.asyncProperty(fc.integer({ min: 1, max: 700 }), async (size) => {
      const names = [...files.keys()].sort();
      const cut = async function* (bytes: Buffer) { for (let at = 0; at < bytes.length; at += size) yield bytes.subarray(at, at + size); };
      const container = { name: "test image", form: "memory" as const, list: () => names, size: (name: string) => files.get(name)?.length, open: (name: string) => { const bytes = files.get(name); return bytes && cut(bytes); }, close: async () => {} };
      expect(await collect(container)).toEqual(whole);
    }), { numRuns: 20 });
  });

  it("ends at the limit with a gap and the bytes as they are", async () => {
    const inner = gzipSync(gzipSync(gzipSync("deep")));
    const result = await read(inner, { depth: 2 });
    expect(reasonsOf(result)).toEqual(["depth-limit"]);
    expect(textAt(result, "f!(gzip)!(gzip)")).toBe(gzipSync("deep").toString("latin1"));
  });

  it("adds up what all levels expand to", async () => {
    const zeros = gzipSync(Buffer.alloc(1 << 20));
    const bomb = zipOf(Array.from({ length: 20 }, (_, n) => ({ name: `z${n}`, content: zeros })));
    const result = await read(bomb, { ratioFreeBytes: 4 << 20, ratio: 10 });
    expect(new Set(reasonsOf(result))).toEqual(new Set(["ratio-limit"]));
    expect(result.seen.bytes).toBeLessThan(30 << 20);
  });

  it("counts members over all levels", async () => {
    const many = tarOf(Array.from({ length: 30 }, (_, n) => ({ path: `t${n}`, content: zipOf([{ name: "a", content: "x" }]) })));
    expect(reasonsOf(await read(many, { entries: 20 }))).toContain("count-limit");
  });

  it("takes data that only looks like an archive as damaged, and reads it", async () => {
    for (const start of ["1f8b0800", "28b52ffd", "504b0304", "213c617263683e0a"]) {
      const result = await read(Buffer.concat([Buffer.from(start, "hex"), Buffer.from("no archive at all")]));
      expect(result.gaps.length).toBeGreaterThan(0);
    }
  });
});
