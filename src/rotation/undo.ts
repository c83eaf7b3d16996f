// Back to what was valid before: store first, then every instance, and only then is the new credential revoked.
import { Fields } from "../secret-store/index.ts";
import { waitForAcknowledgements } from "./acknowledge.ts";
import { readCredential, type Course } from "./course.ts";

/** Rejects where it could not be done to the end; the record then says so, and the next run tries again. */
export async function undo(course: Course): Promise<void> {
  const { order, ports, former } = course;
  await course.note("roll-back");
  const now = await readCredential(ports.store, order.secret);
  const published = now.credential.id !== former.credential.id;
  if (published) await ports.store.put(order.secret, new Fields(former.credential), { expected: now.version }).catch(async (error: unknown) => {
    // an answer that got lost is no failure
    if ((await readCredential(ports.store, order.secret)).credential.id !== former.credential.id) throw error;
  });
  const back = await readCredential(ports.store, order.secret);
  // also where nothing was published by this run: an earlier one may have been, and some instance may still use it
  if (back.version !== former.version) course.acknowledgements = await waitForAcknowledgements(order, ports, back);
  await revokeOthers(course, former.credential.id);
  await course.note("rolled-back");
}

/** Every key of the account but the one that is to stay: also those that were issued and whose answer got lost. */
async function revokeOthers({ ports }: Course, staying: string): Promise<void> {
  const others = (await ports.processor.keys()).filter(({ id, state }) => state === "valid" && id !== staying);
  for (const { id } of others) await ports.processor.revoke(id).catch(() => undefined);
  const left = (await ports.processor.keys()).filter(({ id, state }) => state === "valid" && id !== staying);
  if (left.length > 0) throw new Error(`${left.length} credentials beside the valid one could not be revoked`);
}
