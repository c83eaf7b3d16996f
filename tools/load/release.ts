// Releases of the sample gateway that differ in nothing but their name, so that rollouts can be repeated; brought in as the product does.
import { randomUUID } from "node:crypto";
import { join } from "node:path";
import { packService } from "../../src/packer/index.ts";
import { rollOutMeasured, targetSchema, type LoadPorts, type Order } from "../../src/rollout/index.ts";
import { describeImage, type Image } from "../cluster/images.ts";

const root = join(import.meta.dirname, "../..");

/** An OCI layout below `out`, named as in the cluster. */
export async function packRelease(out: string, name: string): Promise<Image> {
  const layout = join(out, `${name}-${randomUUID().slice(0, 8)}`);
  await packService({
    context: join(root, "sample-service"), root, out: layout, compression: "none",
    extraLayers: [{ createdBy: `release ${name}`, entries: [{ type: "file", path: "app/RELEASE", content: `${name}\n` }] }],
  });
  return describeImage("pci-pipeline.local/gateway", layout);
}

/** `overlay` is a folder of k3d/overlays whose namespace is `namespace`. Throws, with its findings, when the rollout does not complete. */
export async function deployRelease(image: Image, { cluster, overlay, namespace, ports }: { cluster: string; overlay: string; namespace: string; ports: LoadPorts }): Promise<void> {
  const kustomization = join(root, "k3d/overlays", overlay);
  const target = targetSchema.parse({ context: `k3d-${cluster}`, namespace, kustomization, deployment: "gateway", container: "gateway", image: image.name, import: "k3d" });
  const order: Order = { target, kustomization, layout: image.layout, digest: image.digest };
  const { rollout } = await rollOutMeasured(order, ports);
  const problems = [...rollout.findings.map(({ title }) => title), ...rollout.gaps.map(({ detail }) => detail)];
  if (problems.length > 0) throw new Error(problems.join("; "));
}
