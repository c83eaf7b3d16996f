// `credential-rotate`: a processor's credential is replaced while the service runs, and every step is proved or taken back.
import { randomUUID } from "node:crypto";
import { appendFile, mkdir } from "node:fs/promises";
import { dirname, resolve } from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import { InputError } from "../src/finding/index.ts";
import { openCluster, rotate, rotationConfigSchema, steps, type Order, type OpenedCluster, type RotationConfig, type RotationReport } from "../src/rotation/index.ts";
import { connectKeyStore, defineContract, optional, parseYaml, readInput, required, textWithDefault, writeOutput, type Inputs, type Outcome, type World } from "../src/runtime/index.ts";

export const contract = defineContract({
  name: "credential-rotate",
  title: "Rotate a credential",
  description: "Replace a processor's credential without redeploying: overlap, proof by every instance, revocation, negative login",
  branding: { icon: "refresh-cw", color: "blue" },
  inputs: {
    processor: required("text", { description: "Whose credential, by the name that the store and the instances know", positional: true }),
    config: textWithDefault("path", { description: "Where instances, store and processors are", default: "k3d/overlays/dev/rotation.yml" }),
    context: optional("text", { description: "kubectl context instead of the one that the config names" }),
    audit: textWithDefault("path", { description: "File that gets one JSON line for each access to the store", default: ".pci-pipeline/rotation-audit.jsonl" }),
    output: optional("path", { description: "File for the JSON report" }),
    "force-fail": optional("text", { description: "Fail on purpose at this step, to see that everything is taken back" }),
  },
  outputs: {},
  permissions: {},
});

const verdicts = { rotated: "pass", "rolled-back": "fail", failed: "inconclusive" } as const satisfies Record<RotationReport["outcome"], Outcome["verdict"]>;
const NAME = /^[a-z0-9]([-a-z0-9]{0,61}[a-z0-9])?$/;

/** Verdict: pass when rotated, fail when taken back, inconclusive when neither; then the next run settles it first. */
export async function main(inputs: Inputs<typeof contract>, world: World): Promise<Outcome<typeof contract>> {
  const { processor, context } = inputs;
  if (!NAME.test(processor)) throw new InputError("<processor> is lower-case letters, digits and dashes");
  const forceFail = readStep(inputs["force-fail"]);
  const text = (await readInput(world.cwd, inputs.config, "rotation config")).toString("utf8");
  const config = parseYaml(text, rotationConfigSchema, inputs.config);
  const opened = await open({ ...config, ...(context !== undefined && { context }) }, inputs, world);
  let report: RotationReport;
  try {
    report = await rotate({ ...toOrder(config, processor), ...(forceFail && { forceFail }) }, opened.ports);
  } finally {
    opened.close();
  }
  if (inputs.output !== undefined) await writeOutput(resolve(world.cwd, inputs.output), `${JSON.stringify(report, null, 2)}\n`);
  return { verdict: verdicts[report.outcome], outputs: {}, message: summarise(report) };
}

function readStep(name: string | undefined): Order["forceFail"] {
  const step = steps.find((one) => one === name);
  if (name !== undefined && step === undefined) throw new InputError(`--force-fail takes a step: ${steps.join(", ")}`);
  return step;
}

function toOrder(config: RotationConfig, processor: string): Order {
  return {
    processor, secret: `${config.store.path}/${processor}`, record: `rotation/${processor}`,
    acknowledgeMs: config["acknowledge-seconds"] * 1000, quietMs: config["quiet-seconds"] * 1000, leaseMs: config["lease-seconds"] * 1000,
  };
}

async function open(config: RotationConfig, { processor, audit }: { processor: string; audit: string }, world: World): Promise<OpenedCluster> {
  const path = resolve(world.cwd, audit);
  await mkdir(dirname(path), { recursive: true });
  try {
    return await openCluster(config, processor, {
      now: world.now, wait: (ms) => sleep(ms, undefined, { signal: world.signal }), nonce: randomUUID, log: world.progress, connect: connectKeyStore, signal: world.signal,
      record: (event) => appendFile(path, `${JSON.stringify(event)}\n`, { mode: 0o600 }),
    });
  } catch (error) {
    world.signal.throwIfAborted();
    throw new InputError(`The rotation cannot begin: ${error instanceof Error ? error.message : "unforeseen"}`, { cause: error });
  }
}

function summarise({ outcome, processor, former, candidate, acknowledgements, steps: done, negativeTest }: RotationReport): string {
  const failed = done.find(({ ok }) => !ok);
  const why = failed ? ` (${failed.step}: ${failed.detail})` : "";
  switch (outcome) {
    case "rotated":
      return `${processor}: ${candidate?.id} replaces ${former?.id}, used by ${acknowledgements.length} of ${acknowledgements.length} instances; the old one is ${negativeTest}`;
    case "rolled-back":
      return `${processor}: taken back, ${former?.id} is in use as before${why}`;
    case "failed":
      return `${processor}: neither done nor undone${why}; run it again once that is repaired`;
    default:
      return outcome satisfies never;
  }
}
