// A rollout as an examination, so that it is judged and reported like every other check.
import { Ledger, type Examination, type SelfTest, type Tool } from "../finding/index.ts";
import { findMeasurementGaps, isWithinBudget, testMeasure } from "../measurement/index.ts";
import { toFinding, toGap } from "./judgement/rule.ts";
import { testJudge } from "./judgement/self-test.ts";
import type { Counted, Measured } from "./measured.ts";
import type { Order } from "./order.ts";
import type { Rollout } from "./roll-out.ts";

type Setting = { readonly order: Order; readonly tool: Tool };

/** Conditions count as checks: four of the deployment and two of each pod. */
export function toRolloutExamination({ rollout, counted }: Measured, { order, tool }: Setting): Examination {
  const { target, digest } = order;
  const spot = { object: `deployment/${target.deployment}`, pointer: "" };
  const ledger = new Ledger();
  ledger.saw("checks", Math.max(rollout.checks, 1));
  ledger.examined("checks", rollout.checks);
  return {
    check: "rollout",
    subject: { name: target.image, digest: { sha256: digest.replace("sha256:", "") }, digestKind: "manifest" },
    tool, ledger,
    startedAt: rollout.startedAt,
    findings: [...rollout.findings, ...findFailures(counted).map((detail) => toFinding("rollout-requests-failed", detail, spot))],
    gaps: [...rollout.gaps, ...findHoles(counted).map((detail) => toGap(detail, spot))],
    selfTest: counted ? add(testJudge(), testMeasure()) : testJudge(),
    assumptions: [{
      id: "kubelet-reports-truly", verified: false, source: "image verification on the nodes could show it",
      statement: "Each node tells the image that it runs as it is: what a pod runs is known from the kubelet's report only.",
    }],
    outOfScope: (rollout.workload?.others ?? []).map((name) => ({ name: `container ${name}`, reason: "runs an image of its own, which this evidence is not about" })),
    facts: { ...toFacts(rollout, order), measurement: counted?.measurement ?? null },
  };
}

function findFailures(counted: Counted | undefined): string[] {
  if (counted === undefined || isWithinBudget(counted.measurement)) return [];
  const { failed, requests, outside, failures } = counted.measurement;
  const kinds = Object.entries(failures).map(([kind, count]) => `${count} ${kind}`).join(", ");
  return [`${failed} of ${requests} while pods were replaced${kinds && ` (${kinds})`}, ${outside.failed} of ${outside.requests} before and after`];
}

function findHoles(counted: Counted | undefined): string[] {
  return counted === undefined ? [] : [...counted.gaps, ...findMeasurementGaps(counted.measurement)];
}

function add(one: SelfTest, other: SelfTest): SelfTest {
  return { planted: one.planted + other.planted, detected: one.detected + other.detected, missed: [...one.missed, ...other.missed] };
}

function toFacts({ outcome, rolledBack, serverVersion, workload }: Rollout, { target }: Order): Examination["facts"] & object {
  const pods = workload?.pods.map(({ name, node, digest, ready, current, terminating }) => ({ name, node, digest, ready, current, terminating })) ?? [];
  return { context: target.context, namespace: target.namespace, deployment: target.deployment, outcome, rolledBack, serverVersion, strategy: workload?.strategy ?? null, replicas: workload?.replicas ?? null, pods };
}
