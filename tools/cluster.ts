// The development cluster in one command, up or down, as often as you like: `npm run cluster:up`, `npm run cluster:down`.
import { execFileSync, spawnSync } from "node:child_process";
import { randomBytes } from "node:crypto";
import { join } from "node:path";
import { parseArgs } from "node:util";

const root = join(import.meta.dirname, "..");
const NAMESPACE = "dev";

const tools = [
  { name: "docker", version: ["version", "--format", "{{.Server.Version}}"], repair: "install Docker (docs.docker.com/engine/install) and start it" },
  { name: "k3d", version: ["version"], repair: "install k3d (k3d.io/stable/#installation)" },
  { name: "kubectl", version: ["version", "--client"], repair: "install kubectl (kubernetes.io/docs/tasks/tools)" },
] as const;

/** One sentence for the first tool that is missing, or undefined. */
function findMissingTool(): string | undefined {
  const missing = tools.find(({ name, version }) => spawnSync(name, version, { stdio: "ignore" }).status !== 0);
  return missing && `${missing.name} does not answer; ${missing.repair}`;
}

function up(cluster: string): void {
  const clusters = JSON.parse(ask("k3d", ["cluster", "list", "-o", "json"])) as readonly { name: string; serversCount: number; serversRunning: number }[];
  const present = clusters.find(({ name }) => name === cluster);
  // an image of one's own for machines that cannot pull k3d's
  const image = process.env["K3D_NODE_IMAGE"];
  if (present === undefined) show("k3d", ["cluster", "create", cluster, "--config", join(root, "k3d/cluster.yaml"), ...(image ? ["--image", image] : [])]);
  else if (present.serversRunning < present.serversCount) show("k3d", ["cluster", "start", cluster, "--wait"]);
  else show("k3d", ["kubeconfig", "merge", cluster, "--kubeconfig-merge-default", "--kubeconfig-switch-context=false"]);
  const context = `--context=k3d-${cluster}`;
  show("kubectl", [context, "wait", "--for=condition=Ready", "node", "--all", "--timeout=120s"]);
  show("kubectl", [context, "apply", "-f", join(root, "k3d/overlays", NAMESPACE, "namespace.yaml")]);
  addCredentials(context);
  console.log(`\nThe cluster is up. Put this into pci-pipeline.yml, and bin/pci-pipeline run deploys to it:\n\n${toConfig(cluster)}`);
}

/** Made-up values, different each time, on kubectl's standard input only; those that are there stay. */
function addCredentials(context: string): void {
  const name = "processor-credentials";
  const place = [context, `--namespace=${NAMESPACE}`];
  if (ask("kubectl", [...place, "get", "secret", name, "--ignore-not-found", "-o", "name"]) !== "") return;
  const credentials = Object.fromEntries(["bancosur", "walletpro", "nortepay"].map((processor) => [processor, { value: randomBytes(24).toString("hex"), version: 1 }]));
  const document = { apiVersion: "v1", kind: "Secret", metadata: { name }, stringData: { "processors.json": JSON.stringify(credentials) } };
  execFileSync("kubectl", [...place, "create", "-f", "-"], { input: JSON.stringify(document), stdio: ["pipe", "inherit", "inherit"] });
}

function down(cluster: string): void {
  show("k3d", ["cluster", "delete", cluster]);
}

function toConfig(cluster: string): string {
  return [
    "deploy:", "  cluster:", `    context: k3d-${cluster}`, `    namespace: ${NAMESPACE}`, `    kustomization: k3d/overlays/${NAMESPACE}`,
    "    deployment: gateway", "    container: gateway", "    image: pci-pipeline.local/gateway", "    import: k3d",
  ].join("\n");
}

function ask(program: string, args: readonly string[]): string {
  return execFileSync(program, args, { encoding: "utf8" }).trim();
}

function show(program: string, args: readonly string[]): void {
  execFileSync(program, args, { stdio: "inherit" });
}

function run(): number {
  const { positionals: [command], values: { name } } = parseArgs({ allowPositionals: true, options: { name: { type: "string", default: "pci-pipeline" } } });
  const action = { up, down }[command ?? ""];
  const missing = action === undefined ? "say up or down" : findMissingTool();
  if (action === undefined || missing !== undefined) {
    console.error(`cluster: ${missing}`);
    return 3;
  }
  try {
    action(name);
    return 0;
  } catch (error) {
    // the tool's own words stand above
    console.error(`cluster: ${error instanceof Error ? error.message.split("\n")[0] : "failed"}`);
    return 1;
  }
}

process.exitCode = run();
