// What the stages of the main job share.
import type { Report, Verdict } from "../../src/finding/index.ts";
import { parseInputs, type Contract, type Main, type Outcome, type World } from "../../src/runtime/index.ts";
import type { Config } from "./config.ts";
import type { StageVerdict } from "./progress.ts";

/** The run so far; stages add their reports. */
export type Run = {
  readonly config: Config;
  /** Folder of the config file: relative paths in it start here. */
  readonly folder: string;
  /** Where this run writes; becomes the output folder at the end. */
  readonly out: string;
  readonly sample: "clean" | "leaky";
  readonly builder: "embedded" | "docker";
  /** Reports by the name of their file in out/reports, without ending. */
  readonly reports: Map<string, Report>;
};

export type StageResult = { readonly verdict: StageVerdict; readonly note: string };
export type StageRecord = StageResult & { readonly stage: string; readonly seconds: number };

export type Stage = {
  readonly name: string;
  /** `world.cwd` is the run's output folder and `world.progress` the stage's log. */
  run(run: Run, world: World): Promise<StageResult>;
};

/** Calls a door as the command line would: by raw inputs, so that its own parsing and defaults hold. */
export function callDoor<C extends Contract>(door: { contract: C; main: Main<C> }, raw: Readonly<Record<string, string | undefined>>, world: World): Promise<Outcome<C>> {
  const given = Object.entries(raw).filter((entry): entry is [string, string] => entry[1] !== undefined);
  return door.main(parseInputs(door.contract, new Map(given), (name) => `${door.contract.name} ${name}`), world);
}

/** Fail beats inconclusive beats pass; stages that reach no verdict don't count. */
export function worst(verdicts: readonly StageVerdict[]): Verdict {
  if (verdicts.includes("fail")) return "fail";
  return verdicts.includes("inconclusive") ? "inconclusive" : "pass";
}

/** "3 layers, 2,345 files, 133.4 MB examined, 2 findings, 1 gap". */
export function toNote(report: Report): string {
  const counts = Object.entries(report.coverage.examined)
    .filter(([unit, count]) => unit !== "bytes" && unit !== "metadata" && count > 0)
    .map(([unit, count]) => `${count.toLocaleString("en")} ${count === 1 ? unit.replace(/s$/, "") : unit}`);
  const bytes = report.coverage.examined.bytes ?? 0;
  const open = report.findings.filter((finding) => finding.disposition === "open").length;
  const gaps = report.coverage.gaps.filter((gap) => gap.disposition === "open").length;
  const size = bytes >= 1e6 ? `${(bytes / 1e6).toFixed(1)} MB` : `${(bytes / 1e3).toFixed(1)} kB`;
  return [...counts, `${size} examined`, count(open, "finding"), ...(gaps > 0 ? [count(gaps, "gap")] : [])].join(", ");
}

function count(number: number, noun: string): string {
  return `${number} ${noun}${number === 1 ? "" : "s"}`;
}
