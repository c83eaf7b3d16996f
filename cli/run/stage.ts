// What the stages of the main job share.
import { resolve } from "node:path";
import { units, type Report, type Unit, type Verdict } from "../../src/finding/index.ts";
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

/** The key that signs everything of a run; paths start in the config's folder, and without a key a development key rests there. */
export function signingKeyOf({ config, folder }: Run): { reference: string | undefined; developmentKey: string } {
  const { key } = config.attest;
  const reference = key === undefined || key.includes("://") ? key : resolve(folder, key);
  return { reference, developmentKey: resolve(folder, ".pci-pipeline/development-key.pem") };
}

/** Fail beats inconclusive beats pass; stages that reach no verdict don't count. */
export function worst(verdicts: readonly StageVerdict[]): Verdict {
  if (verdicts.includes("fail")) return "fail";
  return verdicts.includes("inconclusive") ? "inconclusive" : "pass";
}

/** "3 layers, 2,160 files, 141.0 MB, 2 findings, 1 gap", summed over the reports of a stage. */
export function toNote(reports: readonly Report[]): string {
  const total = (unit: Unit) => reports.reduce((sum, { coverage }) => sum + (coverage.examined[unit] ?? 0), 0);
  const open = (list: readonly { disposition: string }[]) => list.filter(({ disposition }) => disposition === "open").length;
  const counts = units.filter((unit) => unit !== "bytes" && unit !== "metadata" && total(unit) > 0).map((unit) => count(total(unit), unit.replace(/s$/, "")));
  const bytes = total("bytes");
  const gaps = open(reports.flatMap(({ coverage }) => coverage.gaps));
  const size = bytes >= 1e6 ? `${(bytes / 1e6).toFixed(1)} MB` : `${(bytes / 1e3).toFixed(1)} kB`;
  return [...counts, size, count(open(reports.flatMap(({ findings }) => findings)), "finding"), ...(gaps > 0 ? [count(gaps, "gap")] : [])].join(", ");
}

function count(number: number, noun: string): string {
  return `${number.toLocaleString("en")} ${noun}${number === 1 ? "" : "s"}`;
}
