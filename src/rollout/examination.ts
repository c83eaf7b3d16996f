// A rollout as an examination, so that it is judged and reported like every other check.
import { Ledger, type Examination, type Tool } from "../finding/index.ts";
import { testJudge } from "./judgement/self-test.ts";
import type { Order } from "./order.ts";
import type { Rollout } from "./roll-out.ts";

/** Conditions count as checks: four of the deployment and two of each pod. */
export function toRolloutExamination(rollout: Rollout, { order, tool }: { order: Order; tool: Tool }): Examination {
  const { target, digest } = order;
  const ledger = new Ledger();
  ledger.saw("checks", Math.max(rollout.checks, 1));
  ledger.examined("checks", rollout.checks);
  return {
    check: "rollout",
    subject: { name: target.image, digest: { sha256: digest.replace("sha256:", "") }, digestKind: "manifest" },
    tool, ledger,
    startedAt: rollout.startedAt,
    findings: rollout.findings,
    gaps: rollout.gaps,
    selfTest: testJudge(),
    assumptions: [{
      id: "kubelet-reports-truly", verified: false, source: "image verification on the nodes could show it",
      statement: "Each node tells the image that it runs as it is: what a pod runs is known from the kubelet's report only.",
    }],
    outOfScope: (rollout.workload?.others ?? []).map((name) => ({ name: `container ${name}`, reason: "runs an image of its own, which this evidence is not about" })),
    facts: toFacts(rollout, order),
  };
}

function toFacts({ outcome, rolledBack, serverVersion, workload }: Rollout, { target }: Order): Examination["facts"] & object {
  const pods = workload?.pods.map(({ name, node, digest, ready, current, terminating }) => ({ name, node, digest, ready, current, terminating })) ?? [];
  return { context: target.context, namespace: target.namespace, deployment: target.deployment, outcome, rolledBack, serverVersion, strategy: workload?.strategy ?? null, replicas: workload?.replicas ?? null, pods };
}
