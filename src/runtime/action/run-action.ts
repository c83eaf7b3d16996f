// A door on GitHub's runner: mask first, parse second, then main, then everything that the workflow reads.
import { createHash } from "node:crypto";
import { join, resolve } from "node:path";
import type { Report } from "../../finding/index.ts";
import { clean, toAnnotations, toJson, toSarif, toSummary, toText } from "../../report/index.ts";
import { readActionInput, readActionInputs } from "./action-inputs.ts";
import type { Contract, Main } from "../door/contract.ts";
import { exitCodeOf } from "../process/exit-code.ts";
import { describeFailure } from "../process/failure.ts";
import { runInterruptible } from "../process/interrupt.ts";
import { writeOutput } from "../file/output-file.ts";
import { parseInputs } from "../door/parse-inputs.ts";
import { openWorld } from "../process/world.ts";
import { announce, appendSummary, maskValue, say, setOutput } from "./runner-commands.ts";

const DEFAULT_REPORT_FOLDER = "pci-pipeline-reports";

/** Runs the action and sets the process's exit code; never throws. */
export async function runAction<C extends Contract>(contract: C, main: Main<C>): Promise<void> {
  process.exitCode = await runInterruptible(async (signal) => {
    try {
      maskSecrets(contract);
      const inputs = parseInputs(contract, readActionInputs(contract, process.env), (name) => `input ${name}`);
      const outcome = await main(inputs, openWorld(signal, say));
      for (const [name, value] of Object.entries<string>(outcome.outputs)) setOutput(name, value);
      for (const warning of outcome.warnings ?? []) announce("warning", clean(warning));
      if (outcome.report) await publish(contract.name, outcome.report, (inputs as { "report-dir"?: string })["report-dir"]);
      else if (outcome.message) appendSummary(outcome.message);
      if (outcome.afterSaving) announce("warning", clean(await outcome.afterSaving()));
      return exitCodeOf(outcome.verdict);
    } catch (error) {
      const failure = describeFailure(contract.name, error, signal);
      announce("error", failure.message);
      return failure.exitCode;
    }
  });
}

/** Before anything can be printed: whole values and each of their lines, since the runner masks line by line. */
function maskSecrets(contract: Contract): void {
  for (const [name, input] of Object.entries(contract.inputs)) {
    if (input.kind === "secret") maskValue(readActionInput(name, process.env));
  }
}

async function publish(name: string, report: Report, folder = DEFAULT_REPORT_FOLDER): Promise<void> {
  const json = toJson(report);
  const reportPath = join(folder, `${name}.json`);
  const sarifPath = join(folder, `${name}.sarif`);
  await writeOutput(resolve(reportPath), json);
  await writeOutput(resolve(sarifPath), toSarif([report]));
  setOutput("verdict", report.verdict);
  setOutput("findings", report.findings.filter((finding) => finding.disposition === "open").length);
  setOutput("gaps", report.coverage.gaps.filter((gap) => gap.disposition === "open").length);
  setOutput("report-path", reportPath);
  setOutput("report-sha256", createHash("sha256").update(json).digest("hex"));
  setOutput("sarif-path", sarifPath);
  say(toText(report, { color: false, width: 100 }));
  for (const { level, message, ...properties } of toAnnotations(report)) announce(level, message, toProperties(properties));
  appendSummary(toSummary([report]));
}

function toProperties({ title, file, line, column }: { title: string; file?: string; line?: number; column?: number }) {
  return { title, file, line, col: column };
}
