// Worker threads that examine fragments. A worker enters this very file, or the bundle that holds it, and serves.
import { availableParallelism } from "node:os";
import { isMainThread, parentPort, Worker, workerData, type MessagePort } from "node:worker_threads";
import { createInspector, type Inspected, type Inspector, type InspectorOptions } from "../detector/index.ts";
import type { Fragment } from "../reader/index.ts";
import { openParcel, readAnswer, sizeOf, toAnswer, toParcel, type Answer, type Parcel } from "./parcel.ts";

const ROLE = "pci-pipeline/examine";
/** Batches that one worker has before it: one to work on, one to go on with. */
const LANES = 2;
/** Bytes that are examined here before workers are worth their start. */
const WARM_UP_BYTES = 8 << 20;
/** Blocks are made in steps of this size, so that each fits again. */
const BLOCK_STEP = 1 << 18;
/** More threads than this wait for the one that reads, which has a core of its own. */
const MOST_THREADS = 4;
/** Young objects of a worker, in MiB: garbage is made fast, and memory is what is short. */
const YOUNG_MEBIBYTES = 16;

export type Crew = Inspector & { close(): Promise<void> };

type Options = Pick<InspectorOptions, "rules" | "known">;

/**
 * The same inspector, of which `examineAll` works in `count` threads once there is enough to do; with none, as on a machine of one core, it works here.
 * `options` are those that made the inspector. A thread that fails makes every call fail: nothing counts as examined that was not.
 */
export function openCrew(inspector: Inspector, options: Options, count = threadCount()): Crew {
  if (count < 1) return { ...inspector, close: async () => {} };
  const team = new Team(options, count);
  let warmUp = WARM_UP_BYTES;
  const examineAll = (fragments: readonly Fragment[]) => {
    if (warmUp <= 0 && team.hasRoom) return team.examine(fragments);
    warmUp -= sizeOf(fragments);
    return inspector.examineAll(fragments);
  };
  // One more than the team takes: while all are busy, whoever reads takes a turn instead of waiting.
  return { ...inspector, examineAll, lanes: count * LANES + 1, close: () => team.close() };
}

function threadCount(): number {
  return Math.min(MOST_THREADS, availableParallelism() - 1);
}

type Job = { readonly fragments: readonly Fragment[]; readonly resolve: (inspected: Inspected[]) => void; readonly reject: (error: Error) => void };

class Team {
  readonly #options: Options;
  readonly #count: number;
  #members: Member[] = [];
  #blocks: ArrayBuffer[] = [];
  #failure: Error | undefined;

  constructor(options: Options, count: number) {
    this.#options = options;
    this.#count = count;
  }

  examine(fragments: readonly Fragment[]): Promise<Inspected[]> {
    if (this.#failure) return Promise.reject(this.#failure);
    if (fragments.length === 0) return Promise.resolve([]);
    if (this.#members.length === 0) this.#members = Array.from({ length: this.#count }, () => this.#hire());
    const member = this.#members.reduce((best, other) => (other.load < best.load ? other : best));
    return new Promise((resolve, reject) => member.take({ fragments, resolve, reject }, this.#block(sizeOf(fragments))));
  }

  /** True also where it has failed, so that the next call says so. */
  get hasRoom(): boolean {
    return this.#failure !== undefined || this.#members.length === 0 || this.#members.some((member) => member.load < LANES);
  }

  async close(): Promise<void> {
    this.#fail(new Error("the crew has been dismissed"));
    const members = this.#members;
    this.#members = [];
    await Promise.all(members.map((member) => member.dismiss()));
  }

  #hire(): Member {
    return new Member(this.#options, { keep: (block) => this.#blocks.push(block), fail: (error) => this.#fail(error) });
  }

  #block(size: number): ArrayBuffer {
    const at = this.#blocks.findIndex((block) => block.byteLength >= size);
    const [block] = at < 0 ? [] : this.#blocks.splice(at, 1);
    return block ?? new ArrayBuffer(Math.ceil(size / BLOCK_STEP) * BLOCK_STEP);
  }

  #fail(error: Error): void {
    this.#failure ??= error;
    for (const member of this.#members) member.abandon(this.#failure);
  }
}

type Owner = { readonly keep: (block: ArrayBuffer) => void; readonly fail: (error: Error) => void };

class Member {
  readonly #worker: Worker;
  readonly #jobs = new Map<number, Job>();
  readonly #owner: Owner;
  #next = 0;

  constructor(options: Options, owner: Owner) {
    this.#owner = owner;
    this.#worker = new Worker(new URL(import.meta.url), { workerData: { role: ROLE, options }, execArgv: [], env: {}, resourceLimits: { maxYoungGenerationSizeMb: YOUNG_MEBIBYTES } });
    this.#worker.on("message", (answer: Answer) => this.#settle(answer));
    this.#worker.on("messageerror", (error) => owner.fail(error));
    this.#worker.on("error", (error) => owner.fail(error instanceof Error ? error : new Error(String(error))));
    this.#worker.on("exit", () => owner.fail(new Error("a worker thread ended before its work was done")));
  }

  get load(): number {
    return this.#jobs.size;
  }

  take(job: Job, block: ArrayBuffer): void {
    const parcel = toParcel(this.#next++, job.fragments, block);
    this.#jobs.set(parcel.id, job);
    this.#worker.postMessage(parcel, [parcel.block]);
  }

  abandon(error: Error): void {
    for (const { reject } of this.#jobs.values()) reject(error);
    this.#jobs.clear();
  }

  async dismiss(): Promise<void> {
    this.#worker.removeAllListeners();
    await this.#worker.terminate();
  }

  #settle(answer: Answer): void {
    const job = this.#jobs.get(answer.id);
    this.#jobs.delete(answer.id);
    this.#owner.keep(answer.block);
    job?.resolve(readAnswer(answer, job.fragments));
  }
}

function serve(port: MessagePort, options: Options): void {
  const inspector = createInspector(options);
  port.on("message", async (parcel: Parcel) => {
    const answer = toAnswer(parcel, await inspector.examineAll(openParcel(parcel)));
    port.postMessage(answer, [parcel.block]);
  });
}

const data = workerData as { role?: string; options?: Options } | undefined;
if (!isMainThread && parentPort && data?.role === ROLE) serve(parentPort, data.options ?? {});
