// However the bytes arrive, exactly the lines that are too long are told, under their numbers.
import fc from "fast-check";
import { expect, it } from "vitest";
import { LineLengths, type LongLine } from "./length.ts";

it("tells the lines above the limit", () => {
  const sizes = fc.array(fc.nat({ max: 24 }), { maxLength: 30 });
  fc.assert(fc.property(sizes, fc.nat({ max: 20 }), fc.array(fc.integer({ min: 1, max: 40 }), { minLength: 1 }), (lines, longest, steps) => {
    const text = Buffer.from(lines.map((size) => "x".repeat(size)).join("\n"));
    const lengths = new LineLengths(longest);
    let line = 1;
    for (let at = 0, turn = 0; at < text.length; turn++) {
      const chunk = text.subarray(at, at + (steps[turn % steps.length] ?? 1));
      lengths.read(chunk, line);
      line += chunk.filter((byte) => byte === 0x0a).length;
      at += chunk.length;
    }
    lengths.end(line);
    expect(lengths.found).toEqual(lines.flatMap((bytes, index): LongLine[] => (bytes > longest ? [{ line: index + 1, bytes }] : [])));
  }));
});
