// Which image each pod runs, so that an answer's pod tells the version that gave it.
import * as z from "zod";
import type { Kubectl } from "../cluster/kubectl.ts";

const schema = z.object({
  items: z.array(z.object({
    metadata: z.object({ name: z.string() }),
    status: z.object({ containerStatuses: z.array(z.object({ name: z.string(), imageID: z.string() })).default([]) }).default({ containerStatuses: [] }),
  })),
});

/** Pods to sha256:<hex>; those that tell none are left out. */
export async function readDigests(place: { readonly namespace: string; readonly selector: string; readonly container: string }, kubectl: Kubectl): Promise<Map<string, string>> {
  const answer = await kubectl.ask(["get", "pods", `--namespace=${place.namespace}`, `--selector=${place.selector}`, "-o", "json", "--request-timeout=20s"]);
  const pods = answer.ok ? schema.safeParse(JSON.parse(answer.text)).data?.items ?? [] : [];
  return new Map(pods.flatMap(({ metadata, status }) => {
    const imageID = status.containerStatuses.find(({ name }) => name === place.container)?.imageID ?? "";
    const digest = /@(sha256:[0-9a-f]{64})$/.exec(imageID)?.[1];
    return digest === undefined ? [] : [[metadata.name, digest] as const];
  }));
}
