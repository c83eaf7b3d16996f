// The cluster and what surrounds the gateway, in the order in which one thing needs the other. Each step leaves alone what is right.
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { ask, openKubectl, show, type Kubectl } from "./command.ts";
import { importImage, packOpenbao, packProcessors } from "./images.ts";
import { provisionCredentials } from "./provision.ts";
import { openStore, setUpStore, unsealStore } from "./store.ts";
import { environments, listNodes, requireAuthority, spreadTrust } from "./trust.ts";
import { applyFile, applyWithImages, waitForRollout } from "./workloads.ts";

const root = join(import.meta.dirname, "../..");

export async function up(cluster: string): Promise<void> {
  createCluster(cluster);
  const kubectl = openKubectl(cluster);
  await preparePlatform(cluster, kubectl);
  const authority = await requireAuthority(cluster);
  await spreadTrust(kubectl, { cluster, authority });
  await startSurroundings(cluster, kubectl);
  const store = await openStore(cluster, authority.certificate);
  try {
    await unsealStore(cluster, store);
    await setUpStore(cluster, { kubectl, store });
    waitForRollout(cluster, { namespace: "processors", workload: "deployment/processors", seconds: 120 });
    await provisionCredentials(kubectl, store);
  } finally {
    store.close();
  }
  waitForRollout(cluster, { namespace: "openbao", workload: "statefulset/openbao", seconds: 60 });
}

/** After a restart of the store's pod or of the whole cluster. */
export async function unseal(cluster: string): Promise<void> {
  const authority = await requireAuthority(cluster);
  const store = await openStore(cluster, authority.certificate);
  await unsealStore(cluster, store).finally(() => store.close());
}

function createCluster(cluster: string): void {
  const clusters = JSON.parse(ask("k3d", ["cluster", "list", "-o", "json"])) as readonly { name: string; serversCount: number; serversRunning: number }[];
  const present = clusters.find(({ name }) => name === cluster);
  // an image of one's own for machines that cannot pull k3d's
  const image = process.env["K3D_NODE_IMAGE"];
  if (present === undefined) show("k3d", ["cluster", "create", cluster, "--config", join(root, "k3d/cluster.yaml"), ...(image ? ["--image", image] : [])]);
  else if (present.serversRunning < present.serversCount) show("k3d", ["cluster", "start", cluster, "--wait"]);
  else show("k3d", ["kubeconfig", "merge", cluster, "--kubeconfig-merge-default", "--kubeconfig-switch-context=false"]);
  show("kubectl", [`--context=k3d-${cluster}`, "wait", "--for=condition=Ready", "node", "--all", "--timeout=120s"]);
}

/** Store and processors stand for the outside and stay on the server node, so that an agent can be drained or lost without them. */
async function preparePlatform(cluster: string, kubectl: Kubectl): Promise<void> {
  for (const { name, role } of listNodes(cluster)) {
    if (role !== "server") continue;
    kubectl(["label", "node", name, "pci-pipeline.local/outside=true", "--overwrite"]);
    ask("docker", ["exec", name, "sh", "-c", "mkdir -p /var/lib/pci-pipeline/openbao && chown 65532:65532 /var/lib/pci-pipeline/openbao && chmod 700 /var/lib/pci-pipeline/openbao"]);
  }
  kubectl(["apply", "-k", join(root, "k3d/platform")]);
  for (const environment of environments) {
    applyFile(kubectl, `overlays/${environment}/namespace.yaml`);
    applyFile(kubectl, "base/identity.yaml", environment);
  }
}

async function startSurroundings(cluster: string, kubectl: Kubectl): Promise<void> {
  const servers = listNodes(cluster).filter(({ role }) => role === "server").map(({ name }) => name);
  const folder = mkdtempSync(join(tmpdir(), "cluster-images-"));
  try {
    const [openbao, processors] = [await packOpenbao(), await packProcessors(folder)];
    for (const image of [openbao, processors]) await importImage(servers, image);
    applyWithImages(kubectl, "openbao", [openbao]);
    applyWithImages(kubectl, "processors", [processors]);
  } finally {
    rmSync(folder, { recursive: true });
  }
}
