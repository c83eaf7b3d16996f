// The door as its callers see it: verdicts, subjects, and no value in anything that leaves.
import { createHash } from "node:crypto";
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { gzipSync } from "node:zlib";
import { afterAll, describe, expect, it } from "vitest";
import { jobSetUp, runArchive, runnerLog, runStep } from "../../test/fixtures/builders/log.ts";
import { createSampler } from "../../src/detector/index.ts";
import { InputError, type Report } from "../../src/finding/index.ts";
import type { Inputs, World } from "../../src/runtime/index.ts";
import type { contract } from "./contract.ts";
import { main } from "./main.ts";

const folder = mkdtempSync(join(tmpdir(), "log-guard-"));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

const sampler = createSampler("door");
const key = `sk_live_${sampler.expand("{alnum:24}")}`;
const clean = [...jobSetUp, ...runStep("npm test", { NPM_TOKEN: "***" }), "42 passed"];
const leaky = [...clean, ...runStep("deploy"), Buffer.from(`key=${key}\n`).toString("base64")];

async function* stream(bytes: Uint8Array): AsyncGenerator<Uint8Array> {
  yield bytes;
}

async function guard(log: string, { stdin = Buffer.alloc(0), ...more }: { stdin?: Buffer } & Partial<Inputs<typeof contract>> = {}): Promise<{ report: Report; digest: string; progress: string[] }> {
  const progress: string[] = [];
  const world: World = { cwd: folder, now: () => new Date("2026-01-02T00:00:00Z"), progress: (line) => progress.push(line), signal: new AbortController().signal, stdin: stream(stdin), environment: () => undefined };
  const inputs = { log, jobs: [], "on-leak": "report", "longest-line": 1 << 24, "fail-on": "medium", waivers: undefined, baseline: undefined, format: "text", output: undefined, "report-dir": undefined, ...more } as Inputs<typeof contract>;
  const { report, verdict, outputs } = await main(inputs, world);
  expect(report?.verdict).toBe(verdict);
  return { report: report as Report, digest: outputs.digest, progress };
}

function write(name: string, content: string | Uint8Array): string {
  writeFileSync(join(folder, name), content);
  return name;
}

const sha256 = (content: Uint8Array) => createHash("sha256").update(content).digest("hex");

describe("log-leak-guard", () => {
  it("passes a clean log and names its bytes", async () => {
    const bytes = runnerLog(clean, { bom: true, crlf: true });
    const { report, digest } = await guard(write("clean.log", bytes));
    expect(report).toMatchObject({ verdict: "pass", findings: [], subject: { name: "clean.log", digest: { sha256: sha256(bytes) }, digestKind: "content" } });
    expect(digest).toBe(sha256(bytes));
    expect(report.coverage).toMatchObject({ seen: { logs: 1, lines: clean.length }, examined: { logs: 1, lines: clean.length }, gaps: [] });
    expect(report.coverage.seen.bytes).toBe(report.coverage.examined.bytes);
    expect(report.selfTest.planted).toBeGreaterThan(100);
    expect(report.selfTest).toMatchObject({ missed: [] });
  });

  it("fails a leaky one, and the value is nowhere", async () => {
    const { report, progress } = await guard("-", { stdin: runnerLog(leaky) });
    expect(report).toMatchObject({ verdict: "fail", subject: { name: "stdin" } });
    expect(report.findings).toMatchObject([{ ruleId: "stripe-secret-key", decoded: ["base64"], location: { kind: "log", file: "stdin", step: "deploy", line: leaky.length } }]);
    const said = JSON.stringify([report, progress]);
    for (const form of [key.slice(8), Buffer.from(key).toString("base64").slice(4, -4), Buffer.from(key).toString("hex")]) expect(said).not.toContain(form);
  });

  it("scrubs names that hold a value", async () => {
    const { report, progress } = await guard(write(`${key}.log`, runnerLog(leaky)));
    expect(report.verdict).toBe("fail");
    expect(JSON.stringify([report, progress])).not.toContain(key.slice(8));
    const job = { name: `deploy ${key}`, steps: [{ name: "Run it", lines: leaky }] };
    expect(JSON.stringify((await guard(write("named.zip", runArchive([job])))).report)).not.toContain(key.slice(8));
  });

  it("tells one leak of a run's archive once", async () => {
    const jobs = [{ name: "build", steps: [{ name: "Set up job", lines: jobSetUp }, { name: "Deploy", lines: leaky }] }];
    const { report } = await guard(write("run.zip", runArchive(jobs)));
    expect(report.findings.map(({ location }) => location)).toMatchObject([{ job: "build", step: "Deploy", file: "build/2_Deploy.txt", line: leaky.length }]);
    expect(report.coverage.seen).toMatchObject({ logs: 2, lines: jobSetUp.length + leaky.length });
  });

  it("is inconclusive where something is missing", async () => {
    const jobs = [{ name: "build", steps: [{ name: "Set up job", lines: clean }, { name: "Test", lines: clean }] }];
    const { report } = await guard(write("holes.zip", runArchive(jobs, { layout: "steps", without: ["build/1_Set up job.txt"] })));
    expect(report).toMatchObject({ verdict: "inconclusive", coverage: { gaps: [{ reason: "missing-step", disposition: "open" }] } });
  });

  it.each([["an empty log", () => write("empty.log", "")], ["a log of blank lines", () => write("blank.log", runnerLog(["", "  ", ""], { bom: true, crlf: true }))], ["an empty folder", () => (mkdirSync(join(folder, "none")), "none")], ["empty standard input", () => "-"]])("is inconclusive about %s", async (_, make) => {
    expect((await guard(make())).report).toMatchObject({ verdict: "inconclusive", coverage: { gaps: [{ reason: "nothing-examined" }] } });
  });

  it.each([["no-such.log", () => "no-such.log"], ["a page", () => write("page.log", "<!DOCTYPE html><html></html>")]])("refuses %s", async (_, make) => {
    await expect(guard(make())).rejects.toThrow(InputError);
  });

  it("accepts what the audited repository accepts", async () => {
    const waiver = { rule: "stripe-secret-key", path: "stdin", owner: "ops", reason: "rotated", until: "2026-02-01" };
    const waivers = write("waivers.yml", JSON.stringify({ schema: "pci-pipeline/waivers/v1", waivers: [waiver] }));
    expect((await guard("-", { stdin: runnerLog(leaky), waivers })).report).toMatchObject({ verdict: "pass", findings: [{ disposition: "waived" }] });
  });

  it("reads a line of many megabytes", async () => {
    const line = Buffer.concat([Buffer.alloc(8 << 20, "word and "), Buffer.from(key), Buffer.alloc(1 << 20, " word and")]);
    const { report } = await guard(write("line.log", line));
    expect(report.findings).toMatchObject([{ ruleId: "stripe-secret-key", location: { line: 1, offset: 8 << 20 } }]);
    expect(report.coverage.seen).toMatchObject({ lines: 1, bytes: line.length });
  });

  describe("with a line that no runner writes", () => {
    const long = Buffer.alloc((1 << 20) + 5, "word and ").toString();
    const log = runnerLog(["before", long, "after"], { crlf: true });
    const steps = { name: "build", steps: [{ name: "Set up job", lines: ["before", long, "after"] }] };
    const places: [string, () => string, object][] = [
      ["a file", () => write("long.log", log), { file: "long.log", line: 2 }],
      ["a compressed file", () => write("long.log.gz", gzipSync(log)), { file: "long.log.gz", line: 2 }],
      ["standard input", () => "-", { file: "stdin", line: 2 }],
      ["a run's archive", () => write("long.zip", runArchive([steps])), { job: "build", step: "Set up job", line: 2 }],
      ["a folder", () => (mkdirSync(join(folder, "long")), write("long/one.log", log), "long"), { file: "one.log", line: 2 }],
    ];

    it.each(places)("is inconclusive about %s", async (_, make, location) => {
      const { report } = await guard(make(), { stdin: log, "longest-line": 1 << 20 });
      expect(report).toMatchObject({ verdict: "inconclusive", coverage: { gaps: [{ reason: "size-limit", location }] } });
      expect(report.coverage.gaps[0]?.detail).toMatch(/^the line has 1048581 bytes, .* raise longest-line$/);
      expect(report.coverage.examined).toMatchObject({ lines: 3, bytes: report.coverage.seen.bytes });
    });

    it("examines it", async () => {
      const { report } = await guard("-", { stdin: Buffer.from(`${long} ${key} ${long}`), "longest-line": 1 << 20 });
      expect(report).toMatchObject({ verdict: "fail", findings: [{ ruleId: "stripe-secret-key", location: { line: 1 } }], coverage: { gaps: [{ reason: "size-limit", location: { line: 1 } }] } });
    });
  });

  it("is inconclusive about a log that ends early", async () => {
    const stored = gzipSync(runnerLog(clean));
    const { report } = await guard(write("short.log.gz", stored.subarray(0, -9)));
    expect(report).toMatchObject({ verdict: "inconclusive", coverage: { gaps: [{ reason: "truncated" }] } });
  });
});
