// A layer of 20 GB streams through the reader in bounded memory, and what stands at its end is read.
import { execFile } from "node:child_process";
import { promisify } from "node:util";
import { expect, it } from "vitest";

const script = `
  import { createHash } from "node:crypto";
  import { Ledger } from "./src/finding/index.ts";
  import { readImage } from "./src/reader/image/index.ts";
  import { describe, json, tarOf } from "./test/fixtures/builders/index.ts";
  const GIB = 2 ** 30;
  const bytes = 20 * GIB;
  const piece = Buffer.alloc(1 << 20, "a line of a log that is long and full of words\\n");
  const head = tarOf([{ path: "big.log", patch: { 124: Buffer.concat([Buffer.from([0x80, 0, 0, 0]), (() => { const size = Buffer.alloc(8); size.writeBigUInt64BE(BigInt(bytes)); return size; })()]) } }], { end: false });
  const tail = tarOf([{ path: "small", content: "at the end" }]);
  async function* layer() { yield head; for (let at = 0; at < bytes; at += piece.length) yield piece; yield tail; }
  const config = json({ os: "linux", architecture: "amd64", config: {}, rootfs: { type: "layers", diff_ids: [] } });
  const files = new Map([["config.json", config], ["manifest.json", json([{ Config: "config.json", RepoTags: ["big:1"], Layers: ["layer.tar"] }])]]);
  const size = head.length + bytes + tail.length;
  const container = { name: "big", form: "memory", list: () => [...files.keys(), "layer.tar"], size: (name) => (name === "layer.tar" ? size : files.get(name)?.length), open: (name) => (name === "layer.tar" ? layer() : [files.get(name)]), close: async () => {} };
  const ledger = new Ledger();
  const { readings } = await readImage(container, { ledger });
  let peak = 0;
  let seen = 0;
  let last = "";
  const gaps = [];
  for await (const some of readings) {
    for (const reading of some) {
      if (reading.kind === "gap") gaps.push(reading.gap.reason);
      else if (reading.place.part === "file") { seen += reading.owned; last = reading.place.path; }
    }
    peak = Math.max(peak, process.memoryUsage.rss());
  }
  console.log(JSON.stringify({ seen, last, gaps, peak }));
`;

it("reads 20 GB in less than 512 MB", async () => {
  const { stdout } = await promisify(execFile)(process.execPath, ["--input-type=module", "--eval", script], { cwd: process.cwd() });
  const result = JSON.parse(stdout.trim()) as { seen: number; last: string; gaps: string[]; peak: number };
  expect(result.seen).toBe(20 * 2 ** 30 + "at the end".length);
  expect(result.last).toBe("small");
  // The config lists no layers, which is told.
  expect(new Set(result.gaps)).toEqual(new Set(["digest-mismatch"]));
  expect(result.peak).toBeLessThan(512 * 2 ** 20);
});
