// The instances as pods: found by label, asked on their internal port through the API server, so that Kubernetes' own roles decide who may.
import * as z from "zod";
import type { Consumers } from "../ports.ts";
import type { KubectlRaw } from "./kubectl-raw.ts";

type Place = { readonly namespace: string; readonly selector: string; readonly internalPort: number; readonly processor: string };

const podsSchema = z.object({ items: z.array(z.object({ metadata: z.object({ name: z.string() }), status: z.object({ phase: z.string() }) })) });
const answerSchema = z.object({ version: z.int(), id: z.string(), proof: z.string() });

/** Pods that end are asked as long as they run: they still use what they have loaded. Those not started yet will read the store by themselves. */
export function openKubernetesConsumers(kubectl: KubectlRaw, { namespace, selector, internalPort, processor }: Place): Consumers {
  const post = (instance: string, path: string, body: object): Promise<string> =>
    kubectl.ask(["create", "--raw", `/api/v1/namespaces/${namespace}/pods/https:${instance}:${internalPort}/proxy/${path}`, "-f", "-"], JSON.stringify(body));
  return {
    list: async () => {
      const listed = await kubectl.ask([`--namespace=${namespace}`, "get", "pods", `--selector=${selector}`, "-o", "json"]);
      return podsSchema.parse(JSON.parse(listed)).items.filter(({ status }) => status.phase === "Running").map(({ metadata }) => metadata.name);
    },
    reload: async (instance) => void (await post(instance, "reload-credentials", {})),
    acknowledge: async (instance, nonce) => answerSchema.parse(JSON.parse(await post(instance, "acknowledge-credential", { processor, nonce }))),
  };
}
