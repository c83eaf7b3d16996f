// Asks the cluster for what the judge looks at. Nothing of the answers is kept but what the judge reads of them.
import * as z from "zod";
import type { Answer, Kubectl } from "./cluster/kubectl.ts";
import { judgeRollout, type Judgement } from "./judgement/judge.ts";
import { toGap } from "./judgement/rule.ts";
import type { Workload } from "./judgement/workload.ts";
import type { Context } from "./order.ts";

const versionSchema = z.object({ serverVersion: z.object({ gitVersion: z.string().regex(/^[\w.+-]{1,64}$/) }) });

/** The server's version, or why it could not be had. */
export async function readServerVersion(kubectl: Kubectl): Promise<string | { readonly why: string }> {
  const answer = await kubectl.ask(["version", "-o", "json", "--request-timeout=20s"]);
  if (!answer.ok) return answer;
  const parsed = versionSchema.safeParse(parse(answer.text));
  return parsed.success ? parsed.data.serverVersion.gitVersion : { why: "the cluster does not say its version" };
}

/** As in Judgement. */
type Observation = { readonly workload: Workload | null | undefined } | { readonly why: string };

/** An empty or absent namespace is an observation too: there the deployment is not yet. */
export async function observe(context: Context): Promise<Observation> {
  const answer = await ask(context);
  return answer.ok ? { workload: judge(context, parse(answer.text)).workload } : answer;
}

const POLLS = 20;
const POLL_MS = 1000;

/** The controller's counts and the nodes' reports come in one after the other; what is still wrong after a while is wrong. */
export async function observeUntilClean(context: Context, expectClean: boolean): Promise<Judgement> {
  for (let poll = 1; ; poll++) {
    const answer = await ask(context);
    const judgement = answer.ok ? judge(context, parse(answer.text)) : toUnknown(context, answer.why);
    const clean = judgement.findings.length + judgement.gaps.length === 0;
    if (clean || !expectClean || poll === POLLS) return judgement;
    await context.ports.wait(POLL_MS);
  }
}

function ask({ order, kubectl }: Context): Promise<Answer> {
  return kubectl.ask(["get", "deployments,replicasets,pods", `--namespace=${order.target.namespace}`, "-o", "json", "--request-timeout=20s"]);
}

function judge({ order }: Context, list: unknown): Judgement {
  const { deployment, container, image } = order.target;
  return judgeRollout(list, { deployment, container, image, digest: order.digest });
}

function toUnknown({ order }: Context, why: string): Judgement {
  return { findings: [], gaps: [toGap(why, { object: `deployment/${order.target.deployment}`, pointer: "" })], checks: 0, workload: undefined };
}

function parse(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
