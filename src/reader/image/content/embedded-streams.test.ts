// Compression that no archive format announces: repositories, documents, pictures.
import { createHash } from "node:crypto";
import { deflateSync } from "node:zlib";
import { describe, expect, it } from "vitest";
import { buildImage, collect, ociLayout, reasonsOf, textAt, type Collected } from "../../../../test/fixtures/builders/index.ts";

async function read(content: Uint8Array): Promise<Collected> {
  return collect(ociLayout([buildImage({ layers: [{ files: { f: content } }], compression: "none" })]), {});
}

/** One object of a pack; gitformat-pack(5). */
function packed(kind: number, content: string, base: readonly number[] = []): Buffer {
  const size = content.length;
  const header = size < 16 ? [(kind << 4) | size] : [0x80 | (kind << 4) | (size & 15), size >> 4];
  return Buffer.concat([Buffer.from([...header, ...base]), deflateSync(Buffer.from(content, "latin1"))]);
}

const pack = (count: number, ...objects: Buffer[]) => Buffer.concat([Buffer.from("PACK\0\0\0\u0002\0\0\0", "latin1"), Buffer.from([count]), ...objects, Buffer.alloc(20, 7)]);

describe("git", () => {
  it("reads a loose object, and what follows it", async () => {
    const result = await read(Buffer.concat([deflateSync("blob 7\0content"), Buffer.from("behind")]));
    expect(textAt(result, "f!(zlib)")).toBe("blob 7\0content");
    expect(textAt(result, "f")).toBe("behind");
    expect(reasonsOf(result)).toEqual([]);
    expect(result.examined).toEqual(result.seen);
  });

  const base = "first object, long enough";
  const name = createHash("sha1").update(`blob ${base.length}\0${base}`).digest();
  // Sizes of both, "copy 13 bytes from 0", "add 6 bytes".
  const delta = `\u0019\u0013\u0090\u000d\u0006second`;

  it("puts objects together that a pack stores as differences", async () => {
    const first = packed(3, base);
    const byOffset = packed(6, delta, [first.length]);
    const result = await read(pack(3, first, byOffset, packed(7, delta, [...name])));
    expect(textAt(result, "f!(git object at 12)")).toBe(base);
    expect(textAt(result, `f!(git object at ${12 + first.length})`)).toBe("first object,second");
    expect(textAt(result, `f!(git object at ${12 + first.length + byOffset.length})`)).toBe("first object,second");
    expect(reasonsOf(result)).toEqual([]);
    expect(result.examined).toEqual(result.seen);
  });

  it("finds a base that stands behind its difference, and tells one that is not there", async () => {
    const ahead = packed(7, delta, [...name]);
    expect(textAt(await read(pack(2, ahead, packed(3, base))), "f!(git object at 12)")).toBe("first object,second");
    const alone = await read(pack(1, ahead));
    expect(reasonsOf(alone)).toEqual(["malformed"]);
    expect(textAt(alone, "f!(git object at 12)")).toContain("second");
  });

  it.each([["a pack that says it has fewer objects", pack(1, packed(3, "one"), packed(3, "another"))], ["a damaged pack", pack(2, packed(3, "one"))], ["a damaged stream", deflateSync("text of some length that is cut off".repeat(9)).subarray(0, -9)]])("tells %s", async (_, bytes) => {
    expect(reasonsOf(await read(bytes))).toContain("malformed");
  });

  it("leaves text that begins like a stream as it is", async () => {
    const result = await read(Buffer.from("x^2 + y^2"));
    expect(textAt(result, "f")).toBe("x^2 + y^2");
    expect(reasonsOf(result)).toEqual([]);
  });
});

describe("documents and pictures", () => {
  it("reads the streams of a PDF file", async () => {
    const result = await read(Buffer.concat([Buffer.from("%PDF-1.7\n1 0 obj<<>>stream\r\n"), deflateSync("drawn text"), Buffer.from("\r\nendstream endobj")]));
    expect(textAt(result, "f!(stream at 28)")).toBe("drawn text");
    expect(reasonsOf(result)).toEqual([]);
  });

  it("ends with a gap where a file is full of what only looks like a stream", async () => {
    expect(reasonsOf(await read(Buffer.from(`%PDF-1.7\n${"stream\nx\u009c".repeat(3_000)}`, "latin1")))).toEqual(["count-limit"]);
  });

  it.each([["zTXt", "name\0\0"], ["iTXt", "name\0\u0001\0en\0name\0"]])("reads the compressed text of a %s chunk", async (kind, head) => {
    const data = Buffer.concat([Buffer.from(head, "latin1"), deflateSync("a remark")]);
    const size = Buffer.alloc(4);
    size.writeUInt32BE(data.length);
    const signature = Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]);
    const result = await read(Buffer.concat([signature, size, Buffer.from(kind), data, Buffer.alloc(4)]));
    expect(textAt(result, `f!(stream at ${16 + head.length})`)).toBe("a remark");
  });
});
