// The course of a rotation. At every moment the credential that each instance uses is valid at the processor.
import { randomUUID } from "node:crypto";
import { Fields, type SecretStore } from "../secret-store/index.ts";
import { InputError } from "../finding/index.ts";
import { waitForAcknowledgements } from "./acknowledge.ts";
import { Course, readCredential } from "./course.ts";
import type { Credential, Order, Ports } from "./ports.ts";
import { LeaseLost, RecordBook, type Record } from "./record.ts";
import type { RotationReport } from "./report.ts";
import { undo } from "./undo.ts";

const QUIET_POLL_MS = 500;
const NEGATIVE_TRIES = 20;
const NEGATIVE_PAUSE_MS = 500;

/** Throws InputError where another rotation of this credential runs, and SecretStoreError where the store does not answer to begin with. */
export async function rotate(order: Order, ports: Ports): Promise<RotationReport> {
  const book = new RecordBook(ports.store, order.record);
  const last = await book.read();
  if (last !== undefined && !isFinished(last)) return recover(order, ports, { book, last });
  return start(order, ports, book);
}

function isFinished({ step }: Record): boolean {
  return step === "done" || step === "rolled-back";
}

async function start(order: Order, ports: Ports, book: RecordBook): Promise<RotationReport> {
  const former = await readCredential(ports.store, order.secret);
  const course = new Course({ order, ports, former, book, rotationId: randomUUID() });
  try {
    await course.step("lease", async () => checkBefore(ports, former.credential));
    await advance(course);
  } catch (error) {
    return settle(course, error);
  }
  return finish(course);
}

/** What a rotation that died left behind is settled first: undone as long as the old credential is valid, else brought to its end. */
async function recover(order: Order, ports: Ports, { book, last }: { book: RecordBook; last: Record }): Promise<RotationReport> {
  if (ports.now().getTime() - new Date(last.at).getTime() < order.leaseMs) {
    throw new InputError(`The rotation ${last.rotationId} is under way, in step ${last.step}; wait for it`);
  }
  const former = await readCredential(ports.store, order.secret, last.formerVersion);
  const course = new Course({ order, ports, former, book, rotationId: last.rotationId });
  const revoked = (await ports.processor.keys()).some(({ id, state }) => id === last.formerId && state === "revoked");
  try {
    if (!revoked) await course.step("recover", () => undo(course));
    else {
      course.candidate = (await readCredential(ports.store, order.secret)).credential;
      course.candidateVersion = last.candidateVersion ?? undefined;
      return await finish(course);
    }
  } catch {
    return course.toReport("failed");
  }
  return start(order, ports, book);
}

/** A rotation starts from what works: the one in use is valid, and no key that nobody knows stands in its way. */
async function checkBefore({ processor }: Ports, former: Credential): Promise<void> {
  if ((await processor.validate(former)) === "refused") throw new Error("the processor refuses the credential in use already");
  for (const { id, state } of await processor.keys()) if (state === "valid" && id !== former.id) await processor.revoke(id);
}

async function advance(course: Course): Promise<void> {
  const { order, ports } = course;
  const candidate = await course.step("issue", () => ports.processor.issue());
  course.candidate = candidate;
  await course.step("test", async () => {
    if ((await ports.processor.validate(candidate)) === "refused") throw new Error("the processor refuses the credential that it has just issued");
  });
  const version = await course.step("publish", () => publish(ports.store, { order, candidate, expected: course.former.version }));
  course.candidateVersion = version;
  course.acknowledgements = await course.step("acknowledge", () => waitForAcknowledgements(order, ports, { credential: candidate, version }));
  await course.step("quiet", () => waitForQuiet(course));
  await course.step("revoke", () => revoke(ports, course.former.credential.id));
}

async function publish(store: SecretStore, { order, candidate, expected }: { order: Order; candidate: Credential; expected: number }): Promise<number> {
  try {
    return (await store.put(order.secret, new Fields(candidate), { expected })).version;
  } catch (error) {
    const now = await readCredential(store, order.secret);
    if (now.credential.id === candidate.id) return now.version;
    throw error;
  }
}

/** The processor's own word that nobody uses the old one any more: an instance that nobody listed would show here. */
async function waitForQuiet({ order, ports, former }: Course): Promise<void> {
  const deadline = ports.now().getTime() + order.acknowledgeMs;
  for (;;) {
    const key = (await ports.processor.keys()).find(({ id }) => id === former.credential.id);
    const silence = ports.now().getTime() - (key?.lastUsedAt?.getTime() ?? 0);
    if (silence >= order.quietMs) return;
    if (ports.now().getTime() >= deadline) throw new Error("the old credential is still in use by someone who did not acknowledge");
    await ports.wait(Math.min(QUIET_POLL_MS, order.quietMs - silence));
  }
}

/** An answer that got lost is no failure: the processor is asked. */
async function revoke({ processor }: Ports, id: string): Promise<void> {
  const failed = await processor.revoke(id).then(() => undefined, (error: unknown) => error);
  if (failed === undefined) return;
  if ((await processor.keys()).some((key) => key.id === id && key.state === "valid")) throw failed;
}

/** From here there is no way back: the old credential is revoked. */
async function finish(course: Course): Promise<RotationReport> {
  const { ports, former } = course;
  try {
    await course.step("negative", async () => {
      for (let attempt = 1; ; attempt++) {
        course.negativeTest = await ports.processor.validate(former.credential);
        if (course.negativeTest === "refused") return;
        if (attempt === NEGATIVE_TRIES) throw new Error("the processor still accepts the old credential; ask it why");
        await ports.wait(NEGATIVE_PAUSE_MS);
      }
    });
    await course.step("close", () => course.note("done"));
    return course.toReport("rotated");
  } catch {
    return course.toReport("failed");
  }
}

/** After a failure the old credential may be revoked all the same, where the answer to that got lost: then it goes on. */
async function settle(course: Course, error: unknown): Promise<RotationReport> {
  if (error instanceof LeaseLost) return course.toReport("failed");
  try {
    const keys = await course.ports.processor.keys();
    if (keys.some(({ id, state }) => id === course.former.credential.id && state === "revoked") && course.candidateVersion !== undefined) return await finish(course);
    await course.step("roll-back", () => undo(course));
    return course.toReport("rolled-back");
  } catch {
    return course.toReport("failed");
  }
}
