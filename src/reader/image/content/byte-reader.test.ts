import { Buffer } from "node:buffer";
import * as fc from "fast-check";
import { describe, expect, it } from "vitest";
import { ByteReader } from "./byte-reader.ts";

const content = Buffer.from(Array.from({ length: 4_000 }, (_, index) => (index * 31 + (index >> 5)) & 0xff));

/** Chunks of these sizes; memory that comes back is overwritten at once and used again. */
async function* pour(sizes: readonly number[], spare: Uint8Array[]): AsyncGenerator<Uint8Array> {
  for (let at = 0, turn = 0; at < content.length; turn++) {
    for (const used of spare.splice(0)) used.fill(0xee);
    const size = Math.min(sizes[turn % sizes.length]!, content.length - at);
    yield Uint8Array.from(content.subarray(at, at + size));
    at += size;
  }
}

const steps = fc.array(fc.record({ kind: fc.constantFrom("take", "takeNow", "peek", "next", "chunks", "giveBack"), count: fc.integer({ min: 1, max: 700 }) }), { minLength: 1, maxLength: 40 });

async function follow(reader: ByteReader, { kind, count }: { kind: string; count: number }): Promise<{ bytes: Buffer; taken: boolean }> {
  switch (kind) {
    case "takeNow": { const bytes = reader.takeNow(count); return { bytes: bytes ?? Buffer.alloc(0), taken: true }; }
    case "peek": return { bytes: await reader.peek(count), taken: false };
    case "next": return { bytes: await reader.next(count) ?? Buffer.alloc(0), taken: true };
    case "chunks": return { bytes: Buffer.concat(await Array.fromAsync(reader.chunks(count))), taken: true };
    case "giveBack": { const bytes = await reader.take(count); reader.giveBack(Buffer.from(bytes)); return { bytes: await reader.peek(bytes.length), taken: false }; }
    default: return { bytes: await reader.take(count), taken: true };
  }
}

describe("ByteReader", () => {
  it.each([true, false])("gives every byte in order, whatever the chunks; with chunks' memory used again: %s", async (isReused) => {
    await fc.assert(fc.asyncProperty(fc.array(fc.integer({ min: 0, max: 500 }), { minLength: 1, maxLength: 8 }).filter((sizes) => sizes.some((size) => size > 0)), steps, async (sizes, plan) => {
      const spare: Uint8Array[] = [];
      const reader = new ByteReader(pour(sizes, spare), isReused ? { spare } : {});
      let at = 0;
      for (const step of plan) {
        const { bytes, taken } = await follow(reader, step);
        expect(bytes.equals(content.subarray(at, at + bytes.length))).toBe(true);
        if (step.kind === "take" || step.kind === "chunks") expect(bytes.length).toBe(Math.min(step.count, content.length - at));
        if (taken) at += bytes.length;
        expect(reader.position).toBe(at);
      }
    }), { numRuns: 150 });
  });
});
