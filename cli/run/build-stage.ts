// Builds the image that everything else is about, and states what is in it.
import { existsSync } from "node:fs";
import { dirname, join, resolve } from "node:path";
import { plantLeaks } from "../../src/canary/index.ts";
import { InputError } from "../../src/finding/index.ts";
import { buildWithDocker, packService, toSbom } from "../../src/packer/index.ts";
import { writeOutput, type World } from "../../src/runtime/index.ts";
import { IMAGE, LOGS } from "./check-stages.ts";
import type { Run, Stage, StageResult } from "./stage.ts";

export const SBOM = "sbom.cdx.json";
/** Fixed, so that the leaky sample has the same digest on every run. */
const LEAKY_SEED = "leaky sample";

export const buildStage: Stage = {
  name: "build",
  run: (run, world) => (run.builder === "docker" ? buildByEngine(run, world) : pack(run, world)),
};

async function pack(run: Run, world: World): Promise<StageResult> {
  const context = resolve(run.folder, run.config.build.context);
  const { layers, log, ...leaks } = run.sample === "leaky" ? plantLeaks(LEAKY_SEED) : { layers: [], log: [] };
  if (log.length > 0) await writeOutput(join(run.out, LOGS, "0_planted.txt"), `${log.join("\n")}\n`);
  const packed = await packService({
    context, root: findRoot(context), out: join(run.out, IMAGE), extraLayers: layers, ...leaks, signal: world.signal, log: world.progress,
  });
  await writeOutput(join(run.out, SBOM), toSbom(packed));
  const bytes = packed.layers.reduce((sum, layer) => sum + layer.size, 0);
  return { verdict: "done", note: `${packed.digest.slice(0, 19)}…, ${packed.layers.length} layers, ${(bytes / 1e6).toFixed(1)} MB, ${packed.components.length} components` };
}

async function buildByEngine(run: Run, world: World): Promise<StageResult> {
  if (run.sample === "leaky") throw new InputError("--sample leaky is packed by the embedded builder; leave --builder docker away");
  const context = resolve(run.folder, run.config.build.context);
  const { dockerfile } = run.config.build;
  const built = await buildWithDocker({
    context, root: findRoot(context), out: join(run.out, IMAGE), signal: world.signal, log: world.progress, ...(dockerfile !== undefined && { dockerfile: resolve(run.folder, dockerfile) }),
  });
  return { verdict: "done", note: `${built.digest.slice(0, 19)}…, built by the Docker engine` };
}

/** The folder of the lock file: the context's own, or that of the workspace root above it. */
function findRoot(context: string): string {
  for (let folder = context; ; folder = dirname(folder)) {
    if (existsSync(join(folder, "package-lock.json"))) return folder;
    if (folder === dirname(folder)) throw new InputError(`build.context ${context} has no package-lock.json in it or above it; run npm install there`);
  }
}
