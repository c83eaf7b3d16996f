// Worker threads that examine fragments. A worker enters this very file, or the bundle's entry, which loads it there, and serves.
import { availableParallelism } from "node:os";
import { setFlagsFromString } from "node:v8";
import { isMainThread, MessageChannel, receiveMessageOnPort, Worker, workerData, type MessagePort } from "node:worker_threads";
import { BETWEEN, createInspector, spread, type Inspected, type Inspector, type InspectorOptions, type Said, type SharedMemory, type Tray, type TrayInspector } from "../detector/index.ts";
import type { Fragment } from "../reader/index.ts";
import { openParcel, readAnswer, toParcel, type Answer, type Parcel } from "./parcel.ts";

const ROLE = "pci-pipeline/examine";
/** In a bundle this file is part of another one beside the entry. */
const ENTRY = new URL(import.meta.url.endsWith(".ts") ? import.meta.url : "index.js", import.meta.url);
/** Batches that one worker has before it: one to work on, others to go on with while whoever reads is at a long one. */
const LANES = 8;
/** Bytes that are examined here before workers are worth their start. */
const WARM_UP_BYTES = 8 << 20;
/** More threads than this wait for the one that reads, which has a core of its own. */
const MOST_THREADS = 4;
/**
 * Bytes live outside V8's heap; what lives on in it is little, and the rest dies at once. Room for the young to grow is memory without a gain, but in workers
 * a few texts fill the first MiB, and are old garbage then; and the old need no four times the room of what lived, which is V8's own measure.
 */
const HEAP_FLAGS = ["--semi-space-growth-factor=1", "--min-semi-space-size=4", "--heap-growing-percent=120"];
/** A run lasts seconds, and each thread compiles for itself: V8's slowest compiler takes more time than its code saves, but where a flood keeps a function busy. */
const COMPILER_FLAGS = ["--invocation-count-for-turbofan=10000"];
/** Young objects of a worker, in MiB: garbage is made fast, and memory is what is short. */
const YOUNG_MEBIBYTES = 16;

export type Crew = Inspector & { close(): Promise<void> };

type Options = Pick<InspectorOptions, "rules" | "known">;

/**
 * The same inspector, of which `examineAll` works in `count` threads once there is enough to do; with none, as on a machine of one core, it works here.
 * `options` are those that made the inspector. A thread that fails makes every call fail: nothing counts as examined that was not.
 */
export function openCrew(inspector: TrayInspector, options: Options, count = threadCount()): Crew {
  const { trays } = inspector;
  for (const flag of [...HEAP_FLAGS, ...COMPILER_FLAGS]) setFlagsFromString(flag);
  if (count < 1 || !trays) return { ...inspector, close: async () => {} };
  const team = new Team({ options, shared: trays.shared }, count);
  let warmUp = WARM_UP_BYTES;
  const examineAll = (fragments: readonly Fragment[]): readonly Inspected[] | Promise<readonly Inspected[]> => {
    warmUp -= warmUp > 0 ? sizeOf(fragments) : 0;
    const isForTeam = warmUp <= 0 && team.hasRoom;
    const tray = isForTeam ? trays.close(fragments.map(({ bytes }) => bytes)) : undefined;
    if (!tray) return inspector.examineAll(fragments);
    return team.examine(fragments, tray).then((said) => {
      trays.release(tray);
      return spread(said, fragments.length);
    });
  };
  // As many again as the team takes: while all are busy, whoever reads takes turns instead of waiting for the oldest.
  return { ...inspector, examineAll, lanes: 2 * count * LANES + 1, close: () => team.close() };
}

function threadCount(): number {
  return Math.min(MOST_THREADS, availableParallelism() - 1);
}

function sizeOf(fragments: readonly Fragment[]): number {
  return fragments.reduce((sum, { bytes }) => sum + bytes.length, 0);
}

type Job = { readonly fragments: readonly Fragment[]; readonly resolve: (said: Said[]) => void; readonly reject: (error: Error) => void };
type Task = { readonly options: Options; readonly shared: SharedMemory };

class Team {
  readonly #task: Task;
  readonly #count: number;
  #members: Member[] = [];
  #failure: Error | undefined;

  constructor(task: Task, count: number) {
    this.#task = task;
    this.#count = count;
  }

  examine(fragments: readonly Fragment[], tray: Tray): Promise<Said[]> {
    if (this.#failure) return Promise.reject(this.#failure);
    if (this.#members.length === 0) this.#members = Array.from({ length: this.#count }, () => this.#hire());
    const member = this.#members.reduce((best, other) => (other.load < best.load ? other : best));
    return new Promise((resolve, reject) => member.take({ fragments, resolve, reject }, tray));
  }

  /** True also where it has failed, so that the next call says so. */
  get hasRoom(): boolean {
    // Whoever reads seldom waits, and would hear late of what is done.
    for (const member of this.#members) member.listen();
    return this.#failure !== undefined || this.#members.length === 0 || this.#members.some((member) => member.load < LANES);
  }

  async close(): Promise<void> {
    this.#fail(new Error("the crew has been dismissed"));
    const members = this.#members;
    this.#members = [];
    await Promise.all(members.map((member) => member.dismiss()));
  }

  #hire(): Member {
    return new Member(this.#task, (error) => this.#fail(error));
  }

  #fail(error: Error): void {
    this.#failure ??= error;
    for (const member of this.#members) member.abandon(this.#failure);
  }
}

class Member {
  readonly #worker: Worker;
  readonly #port: MessagePort;
  readonly #jobs = new Map<number, Job>();
  #next = 0;

  constructor(task: Task, fail: (error: Error) => void) {
    const { port1, port2 } = new MessageChannel();
    this.#port = port1;
    this.#worker = new Worker(ENTRY, { workerData: { role: ROLE, task, port: port2 }, transferList: [port2], execArgv: [], env: {}, resourceLimits: { maxYoungGenerationSizeMb: YOUNG_MEBIBYTES } });
    port1.on("message", (answer: Answer) => this.#settle(answer));
    port1.on("messageerror", (error) => fail(error));
    this.#worker.on("error", (error) => fail(error instanceof Error ? error : new Error(String(error))));
    this.#worker.on("exit", () => fail(new Error("a worker thread ended before its work was done")));
  }

  get load(): number {
    return this.#jobs.size;
  }

  take(job: Job, tray: Tray): void {
    const parcel = toParcel(this.#next++, job.fragments, tray);
    this.#jobs.set(parcel.id, job);
    this.#port.postMessage(parcel);
  }

  /** Takes the answers that are there. */
  listen(): void {
    for (let come = receiveMessageOnPort(this.#port); come; come = receiveMessageOnPort(this.#port)) this.#settle(come.message as Answer);
  }

  abandon(error: Error): void {
    for (const { reject } of this.#jobs.values()) reject(error);
    this.#jobs.clear();
  }

  async dismiss(): Promise<void> {
    this.#worker.removeAllListeners();
    this.#port.close();
    await this.#worker.terminate();
  }

  #settle(answer: Answer): void {
    const job = this.#jobs.get(answer.id);
    this.#jobs.delete(answer.id);
    job?.resolve(readAnswer(answer, job.fragments));
  }
}

function serve(port: MessagePort, { options, shared }: Task): void {
  const inspector = createInspector({ ...options, shared });
  port.on("message", (parcel: Parcel) => {
    const said = inspector.examineTray(parcel.at, parcel.lengths, openParcel(parcel, { memory: shared.memory.buffer, between: BETWEEN }));
    port.postMessage({ id: parcel.id, said } satisfies Answer);
  });
}

const data = workerData as { role?: string; task?: Task; port?: MessagePort } | undefined;
if (!isMainThread && data?.role === ROLE && data.port && data.task) serve(data.port, data.task);
