// Waits for the rollout: until it completes, fails, takes too long, or costs more requests than it may.
import type { Answer } from "./cluster/kubectl.ts";
import type { Context } from "./order.ts";

const POLL_MS = 250;

export async function waitForRollout({ order, kubectl, ports }: Context): Promise<Answer> {
  const { deployment, namespace, "timeout-seconds": seconds } = order.target;
  const spent = new AbortController();
  const done = new AbortController();
  const status = kubectl.ask(["rollout", "status", `deployment/${deployment}`, `--namespace=${namespace}`, `--timeout=${seconds}s`], { seconds: seconds + 15, log: true, signal: spent.signal });
  const watching = watchBudget(order.isBudgetSpent, { done: done.signal, wait: ports.wait, spent });
  try {
    return await status;
  } catch (error) {
    ports.signal.throwIfAborted();
    if (!spent.signal.aborted) throw error;
    return { ok: false, why: "more requests failed than the error budget allows" };
  } finally {
    done.abort();
    await watching;
  }
}

type Watch = { readonly done: AbortSignal; wait(milliseconds: number): Promise<void>; readonly spent: AbortController };

async function watchBudget(isSpent: (() => boolean) | undefined, { done, wait, spent }: Watch): Promise<void> {
  if (isSpent === undefined) return;
  // an interrupted run ends the wait; the status is what reports it
  while (!done.aborted && !isSpent()) if (await wait(POLL_MS).then(() => false, () => true)) return;
  if (!done.aborted) spent.abort();
}
