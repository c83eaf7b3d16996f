// Puts the attested image into every node's containerd under its digest. Believed is only what the node itself lists afterwards.
import * as z from "zod";
import type { CommandResult } from "../../command/index.ts";
import type { Kubectl, Ports } from "./kubectl.ts";
import type { LayoutArchive } from "./layout-archive.ts";

export type ImageImport = { readonly archive: LayoutArchive; readonly image: string; readonly digest: string };

const ATTEMPTS = 3;
const IMPORT_MS = 180_000;
const LIST_MS = 30_000;
const nodesSchema = z.object({ items: z.array(z.object({ metadata: z.object({ name: z.string().regex(/^[a-z0-9][a-z0-9.-]*$/) }) })).min(1) });

/** Node names of the cluster; those of k3d are the names of their containers. */
export async function listNodes(kubectl: Kubectl): Promise<readonly string[] | { readonly why: string }> {
  const answer = await kubectl.ask(["get", "nodes", "-o", "json", "--request-timeout=20s"]);
  if (!answer.ok) return answer;
  try {
    return nodesSchema.parse(JSON.parse(answer.text)).items.map((node) => node.metadata.name);
  } catch {
    return { why: "the cluster's list of nodes cannot be read" };
  }
}

/** Nodes that do not hold the image in the end, each with the reason. A node that has it already is left alone. */
export async function importIntoNodes(nodes: readonly string[], image: ImageImport, ports: Ports): Promise<readonly { node: string; why: string }[]> {
  const results = await Promise.all(nodes.map(async (node) => ({ node, why: await importIntoNode(node, image, ports) })));
  return results.flatMap(({ node, why }) => (why === undefined ? [] : [{ node, why }]));
}

async function importIntoNode(node: string, image: ImageImport, ports: Ports): Promise<string | undefined> {
  let why = "";
  for (let attempt = 0; attempt <= ATTEMPTS; attempt++) {
    if (await holdsImage(node, image, ports)) {
      ports.log(`${node} holds ${image.image}@${image.digest}${attempt === 0 ? " already" : ""}`);
      return undefined;
    }
    if (attempt === ATTEMPTS) break;
    const { signal } = ports;
    // containerd writes `<name>@<digest>`, which is what the pods ask for, and checks every blob against its digest
    const args = ["exec", "-i", node, "ctr", "-n", "k8s.io", "images", "import", "--base-name", image.image, "--digests", "-"];
    why = explainEnd(await ports.run("docker", args, { timeoutMs: IMPORT_MS, signal, input: image.archive.open() }));
  }
  return why === "" ? "containerd does not list it after the import" : why;
}

async function holdsImage(node: string, { image, digest }: ImageImport, { run, signal }: Ports): Promise<boolean> {
  const listed = await run("docker", ["exec", node, "ctr", "-n", "k8s.io", "images", "ls", "-q"], { timeoutMs: LIST_MS, signal });
  return listed.kind === "ended" && listed.code === 0 && listed.stdout.split("\n").some((line) => line.trim() === `${image}@${digest}`);
}

function explainEnd(result: CommandResult): string {
  switch (result.kind) {
    case "absent":
      return "docker is not on the PATH";
    case "timed-out":
      return `the import took longer than ${IMPORT_MS / 1000} seconds`;
    case "ended":
      return result.code === 0 ? "" : `docker exec ended with code ${result.code}`;
    default:
      return result satisfies never;
  }
}
