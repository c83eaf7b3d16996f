// A door on a terminal: flags in, report on stdout, progress on stderr, exit code from the verdict.
import { InputError, type Report } from "../../finding/index.ts";
import { clean, toJson, toSarif, toText } from "../../report/index.ts";
import type { Contract, Main } from "../door/contract.ts";
import { exitCodeOf } from "../process/exit-code.ts";
import { describeFailure } from "../process/failure.ts";
import { runInterruptible } from "../process/interrupt.ts";
import { writeOutput } from "../file/output-file.ts";
import { readArguments } from "./arguments.ts";
import { parseInputs } from "../door/parse-inputs.ts";
import { openWorld, writeProgress, writeStandardOutput } from "../process/world.ts";
import { realpathSync, statSync } from "node:fs";
import { resolve } from "node:path";

/** Parses `args` by the contract, runs main, prints the report; gives back the exit code. */
export function runCommand<C extends Contract>(contract: C, main: Main<C>, args: readonly string[]): Promise<number> {
  return runInterruptible(async (signal) => {
    try {
      const inputs = parseInputs(contract, readArguments(contract, args), (name) => spell(contract, name));
      keepInputs(contract, inputs);
      const outcome = await main(inputs, openWorld(signal, writeProgress));
      for (const warning of outcome.warnings ?? []) writeProgress(clean(warning));
      if (outcome.report) await deliver(outcome.report, inputs);
      else if (outcome.message) await writeStandardOutput(`${outcome.message}\n`);
      if (outcome.afterSaving) writeProgress(await outcome.afterSaving());
      return exitCodeOf(outcome.verdict);
    } catch (error) {
      const failure = describeFailure(contract.name, error, signal);
      writeProgress(failure.message);
      return failure.exitCode;
    }
  });
}

function spell(contract: Contract, name: string): string {
  return contract.inputs[name]?.positional ? `<${name}>` : `--${name}`;
}

/** Throws InputError where the report would overwrite what the check reads: a log gone is evidence gone. */
function keepInputs(contract: Contract, inputs: { readonly [name: string]: unknown }): void {
  const output = realPath(inputs["output"]);
  if (output === undefined) return;
  const same = Object.keys(contract.inputs).find((name) => name !== "output" && [inputs[name]].flat().some((value) => realPath(value) === output));
  if (same !== undefined) throw new InputError(`--output is the same file as ${spell(contract, same)}; name another file for the report`);
}

/** Of a regular file that is there. */
function realPath(path: unknown): string | undefined {
  try {
    return typeof path === "string" && statSync(path).isFile() ? realpathSync(path) : undefined;
  } catch {
    return undefined;
  }
}

async function deliver(report: Report, inputs: { readonly [name: string]: unknown }): Promise<void> {
  const output = inputs["output"] as string | undefined;
  const text = render(report, inputs["format"] as string, output === undefined);
  if (output === undefined) await writeStandardOutput(text);
  else await writeOutput(resolve(output), text);
}

function render(report: Report, format: string, toTerminal: boolean): string {
  switch (format) {
    case "json":
      return toJson(report);
    case "sarif":
      return toSarif([report]);
    case "text":
      return toText(report, { color: toTerminal && usesColor(), width: process.stdout.columns ?? 80 });
    default:
      throw new InputError(`--format ${format} is not known; choose text, json or sarif`);
  }
}

/** https://no-color.org: colour on terminals only, and never where the user says no. */
export function usesColor(): boolean {
  return process.stdout.isTTY === true && !process.env["NO_COLOR"] && process.env["TERM"] !== "dumb";
}
