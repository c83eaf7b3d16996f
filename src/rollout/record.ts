// What a deployment statement records of a rollout.
import type { Measured } from "./measured.ts";
import type { Target } from "./target.ts";

/** Pods that are ending are left out. */
export function toRolloutRecord({ rollout: { outcome, rolledBack, serverVersion, workload }, counted }: Measured, target: Target) {
  const { context, namespace, deployment, container, image } = target;
  const pods = workload?.pods.filter((pod) => !pod.terminating) ?? [];
  return {
    cluster: { context, serverVersion },
    workload: { namespace, deployment, container, image },
    measurement: counted?.measurement ?? null,
    rollout: { outcome, rolledBack, strategy: workload?.strategy ?? null, replicas: workload?.replicas ?? null },
    pods: pods.map(({ name, node, imageID, digest, ready, current }) => ({ name, node, imageID, digest, ready, current })),
  };
}
