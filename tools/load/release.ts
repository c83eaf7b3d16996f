// Releases of the sample gateway that differ in nothing but their name, so that rollouts can be repeated; brought in as the product does.
import { randomUUID } from "node:crypto";
import { join } from "node:path";
import type { LayerSpec } from "../../src/layout/index.ts";
import { packService } from "../../src/packer/index.ts";
import { rollOutMeasured, targetSchema, type Measured, type Target } from "../../src/rollout/index.ts";
import { describeImage, type Image } from "../cluster/images.ts";
import { ports } from "./rounds.ts";

const root = join(import.meta.dirname, "../..");

/** An OCI layout below `out`, named as in the cluster. */
export function packRelease(out: string, name: string): Promise<Image> {
  return pack(out, { createdBy: `release ${name}`, entries: [{ type: "file", path: "app/RELEASE", content: `${name}\n` }] });
}

/** A release whose process runs and never listens. */
export function packBrokenRelease(out: string): Promise<Image> {
  return pack(out, { createdBy: "a broken release", entries: [{ type: "file", path: "app/sample-service/src/server.ts", content: "setInterval(() => {}, 1000);\n" }] });
}

async function pack(out: string, layer: LayerSpec): Promise<Image> {
  const layout = join(out, randomUUID());
  await packService({ context: join(root, "sample-service"), root, out: layout, compression: "none", extraLayers: [layer] });
  return describeImage("pci-pipeline.local/gateway", layout);
}

export type Place = { readonly cluster: string; readonly overlay: string; readonly namespace: string };

/** `overlay` is a folder of k3d/overlays whose namespace is `namespace`. What goes wrong is in the result. */
export function deployRelease(image: Image, { cluster, overlay, namespace, ...change }: Place & Partial<Pick<Target, "import" | "timeout-seconds">>): Promise<Measured> {
  const kustomization = join(root, "k3d/overlays", overlay);
  const target = targetSchema.parse({ context: `k3d-${cluster}`, namespace, kustomization, deployment: "gateway", container: "gateway", image: image.name, import: "k3d", ...change });
  return rollOutMeasured({ target, kustomization, layout: image.layout, digest: image.digest }, ports);
}

/** The same, throwing its findings where it does not complete. */
export async function requireRelease(image: Image, place: Place): Promise<void> {
  const { rollout } = await deployRelease(image, place);
  const problems = [...rollout.findings.map(({ title }) => title), ...rollout.gaps.map(({ detail }) => detail)];
  if (problems.length > 0) throw new Error(problems.join("; "));
}
