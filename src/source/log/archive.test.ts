// Folders and archives of logs: in order, complete, or told as gaps.
import { createHash } from "node:crypto";
import { mkdirSync, symlinkSync } from "node:fs";
import { join } from "node:path";
import { gzipSync } from "node:zlib";
import { describe, expect, it } from "vitest";
import type { LogPlace } from "../../finding/index.ts";
import { createLogFolder, measure, readAll } from "../../../test/fixtures/builders/log-folder.ts";
import { runArchive, runFiles, type Job } from "../../../test/fixtures/builders/log.ts";
import { zipOf, type ZipSpec } from "../../../test/fixtures/builders/zip.ts";

const { path: folder, write, open } = createLogFolder();
let count = 0;
const sha256 = (content: string | Uint8Array) => createHash("sha256").update(content).digest("hex");
const steps = (...names: readonly string[]) => names.map((name) => ({ name, lines: [`${name} runs`, "done"] }));
const jobs: readonly Job[] = [{ name: "build", steps: steps("Set up job", "Run tests", "Complete job") }, { name: "deploy (eu)", steps: steps("Set up job", "Deploy") }];

function writeFolder(files: readonly ZipSpec[]): string {
  const name = `folder-${count++}`;
  for (const file of files) write(Buffer.from(file.content as string), `${name}/${file.name}`);
  return name;
}

describe.each([
  ["a folder", (files: readonly ZipSpec[]) => writeFolder(files)],
  ["a zip", (files: readonly ZipSpec[]) => write(zipOf(files))],
] as const)("openLogs with %s", (kind, make) => {
  it("reads steps in their order, then what repeats them", async () => {
    const source = await open(make(runFiles(jobs)));
    const reads = await readAll(source);
    expect(reads.map(({ place, repeated }) => [place, repeated])).toEqual([
      [{ kind: "log", job: "build", step: "Set up job", file: "build/1_Set up job.txt" }, false],
      [{ kind: "log", job: "build", step: "Run tests", file: "build/2_Run tests.txt" }, false],
      [{ kind: "log", job: "build", step: "Complete job", file: "build/3_Complete job.txt" }, false],
      [{ kind: "log", job: "build", file: "0_build.txt" }, true],
      [{ kind: "log", job: "deploy (eu)", step: "Set up job", file: "deploy (eu)/1_Set up job.txt" }, false],
      [{ kind: "log", job: "deploy (eu)", step: "Deploy", file: "deploy (eu)/2_Deploy.txt" }, false],
      [{ kind: "log", job: "deploy (eu)", file: "1_deploy (eu).txt" }, true],
    ]);
    expect(source.gaps).toEqual([]);
    expect(reads.flatMap(({ gaps }) => gaps)).toEqual([]);
  });

  it("names what it read like sha256sum", async () => {
    const files = runFiles(jobs);
    const source = await open(make(files));
    await readAll(source);
    const lines = files.map(({ name, content }) => `${sha256(content)}  ${name}\n`).sort((a, b) => (a.slice(66) < b.slice(66) ? -1 : 1));
    expect(source.sha256()).toBe(sha256(lines.join("")));
  });

  it("reads whole jobs where there are no steps", async () => {
    const reads = await readAll(await open(make(runFiles(jobs, { layout: "jobs" }))));
    expect(reads.map(({ repeated }) => repeated)).toEqual([false, false]);
  });

  it("tells missing steps, unless the whole job's log is there", async () => {
    const without = ["build/2_Run tests.txt"];
    const alone = await open(make(runFiles(jobs, { layout: "steps", without })));
    expect(alone.gaps).toMatchObject([{ reason: "missing-step", location: { kind: "log", job: "build" }, detail: expect.stringContaining("step 2") }]);
    expect((await open(make(runFiles(jobs, { without })))).gaps).toEqual([]);
  });

  it("tells a job of which only the system log is left", async () => {
    const source = await open(make([{ name: "build/system.txt", content: "Job is about to start\n" }]));
    expect(source.gaps).toMatchObject([{ reason: "missing-step" }]);
  });

  it("tells programs, pages and archives among the logs", async () => {
    const source = await open(make([
      { name: "a.bin", content: Buffer.from([0x7f, 0x45, 0x4c, 0x46, 2, 1, 1, 0]) },
      { name: "b.html", content: "<!doctype html><p>token</p>" },
      { name: "c.zip", content: runArchive(jobs).subarray(0, -30) },
      { name: "c2.dat", content: runArchive(jobs) },
      { name: "d.log.gz", content: gzipSync("inside\n") },
    ]));
    const reads = await readAll(source);
    expect(reads.map(({ gaps }) => gaps.map(({ reason }) => reason))).toEqual([["unsupported-media-type"], ["log-unavailable"], ["unsupported-archive"], ["unsupported-archive"], []]);
    expect(reads.map(({ text }) => text)).toEqual(["", "<!doctype html><p>token</p>", "", "", "inside\n"]);
  });

  it("reads archives inside, two deep, under their names, and tells one that lies deeper", async () => {
    const innermost = zipOf([{ name: "0_z.txt", content: "deepest\n" }]);
    const second = zipOf([{ name: "0_y.txt", content: "deeper\n" }, { name: "third.zip", content: innermost }]);
    const first = zipOf([{ name: "x/1_Set up job.txt", content: "deep\n" }, { name: "second.zip", content: second }]);
    const source = await open(make([{ name: "0_a.txt", content: "top\n" }, { name: "first.ZIP", content: first }]));
    const reads = await readAll(source);
    const found = Object.fromEntries(reads.map(({ place, text, gaps }) => [(place as LogPlace).file, { ...place, text, reasons: gaps.map(({ reason }) => reason) }]));
    expect(found["0_a.txt"]).toMatchObject({ job: "a", text: "top\n", reasons: [] });
    expect(found["first.ZIP/x/1_Set up job.txt"]).toMatchObject({ job: "first.ZIP/x", step: "Set up job", text: "deep\n", reasons: [] });
    expect(found["first.ZIP/second.zip/0_y.txt"]).toMatchObject({ job: "first.ZIP/second.zip/y", text: "deeper\n", reasons: [] });
    const [third] = Object.entries(found).filter(([name]) => name.includes("third.zip"));
    expect(third?.[1]).toMatchObject(kind === "a zip" ? { text: "", reasons: ["unsupported-archive"] } : { text: "deepest\n", reasons: [] });
    await source.close();
  });

  it("stops archives inside that expand to more than the outermost may", async () => {
    const content = Buffer.alloc(8 << 20, 0x61);
    const inner = (n: number) => ({ name: `${n}.zip`, content: zipOf(Array.from({ length: 10 }, (_one, index) => ({ name: `${index}_job.txt`, content }))) });
    const { bytes, reasons } = await measure(await open(make([inner(1)])));
    expect(reasons).toContain("ratio-limit");
    expect(bytes).toBeLessThanOrEqual(64 << 20);
  });

  it("reads a thousand logs of one job", async () => {
    const many = Array.from({ length: 1000 }, (_, index) => ({ name: `job/${index + 1}_step.txt`, content: `${index}\n` }));
    const source = await open(make(many));
    expect(source.logs).toHaveLength(1000);
    expect(source.gaps).toEqual([]);
  });
});

describe("openLogs with a folder", () => {
  it("finds nothing in an empty one", async () => {
    mkdirSync(join(folder, "empty"));
    expect((await open("empty")).logs).toEqual([]);
  });

  it("follows links that stay inside and tells the others", async () => {
    const name = writeFolder([{ name: "real.log", content: "x\n" }]);
    symlinkSync("real.log", join(folder, name, "inside.log"));
    symlinkSync("/etc/hostname", join(folder, name, "outside.log"));
    symlinkSync("nowhere", join(folder, name, "broken.log"));
    const source = await open(name);
    expect(source.logs.map(({ place }) => place.file)).toEqual(["inside.log", "real.log"]);
    expect(source.gaps.map(({ reason, location }) => [reason, location.kind === "log" && location.file])).toEqual([["missing-blob", "broken.log"], ["path-escape", "outside.log"]]);
  });
});

describe("openLogs with a zip", () => {
  it.each([
    ["encrypted", { encrypted: true }, "encrypted"],
    ["compressed otherwise", { method: 93 }, "unsupported-compression"],
    ["of another size", { statedSize: 3 }, "malformed"],
    ["of another checksum", { statedCrc: 1 }, "malformed"],
  ] as const)("tells an entry that is %s, and reads the others", async (_, lie, reason) => {
    const reads = await readAll(await open(write(zipOf([{ name: "0_a.txt", content: "first\n", ...lie }, { name: "1_b.txt", content: "second\n" }]))));
    expect(reads[0]?.gaps).toMatchObject([{ reason }]);
    expect(reads[1]).toMatchObject({ text: "second\n", gaps: [] });
  });

  it("reads zip64, entries with descriptors, names that escape and names that occur twice", async () => {
    const files = [{ name: "../../0_a.txt", content: "one\n", descriptor: true }, { name: "1_b.txt", content: "two\n" }, { name: "1_b.txt", content: "three\n" }];
    const reads = await readAll(await open(write(zipOf(files, { zip64: true }))));
    expect(reads.map(({ text }) => text).sort()).toEqual(["one\n", "three\n", "two\n"]);
  });

  it("stops a bomb of many members", async () => {
    const content = Buffer.alloc(8 << 20, 0x61);
    const bomb = zipOf(Array.from({ length: 10 }, (_, index) => ({ name: `${index}_job.txt`, content })));
    const { bytes, reasons } = await measure(await open(write(bomb)));
    expect(reasons).toContain("ratio-limit");
    expect(bytes).toBeLessThanOrEqual(64 << 20);
  });
});
