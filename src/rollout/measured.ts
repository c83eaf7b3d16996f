// A rollout with the load that its target asks for, counted.
import * as z from "zod";
import { measure, type Measurement } from "../measurement/index.ts";
import { openKubectl, type Kubectl } from "./cluster/kubectl.ts";
import { underLoad, type LoadPorts } from "./load/under-load.ts";
import type { Order } from "./order.ts";
import { rollOut, type Rollout } from "./roll-out.ts";
import type { Target } from "./target.ts";

/** What was counted while the rollout was made; `gaps` as sentences. */
export type Counted = { readonly measurement: Measurement; readonly gaps: readonly string[] };
export type Measured = { readonly rollout: Rollout; readonly counted?: Counted };

const label = z.string().regex(/^[A-Za-z0-9._/-]{0,316}$/);
const deploymentSchema = z.object({
  spec: z.object({ selector: z.object({ matchLabels: z.record(label, label).refine((labels) => Object.keys(labels).length > 0) }) }),
  status: z.object({ availableReplicas: z.int().positive() }),
});

/**
 * Without a load in the target, or where nothing serves before, which could lose no request, the rollout alone.
 * `ca` as in Load. Rejects as rollOut does.
 */
export async function rollOutMeasured(order: Order, ports: LoadPorts, ca?: string): Promise<Measured> {
  const { target } = order;
  const { context, namespace, container, load: plan } = target;
  if (plan === undefined) return { rollout: await rollOut(order, ports) };
  const selector = await readSelector(target, openKubectl(context, ports));
  if (selector === undefined) {
    ports.log("nothing serves yet, so the first rollout is made without load");
    return { rollout: await rollOut(order, ports) };
  }
  const budget = plan["error-budget"];
  ports.log(`${plan.rate} requests per second go to the service while it is replaced`);
  const load = { plan, place: { context, namespace, selector, container }, ...(ca !== undefined && { ca }) };
  const { result: rollout, round, gaps } = await underLoad(load, ports, (live) => rollOut({ ...order, isBudgetSpent: () => live.failed() > budget }, ports));
  const measurement = measure([round], { scenario: "update", ratePerSecond: plan.rate, errorBudget: budget });
  ports.log(`${measurement.failed} of ${measurement.requests} requests failed while pods were replaced`);
  return { rollout, counted: { measurement, gaps } };
}

/** The deployment's pods as kubectl selects them; undefined where it does not serve. */
async function readSelector({ deployment, namespace }: Target, kubectl: Kubectl): Promise<string | undefined> {
  const answer = await kubectl.ask(["get", "deployment", deployment, `--namespace=${namespace}`, "-o", "json", "--request-timeout=20s"]);
  if (!answer.ok) return undefined;
  const found = deploymentSchema.safeParse(JSON.parse(answer.text)).data;
  return found && Object.entries(found.spec.selector.matchLabels).map(([name, value]) => `${name}=${value}`).join(",");
}
