// Waits until every instance has shown that it uses a version: not by saying its number, but by signing a challenge with its value.
import { createHmac, timingSafeEqual } from "node:crypto";
import type { Acknowledgement, Credential, Order, Ports } from "./ports.ts";

export type Acknowledged = { readonly instance: string; readonly version: number; readonly at: string };
type Wanted = { readonly credential: Credential; readonly version: number };

const POLL_MS = 500;

/** Instances that start meanwhile have to as well, those that end need not any more. Rejects with a sentence when the time is up. */
export async function waitForAcknowledgements(order: Order, ports: Ports, wanted: Wanted): Promise<Acknowledged[]> {
  const deadline = ports.now().getTime() + order.acknowledgeMs;
  const done = new Map<string, Acknowledged>();
  for (;;) {
    const instances = await ports.consumers.list().catch(() => undefined);
    const open = instances?.filter((instance) => !done.has(instance)) ?? [];
    const answers = await Promise.all(open.map((instance) => ask(instance, { order, ports, wanted })));
    for (const answer of answers) if (answer !== undefined) done.set(answer.instance, answer);
    const left = instances?.filter((instance) => !done.has(instance));
    // asked for again: who started while the others were asked is not forgotten
    const after = left?.length === 0 ? await ports.consumers.list().catch(() => undefined) : undefined;
    if (after !== undefined && after.length > 0 && after.every((instance) => done.has(instance))) return after.flatMap((instance) => done.get(instance) ?? []);
    if (ports.now().getTime() >= deadline) throw new Error(describe(instances, left));
    await ports.wait(POLL_MS);
  }
}

function describe(instances: readonly string[] | undefined, left: readonly string[] | undefined): string {
  if (instances === undefined || left === undefined) return "the instances cannot be listed";
  return instances.length === 0 ? "there is no instance that could acknowledge" : `${left.length} of ${instances.length} instances did not acknowledge: ${left.join(", ")}`;
}

async function ask(instance: string, { order, ports, wanted }: { order: Order; ports: Ports; wanted: Wanted }): Promise<Acknowledged | undefined> {
  try {
    await ports.consumers.reload(instance);
    const nonce = ports.nonce();
    const answer = await ports.consumers.acknowledge(instance, nonce);
    if (answer.version < wanted.version || !isProof(answer, { text: `${order.processor}\n${instance}\n${nonce}`, wanted })) return undefined;
    ports.log(`${instance} uses version ${answer.version}`);
    return { instance, version: answer.version, at: ports.now().toISOString() };
  } catch {
    return undefined;
  }
}

function isProof({ proof, id }: Acknowledgement, { text, wanted: { credential } }: { text: string; wanted: Wanted }): boolean {
  const expected = createHmac("sha256", credential.value).update(`acknowledge\n${text}`).digest();
  const given = Buffer.from(proof, "hex");
  return id === credential.id && given.length === expected.length && timingSafeEqual(given, expected);
}
