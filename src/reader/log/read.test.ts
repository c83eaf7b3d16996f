// A log's text under its own line numbers, whatever the runner and the system put around it.
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { jobSetUp, runnerLog, runStep } from "../../../test/fixtures/builders/log.ts";
import { Ledger, type GapDraft } from "../../finding/index.ts";
import type { LogFile, LogSource } from "../../source/index.ts";
import { WINDOW_BYTES, type Fragment, type LogMark, type Reading } from "../index.ts";
import { readLogs } from "./index.ts";

type Content = readonly (Uint8Array | GapDraft)[];

function sourceOf(contents: readonly Content[], repeated: readonly boolean[] = []): LogSource {
  const logs = contents.map((content, index): LogFile => ({ place: { kind: "log", file: `log-${index}` }, repeated: repeated[index] ?? false, open: () => streamOf(content) }));
  return { name: "source", logs, gaps: [], sha256: () => "", close: async () => {} };
}

async function* streamOf(content: Content): AsyncGenerator<Uint8Array | GapDraft> {
  yield* content;
}

async function read(source: LogSource): Promise<{ readings: Reading[]; text: string; marks: LogMark[]; gaps: GapDraft[]; counts: ReturnType<Ledger["counts"]> }> {
  const ledger = new Ledger();
  const readings = await Array.fromAsync(readLogs(source, { ledger }));
  const fragments = readings.filter((reading): reading is Fragment => reading.kind === "fragment");
  return {
    readings,
    text: Buffer.concat(fragments.map(({ bytes, owned }) => bytes.subarray(0, owned))).toString("utf8"),
    marks: fragments.flatMap(({ marks }) => marks ?? []),
    gaps: readings.flatMap((reading) => (reading.kind === "gap" ? [reading.gap] : [])),
    counts: ledger.counts(),
  };
}

const lines = ["plain line", "", "  indented", "\tcolumn\t2", "Zeile mit ä und 日本", "2026-01-01 is no stamp", "100%\r done", "last"];

describe("readLogs", () => {
  const styles = [false, true].flatMap((stamps) => [false, true].flatMap((bom) => [false, true].flatMap((crlf) => [false, true].map((open) => ({ stamps, bom, crlf, open })))));

  it.each(styles)("gives the lines back, written with %o", async (style) => {
    const { text, counts } = await read(sourceOf([[runnerLog(lines, style)]]));
    expect(text).toBe(`${lines.join("\n")}${style.open ? "" : "\n"}`);
    expect(counts.seen).toMatchObject({ logs: 1, lines: lines.length });
    expect(counts.examined).toMatchObject({ logs: 1, lines: lines.length });
  });

  it.each(["utf16le", "utf16be"] as const)("reads %s", async (encoding) => {
    expect((await read(sourceOf([[runnerLog(lines, { encoding, crlf: true })]]))).text).toBe(`${lines.join("\n")}\n`);
  });

  it("takes only one stamp from a line, and none that is not whole", async () => {
    const stamp = "2026-01-01T00:00:00.1234567Z";
    const text = [`${stamp} ${stamp} twice`, "2026-01-01T00:00:00 local", `${stamp}glued`, "2026-01-01T00:00:00Z short", "2026-01-01T00:00:00.123456789Z nine", stamp, `${stamp} `].join("\n");
    expect((await read(sourceOf([[Buffer.from(text)]]))).text).toBe(`${stamp} twice\n2026-01-01T00:00:00 local\n${stamp}glued\nshort\nnine\n\n`);
  });

  it("takes the byte order marks of logs that were joined", async () => {
    const joined = Buffer.concat([runnerLog(["one"], { bom: true }), runnerLog(["two"], { bom: true })]);
    expect((await read(sourceOf([[joined]]))).text).toBe("one\ntwo\n");
  });

  it("does not care how the bytes arrive", async () => {
    const whole = runnerLog([...lines, "::stop-commands::pause", "::pause::", ...runStep("make")], { bom: true, crlf: true });
    const wide = runnerLog([...lines, "##[group]Run make"], { encoding: "utf16le" });
    for (const log of [whole, wide]) {
      const { text, marks } = await read(sourceOf([[log]]));
      await fc.assert(fc.asyncProperty(fc.array(fc.integer({ min: 1, max: 60 }), { minLength: 1, maxLength: 12 }), async (sizes) => {
        const chunks: Uint8Array[] = [];
        for (let at = 0, turn = 0; at < log.length; turn++) chunks.push(log.subarray(at, (at += sizes[turn % sizes.length] ?? 1)));
        expect(await read(sourceOf([chunks]))).toMatchObject({ text, marks });
      }), { numRuns: 40 });
    }
  });

  it("cleans what is larger than it takes at a time", async () => {
    const many = Array.from({ length: 30_000 }, (_, index) => `line ${index} `.padEnd(40 + (index % 61), "x"));
    const log = runnerLog(many, { stamps: true, bom: true, crlf: true });
    const wanted = `${many.join("\n")}\n`;
    for (const size of [log.length, (1 << 20) - 1, (1 << 20) + 7]) {
      const chunks = Array.from({ length: Math.ceil(log.length / size) }, (_, index) => log.subarray(index * size, (index + 1) * size));
      const { text, readings } = await read(sourceOf([chunks]));
      expect(text === wanted).toBe(true);
      for (const one of readings) if (one.kind === "fragment") expect(one.line).toBe(wanted.slice(0, one.start).split("\n").length);
    }
  });

  it("never loses or invents a line of any text", async () => {
    await fc.assert(fc.asyncProperty(fc.array(fc.string({ unit: fc.constantFrom("a", "Z", "\r", "\u001b", " ", "2", "-", "T", ":", "é", "\uFEFF") }), { maxLength: 20 }), async (parts) => {
      const { text, counts } = await read(sourceOf([[runnerLog(parts)]]));
      expect(text.split("\n").length - 1).toBe(parts.length);
      if (parts.length > 0) expect(counts.seen.lines).toBe(parts.length);
    }));
  });

  it("reads a line longer than a window in windows", async () => {
    const chunk = Buffer.alloc(1 << 18, "abcdefgh");
    const { readings, counts } = await read(sourceOf([Array.from({ length: 9 }, () => chunk)]));
    expect(readings.map((reading) => reading.kind === "fragment" && [reading.start, reading.line])).toEqual([[0, 1], [WINDOW_BYTES, 1], [2 * WINDOW_BYTES, 1]]);
    expect(counts.seen).toMatchObject({ lines: 1, bytes: 9 << 18 });
  });

  it("counts the lines of steps once, and the bytes of all", async () => {
    const log = Buffer.from("a\nb\n");
    expect((await read(sourceOf([[log], [log]], [false, true]))).counts.seen).toEqual({ logs: 1, lines: 2, bytes: 8 });
  });

  it("tells what could not be read, after what could", async () => {
    const gap: GapDraft = { reason: "truncated", location: { kind: "log", file: "log-0" }, detail: "ends early" };
    const { text, gaps, counts } = await read(sourceOf([[Buffer.from("half"), gap]]));
    expect([text, gaps]).toEqual(["half", [gap]]);
    expect(counts.examined.logs).toBeUndefined();
  });

  it("tells that there was nothing", async () => {
    expect((await read(sourceOf([]))).gaps).toMatchObject([{ reason: "nothing-examined", detail: expect.stringContaining("no log") }]);
    expect((await read(sourceOf([[], [new Uint8Array(0)]]))).gaps).toMatchObject([{ reason: "nothing-examined", detail: expect.stringContaining("no text") }]);
    expect((await read(sourceOf([[], [Buffer.from("x")]]))).gaps).toEqual([]);
  });
});

describe("marks", () => {
  const marksOf = async (text: readonly string[]) => (await read(sourceOf([[runnerLog(text)]]))).marks;

  it("tell the steps of a job", async () => {
    const script = runStep("npm ci", { CI: "true" });
    expect(await marksOf([...jobSetUp, ...script, ...runStep("npm test")])).toEqual([
      { kind: "run", line: jobSetUp.length + 1, title: "npm ci" }, { kind: "run", line: jobSetUp.length + script.length + 1, title: "npm test" },
    ]);
  });

  it("tell pauses of commands and their ends", async () => {
    expect(await marksOf(["  ::stop-commands::abc", "::add-mask::x", "::xyz::", "::abc::", "::stop-commands::abc", "echo ::stop-commands::no", "::stop-commands::"])).toEqual([
      { kind: "stop", line: 1 }, { kind: "resume", line: 4 }, { kind: "stop", line: 5 },
    ]);
  });

  it("sum up debug lines", async () => {
    expect(await marksOf(["##[debug]a", "x ##[debug]", "##[debug]b"])).toEqual([{ kind: "debug", line: 1, count: 2 }]);
  });

  it("count lines across windows", async () => {
    const filler = Array.from({ length: 30_000 }, (_, index) => `an ordinary line with number ${index}`);
    const marks = await marksOf([...filler, "::stop-commands::a", ...filler, "::a::"]);
    expect(marks).toEqual([{ kind: "stop", line: 30_001 }, { kind: "resume", line: 60_002 }]);
  });
});
