// Every form of tar archive is walked, and what it hides or lies about is read or said.
import { describe, expect, it } from "vitest";
import { buildImage, collect, ociLayout, paxRecord, reasonsOf, tarOf, textAt, type Collected, type TarSpec } from "../../../../../test/fixtures/builders/index.ts";

function readTar(tar: Uint8Array): Promise<Collected> {
  return collect(ociLayout([buildImage({ layers: [{ tar }] })]));
}

const readEntries = (...entries: readonly TarSpec[]): Promise<Collected> => readTar(tarOf(entries));
const long = `${"d/".repeat(80)}name`;

describe("walkTar", () => {
  it.each([
    ["GNU long names", { path: long, content: "x" }, long],
    ["pax paths", { path: long, content: "x", longNames: "pax" as const }, long],
    ["absolute paths", { path: "/etc/a", content: "x" }, "etc/a"],
    ["paths with dots", { path: "./etc/./b/../a", content: "x" }, "etc/a"],
    ["names that are not UTF-8", { path: Buffer.from("caf\xe9", "latin1"), content: "x" }, "caf\u00e9"],
    ["base-256 sizes", { path: "a", content: "x", patch: { 124: Buffer.from("800000000000000000000001", "hex") } }, "a"],
    ["pax sizes", { path: "a", content: "x", statedSize: 0, pax: { size: "1" } }, "a"],
    ["unknown types", { path: "a", content: "x", type: "Z" }, "a"],
  ])("reads %s", async (_, entry, path) => {
    const read = await readEntries(entry);
    expect(reasonsOf(read)).toEqual([]);
    expect(textAt(read, path)).toBe("x");
  });

  it("reads long link targets", async () => {
    const read = await readEntries({ path: "a", type: "2", link: long });
    expect(textAt(read, "a", "link-target")).toBe(long);
  });

  it("reads attributes, other pax records and owners", async () => {
    const read = await readEntries({ path: "a", content: "x", owner: "builder", pax: { "SCHILY.xattr.user.note": "attribute", comment: "remark", mtime: "1700000000.5" } });
    const texts = read.places.filter(({ place }) => place.part === "xattr").map(({ text }) => text).join("\n");
    expect(texts).toContain("SCHILY.xattr.user.note=attribute");
    expect(texts).toContain("comment=remark");
    expect(texts).toContain("builder");
    expect(texts).not.toContain("mtime");
  });

  it("reads text behind the end of a field, in padding and in names that are replaced", async () => {
    const header = await readEntries({ path: "a", content: "x", patch: { 40: Buffer.from("behind") } });
    expect(header.places.some(({ text }) => text.includes("behind"))).toBe(true);
    const tar = tarOf([{ path: "a", content: "x" }]);
    tar.write("padding", 600);
    expect((await readTar(tar)).places.some(({ text }) => text.startsWith("\0") && text.includes("padding"))).toBe(true);
    const replaced = await readEntries({ path: "first-name", content: "x", pax: { path: "second" } });
    expect(replaced.places.some(({ text }) => text === "first-name")).toBe(true);
  });

  it("reads what stands behind a sparse file, around its map and behind an extension header", async () => {
    const pax = { "GNU.sparse.major": "1", "GNU.sparse.minor": "0", "GNU.sparse.name": "a", "GNU.sparse.realsize": "3" };
    const tar = tarOf([{ path: "x", content: Buffer.concat([Buffer.from("1\n0\n3\n".padEnd(512, "\0")), Buffer.from("abc")]), pax }]);
    const plain = await readTar(tar);
    for (const [at, text] of [[512 + 300, "behind the records"], [512 * 3 + 100, "behind the map"], [512 * 4 + 100, "behind the content"]] as const) {
      const changed = Buffer.from(tar);
      changed.write(text, at);
      const read = await readTar(changed);
      expect([text, textAt(read, "a"), read.places.some((one) => one.text.includes(text)), reasonsOf(read)]).toEqual([text, textAt(plain, "a"), true, []]);
    }
  });

  it("reads a map of a hundred thousand parts once", async () => {
    const parts = Array.from({ length: 100_000 }, (_, n) => `${n * 2}\n1\n`).join("");
    const map = `100000\n${parts}`;
    const content = Buffer.concat([Buffer.from(map.padEnd(Math.ceil(map.length / 512) * 512, "\0")), Buffer.alloc(100_000, "x")]);
    const read = await readEntries({ path: "x", content, pax: { "GNU.sparse.major": "1", "GNU.sparse.minor": "0", "GNU.sparse.name": "a", "GNU.sparse.realsize": "200000" } });
    expect(textAt(read, "a")).toBe("x\0".repeat(100_000));
    expect(reasonsOf(read)).toEqual([]);
  }, 20_000);

  const field = (value: number): Buffer => Buffer.from(`${value.toString(8).padStart(11, "0")}\0`);
  const stored = Buffer.from("2\n600\n2\n1500\n1\n".padEnd(512, "\0"));
  const pax = { "GNU.sparse.name": "a", "GNU.sparse.realsize": "1501" };
  it.each([
    ["of the old kind", { path: "a", content: "abc", type: "S", patch: { 386: Buffer.concat([field(600), field(2), field(1500), field(1)]), 483: field(1501) } }],
    ["of pax 0.0", { path: "x", content: "abc", records: ["GNU.sparse.size=1501", "GNU.sparse.numblocks=2", "GNU.sparse.offset=600", "GNU.sparse.numbytes=2", "GNU.sparse.offset=1500", "GNU.sparse.numbytes=1", "path=a"] }],
    ["of pax 0.1", { path: "x", content: "abc", pax: { ...pax, "GNU.sparse.map": "600,2,1500,1" } }],
    ["of pax 1.0", { path: "x", content: Buffer.concat([stored, Buffer.from("abc")]), pax: { ...pax, "GNU.sparse.major": "1", "GNU.sparse.minor": "0" } }],
  ] as const)("reads a sparse file %s with its holes", async (_, { ...entry }) => {
    const records = "records" in entry ? [{ path: "p", type: "x", content: Buffer.concat(entry.records.map((record) => paxRecord(...(record.split("=") as [string, string])))) }] : [];
    const read = await readTar(tarOf([...records, entry, { path: "b", content: "behind" }]));
    expect(reasonsOf(read)).toEqual([]);
    expect(textAt(read, "a")).toBe(`${"\0".repeat(600)}ab${"\0".repeat(898)}c`);
    expect(textAt(read, "b")).toBe("behind");
  });

  it.each([
    ["names that point outside", tarOf([{ path: "../../a", content: "x" }]), "path-escape", "a"],
    ["a sparse file whose map doesn't fit", tarOf([{ path: "a", content: "x", type: "S" }]), "unsupported-feature", "a"],
    ["a sparse file of pax without a map", tarOf([{ path: "b", content: "x", pax: { "GNU.sparse.major": "1", "GNU.sparse.name": "a" } }]), "unsupported-feature", "a"],
    ["parts of split files", tarOf([{ path: "a", content: "x", type: "M" }]), "unsupported-feature", "a"],
    ["data behind the end", Buffer.concat([tarOf([{ path: "a", content: "x" }]), Buffer.from("more")]), "malformed", "a"],
    ["an archive behind the end", Buffer.concat([tarOf([{ path: "a", content: "x" }]), tarOf([{ path: "b", content: "y" }])]), "malformed", "a"],
    ["no end mark", tarOf([{ path: "a", content: "x" }], { end: false }), "truncated", "a"],
    ["a size beyond the end", tarOf([{ path: "a", content: "x", statedSize: 5000 }]), "truncated", undefined],
    ["a size that isn't one", tarOf([{ path: "a", content: "x", patch: { 124: Buffer.alloc(12, 0xff) } }]), "malformed", undefined],
    ["a damaged pax header", tarOf([{ path: "p", type: "x", content: "9999 a=b\n" }, { path: "a", content: "x" }]), "malformed", "a"],
  ])("tells %s", async (_, tar, reason, path) => {
    const read = await readTar(tar);
    expect(reasonsOf(read)).toContain(reason);
    if (path !== undefined) expect(textAt(read, path)).toBe("x");
  });

  it("reads on as plain bytes where the format breaks", async () => {
    const tar = tarOf([{ path: "a", content: "x" }, { path: "b", content: "y" }]);
    tar.fill("?", 1024, 1030);
    const read = await readTar(tar);
    expect(reasonsOf(read)).toEqual(["malformed"]);
    expect(read.places.some(({ place, text }) => place.path === undefined && text.includes("y"))).toBe(true);
  });

  it("gives links no content, whatever size they state", async () => {
    const read = await readEntries({ path: "a", type: "1", link: "b", statedSize: 512 }, { path: "b", content: "x" });
    expect(textAt(read, "b")).toBe("x");
    expect(reasonsOf(read)).toEqual([]);
  });

});
