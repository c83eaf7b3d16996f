// No chunking of a stream changes its windows, and the windows cover it without loss.
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import type { Place } from "../finding/index.ts";
import { OVERLAP_BYTES, toFragments, WINDOW_BYTES, type Fragment } from "./index.ts";

const place: Place = { kind: "log", file: "x" };

async function collect(chunks: readonly Uint8Array[]): Promise<Fragment[]> {
  return Array.fromAsync(toFragments(place, chunks));
}

function chunk(bytes: Uint8Array, sizes: readonly number[]): Uint8Array[] {
  const chunks: Uint8Array[] = [];
  let at = 0;
  for (let n = 0; at < bytes.length; n++) {
    const size = sizes.length === 0 ? bytes.length : Math.max(1, sizes[n % sizes.length] ?? 1);
    chunks.push(bytes.subarray(at, at + size));
    at += size;
  }
  return chunks;
}

describe("toFragments", () => {
  it("gives nothing for nothing", async () => expect(await collect([])).toEqual([]));

  it("covers every byte exactly once, with the overlap repeated and lines counted", async () => {
    const total = 2 * WINDOW_BYTES + OVERLAP_BYTES + 5;
    const bytes = Buffer.alloc(total, "line of text\n");
    await fc.assert(fc.asyncProperty(fc.array(fc.integer({ min: 1000, max: 700_000 }), { maxLength: 5 }), async (sizes) => {
      const fragments = await collect(chunk(bytes, sizes));
      expect(Buffer.concat(fragments.map((fragment) => fragment.bytes.subarray(0, fragment.owned))).equals(bytes)).toBe(true);
      for (const fragment of fragments) {
        expect(Buffer.from(fragment.bytes).equals(bytes.subarray(fragment.start, fragment.start + fragment.bytes.length))).toBe(true);
        expect(fragment.line).toBe(1 + bytes.subarray(0, fragment.start).filter((byte) => byte === 10).length);
      }
      expect(fragments.slice(0, -1).every((fragment) => fragment.bytes.length === fragment.owned + OVERLAP_BYTES)).toBe(true);
    }), { numRuns: 8 });
  });
});
