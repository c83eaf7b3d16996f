// What the deployment statement records of the cluster.
import type { DeploymentEvidence } from "../../src/attestation/index.ts";
import type { Measured, Target } from "../../src/rollout/index.ts";

export function toRecord({ rollout: { outcome, rolledBack, serverVersion, workload }, counted }: Measured, target: Target): DeploymentEvidence["record"] {
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
