// Whatever a user calls a log: opened, refused with a sentence, or told as a gap.
import { createHash } from "node:crypto";
import { gzipSync } from "node:zlib";
import { describe, expect, it } from "vitest";
import { createLogFolder, measure, readAll, streamOf } from "../../../test/fixtures/builders/log-folder.ts";
import { gzipBomb, runArchive, runnerLog } from "../../../test/fixtures/builders/log.ts";
import { InputError } from "../../finding/index.ts";

const { write, open } = createLogFolder();
const sha256 = (content: string | Uint8Array) => createHash("sha256").update(content).digest("hex");
const archive = runArchive([{ name: "build", steps: [{ name: "Run tests", lines: ["done"] }] }]);

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
    const { bytes, reasons } = await measure(await open(write(gzipBomb(80))));
    expect(reasons).toEqual(["ratio-limit"]);
    expect(bytes).toBeLessThanOrEqual(64 << 20);
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
    ["a zip without a directory", () => write(archive.subarray(0, 100)), /damaged/],
  ];

  it.each(cases)("%s", async (_, make, sentence) => {
    const refusal = await open(make()).then(() => undefined, (error: unknown) => error);
    expect(refusal).toBeInstanceOf(InputError);
    expect((refusal as InputError).message).toMatch(sentence);
    expect((refusal as InputError).message).toMatch(/^log: /);
  });

  it("a zip, a page or a program on standard input", async () => {
    await expect(open("-", streamOf(archive))).rejects.toThrow(/random access/);
    await expect(open("-", streamOf("<html>"))).rejects.toThrow(/HTML page/);
    await expect(open("-", streamOf(gzipSync("<html>")))).rejects.toThrow(/HTML page/);
  });

  it("nothing that is text in another alphabet or encoding", async () => {
    for (const text of ["ошибка: нет файла\n".repeat(99), "é à ü\n".repeat(99)]) expect(await readAll(await open(write(text)))).toMatchObject([{ text }]);
    expect(await readAll(await open(write(runnerLog(["a line"], { encoding: "utf16le" }))))).toMatchObject([{ gaps: [] }]);
    expect(await readAll(await open(write(Buffer.from("déjà vu\n".repeat(99), "latin1"))))).toMatchObject([{ gaps: [] }]);
  });
});
