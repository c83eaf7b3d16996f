// The development cluster in one command, up or down, as often as you like: `npm run cluster:up`, `npm run cluster:down`.
import { join } from "node:path";
import { parseArgs } from "node:util";
import { findMissingTool, show } from "./cluster/command.ts";
import { removeState, stateFolder } from "./cluster/state.ts";
import { unseal, up } from "./cluster/up.ts";

async function bringUp(cluster: string): Promise<void> {
  await up(cluster);
  console.log(`\nThe cluster is up. Put this into pci-pipeline.yml, and bin/pci-pipeline run deploys to it:\n\n${toConfig(cluster)}`);
  console.log(`\nIts CA, for curl --cacert: ${join(stateFolder(cluster), "ca.crt")}`);
}

async function takeDown(cluster: string): Promise<void> {
  show("k3d", ["cluster", "delete", cluster]);
  removeState(cluster);
}

function toConfig(cluster: string): string {
  return [
    "deploy:", "  cluster:", `    context: k3d-${cluster}`, "    namespace: dev", "    kustomization: k3d/overlays/dev",
    "    deployment: gateway", "    container: gateway", "    image: pci-pipeline.local/gateway", "    import: k3d",
  ].join("\n");
}

const actions: Readonly<Record<string, (cluster: string) => Promise<void>>> = { up: bringUp, down: takeDown, unseal };

async function run(): Promise<number> {
  const { positionals: [command = ""], values: { name } } = parseArgs({ allowPositionals: true, options: { name: { type: "string", default: "pci-pipeline" } } });
  const action = Object.hasOwn(actions, command) ? actions[command] : undefined;
  const missing = action === undefined ? "say up, down or unseal" : findMissingTool();
  if (action === undefined || missing !== undefined) {
    console.error(`cluster: ${missing}`);
    return 3;
  }
  try {
    await action(name);
    return 0;
  } catch (error) {
    // the tool's own words stand above
    console.error(`cluster: ${error instanceof Error ? error.message.split("\n")[0] : "failed"}`);
    return 1;
  }
}

process.exitCode = await run();
