// Our SARIF before the eyes of Microsoft's validator: the official schema, the specification's rules and GitHub's.
import { execFileSync, spawnSync } from "node:child_process";
import { existsSync, mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { beforeAll, describe, expect, it } from "vitest";
import { toSarif } from "../../src/report/index.ts";
import { hostileReport } from "../../src/report/testing/hostile.ts";
import { everySpot, fabricateFinding, fabricateGap, fabricateReport, hostileTexts, redReport } from "../../src/report/testing/reports.ts";

const NAME = "@microsoft/sarif-multitool-linux";
const VERSION = "5.7.0";
/** Fetched once a machine: at 100 MB unpacked it is no dependency for everybody's `npm ci`. */
const CACHE = join(tmpdir(), `pci-pipeline-sarif-multitool-${VERSION}`);
const TOOL = join(CACHE, "node_modules", NAME, "Sarif.Multitool");
const here = process.platform === "linux" && process.arch === "x64";

type Finding = { ruleId: string; level: string; text: string };

function validate(sarif: string): Finding[] {
  const file = join(CACHE, "checked.sarif");
  const out = join(CACHE, "verdict.sarif");
  writeFileSync(file, sarif);
  spawnSync(TOOL, ["validate", file, "--rule-kind", "Sarif;Gh", "--output", out, "--log", "ForceOverwrite"], { env: { DOTNET_SYSTEM_GLOBALIZATION_INVARIANT: "1" } });
  const log = JSON.parse(readFileSync(out, "utf8").replace(/^\uFEFF/, "")) as { runs: { results?: { ruleId: string; level?: string; message: { text?: string; arguments?: string[] } }[] }[] };
  return (log.runs[0]?.results ?? []).map(({ ruleId, level = "warning", message }) => ({ ruleId, level, text: message.text ?? (message.arguments ?? []).join(" ") }))
    .filter(({ level }) => level === "error" || level === "warning");
}

// Where the tool has no build for the machine, the suite is skipped by name.
describe.skipIf(!here)("SARIF under sarif-multitool (linux x64)", () => {
  beforeAll(() => {
    if (existsSync(TOOL)) return;
    mkdirSync(CACHE, { recursive: true });
    execFileSync("npm", ["install", "--prefix", CACHE, "--no-save", "--no-audit", "--no-fund", "--ignore-scripts", `${NAME}@${VERSION}`], { stdio: "pipe" });
    // What the package's install script would do, and all that it would do.
    execFileSync("chmod", ["u+x", TOOL]);
  });
  it("passes with findings, gaps, waivers and flows", () => {
    expect(validate(toSarif([redReport(), fabricateReport({ check: "log-leak-guard" })]))).toEqual([]);
  });
  it("passes for every kind of place and gap", () => {
    expect(validate(toSarif([fabricateReport({ findings: everySpot.map((spot) => fabricateFinding("high", spot)), gaps: everySpot.map((spot) => fabricateGap("malformed", spot)) })]))).toEqual([]);
  });
  it("passes with hostile names in every field", () => {
    expect(validate(toSarif([fabricateReport({ check: "isolation-assert" }), ...hostileTexts.slice(0, 15).map(hostileReport)]))).toEqual([]);
  });
  it("would notice a field that the schema doesn't know, and a result that points to no rule", () => {
    const sarif = toSarif([redReport()]);
    expect(validate(sarif.replace('"columnKind"', '"colourKind"')).map(({ ruleId }) => ruleId)).toContain("JSON1005");
    expect(validate(sarif.replace(/"ruleIndex": \d+/, '"ruleIndex": 999')).length).toBeGreaterThan(0);
  });
});
