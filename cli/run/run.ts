// The main job: build, three checks, attest, verify, deploy; every stage shown, every result kept, one verdict.
import { existsSync } from "node:fs";
import { basename, join, resolve } from "node:path";
import { createInspector } from "../../src/detector/index.ts";
import { defineContract, choice, textWithDefault, usesColor, writeOutput, type Inputs, type Outcome, type World } from "../../src/runtime/index.ts";
import { buildStage, SBOM } from "./build-stage.ts";
import { openCapture } from "./capture.ts";
import { imageStage, isolationStage, logStage, LOGS } from "./check-stages.ts";
import { readConfig } from "./config.ts";
import { deployStage } from "./deploy-stage.ts";
import { attestStage, verifyStage } from "./evidence-stages.ts";
import { openOutFolder, RUN_FILE } from "./out-folder.ts";
import { writePages } from "./pages.ts";
import { openProgress, type Progress } from "./progress.ts";
import { worst, type Run, type Stage, type StageRecord } from "./stage.ts";

export const contract = defineContract({
  name: "run",
  title: "Run",
  description: "The whole pipeline: build an image, check it, its logs and the workflows, sign what was found, and pass the gate",
  branding: { icon: "play", color: "blue" },
  inputs: {
    config: textWithDefault("path", { description: "Config file", default: "pci-pipeline.yml" }),
    out: textWithDefault("path", { description: "Output folder; that of a former run is replaced as a whole", default: "out" }),
    sample: choice({ description: "clean, or leaky to see what red looks like", choices: ["clean", "leaky"], default: "clean" }),
    builder: choice({ description: "Packs the image itself, or by a Docker engine; the config's own where absent", choices: ["config", "embedded", "docker"], default: "config" }),
  },
  outputs: {},
  permissions: {},
});

/** Of the log of a stage that could not be done. */
const SHOWN_LINES = 15;

const stages: readonly Stage[] = [buildStage, imageStage, logStage, isolationStage, attestStage, verifyStage, deployStage];

/** Throws InputError for an unusable config or output folder, and for a build that cannot be done. */
export async function main(inputs: Inputs<typeof contract>, world: World): Promise<Outcome<typeof contract>> {
  const { config, folder } = await readConfig(world.cwd, inputs.config);
  const target = resolve(world.cwd, inputs.out);
  const out = await openOutFolder(target);
  try {
    const builder = inputs.builder === "config" ? config.build.builder : inputs.builder;
    const run: Run = { config, folder, out: out.partial, sample: inputs.sample, builder, reports: new Map() };
    const progress = openProgress(process.stderr, process.stderr.isTTY === true && usesColor());
    process.stderr.write(`pci-pipeline run: ${config.build.context}${inputs.sample === "leaky" ? " with planted leaks" : ""}\n`);
    const records: StageRecord[] = [];
    for (const [index, stage] of stages.entries()) records.push(await runStage(stage, { run, world, progress, index }));
    const verdict = worst(records.map((record) => record.verdict));
    await writePages(run, { records, verdict });
    await writeOutput(resolve(out.partial, RUN_FILE), `${JSON.stringify({ schema: "pci-pipeline/run/v1", verdict, stages: records }, null, 2)}\n`);
    world.signal.throwIfAborted();
    await out.commit();
    return { verdict, outputs: {}, message: toConclusion(verdict, basename(target), existsSync(join(target, SBOM))) };
  } finally {
    out.discard();
  }
}

type Setting = { readonly run: Run; readonly world: World; readonly progress: Progress; readonly index: number };

/** The stage's log is kept as a runner would keep it; log-leak-guard reads those of the stages before it. */
async function runStage(stage: Stage, { run, world, progress, index }: Setting): Promise<StageRecord> {
  world.signal.throwIfAborted();
  progress.begin(stage.name);
  const started = world.now().getTime();
  const capture = openCapture(resolve(run.out, LOGS, `${index + 1}_${stage.name}.txt`), world.now);
  const say = (line: string) => {
    capture.write(line);
    progress.say(line);
  };
  say(`##[group]Run ${stage.name}`);
  try {
    const result = await stage.run(run, { ...world, cwd: run.out, progress: say });
    const record = { stage: stage.name, ...result, seconds: (world.now().getTime() - started) / 1000 };
    say(`${stage.name}: ${result.verdict}; ${result.note}`);
    say("##[endgroup]");
    progress.end(stage.name, record);
    return record;
  } catch (error) {
    const { scrub } = createInspector();
    progress.abandon(stage.name, capture.tail(SHOWN_LINES).map(scrub));
    throw error;
  } finally {
    await capture.close();
  }
}

function toConclusion(verdict: string, out: string, hasSbom: boolean): string {
  return [
    "",
    `verdict: ${verdict}`,
    `  look      ${out}/report.html, ${out}/summary.md`,
    `  hand over ${out}/attestation.sigstore.json, ${out}/evidence.pub${hasSbom ? `, ${out}/${SBOM}` : ""}`,
    `  check     bin/pci-pipeline compliance-verify ${out}/attestation.sigstore.json --key ${out}/evidence.pub --image ${out}/image`,
  ].join("\n");
}
