import fc from "fast-check";
import { deflateRawSync, gzipSync, zstdCompressSync } from "node:zlib";
import { describe, expect, it } from "vitest";
import { ByteReader } from "./byte-reader.ts";
import { Decoder } from "./decoder.ts";

const packs = { gzip: (bytes: Uint8Array) => gzipSync(bytes, { level: 1 }), zstd: (bytes: Uint8Array) => zstdCompressSync(bytes), deflate: (bytes: Uint8Array) => deflateRawSync(bytes) };
type Kind = keyof typeof packs;

async function* cut(bytes: Uint8Array, sizes: readonly number[]): AsyncGenerator<Uint8Array> {
  let at = 0;
  for (let turn = 0; at < bytes.length; turn++) {
    const size = sizes[turn % Math.max(1, sizes.length)] ?? bytes.length;
    yield bytes.slice(at, at += size);
  }
}

async function decode(bytes: Uint8Array, { compression, sizes = [], ...options }: { compression: Kind; sizes?: readonly number[]; reuses?: boolean; single?: boolean }) {
  const reader = new ByteReader(cut(bytes, sizes));
  const decoder = new Decoder(reader, { compression, grow: () => undefined, ...options });
  const out: Buffer[] = [];
  for await (const chunk of decoder.chunks()) out.push(Buffer.from(chunk));
  return { bytes: Buffer.concat(out), problem: decoder.problem, rest: await reader.take(1 << 20) };
}

const kinds = fc.constantFrom<Kind>("gzip", "zstd");
const contents = fc.array(fc.tuple(fc.string({ maxLength: 20 }), fc.nat({ max: 60_000 })).map(([text, times]) => Buffer.from(text.repeat(times))), { minLength: 1, maxLength: 3 });
const cuts = fc.array(fc.integer({ min: 1, max: 9_000 }), { maxLength: 4 });

describe("Decoder", () => {
  it("gives all streams that follow one another, however the data are cut and the memory is used", () => fc.assert(fc.asyncProperty(kinds, contents, cuts, fc.boolean(), async (compression, parts, sizes, reuses) => {
    const { bytes, problem } = await decode(Buffer.concat(parts.map(packs[compression])), { compression, sizes, reuses });
    expect(bytes.equals(Buffer.concat(parts))).toBe(true);
    expect(problem).toBeUndefined();
  }), { numRuns: 60 }));

  it("leaves what follows one stream in the reader", () => fc.assert(fc.asyncProperty(fc.constantFrom<Kind>("zstd", "deflate"), contents, cuts, async (compression, [part = Buffer.alloc(0)], sizes) => {
    const { bytes, rest } = await decode(Buffer.concat([packs[compression](part), Buffer.from("behind")]), { compression, sizes, single: true });
    expect(bytes.equals(part)).toBe(true);
    expect(rest.toString()).toBe("behind");
  }), { numRuns: 40 }));

  it.each(["zstd", "deflate"] as const)("leaves it there also where the %s data end with a piece", async (compression) => {
    const whole = packs[compression](Buffer.from("a text ".repeat(5_000)));
    const { rest, problem } = await decode(Buffer.concat([whole, Buffer.from("behind")]), { compression, sizes: [whole.length, 1], single: true });
    expect([rest.toString(), problem]).toEqual(["behind", undefined]);
  });

  it("takes zeros behind Zstandard data for padding, also where they come in a piece of their own", async () => {
    const whole = zstdCompressSync("a text");
    expect((await decode(Buffer.concat([whole, Buffer.alloc(100)]), { compression: "zstd", sizes: [whole.length, 100] })).problem).toBeUndefined();
  });

  it("tells data that end early, wherever", () => fc.assert(fc.asyncProperty(kinds, fc.nat(), cuts, async (compression, place, sizes) => {
    const whole = packs[compression](Buffer.from("a text of some length ".repeat(9_000)));
    const { problem } = await decode(whole.subarray(0, 1 + (place % (whole.length - 1))), { compression, sizes });
    expect(problem?.reason).toBe("truncated");
  }), { numRuns: 60 }));

  it.each<[string, Buffer, string | undefined]>([
    ["bytes behind the data", Buffer.concat([gzipSync("a"), Buffer.from("behind")]), "malformed"],
    ["zeros behind the data", Buffer.concat([gzipSync("a"), Buffer.alloc(3_000)]), undefined],
    ["a damaged checksum", Buffer.concat([gzipSync("a").subarray(0, -8), Buffer.alloc(8, 1)]), "malformed"],
  ])("judges %s", async (_, bytes, reason) => expect((await decode(bytes, { compression: "gzip", reuses: true })).problem?.reason).toBe(reason));

  it("tells a skippable frame whose head is cut off", async () => {
    const { bytes, problem } = await decode(Buffer.concat([zstdCompressSync("a"), Buffer.from("502a4d18ff", "hex")]), { compression: "zstd" });
    expect([bytes.toString(), problem?.reason]).toEqual(["a", "truncated"]);
  });
});
