// Every format that is opened gives back what other programs put into it, alone and inside one another.
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { buildImage, collect, ociLayout, reasonsOf, tarOf, textAt, zipOf, type Collected } from "../../../../test/fixtures/builders/index.ts";
import { archivers, compilers, compressors } from "../../../canary/pack/index.ts";
import type { ImageLimits } from "../limits.ts";

async function read(content: string | Uint8Array, limits: Partial<ImageLimits> = {}): Promise<Collected> {
  return collect(ociLayout([buildImage({ layers: [{ files: { f: content } }], compression: "none" })]), { limits });
}

const memberOf = (result: Collected): string => result.places.filter(({ place }) => place.path === "f" && place.part === "file").map(({ text }) => text).join("|");

describe("compressions", () => {
  const text = Array.from({ length: 40 }, (_, n) => `line ${(n * 7919) % 97} of a text that repeats itself, as texts do\n`).join("");

  // Written by xz 5.4, bzip2 1.0.8 and lz4 1.9 from the text above.
  it.each([
    ["xz", "/Td6WFoAAATm1rRGAgAhARYAAAB0L+Wj4AfyAJxdADYaSh8IoCYDTQad7+2MoT/IOM9thS+aaJmfL/bA0qMCNuh6OWKWof057LfXwo7LzSKABAYQ6hrjBmjCi70g3oiDL72UvUXBmsAL9kVZLKYIsxTNND9avbry3hbGMLaYJJ7ZNFzXaBkU51DAi+s51AhwXdRVjHn4tqNEKkQMZWhptsr/EAxCNhwh9bkKXoiVZgbCylde0H3HpgGTEwBDBxUtDRuL3gABuAHzDwAAAZIjl7HEZ/sCAAAAAARZWg=="],
    ["xz with CRC-32", "/Td6WFoAAAFpIt42AgAhARYAAAB0L+Wj4AfyAJxdADYaSh8IoCYDTQad7+2MoT/IOM9thS+aaJmfL/bA0qMCNuh6OWKWof057LfXwo7LzSKABAYQ6hrjBmjCi70g3oiDL72UvUXBmsAL9kVZLKYIsxTNND9avbry3hbGMLaYJJ7ZNFzXaBkU51DAi+s51AhwXdRVjHn4tqNEKkQMZWhptsr/EAxCNhwh9bkKXoiVZgbCylde0H3HpgGTEwBQE6pkAAG0AfMPAAB6UuHgPjANiwIAAAAAAVla"],
    ["lzma", "XQAAgAD//////////wA2GkofCKAmA00Gne/tjKE/yDjPbYUvmmiZny/2wNKjAjboejlilqH9Oey318KOy80igAQGEOoa4wZowou9IN6Igy+9lL1FwZrAC/ZFWSymCLMUzTQ/Wr268t4WxjC2mCSe2TRc12gZFOdQwIvrOdQIcF3UVYx5+LajRCpEDGVoabbK/xAMQjYcIfW5Cl6IlWYGwspXXtB9x6lC/3J//pFTTw=="],
    ["bzip2", "QlpoOTFBWSZTWdvKJHgAAmnZgAAQQAR/4Cdl3EAwARlANRPJPNTUyAAFNGgDQAAFSk0TelQyfpQ09NR5EZEcCNhHoI37s+/f52v4zm2b4xfGL1rWNKrteqvVX1xjHQj6EfAjQR4EEW2aKwt5gWZ7qAj4GYGJcqAxKSehQSJLKb4vcqt772kI/BHAjQRyI9CMiOhHAR5EdCNBFhG4ihHIjoR0I1EaiLCOwRyIsIsI/hFxJLCNBHYRsEf4u5IpwoSG3lEjwA=="],
    ["lz4", vectorOfLz4],
    ["lz4 of kernels", "AiFMGAEBAADxGWxpbmUgMCBvZiBhIHRleHQgdGhhdCByZXBlYXRzIGl0c2VsZiwgYXMdAFFzIGRvCjIALzYyMwAeLzI3MwAeLzg5MwAeLzU0MwAeHzFmAB8vODFmAB4vNDYzAB4fMWYAHy83M2YAHi8zODMAHw8yAB4vNjUzAB4fM5YCHx85lgIfHzWWAh8fMmYAHx84lgIfHzSWAh8fMWYAHx83lgIfHzSWAh8PZQAfHzaVAiAP+wIfHzmWAh8fNpYCHx8yZgAfHziWAh8fNZYCHx8xZgAfHzeWAh8fNJYCHw9lAB8fN5UCHx8zlgIfD2UAHx82lQIfHzL7Ah8fOZUCFVBzIGRvCg=="],
  ])("reads what others have written: %s", async (name, encoded) => {
    const bytes = Buffer.from(encoded, "base64");
    const result = await read(bytes);
    expect(reasonsOf(result)).toEqual([]);
    expect(textAt(result, `f!(${name.split(" ")[0]})`)).toBe(text);
    expect(result.examined).toEqual(result.seen);
    expect(reasonsOf(await read(bytes.subarray(0, -5))).length).toBeGreaterThan(0);
    if (name !== "lz4 of kernels" && name !== "lzma") expect(textAt(await read(Buffer.concat([bytes, bytes])), `f!(${name.split(" ")[0]})`)).toBe(text + text);
  });

  it("reads layers in every compression", async () => {
    for (const compress of Object.values(compressors)) {
      const image = buildImage({ layers: [{ files: { f: "found" } }], compression: "none" });
      const [layer] = image.layers;
      const files = new Map([["config.json", image.config], ["layer", compress(layer?.tar ?? Buffer.alloc(0))], ["manifest.json", Buffer.from(JSON.stringify([{ Config: "config.json", Layers: ["layer"] }]))]]);
      const result = await collect(files);
      expect(textAt(result, "f")).toBe("found");
      expect(reasonsOf(result)).toEqual([]);
    }
  });

  it("sees damage anywhere in data with a checksum", () => fc.assert(fc.asyncProperty(fc.constantFrom("xz", "bzip2", "lzip"), fc.nat(), fc.integer({ min: 1, max: 255 }), async (format, place, change) => {
    const bytes = compressors[format]?.(Buffer.from(text)) ?? Buffer.alloc(0);
    const at = 8 + (place % (bytes.length - 8));
    bytes[at] = (bytes[at] ?? 0) ^ change;
    const result = await read(bytes);
    expect(reasonsOf(result).length > 0 || textAt(result, `f!(${format})`) === text || textAt(result, "f") === bytes.toString("latin1")).toBe(true);
  }), { numRuns: 60 }));

  it("sees damage anywhere in what lz4 has written", () => fc.assert(fc.asyncProperty(fc.nat(), fc.integer({ min: 1, max: 255 }), async (place, change) => {
    const bytes = Buffer.from(vectorOfLz4, "base64");
    const at = 4 + (place % (bytes.length - 4));
    bytes[at] = (bytes[at] ?? 0) ^ change;
    const result = await read(bytes);
    expect(reasonsOf(result).length > 0 || textAt(result, "f!(lz4)") === text).toBe(true);
  }), { numRuns: 60 }));

  it("keeps bombs and dictionaries in bounds", async () => {
    const bomb = Buffer.from(textAt(await read(Buffer.from(vectorOfZeros, "base64")), "f!(xz)") ?? "", "latin1");
    expect(bomb.length).toBe(1 << 20);
    expect(reasonsOf(await read(Buffer.from(vectorOfZeros, "base64"), { ratioFreeBytes: 1 << 16, ratio: 10 }))).toEqual(["ratio-limit"]);
    const huge = compressors["lzma"]?.(Buffer.from("text")) ?? Buffer.alloc(0);
    huge.writeUInt32LE(0x80000000, 1);
    expect(reasonsOf(await read(huge))).toEqual(["size-limit"]);
  });
});

/** The lines above by lz4 1.9, with a checksum of its content. */
const vectorOfLz4 = "BCJNGGRApwEBAADxGWxpbmUgMCBvZiBhIHRleHQgdGhhdCByZXBlYXRzIGl0c2VsZiwgYXMdAFFzIGRvCjIALzYyMwAeLzI3MwAeLzg5MwAeLzU0MwAeHzFmAB8vODFmAB4vNDYzAB4fMWYAHy83M2YAHi8zODMAHw8yAB4vNjUzAB4fM5YCHx85lgIfHzWWAh8fMmYAHx84lgIfHzSWAh8fMWYAHx83lgIfHzSWAh8PZQAfHzaVAiAP+wIfHzmWAh8fNpYCHx8yZgAfHziWAh8fNZYCHx8xZgAfHzeWAh8fNJYCHw9lAB8fN5UCHx8zlgIfD2UAHx82lQIfHzL7Ah8fOZUCFVBzIGRvCgAAAAB2j4Wt";

/** A mebibyte of zeros by xz -9. */
const vectorOfZeros = "/Td6WFoAAATm1rRGAgAhARwAAAAQz1jM7///ANldAABv/f//o7f/Rz5IFXI5YVG4kijmo4YH+e7kHoLTL8U6PAFLsX7JiopNL6MN2X+m44wjEVPgWRjFdYrid/i2lH8MasDedElk4ulcU7IE2PdEDKtfDW1G6eXDdoi3llestk3haR1v+0uIEGxCy4g/XACP0E6vJiiUcR89jyThcJ6nI1/sKMuF0ZWYin4qkfIndfcZwAaYTZj92K/VkA/EJVP49ZE2MQWlsO5vwXBNRwzRkRGqrWAdus6xJxhcWYbpZlJYvul2rFnk5VsFCPnH2q38+1Iq9+SVJQAAAAAAwva6PqJwa2AAAfUBgIBAAHmXf0exxGf7AgAAAAAEWVo=";

describe("archives and databases", () => {
  const content = "a value of some length that stands in one of many places\n";

  it.each(Object.keys(archivers))("opens %s", async (format) => {
    const result = await read(archivers[format]?.("m", Buffer.from(content)) ?? "");
    expect(memberOf(result)).toContain(content);
    expect(reasonsOf(result)).toEqual([]);
    expect(result.examined).toEqual(result.seen);
  });

  it.each(Object.keys(compilers))("joins what %s takes apart", async (format) => {
    const result = await read(compilers[format]?.("DB_PASSWORD", "Tr0ub4dor-and-3") ?? "");
    expect(memberOf(result)).toMatch(/DB_PASSWORD ?= ?"?Tr0ub4dor-and-3/);
    expect(reasonsOf(result)).toEqual([]);
  });

  it("never changes the bytes that come out of any two", async () => {
    const kinds = Object.entries({ ...compressors, cpio: archivers["cpio"], ar: archivers["ar"], rpm: archivers["rpm"], zlib: archivers["zlib"] });
    const kind = fc.constantFrom(...kinds.map(([name]) => name));
    await fc.assert(fc.asyncProperty(kind, kind, fc.string({ minLength: 20, maxLength: 400 }), async (inner, outer, raw) => {
      const bytes = Buffer.from(`#${raw}`);
      const wrap = (name: string, inside: Buffer): Buffer => compressors[name]?.(inside) ?? archivers[name]?.("m", inside) ?? inside;
      const result = await read(wrap(outer, wrap(inner, bytes)), { depth: 8 });
      expect(reasonsOf(result)).toEqual([]);
      expect(memberOf(result)).toContain(bytes.toString("latin1"));
    }), { numRuns: 60 });
  });

  it("reads a docker-archive and an OCI archive inside an image", async () => {
    const files = ociLayout([buildImage({ layers: [{ files: { deep: "in an image in an image" } }] })]);
    const archive = tarOf([...files].map(([path, bytes]) => ({ path, content: bytes })));
    expect(memberOf(await read(archive))).toContain("in an image in an image");
  });

  it("tells a damaged member and a cut archive", async () => {
    for (const format of ["cpio", "rpm", "git-pack", "ar"]) {
      const bytes = archivers[format]?.("m", Buffer.from(content.repeat(2))) ?? Buffer.alloc(0);
      expect(reasonsOf(await read(bytes.subarray(0, -60))), format).not.toEqual([]);
    }
  });
});

describe("what is behind a program", () => {
  it("is read where it is an archive of any size", async () => {
    const zip = zipOf([{ name: "a", content: "packed" }, { name: "b", content: "described", descriptor: true }], { comment: "a comment" });
    for (const size of [1000, (16 << 20) + 5]) {
      const program = Buffer.alloc(size, "\x7fELF program ");
      const result = await read(Buffer.concat([program, zip]));
      expect(reasonsOf(result)).toEqual([]);
      expect([textAt(result, "f!a"), textAt(result, "f!b")]).toEqual(["packed", "described"]);
      expect(result.examined).toEqual(result.seen);
    }
  });
});
