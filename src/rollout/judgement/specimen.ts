// A completed rollout as the cluster describes it, made up: the self-test and the tests bend it and see what the judge says.
import type { Expected } from "./judge.ts";

export const expected: Expected = { deployment: "gateway", container: "gateway", image: "registry.example/gateway", digest: `sha256:${"a".repeat(64)}` };
export const foreignDigest = `sha256:${"b".repeat(64)}`;

export type Pod = {
  kind: "Pod";
  metadata: { name: string; uid: string; deletionTimestamp?: string; ownerReferences: { uid: string; controller: boolean }[] };
  spec: { nodeName: string };
  status: { phase: string; conditions: { type: string; status: string }[]; containerStatuses: { name: string; ready: boolean; imageID: string; state: { waiting?: { reason: string } } }[] };
};

export type Documents = ReturnType<typeof makeDocuments>;

/** One deployment at revision 2, its two replica sets, and `replicas` pods of the current one. */
export function makeDocuments(replicas = 2) {
  const own = [{ uid: "deployment", controller: true }];
  const revision = (number: string) => ({ "deployment.kubernetes.io/revision": number });
  return {
    deployment: {
      kind: "Deployment",
      metadata: { name: expected.deployment, uid: "deployment", generation: 2, annotations: revision("2") },
      spec: {
        replicas, strategy: { type: "RollingUpdate", rollingUpdate: { maxUnavailable: 0, maxSurge: 1 } },
        template: { spec: { containers: [{ name: expected.container, image: `${expected.image}@${expected.digest}` }] } },
      },
      status: { observedGeneration: 2, updatedReplicas: replicas, readyReplicas: replicas, availableReplicas: replicas },
    },
    sets: ["1", "2"].map((number) => ({ kind: "ReplicaSet", metadata: { name: `gateway-${number}`, uid: `set-${number}`, annotations: revision(number), ownerReferences: own } })),
    pods: Array.from({ length: replicas }, (_, index) => makePod(`gateway-2-${index}`, "set-2")),
  };
}

export function makePod(name: string, set: string): Pod {
  return {
    kind: "Pod",
    metadata: { name, uid: name, ownerReferences: [{ uid: set, controller: true }] },
    spec: { nodeName: "node-0" },
    status: {
      phase: "Running", conditions: [{ type: "Ready", status: "True" }],
      containerStatuses: [{ name: expected.container, ready: true, imageID: `${expected.image}@${expected.digest}`, state: {} }],
    },
  };
}

export function toList({ deployment, sets, pods }: Documents): object {
  return { kind: "List", items: [deployment, ...sets, ...pods] };
}
