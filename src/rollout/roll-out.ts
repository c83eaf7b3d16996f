// The course of a deployment: image into the nodes, one apply, wait, look at every pod, and take it back when it went wrong.
import type { FindingDraft, GapDraft } from "../finding/index.ts";
import { openKubectl, type Ports } from "./cluster/kubectl.ts";
import { readLayout } from "./cluster/layout-archive.ts";
import { importIntoNodes, listNodes } from "./cluster/node-import.ts";
import { findManifestProblem, writeOverlay } from "./cluster/overlay.ts";
import { toFinding, toGap } from "./judgement/rule.ts";
import type { Workload } from "./judgement/workload.ts";
import { observe, observeUntilClean, readServerVersion } from "./observe.ts";
import { waitForRollout } from "./wait.ts";
import type { Context, Order } from "./order.ts";
import { takeBack, type Return } from "./take-back.ts";

export type Rollout = {
  readonly startedAt: Date;
  readonly finishedAt: Date;
  /** not-started: nothing in the cluster was changed but, at most, images in its nodes. */
  readonly outcome: "completed" | "failed" | "not-started";
  readonly rolledBack: Return;
  readonly serverVersion: string | null;
  readonly findings: readonly FindingDraft[];
  readonly gaps: readonly GapDraft[];
  /** Conditions that were looked at. */
  readonly checks: number;
  /** As seen last, after a rollback if there was one; null where nothing was seen. */
  readonly workload: Workload | null;
};

type Course = Omit<Rollout, "startedAt" | "finishedAt" | "serverVersion">;

/** Rejects only when the signal is aborted: what goes wrong in the cluster is in the result. An interrupted rollout is left as it stands. */
export async function rollOut(order: Order, ports: Ports): Promise<Rollout> {
  const startedAt = ports.now();
  const context: Context = { order, ports, kubectl: openKubectl(order.target.context, ports) };
  const version = await readServerVersion(context.kubectl);
  const course = typeof version === "string" ? await deploy(context) : unreached(context, version.why);
  return { ...course, startedAt, finishedAt: ports.now(), serverVersion: typeof version === "string" ? version : null };
}

const idle = { outcome: "not-started", rolledBack: "not-needed", findings: [], gaps: [], checks: 0, workload: null } as const satisfies Course;

function unreached({ order, ports }: Context, why: string): Course {
  ports.log(why);
  return { ...idle, gaps: [toGap(why, { object: `cluster/${order.target.context}`, pointer: "" })] };
}

/** One rule after the other may stop it before anything serving is touched. */
async function deploy(context: Context): Promise<Course> {
  const { order, ports } = context;
  const { target, digest } = order;
  const stopped = await importImage(context);
  if (stopped.length > 0) return { ...idle, findings: stopped };
  const before = await observe(context);
  if ("why" in before) return unreached(context, before.why);
  if (before.workload === undefined) return unreached(context, "the deployment's present state cannot be read, so that nothing could be taken back");
  const applied = await apply(context);
  // a refusal of one object may have left others applied, so the deployment itself is looked at before saying that nothing changed
  if (applied !== undefined) return settleRefusal(context, { why: applied, before: before.workload });
  const status = await waitForRollout(context);
  if (!status.ok) ports.log(`rollout status: ${status.why}`);
  const judgement = await observeUntilClean(context, status.ok);
  const why = status.ok ? [] : [toFinding("rollout-not-completed", status.why, { object: `deployment/${target.deployment}`, pointer: "/status" })];
  // kubectl's own reason says it once; the pods' say why
  const findings = [...why, ...judgement.findings.filter((finding) => status.ok || finding.ruleId !== "rollout-not-completed")];
  if (findings.length === 0) {
    ports.log(`${judgement.workload?.pods.filter((pod) => pod.digest === digest && pod.ready).length ?? 0} pods run ${digest}`);
    return { ...idle, outcome: "completed", gaps: judgement.gaps, checks: judgement.checks, workload: judgement.workload ?? null };
  }
  const returned = await takeBack(context, before.workload);
  return {
    outcome: "failed", rolledBack: returned.kind, gaps: judgement.gaps, checks: judgement.checks,
    findings: [...findings, ...returned.findings], workload: returned.workload ?? judgement.workload ?? null,
  };
}

async function importImage({ order, kubectl, ports }: Context): Promise<FindingDraft[]> {
  const { target, layout, digest } = order;
  const archive = await readLayout(layout, digest);
  if (typeof archive === "string") return [toFinding("rollout-digest-differs", archive, { object: "image", pointer: "" })];
  if (target.import === "none") return [];
  const nodes = await listNodes(kubectl);
  const spot = (node: string) => ({ object: `node/${node}`, pointer: "" });
  if ("why" in nodes) return [toFinding("rollout-image-not-imported", nodes.why, spot("all"))];
  const missing = await importIntoNodes(nodes, { archive, image: target.image, digest }, ports);
  for (const { node, why } of missing) ports.log(`${node}: ${why}`);
  return missing.map(({ node, why }) => toFinding("rollout-image-not-imported", why, spot(node)));
}

/** Undefined when applied, else why not. */
async function apply({ order, kubectl, ports }: Context): Promise<string | undefined> {
  const { target, kustomization, digest } = order;
  const reference = `${target.image}@${digest}`;
  const overlay = await writeOverlay(kustomization, target, reference).catch(() => undefined);
  if (overlay === undefined) return "the folder of the kustomization cannot be read";
  try {
    const rendered = await kubectl.ask(["apply", "-k", overlay.folder, "--dry-run=client", "-o", "json"]);
    const problem = rendered.ok ? findManifestProblem(rendered.text, target, reference) : rendered.why;
    if (problem !== undefined) return problem;
    const applied = await kubectl.ask(["apply", "-k", overlay.folder], { seconds: 60, log: true });
    if (applied.ok) return undefined;
    ports.log(`apply: ${applied.why}`);
    return applied.why;
  } finally {
    await overlay.remove();
  }
}

async function settleRefusal(context: Context, { why, before }: { why: string; before: Workload | null }): Promise<Course> {
  const refused = toFinding("rollout-manifest-refused", why, { object: `deployment/${context.order.target.deployment}`, pointer: "" });
  const after = await observe(context);
  const workload = ("why" in after ? null : after.workload) ?? null;
  if (workload?.revision === before?.revision) return { ...idle, findings: [refused], workload };
  const returned = await takeBack(context, before);
  return { ...idle, outcome: "failed", rolledBack: returned.kind, findings: [refused, ...returned.findings], workload: returned.workload ?? workload };
}
