import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { LayerNames, nameKinds } from "../reader/image/index.ts";
import { openNames, writeNames } from "./names.ts";

const segment = fc.constantFrom("a", "a-b", "a.b", "ab", "é", "\u{1f600}", "\uffee", "z z");
const path = fc.array(segment, { minLength: 1, maxLength: 4 }).map((segments) => segments.join("/"));
const paths = fc.array(path, { maxLength: 12 });
const all = fc.record({ folders: paths, files: paths, removed: paths, opaque: fc.array(fc.oneof(path, fc.constant("")), { maxLength: 3 }) });

const toNames = (kinds: { readonly [kind in (typeof nameKinds)[number]]: readonly string[] }): LayerNames => {
  const names = new LayerNames();
  for (const kind of nameKinds) names[kind].push(...kinds[kind]);
  return names;
};

const open = (names: LayerNames) => openNames(writeNames(names) ?? Buffer.alloc(0));

describe("openNames", () => {
  it("answers as the names themselves would", () => {
    fc.assert(fc.property(all, fc.oneof(path, fc.constant("")), (kinds, asked) => {
      const names = open(toNames(kinds));
      for (const kind of ["files", "removed", "opaque"] as const) expect(names.has(kind, asked)).toBe(kinds[kind].includes(asked));
      expect(names.has("folders", asked)).toBe(kinds.folders.includes(asked) || kinds.files.some((file) => file.startsWith(`${asked}/`)));
    }));
  });

  it("gives all of them back, in order", () => {
    fc.assert(fc.property(all, (kinds) => {
      const unpacked = open(toNames(kinds)).unpack();
      for (const kind of nameKinds) expect(unpacked[kind]).toEqual(kinds[kind].toSorted());
    }));
  });

  it("has no form for a name with a line break", () => {
    expect(writeNames(toNames({ folders: [], files: ["a\nb"], removed: [], opaque: [] }))).toBeUndefined();
  });
});
