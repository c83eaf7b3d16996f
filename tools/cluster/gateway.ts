// The gateway itself into the cluster, without the pipeline: for tests of the service and of the measurement. What users run is
// `bin/pci-pipeline run`, which deploys nothing but an attested image.
import { openKubectl } from "./command.ts";
import { importImage, type Image } from "./images.ts";
import { listNodes } from "./trust.ts";
import { applyWithImages, waitForRollout } from "./workloads.ts";

/** `overlay` is a folder of k3d/overlays whose namespace is `namespace`. Resolves when the rollout is through. */
export async function deployGateway(cluster: string, { image, overlay, namespace }: { image: Image; overlay: string; namespace: string }): Promise<void> {
  await importImage(listNodes(cluster).map(({ name }) => name), image);
  applyWithImages(openKubectl(cluster), `overlays/${overlay}`, [image]);
  waitForRollout(cluster, { namespace, workload: "deployment/gateway", seconds: 120 });
}
