// `npm run bench:rollout`: at least 100,000 requests inside the windows of updates, as many of rotations, and the planted fault beside them.
// Prints a table; writes the figures to docs/bench-rollout.json, or where --output says.
import { existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { availableParallelism, tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { parseArgs } from "node:util";
import { runCommand } from "../src/command/index.ts";
import { findMeasurementGaps } from "../src/measurement/index.ts";
import { findMissingTool } from "../tools/cluster/command.ts";
import { openGatewayLoad } from "../tools/load/gateway-load.ts";
import { packRelease, requireRelease } from "../tools/load/release.ts";
import { repeatUnderLoad, type Rounds } from "../tools/load/rounds.ts";
import { rolloutHead, rolloutResultSchema, toRolloutRows, type RolloutResult } from "./rollout-result.ts";

const root = join(import.meta.dirname, "..");
const { values } = parseArgs({ options: {
  requests: { type: "string", default: "100000" }, rate: { type: "string", default: "200" },
  /** Those of a run before stay in the output beside the ones that are measured again. */
  changes: { type: "string", default: "update,rotation,update-without-drain" }, cluster: { type: "string", default: "bench" }, output: { type: "string", default: "docs/bench-rollout.json" },
} });
const [requests, rate, cluster] = [Number(values.requests), Number(values.rate), values.cluster];

async function run(...args: readonly string[]): Promise<void> {
  const ended = await runCommand(process.execPath, args, { cwd: root, logErrors: console.error });
  if (ended.kind !== "ended" || ended.code !== 0) throw new Error(`${args[0]} ${args[1]} failed: ${ended.kind === "ended" ? ended.stdout.trim().split("\n").at(-1) : ended.kind}`);
}

async function measureAll(folder: string): Promise<Rounds[]> {
  const releases = [await packRelease(folder, "one"), await packRelease(folder, "two")] as const;
  let served = 0;
  const update = (overlay = "dev") => requireRelease(releases[(served = 1 - served)] ?? releases[0], { cluster, overlay, namespace: "dev" });
  await update();
  const load = await openGatewayLoad({ cluster, rate });
  const isEnough = (sent: number) => sent >= requests;
  const processors = ["bancosur", "walletpro", "nortepay"];
  const rotate = (round: number) => run("cli/index.ts", "credential-rotate", processors[round % 3] ?? "", "--context", `k3d-${cluster}`, "--audit", join(folder, "audit.jsonl"));
  const plans: Readonly<Record<string, () => Promise<Rounds>>> = {
    "update": () => repeatUnderLoad("update", load, { change: () => update(), isEnough }),
    "rotation": () => repeatUnderLoad("rotation", load, { change: rotate, isEnough }),
    // a count that finds nothing here has no power
    "update-without-drain": () => repeatUnderLoad("update-without-drain", load, { change: () => update("dev-without-drain"), isEnough: (_, rounds) => rounds === 3 }),
  };
  const measured: Rounds[] = [];
  for (const name of values.changes.split(",")) {
    const measure = plans[name];
    if (measure === undefined) throw new Error(`there is no change ${name}; choose of ${Object.keys(plans).join(", ")}`);
    measured.push(await measure());
  }
  return measured;
}

function readBefore(output: string): RolloutResult["changes"] {
  return existsSync(output) ? rolloutResultSchema.parse(JSON.parse(readFileSync(output, "utf8"))).changes : [];
}

function printTable(rows: readonly (readonly string[])[]): void {
  const widths = rows[0]?.map((_, column) => Math.max(...rows.map((row) => row[column]?.length ?? 0))) ?? [];
  for (const row of rows) console.log(row.map((cell, column) => cell.padEnd(widths[column] ?? 0)).join("  ").trimEnd());
}

/** The planted fault must be caught; of the others no request may fail, inside or outside. */
function holds({ scenario, failed, outside, gaps }: RolloutResult["changes"][number]): boolean {
  return scenario === "update-without-drain" ? failed > 0 : failed === 0 && outside.failed === 0 && gaps.length === 0;
}

async function main(): Promise<number> {
  const missing = findMissingTool();
  if (missing !== undefined) {
    console.error(`bench:rollout did not run: ${missing}`);
    return 4;
  }
  const folder = mkdtempSync(join(tmpdir(), "bench-rollout-"));
  try {
    await run("tools/cluster.ts", "up", "--name", cluster);
    const all = (await measureAll(folder)).map(({ measurement, gaps }) => ({ measurement, gaps: [...gaps, ...findMeasurementGaps(measurement)] }));
    const output = join(root, values.output);
    // the timelines are for the picture of a single run
    const now = all.map(({ measurement, gaps }) => ({ ...measurement, timeline: [], events: [], gaps }));
    const changes = [...readBefore(output).filter(({ scenario }) => !now.some((one) => one.scenario === scenario)), ...now];
    const result: RolloutResult = {
      schema: "pci-pipeline/bench-rollout/v1", date: new Date().toISOString().slice(0, 10), cores: availableParallelism(), node: process.version, rate,
      changes,
    };
    printTable([rolloutHead, ...toRolloutRows(result)]);
    mkdirSync(dirname(output), { recursive: true });
    writeFileSync(output, `${JSON.stringify(result, null, 2)}\n`);
    return changes.every(holds) ? 0 : 1;
  } finally {
    await run("tools/cluster.ts", "down", "--name", cluster);
    rmSync(folder, { recursive: true, force: true });
  }
}

process.exitCode = await main();
