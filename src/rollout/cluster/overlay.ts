// The user's kustomization with the attested image set in it, so that one apply makes one rollout: an apply of the bare
// kustomization would first roll out whatever image it names, and a later undo would lead back to that.
import { mkdtemp, realpath, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join, relative, sep } from "node:path";
import * as z from "zod";
import type { Target } from "../target.ts";

export type Overlay = { readonly folder: string; remove(): Promise<void> };

/** Kustomize reads YAML, of which JSON is a part. `reference` is name@digest. */
export async function writeOverlay(kustomization: string, { deployment, container }: Target, reference: string): Promise<Overlay> {
  const folder = await realpath(await mkdtemp(join(tmpdir(), "rollout-")));
  const patch = { apiVersion: "apps/v1", kind: "Deployment", metadata: { name: deployment }, spec: { template: { spec: { containers: [{ name: container, image: reference }] } } } };
  const document = {
    apiVersion: "kustomize.config.k8s.io/v1beta1", kind: "Kustomization",
    // kustomize takes folders by relative paths only
    resources: [relative(folder, await realpath(kustomization)).split(sep).join("/")],
    patches: [{ target: { kind: "Deployment", name: deployment }, patch: JSON.stringify(patch) }],
  };
  await writeFile(join(folder, "kustomization.yaml"), JSON.stringify(document));
  return { folder, remove: () => rm(folder, { recursive: true, force: true }) };
}

const renderedSchema = z.object({
  items: z.array(z.object({
    kind: z.string(),
    metadata: z.object({ name: z.string(), namespace: z.string().optional() }),
    spec: z.unknown().optional(),
  })),
});
const podTemplate = z.object({ template: z.object({ spec: z.object({ containers: z.array(z.object({ name: z.string(), image: z.string() })) }) }) });

/**
 * What keeps a rendered manifest (`kubectl apply --dry-run=client -o json`) from being applied, or undefined. A Secret among it
 * would mean that credentials lie in a repository.
 */
export function findManifestProblem(text: string, target: Target, reference: string): string | undefined {
  const { namespace, deployment, container } = target;
  let parsed: z.infer<typeof renderedSchema>;
  try {
    const document: unknown = JSON.parse(text);
    parsed = renderedSchema.parse(typeof document === "object" && document !== null && "items" in document ? document : { items: [document] });
  } catch {
    return "what the kustomization renders cannot be read";
  }
  if (parsed.items.some((item) => item.kind === "Secret")) return "the kustomization holds a Secret; credentials do not belong beside the code, put it into the cluster by another way";
  const found = parsed.items.find((item) => item.kind === "Deployment" && item.metadata.name === deployment && item.metadata.namespace === namespace);
  if (found === undefined) return `the kustomization holds no deployment ${deployment} in the namespace ${namespace}`;
  const containers = podTemplate.safeParse(found.spec).data?.template.spec.containers.filter((one) => one.name === container) ?? [];
  return containers.length === 1 && containers[0]?.image === reference ? undefined : `the deployment ${deployment} has no container ${container} that takes the image`;
}
