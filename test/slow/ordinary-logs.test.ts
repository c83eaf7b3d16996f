// Ordinary builds leak nothing, and nothing is said to leak.
import { spawnSync } from "node:child_process";
import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, expect, it } from "vitest";
import { countLines } from "../../src/reader/line.ts";
import { makeOrdinaryLogs } from "./ordinary-logs.ts";

const LEAST_BYTES = 200e6;
const root = join(import.meta.dirname, "../..");
const folder = mkdtempSync(join(tmpdir(), "ordinary-logs-"));
const logs = join(folder, "logs");
let bytes = 0;

beforeAll(async () => {
  const work = join(folder, "work");
  mkdirSync(logs);
  mkdirSync(work);
  bytes = await makeOrdinaryLogs(logs, work);
});
afterAll(() => rmSync(folder, { recursive: true }));

type Report = { readonly verdict: string; readonly coverage: { readonly seen: object; readonly examined: { logs: number; lines: number }; readonly gaps: readonly object[] }; readonly findings: readonly { ruleId: string; location: { file: string; line: number } }[] };

it("finds nothing in the output of npm, TypeScript, Go, pip, pytest and Docker, and leaves out none of it", () => {
  expect(bytes).toBeGreaterThan(LEAST_BYTES);
  const output = join(folder, "report.json");
  const { status } = spawnSync(process.execPath, [join(root, "cli/index.ts"), "log-leak-guard", logs, "--format", "json", "--output", output], { stdio: "ignore" });
  const { coverage, findings } = JSON.parse(readFileSync(output, "utf8")) as Report;
  expect([coverage.gaps, coverage.examined]).toEqual([[], coverage.seen]);
  const files = readdirSync(logs);
  expect(coverage.examined.logs).toBe(files.length);
  expect(coverage.examined.lines).toBeGreaterThanOrEqual(files.reduce((sum, file) => sum + countLines(readFileSync(join(logs, file))), 0));
  // At most one in 100 MB is the goal, each with its reason; whoever sees one here wants to know which.
  expect([findings.map(({ ruleId, location }) => `${ruleId} ${location.file}:${location.line}`), status]).toEqual([[], 0]);
});
