// The cluster's documents to what a judgement needs of them. Everything in them is foreign: names are checked, messages left out.
import * as z from "zod";

export type PodState = {
  readonly name: string;
  readonly node: string | null;
  /** Whether it belongs to the deployment's current revision. */
  readonly current: boolean;
  readonly terminating: boolean;
  readonly ready: boolean;
  /** As the kubelet reports it; null where it does not. */
  readonly imageID: string | null;
  /** The manifest's digest in it, as sha256:<hex>; null where it names none. */
  readonly digest: string | null;
  /** Why the container waits, one of Kubernetes' own words such as CrashLoopBackOff. */
  readonly waiting: string | null;
};

export type Workload = {
  /** Whether the controller has seen the specification that was applied last. */
  readonly observed: boolean;
  readonly revision: string | null;
  /** Current revisions that the cluster holds: one, unless something is amiss. */
  readonly currentSets: number;
  readonly replicas: { readonly wanted: number; readonly updated: number; readonly ready: number; readonly available: number };
  readonly strategy: { readonly type: string; readonly maxUnavailable: string | null; readonly maxSurge: string | null };
  /** Image of the container in the deployment's template; null where there is no such container. */
  readonly image: string | null;
  /** Other containers in the template, which the evidence says nothing about. */
  readonly others: readonly string[];
  readonly pods: readonly PodState[];
};

const REVISION = "deployment.kubernetes.io/revision";
const name = z.string().regex(/^[a-z0-9]([-a-z0-9.]{0,251}[a-z0-9])?$/);
const word = z.string().regex(/^[A-Za-z]{1,64}$/);
const count = z.int().nonnegative();
const metadata = z.object({
  name, uid: z.string().min(1), generation: count.optional(), deletionTimestamp: z.string().optional(),
  annotations: z.record(z.string(), z.string()).optional(),
  ownerReferences: z.array(z.object({ uid: z.string(), controller: z.boolean().optional() })).optional(),
});
const container = z.object({ name, image: z.string().regex(/^[\w.:/@-]{1,512}$/) });
const podSpec = z.object({ containers: z.array(container), initContainers: z.array(container).optional() });
const bound = z.union([count, z.string().regex(/^[0-9]{1,3}%$/)]);

const deploymentSchema = z.object({
  metadata,
  spec: z.object({
    replicas: count.default(1),
    strategy: z.object({ type: word, rollingUpdate: z.object({ maxUnavailable: bound.optional(), maxSurge: bound.optional() }).optional() }),
    template: z.object({ spec: podSpec }),
  }),
  status: z.object({ observedGeneration: count.optional(), updatedReplicas: count.default(0), readyReplicas: count.default(0), availableReplicas: count.default(0) }),
});
const podSchema = z.object({
  metadata,
  spec: z.object({ nodeName: name.optional() }),
  status: z.object({
    phase: word.optional(),
    conditions: z.array(z.object({ type: z.string(), status: z.string() })).default([]),
    containerStatuses: z.array(z.object({
      name, ready: z.boolean(), imageID: z.string().regex(/^[\w.:/@+-]{0,1024}$/),
      state: z.object({ waiting: z.object({ reason: word.optional() }).optional() }).default({}),
    })).default([]),
  }),
});
const itemSchema = z.looseObject({ kind: z.string(), metadata });
const listSchema = z.object({ items: z.array(itemSchema) });

type Item = z.infer<typeof itemSchema>;
type Names = { readonly deployment: string; readonly container: string };

/**
 * The deployment in a List of deployments, replica sets and pods of its namespace (`kubectl get -o json`). Null where it is not
 * there, undefined where the list, or what belongs to the deployment, is of another form; what else lives there is nobody's business.
 */
export function readWorkload(list: unknown, names: Names): Workload | null | undefined {
  const items = listSchema.safeParse(list).data?.items;
  if (items === undefined) return undefined;
  const [found, ...doubles] = items.filter((item) => item.kind === "Deployment" && item.metadata.name === names.deployment);
  if (found === undefined) return null;
  const deployment = deploymentSchema.safeParse(found).data;
  if (deployment === undefined || doubles.length > 0) return undefined;
  const revision = found.metadata.annotations?.[REVISION] ?? null;
  const sets = items.filter((item) => item.kind === "ReplicaSet" && isOwnedBy(item, [found.metadata.uid]));
  const current = sets.filter((set) => revision !== null && set.metadata.annotations?.[REVISION] === revision).map((set) => set.metadata.uid);
  const owned = items.filter((item) => item.kind === "Pod" && isOwnedBy(item, sets.map((set) => set.metadata.uid)));
  const pods = z.array(podSchema).safeParse(owned).data;
  if (pods === undefined) return undefined;
  return {
    ...toDeploymentState(deployment, names), revision, currentSets: current.length,
    pods: pods.map((pod) => toPodState(pod, { container: names.container, current: isOwnedBy(pod, current) })),
  };
}

function toDeploymentState({ metadata: own, spec, status }: z.infer<typeof deploymentSchema>, { container: wanted }: Names): Omit<Workload, "revision" | "currentSets" | "pods"> {
  const all = [...spec.template.spec.containers, ...(spec.template.spec.initContainers ?? [])];
  return {
    observed: own.generation !== undefined && status.observedGeneration === own.generation,
    replicas: { wanted: spec.replicas, updated: status.updatedReplicas, ready: status.readyReplicas, available: status.availableReplicas },
    strategy: { type: spec.strategy.type, maxUnavailable: toText(spec.strategy.rollingUpdate?.maxUnavailable), maxSurge: toText(spec.strategy.rollingUpdate?.maxSurge) },
    image: spec.template.spec.containers.find((one) => one.name === wanted)?.image ?? null,
    others: all.filter((one) => one.name !== wanted).map((one) => one.name),
  };
}

function isOwnedBy({ metadata: own }: Pick<Item, "metadata">, uids: readonly string[]): boolean {
  return own.ownerReferences?.some((owner) => owner.controller === true && uids.includes(owner.uid)) ?? false;
}

function toText(value: number | string | undefined): string | null {
  return value === undefined ? null : String(value);
}

function toPodState({ metadata: own, spec, status }: z.infer<typeof podSchema>, { container: wanted, current }: { container: string; current: boolean }): PodState {
  const running = status.containerStatuses.find((one) => one.name === wanted);
  const imageID = running?.imageID || null;
  return {
    name: own.name, node: spec.nodeName ?? null, current, imageID,
    terminating: own.deletionTimestamp !== undefined,
    ready: status.phase === "Running" && running?.ready === true && status.conditions.some(({ type, status: is }) => type === "Ready" && is === "True"),
    // a runtime that knows the image by its config only names no manifest, so that nothing can be compared
    digest: /@(sha256:[0-9a-f]{64})$/.exec(imageID ?? "")?.[1] ?? null,
    waiting: running?.state.waiting?.reason ?? null,
  };
}
