// Before the judge's word counts, it is shown rollouts that went wrong in known ways, and one that did not.
import type { SelfTest } from "../../finding/index.ts";
import { judgeRollout, type Judgement } from "./judge.ts";
import { expected, foreignDigest, makeDocuments, makePod, toList, type Documents, type Pod } from "./specimen.ts";

type Plant = {
  readonly name: string;
  /** Rule that must speak, or a gap where nothing can be known. */
  readonly breaks: "rollout-digest-differs" | "rollout-pod-not-ready" | "rollout-not-completed" | "gap";
  bend(documents: Documents): unknown;
};

const first = ({ pods }: Documents, change: (pod: Pod) => unknown) => pods.slice(0, 1).map(change);
const setImage = (pod: Pod, imageID: string) => pod.status.containerStatuses.map((status) => Object.assign(status, { imageID }));

export const plants: readonly Plant[] = [
  { name: "a pod with another image", breaks: "rollout-digest-differs", bend: (all) => first(all, (pod) => setImage(pod, `${expected.image}@${foreignDigest}`)) },
  { name: "a template with another image", breaks: "rollout-digest-differs", bend: ({ deployment }) => deployment.spec.template.spec.containers.map((one) => Object.assign(one, { image: `${expected.image}@${foreignDigest}` })) },
  { name: "a template with a tag", breaks: "rollout-digest-differs", bend: ({ deployment }) => deployment.spec.template.spec.containers.map((one) => Object.assign(one, { image: `${expected.image}:latest` })) },
  { name: "a pod that is not ready", breaks: "rollout-pod-not-ready", bend: (all) => first(all, (pod) => pod.status.conditions.map((one) => Object.assign(one, { status: "False" }))) },
  { name: "a container that is not ready", breaks: "rollout-pod-not-ready", bend: (all) => first(all, (pod) => pod.status.containerStatuses.map((one) => Object.assign(one, { ready: false }))) },
  { name: "a pod too few", breaks: "rollout-not-completed", bend: ({ pods }) => pods.pop() },
  { name: "a pod that is ending", breaks: "rollout-not-completed", bend: (all) => first(all, (pod) => Object.assign(pod.metadata, { deletionTimestamp: "2026-01-01T00:00:00Z" })) },
  { name: "a pod of the former revision", breaks: "rollout-not-completed", bend: ({ pods }) => pods.push(makePod("gateway-1-0", "set-1")) },
  { name: "a change not taken up", breaks: "rollout-not-completed", bend: ({ deployment }) => Object.assign(deployment.metadata, { generation: 3 }) },
  { name: "a count that lags behind", breaks: "rollout-not-completed", bend: ({ deployment }) => Object.assign(deployment.status, { availableReplicas: 0 }) },
  { name: "no current replica set", breaks: "rollout-not-completed", bend: ({ sets }) => sets.pop() },
  { name: "an image known by its config only", breaks: "gap", bend: (all) => first(all, (pod) => setImage(pod, expected.digest)) },
  { name: "no pod at all", breaks: "gap", bend: ({ deployment, pods }) => {
    pods.length = 0;
    Object.assign(deployment.spec, { replicas: 0 });
    Object.assign(deployment.status, { updatedReplicas: 0, readyReplicas: 0, availableReplicas: 0 });
  } },
  { name: "another deployment only", breaks: "gap", bend: ({ deployment }) => Object.assign(deployment.metadata, { name: "other" }) },
];

/** Counts the untouched specimen too: a judge that refuses everything proves nothing. */
export function testJudge(judge: (list: unknown) => Judgement = (list) => judgeRollout(list, expected)): SelfTest {
  const clean = judge(toList(makeDocuments()));
  const missed = clean.findings.length + clean.gaps.length > 0 ? ["the untouched specimen"] : [];
  for (const { name, breaks, bend } of plants) {
    const documents = makeDocuments();
    bend(documents);
    const { findings, gaps } = judge(toList(documents));
    const caught = breaks === "gap" ? gaps.length > 0 : findings.some((finding) => finding.ruleId === breaks);
    if (!caught) missed.push(name);
  }
  return { planted: plants.length + 1, detected: plants.length + 1 - missed.length, missed };
}
