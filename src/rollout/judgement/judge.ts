// Does the cluster run exactly the attested image, everywhere, ready? Pure: documents in, findings and gaps out.
import type { FindingDraft, GapDraft } from "../../finding/index.ts";
import { toFinding, toGap } from "./rule.ts";
import { readWorkload, type PodState, type Workload } from "./workload.ts";

export type Expected = {
  readonly deployment: string;
  readonly container: string;
  /** Name of the image, without tag and digest. */
  readonly image: string;
  /** sha256:<hex> of the attested manifest. */
  readonly digest: string;
};

export type Judgement = {
  readonly findings: readonly FindingDraft[];
  readonly gaps: readonly GapDraft[];
  /** Conditions that were looked at. */
  readonly checks: number;
  /** Null where the deployment is not there, undefined where the answer cannot be read. */
  readonly workload: Workload | null | undefined;
};

/** `list` is what `kubectl get deployments,replicasets,pods -o json` gives for one namespace. */
export function judgeRollout(list: unknown, expected: Expected): Judgement {
  const workload = readWorkload(list, expected);
  const spot = { object: `deployment/${expected.deployment}`, pointer: "" };
  if (workload === null || workload === undefined) {
    const why = workload === null ? "the cluster holds no such deployment" : "the deployment's state cannot be read from what the cluster answers";
    return { findings: [], gaps: [toGap(why, spot)], checks: 0, workload };
  }
  const serving = workload.pods.filter((pod) => pod.current && !pod.terminating);
  const left = workload.pods.filter((pod) => !pod.current && !pod.terminating);
  return {
    workload,
    findings: [
      ...judgeTemplate(workload, expected),
      ...judgeCourse(workload, { serving: serving.length, spot }),
      ...left.map((pod) => toFinding("rollout-not-completed", "a pod of another revision is still there", toSpot(pod, "/metadata/ownerReferences"))),
      ...serving.flatMap((pod) => judgePod(pod, expected.digest)),
    ],
    gaps: [
      ...(workload.replicas.wanted === 0 ? [toGap("the deployment asks for no pod, so nothing runs that could be looked at", { ...spot, pointer: "/spec/replicas" })] : []),
      ...serving.filter((pod) => pod.ready && pod.digest === null)
        .map((pod) => toGap("the node does not say by its manifest's digest which image the pod runs", toSpot(pod, "/status/containerStatuses"))),
    ],
    // template, observed, revision, count of pods; then each pod's revision, or its image and readiness
    checks: 4 + left.length + 2 * serving.length,
  };
}

function judgeTemplate({ image }: Workload, { image: name, digest, deployment }: Expected): FindingDraft[] {
  if (image === `${name}@${digest}`) return [];
  const detail = image === null ? "the deployment lacks the container" : "the deployment's template names another";
  return [toFinding("rollout-digest-differs", detail, { object: `deployment/${deployment}`, pointer: "/spec/template/spec/containers" })];
}

type Course = { readonly serving: number; readonly spot: { readonly object: string; readonly pointer: string } };

function judgeCourse({ observed, currentSets, replicas }: Workload, { serving, spot }: Course): FindingDraft[] {
  const { wanted, updated, ready, available } = replicas;
  const behind = [updated, ready, available].some((count) => count !== wanted) || serving !== wanted;
  return [
    ...(observed ? [] : [toFinding("rollout-not-completed", "the controller has not taken up the last change", { ...spot, pointer: "/status/observedGeneration" })]),
    ...(currentSets === 1 ? [] : [toFinding("rollout-not-completed", "no single replica set has the current revision", { ...spot, pointer: "/metadata/annotations" })]),
    ...(behind ? [toFinding("rollout-not-completed", `of ${wanted} pods ${updated} are updated, ${ready} ready, ${available} available, ${serving} present`, { ...spot, pointer: "/status" })] : []),
  ];
}

function judgePod(pod: PodState, digest: string): FindingDraft[] {
  const differs = pod.digest !== null && pod.digest !== digest;
  return [
    ...(differs ? [toFinding("rollout-digest-differs", "a pod runs it", toSpot(pod, "/status/containerStatuses"))] : []),
    ...(pod.ready ? [] : [toFinding("rollout-pod-not-ready", pod.waiting ?? "its readiness probe does not pass", toSpot(pod, "/status/conditions"))]),
  ];
}

function toSpot(pod: PodState, pointer: string) {
  return { object: `pod/${pod.name}`, pointer };
}
