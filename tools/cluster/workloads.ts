// Manifests into the cluster: as they stand in k3d/, with images by their digests.
import { mkdtempSync, realpathSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join, relative } from "node:path";
import { show, type Kubectl } from "./command.ts";
import type { Image } from "./images.ts";

const k3d = join(import.meta.dirname, "../../k3d");

/** One apply, so that no other image than this one is ever asked for. */
export function applyWithImages(kubectl: Kubectl, part: string, images: readonly Image[]): void {
  const folder = realpathSync(mkdtempSync(join(tmpdir(), "cluster-")));
  try {
    // kustomize takes folders by relative paths only
    const document = { resources: [relative(folder, join(realpathSync(k3d), part))], images: images.map(({ name, digest }) => ({ name, newName: name, digest })) };
    writeFileSync(join(folder, "kustomization.yaml"), JSON.stringify(document));
    kubectl(["apply", "-k", folder]);
  } finally {
    rmSync(folder, { recursive: true });
  }
}

export function applyFile(kubectl: Kubectl, path: string, namespace?: string): void {
  kubectl([...(namespace === undefined ? [] : [`--namespace=${namespace}`]), "apply", "-f", join(k3d, path)]);
}

export function waitForRollout(cluster: string, { namespace, workload, seconds }: { namespace: string; workload: string; seconds: number }): void {
  show("kubectl", [`--context=k3d-${cluster}`, `--namespace=${namespace}`, "rollout", "status", workload, `--timeout=${seconds}s`]);
}
