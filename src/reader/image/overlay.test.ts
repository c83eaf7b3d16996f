import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { LayerNames, Overlay, type KeptNames } from "./overlay.ts";

const segment = fc.constantFrom("a", "b", ".wh.a", ".wh.b", ".wh..wh..opq");
const path = fc.array(segment, { minLength: 1, maxLength: 4 }).map((segments) => segments.join("/"));
const layer = fc.array(fc.record({ path, isFolder: fc.boolean() }), { maxLength: 8 });

const toNames = (entries: readonly { path: string; isFolder: boolean }[]): LayerNames => {
  const names = new LayerNames();
  for (const { path: name, isFolder } of entries) names.add(name, isFolder);
  return names;
};

const keep = (names: LayerNames): KeptNames => ({
  has: (kind, asked) => names[kind].includes(asked) || (kind === "folders" && names.files.some((file) => file.startsWith(`${asked}/`))),
  unpack: () => names,
});

describe("Overlay", () => {
  it("shows the same whether a layer above was read, or is known from an earlier run", () => {
    fc.assert(fc.property(fc.array(fc.record({ entries: layer, isKept: fc.boolean() }), { maxLength: 3 }), path, fc.boolean(), (layers, asked, isFolder) => {
      const [read, mixed] = [new Overlay(), new Overlay()];
      for (const { entries, isKept } of layers) {
        read.add(toNames(entries));
        mixed.add(isKept ? keep(toNames(entries)) : toNames(entries));
      }
      expect(mixed.state(asked, isFolder)).toBe(read.state(asked, isFolder));
      mixed.unpack();
      expect(mixed.state(asked, isFolder)).toBe(read.state(asked, isFolder));
    }));
  });
});
