// Everything that a push must pass, in the order of cost; each red step prints its own repair. CI runs exactly this.
import { spawnSync } from "node:child_process";
import { mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { allowedSkips, findVacuity, sumCounts, type TestReport } from "./verify/test-counts.ts";

const root = join(import.meta.dirname, "..");

type Step = { readonly name: string; readonly command: readonly string[]; readonly counted?: boolean };

const steps: readonly Step[] = [
  { name: "the README's test command", command: ["npm", "test"], counted: true },
  { name: "types", command: ["npm", "run", "typecheck"] },
  { name: "lint", command: ["npm", "run", "lint"] },
  { name: "generated files", command: ["npm", "run", "generate", "--", "--check"] },
  { name: "bundles", command: ["npm", "run", "test:dist"], counted: true },
  { name: "foreign tools", command: ["npm", "run", "test:slow"], counted: true },
  { name: "a cluster, end to end", command: ["npm", "run", "test:e2e"], counted: true },
];

/** Runs every step even after a red one, so that one run shows all that is wrong. */
function verify(): number {
  const folder = mkdtempSync(join(tmpdir(), "verify-"));
  try {
    const complaints: string[] = [];
    const reports: TestReport[] = [];
    for (const [index, step] of steps.entries()) {
      const report = join(folder, `${index}.json`);
      console.log(`\n── ${step.name}: ${step.command.join(" ")}`);
      const [program = "", ...args] = step.command;
      const { status } = spawnSync(program, args, { cwd: root, stdio: "inherit", env: { ...process.env, ...(step.counted && { TEST_REPORT: report }) } });
      if (status !== 0) complaints.push(`${step.name} failed; repeat it with: ${step.command.join(" ")}`);
      if (step.counted) reports.push(readReport(report));
    }
    return conclude(reports, [...complaints, ...reports.flatMap((report) => findVacuity(report, allowedSkips))]);
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

function readReport(path: string): TestReport {
  try {
    return JSON.parse(readFileSync(path, "utf8")) as TestReport;
  } catch {
    return { numPassedTests: 0, numFailedTests: 1, testResults: [] };
  }
}

function conclude(reports: readonly TestReport[], complaints: readonly string[]): number {
  console.log();
  for (const complaint of complaints) console.log(complaint);
  const { passed, failed } = sumCounts(reports);
  console.log(`${passed} passed, ${failed} failed`);
  return complaints.length === 0 && failed === 0 ? 0 : 1;
}

process.exitCode = verify();
