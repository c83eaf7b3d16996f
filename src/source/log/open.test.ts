// Whatever a user calls a log: opened, refused with a sentence, or told as a gap.
import { createHash } from "node:crypto";
import { mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { gzipSync } from "node:zlib";
import { afterAll, describe, expect, it } from "vitest";
import { gzipBomb, runArchive, runFiles, runnerLog, type Job } from "../../../test/fixtures/builders/log.ts";
import { zipOf, type ZipSpec } from "../../../test/fixtures/builders/zip.ts";
import { InputError, type GapDraft } from "../../finding/index.ts";
import { openLogs, type LogSource } from "../index.ts";

const folder = mkdtempSync(join(tmpdir(), "log-source-"));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

let count = 0;
function write(content: string | Uint8Array, name = `log-${count++}`): string {
  mkdirSync(dirname(join(folder, name)), { recursive: true });
  writeFileSync(join(folder, name), content);
  return name;
}

async function* streamOf(...chunks: readonly (string | Uint8Array)[]): AsyncGenerator<Uint8Array> {
  for (const chunk of chunks) yield Buffer.from(chunk as string);
}

const open = (reference: string, stdin: AsyncIterable<Uint8Array> = streamOf()) => openLogs(reference, { cwd: folder, stdin });

type Read = { place: object; repeated: boolean; text: string; gaps: GapDraft[] };

async function readAll(source: LogSource): Promise<Read[]> {
  const reads: Read[] = [];
  for (const { place, repeated, open: openLog } of source.logs) {
    const chunks: Uint8Array[] = [];
    const gaps: GapDraft[] = [];
    for await (const item of openLog()) (item instanceof Uint8Array ? chunks : gaps).push(item as never);
    reads.push({ place, repeated, text: Buffer.concat(chunks).toString("utf8"), gaps });
  }
  await source.close();
  return reads;
}

/** How much a source gives before it stops, without keeping it. */
async function measure(source: LogSource): Promise<{ bytes: number; reasons: string[] }> {
  let bytes = 0;
  const reasons: string[] = [];
  for (const log of source.logs) {
    for await (const item of log.open()) {
      if (item instanceof Uint8Array) bytes += item.length;
      else reasons.push(item.reason);
    }
  }
  await source.close();
  return { bytes, reasons };
}

const sha256 = (content: string | Uint8Array) => createHash("sha256").update(content).digest("hex");
const steps = (...names: readonly string[]) => names.map((name) => ({ name, lines: [`${name} runs`, "done"] }));
const jobs: readonly Job[] = [{ name: "build", steps: steps("Set up job", "Run tests", "Complete job") }, { name: "deploy (eu)", steps: steps("Set up job", "Deploy") }];

describe("openLogs with one file", () => {
  const text = runnerLog(["first", "second"]);

  it("reads a plain file and names its bytes", async () => {
    const source = await open(write(text));
    expect(await readAll(source)).toMatchObject([{ repeated: false, text: text.toString(), gaps: [] }]);
    expect(source.sha256()).toBe(sha256(text));
  });

  it("reads gzip of several members and names the bytes as stored", async () => {
    const stored = Buffer.concat([gzipSync("one\n"), gzipSync("two\n")]);
    const source = await open(write(stored));
    expect(await readAll(source)).toMatchObject([{ text: "one\ntwo\n", gaps: [] }]);
    expect(source.sha256()).toBe(sha256(stored));
  });

  it("reads standard input, plain and gzip", async () => {
    const source = await open("-", streamOf("fir", "st\n", "second"));
    expect(await readAll(source)).toMatchObject([{ place: { file: "stdin" }, text: "first\nsecond" }]);
    expect(source.sha256()).toBe(sha256("first\nsecond"));
    const stored = gzipSync("first\n");
    expect(await readAll(await open("-", streamOf(stored.subarray(0, 5), stored.subarray(5))))).toMatchObject([{ text: "first\n" }]);
  });

  it("reads an empty file and empty standard input as nothing", async () => {
    expect(await readAll(await open(write("")))).toMatchObject([{ text: "", gaps: [] }]);
    expect(await readAll(await open("-"))).toMatchObject([{ text: "", gaps: [] }]);
  });

  it.each([[5, "truncated"], [-30, "malformed"]] as const)("tells gzip that breaks (%i) as %s", async (at, reason) => {
    const stored = gzipSync(Buffer.from(Array.from({ length: 4000 }, (_, n) => `line ${n * 7919}\n`).join("")));
    const broken = reason === "truncated" ? stored.subarray(0, -at) : Buffer.concat([stored.subarray(0, at), Buffer.alloc(-at, 0xff)]);
    const [read] = await readAll(await open(write(broken)));
    expect(read?.gaps).toMatchObject([{ reason }]);
  });

  it("stops a gzip bomb", async () => {
    const { bytes, reasons } = await measure(await open(write(gzipBomb(150))));
    expect(reasons).toEqual(["ratio-limit"]);
    expect(bytes).toBeLessThanOrEqual(128 << 20);
  });
});

describe("openLogs refuses", () => {
  const cases: readonly (readonly [string, () => string, RegExp])[] = [
    ["an empty path", () => " ", /is empty/],
    ["a missing file", () => "no-such-log", /no such file/],
    ["an HTML page", () => write("\uFEFF\n<!DOCTYPE html><html><title>Sign in</title>"), /HTML page/],
    ["an HTML page with a comment first", () => write("<!-- cached -->\n<html lang=en>"), /HTML page/],
    ["an error of GitHub's API", () => write('{"message":"Not Found","documentation_url":"https://docs.github.com/rest"}'), /GitHub's API/],
    ["an error of the blob store", () => write('<?xml version="1.0" encoding="utf-8"?><Error><Code>BlobNotFound</Code></Error>'), /blob store/],
    ["an ELF program", () => write(Buffer.from([0x7f, 0x45, 0x4c, 0x46, 2, 1, 1, 0])), /ELF/],
    ["a PNG image", () => write(Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a])), /PNG/],
    ["a tar archive", () => write(Buffer.concat([Buffer.alloc(257, 0x61), Buffer.from("ustar\0")])), /tar archive/],
    ["binary data", () => write(Buffer.from(Array.from({ length: 4096 }, (_, n) => (n * 151 + 7) % 256))), /binary data/],
    ["gzip of binary data", () => write(gzipSync(Buffer.from([0x7f, 0x45, 0x4c, 0x46, 2, 1, 1, 0]))), /ELF/],
    ["a zip without a directory", () => write(runArchive(jobs).subarray(0, 200)), /damaged/],
  ];

  it.each(cases)("%s", async (_, make, sentence) => {
    const refusal = await open(make()).then(() => undefined, (error: unknown) => error);
    expect(refusal).toBeInstanceOf(InputError);
    expect((refusal as InputError).message).toMatch(sentence);
    expect((refusal as InputError).message).toMatch(/^log: /);
  });

  it("a zip, a page or a program on standard input", async () => {
    await expect(open("-", streamOf(runArchive(jobs)))).rejects.toThrow(/random access/);
    await expect(open("-", streamOf("<html>"))).rejects.toThrow(/HTML page/);
    await expect(open("-", streamOf(gzipSync("<html>")))).rejects.toThrow(/HTML page/);
  });

  it("nothing that is text in another alphabet or encoding", async () => {
    for (const text of ["ошибка: нет файла\n".repeat(99), "é à ü\n".repeat(99)]) expect(await readAll(await open(write(text)))).toMatchObject([{ text }]);
    expect(await readAll(await open(write(runnerLog(["a line"], { encoding: "utf16le" }))))).toMatchObject([{ gaps: [] }]);
    expect(await readAll(await open(write(Buffer.from("déjà vu\n".repeat(99), "latin1"))))).toMatchObject([{ gaps: [] }]);
  });
});

function writeFolder(files: readonly ZipSpec[]): string {
  const name = `folder-${count++}`;
  for (const file of files) write(Buffer.from(file.content as string), `${name}/${file.name}`);
  return name;
}

describe.each([
  ["a folder", (files: readonly ZipSpec[]) => writeFolder(files)],
  ["a zip", (files: readonly ZipSpec[]) => write(zipOf(files))],
] as const)("openLogs with %s", (_, make) => {
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
      { name: "c.zip", content: runArchive(jobs) },
      { name: "d.log.gz", content: gzipSync("inside\n") },
    ]));
    const reads = await readAll(source);
    expect(reads.map(({ gaps }) => gaps.map(({ reason }) => reason))).toEqual([["unsupported-media-type"], ["log-unavailable"], ["unsupported-archive"], []]);
    expect(reads.map(({ text }) => text)).toEqual(["", "<!doctype html><p>token</p>", "", "inside\n"]);
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
    const bomb = zipOf(Array.from({ length: 18 }, (_, index) => ({ name: `${index}_job.txt`, content })));
    const { bytes, reasons } = await measure(await open(write(bomb)));
    expect(reasons).toContain("ratio-limit");
    expect(bytes).toBeLessThanOrEqual(128 << 20);
  });
});
