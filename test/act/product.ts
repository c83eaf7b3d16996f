// This checkout as act can call it: bundles of the current sources, and workflows without what act does not know.
import { mkdirSync, readFileSync, readdirSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { buildDist } from "../../tools/build-dist.ts";
import { toPortable, toWorkflowFiles } from "../../tools/generate/workflow-files.ts";
import { root } from "../guards/sources.ts";

const NAME = "yuno/pci-pipeline";
export const REFERENCE = `${NAME}@main`;

/** The reusable workflows as they are, by path in the repository: what GitHub's API serves of the product. */
export function readProduct(): Record<string, string> {
  const texts = toWorkflowFiles(root).map(({ path, content }): [string, string] => [path.slice(root.length + 1), content]);
  const composites = ["action.yml", "reusable/gate/action.yml"].map((path): [string, string] => [path, readFileSync(join(root, path), "utf8")]);
  const doors = readdirSync(join(root, "actions")).map((door): [string, string] => [`actions/${door}/action.yml`, readFileSync(join(root, "actions", door, "action.yml"), "utf8")]);
  return Object.fromEntries([...texts, ...composites, ...doors]);
}

/** Writes the product to `folder`: `$/` in full, and the contexts of a called workflow, which act does not set, as the values they would have. */
export async function writeProduct(folder: string, build: (target: string) => Promise<void> = buildDist): Promise<void> {
  for (const [path, text] of Object.entries(readProduct())) {
    mkdirSync(dirname(join(folder, path)), { recursive: true });
    const file = path.startsWith(".github/") ? `${NAME}/${path}@refs/heads/main` : "";
    const known = text.replaceAll("${{ job.workflow_repository }}", NAME).replaceAll("${{ job.workflow_ref }}", file);
    if (known.includes("job.workflow_")) throw new Error(`${path} uses a context that act lacks in another form than this test knows`);
    writeFileSync(join(folder, path), toPortable(known, REFERENCE));
  }
  await build(folder);
}
