// A failed rollout goes back to the revision that served before it. With maxUnavailable 0 its pods have been serving all along.
import type { FindingDraft } from "../finding/index.ts";
import { toFinding } from "./judgement/rule.ts";
import type { Workload } from "./judgement/workload.ts";
import { observe } from "./observe.ts";
import type { Context } from "./order.ts";

/** nothing-to-return-to: there was no former version, or the template of the deployment did not change. */
export type Return = "not-needed" | "done" | "failed" | "nothing-to-return-to";
type Returned = { readonly kind: Return; readonly findings: readonly FindingDraft[]; readonly workload?: Workload };

export async function takeBack(context: Context, before: Workload | null): Promise<Returned> {
  const { order, kubectl, ports } = context;
  const { deployment, namespace } = order.target;
  const now = await observe(context);
  const current = "why" in now ? null : now.workload;
  if (before === null || before.revision === null || current?.revision === before.revision) {
    ports.log("there is no former revision to return to");
    return { kind: "nothing-to-return-to", findings: [], ...(current && { workload: current }) };
  }
  ports.log(`taking the rollout back to revision ${before.revision}`);
  const place = [`deployment/${deployment}`, `--namespace=${namespace}`];
  const seconds = order.target["timeout-seconds"];
  const undone = await kubectl.ask(["rollout", "undo", ...place, `--to-revision=${before.revision}`], { log: true });
  const status = undone.ok ? await kubectl.ask(["rollout", "status", ...place, `--timeout=${seconds}s`], { seconds: seconds + 15, log: true }) : undone;
  const after = await observe(context);
  const workload = ("why" in after ? null : after.workload) ?? null;
  const findings = describeFailure(status.ok ? undefined : status.why, { before, workload })
    .map((detail) => toFinding("rollout-not-returned", detail, { object: `deployment/${deployment}`, pointer: "/status" }));
  return { kind: findings.length === 0 ? "done" : "failed", findings, ...(workload && { workload }) };
}

/** The former image stands in the template again, and as many pods of it are ready as are asked for. */
function describeFailure(why: string | undefined, { before, workload }: { before: Workload; workload: Workload | null }): string[] {
  if (why !== undefined) return [why];
  if (workload === null) return ["the cluster does not say what runs now"];
  if (workload.image !== before.image) return ["the deployment's template does not name the former image"];
  const ready = workload.pods.filter((pod) => pod.current && pod.ready && !pod.terminating).length;
  return ready >= workload.replicas.wanted ? [] : [`of ${workload.replicas.wanted} pods of the former version ${ready} are ready`];
}
