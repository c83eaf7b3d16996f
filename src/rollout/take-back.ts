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
  const settled = await observeUntilSettled(context, before, status.ok ? undefined : status.why);
  const findings = settled.problems.map((detail) => toFinding("rollout-not-returned", detail, { object: `deployment/${deployment}`, pointer: "/status" }));
  const { workload } = settled;
  return { kind: findings.length === 0 ? "done" : "failed", findings, ...(workload && { workload }) };
}

const POLLS = 20;
const POLL_MS = 1000;

/** Pods of the failed version are told to end only after the controller has gone back. */
async function observeUntilSettled(context: Context, before: Workload, why: string | undefined): Promise<{ problems: string[]; workload: Workload | null }> {
  for (let poll = 1; ; poll++) {
    const after = await observe(context);
    const workload = ("why" in after ? null : after.workload) ?? null;
    const problems = why === undefined ? findProblems(before, workload) : [why];
    if (problems.length === 0 || why !== undefined || poll === POLLS) return { problems, workload };
    await context.ports.wait(POLL_MS);
  }
}

/** None when the former image stands in the template again, as many pods of it are ready as are asked for, and no other is left. */
function findProblems(before: Workload, now: Workload | null): string[] {
  if (now === null) return ["the cluster does not say what runs now"];
  if (now.image !== before.image) return ["the deployment's template does not name the former image"];
  const live = now.pods.filter((pod) => !pod.terminating);
  const ready = live.filter((pod) => pod.current && pod.ready).length;
  if (ready < now.replicas.wanted) return [`of ${now.replicas.wanted} pods of the former version ${ready} are ready`];
  return live.some((pod) => !pod.current) ? ["pods of the failed version are still there"] : [];
}
