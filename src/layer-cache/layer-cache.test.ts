import { mkdtemp, readdir, readFile, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { createInspector, createSampler, inspectAll } from "../detector/index.ts";
import { Ledger } from "../finding/index.ts";
import { memoryImage } from "../layout/index.ts";
import { readImage } from "../reader/image/index.ts";
import { memoryContainer, type Container } from "../source/index.ts";
import { findCacheFolder, openLayerCache } from "./index.ts";

const sampler = createSampler("layer-cache");
const inspector = createInspector();
const value = `sk_live_${sampler.expand("{alnum:24}")}`;
let base: string;

beforeAll(async () => { base = await mkdtemp(join(tmpdir(), "layer-cache-")); });
afterAll(() => rm(base, { recursive: true, force: true }));

/** The lower layer's finding is overwritten by the upper one. `reads` counts how often a layer's bytes were asked for. */
async function openImage(upper = "nothing", stamp = "s"): Promise<Container & { reads: string[] }> {
  const files = await memoryImage({ layers: [{ files: { "a/.env": `KEY=${value}\n`, "b.txt": "text" } }, { files: { "a/.env": upper } }] });
  const inner = memoryContainer("image", files);
  const reads: string[] = [];
  const big = (name: string) => name.startsWith("blobs/") && !inner.list().some(() => (files.get(name)?.[0] ?? 0) === 0x7b);
  return { ...inner, reads, stamp: (name) => `${stamp}:${name}`, open: (name) => { if (big(name)) reads.push(name); return inner.open(name); } };
}

async function audit(container: Container, folder: string | undefined, options: { secret?: Uint8Array; terms?: string[] } = {}) {
  const memory = folder === undefined ? undefined : openLayerCache({ folder: join(base, folder), terms: options.terms ?? ["1"], secret: options.secret });
  const ledger = new Ledger();
  const image = await readImage(container, { ledger, memory });
  const outcome = await inspectAll(image.readings, inspector, ledger);
  await memory?.keep(outcome);
  return JSON.stringify([outcome, ledger.counts()]);
}

const entriesOf = async (folder: string) => (await readdir(join(base, folder))).map((name) => join(base, folder, name));

describe("openLayerCache", () => {
  it("says of unchanged layers what was said before, without reading them", async () => {
    const plain = await audit(await openImage(), undefined);
    expect(await audit(await openImage(), "same")).toBe(plain);
    const again = await openImage();
    expect(await audit(again, "same")).toBe(plain);
    expect(again.reads).toEqual([]);
    expect(JSON.parse(plain)[0].findings).toMatchObject([{ ruleId: "stripe-secret-key", location: { state: "overwritten" } }]);
  });

  it("reads a layer for its digest where the file is another one, and does not where it was verified before", async () => {
    await audit(await openImage(), "stamp");
    const moved = await openImage("nothing", "other");
    await audit(moved, "stamp");
    expect(moved.reads).toHaveLength(2);
    const again = await openImage("nothing", "other");
    await audit(again, "stamp");
    expect(again.reads).toEqual([]);
  });

  it("reads only what changed, and tells anew what it hides", async () => {
    await audit(await openImage(), "changed");
    const upper = `OTHER=sk_live_${sampler.expand("{alnum:24}")}\n`;
    const other = await openImage(upper);
    const outcome = await audit(other, "changed");
    expect(outcome).toBe(await audit(await openImage(upper), undefined));
    expect(other.reads).toHaveLength(1);
    expect(JSON.parse(outcome)[0].findings.map(({ location }: { location: { state: string } }) => location.state).sort()).toEqual(["final", "overwritten"]);
  });

  it("holds no value", async () => {
    await audit(await openImage(), "value");
    for (const path of await entriesOf("value")) expect(await readFile(path, "utf8")).not.toContain(value);
  });

  it.each([
    ["cut off", (text: string) => text.slice(0, -20)],
    ["changed", (text: string) => text.replace(/"bytes":\d+/, '"bytes":1')],
    ["emptied", () => ""],
  ])("reads again where an entry is %s", async (name, damage) => {
    const plain = await audit(await openImage(), name);
    for (const path of await entriesOf(name)) await writeFile(path, damage(await readFile(path, "utf8")));
    const again = await openImage();
    expect(await audit(again, name)).toBe(plain);
    expect(again.reads).toHaveLength(2);
  });

  it("takes entries of its own key, its own terms and its own layer only", async () => {
    const secret = Buffer.alloc(32, 1);
    await audit(await openImage(), "key", { secret });
    for (const options of [{}, { secret: Buffer.alloc(32, 2) }, { secret, terms: ["2"] }]) {
      const again = await openImage();
      await audit(again, "key", options);
      expect(again.reads).toHaveLength(2);
    }
    const [layer, , other] = (await entriesOf("key")).filter((path) => path.endsWith(".layer"));
    await writeFile(layer ?? "", await readFile(other ?? "", "utf8"));
    expect(JSON.parse(await audit(await openImage(), "key", { secret }))[0].findings).toHaveLength(1);
  });

  it("serves two runs at once", async () => {
    const plain = await audit(await openImage(), undefined);
    expect(await Promise.all(Array.from({ length: 4 }, async () => audit(await openImage(), "both")))).toEqual([plain, plain, plain, plain]);
    expect((await entriesOf("both")).filter((path) => !/\.(layer|names)$/.test(path))).toEqual([]);
  });
});

describe("findCacheFolder", () => {
  it("is on by itself on a person's machine only", () => {
    const home = (name: string) => ({ HOME: "/h" })[name];
    expect(findCacheFolder("auto", home)).toBe("/h/.cache/pci-pipeline/layers");
    expect(findCacheFolder("auto", (name) => (name === "CI" ? "true" : home(name)))).toBeUndefined();
    expect(findCacheFolder("on", (name) => (name === "CI" ? "true" : home(name)))).toBe("/h/.cache/pci-pipeline/layers");
    expect(findCacheFolder("off", home)).toBeUndefined();
  });
});
