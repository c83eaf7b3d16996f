// Reads damaged images for a given time: node test/fuzz/run.ts [--seconds 60] [--seed 1] [--case N]. Ends with code 1 on the first kind of finding
// that a reader must never give: a crash, a hang, or content that is lost without a gap.
import { parseArgs } from "node:util";
import { isMainThread, parentPort, Worker, workerData } from "node:worker_threads";
import { runCase, type Verdict } from "./case.ts";

/** What no case may take. */
const HANG_MS = 30_000;
const MOST_FINDINGS = 20;

type Message = { readonly seed: number; readonly verdict?: Verdict };

async function work(first: number): Promise<void> {
  for (let seed = first; ; seed++) {
    parentPort?.postMessage({ seed } satisfies Message);
    parentPort?.postMessage({ seed, verdict: await runCase(seed) } satisfies Message);
  }
}

async function supervise(first: number, seconds: number): Promise<number> {
  const counts = { read: 0, gap: 0, refused: 0, finding: 0 };
  const end = performance.now() + seconds * 1_000;
  let seed = first;
  while (performance.now() < end && counts.finding < MOST_FINDINGS) {
    const hung = await runWorker(seed, { end, count: (message) => {
      seed = message.seed + 1;
      if (!message.verdict) return;
      counts[message.verdict.kind]++;
      if (message.verdict.kind === "finding") process.stdout.write(`case ${message.seed}: ${message.verdict.what}\n`);
    } });
    if (!hung) continue;
    counts.finding++;
    process.stdout.write(`case ${seed - 1}: takes more than ${HANG_MS} ms or ends the process\n`);
  }
  process.stdout.write(`cases ${first} to ${seed - 1}: ${counts.read} read, ${counts.gap} with gaps, ${counts.refused} refused, ${counts.finding} findings\n`);
  return counts.finding;
}

/** True where the worker had to be ended in the middle of a case. */
function runWorker(first: number, { end, count }: { end: number; count: (message: Message) => void }): Promise<boolean> {
  return new Promise((resolve) => {
    const worker = new Worker(new URL(import.meta.url), { workerData: first });
    let last = performance.now();
    const stop = (hung: boolean): void => {
      clearInterval(watch);
      worker.terminate().then(() => resolve(hung), () => resolve(hung));
    };
    const watch = setInterval(() => {
      if (performance.now() - last > HANG_MS) stop(true);
      else if (performance.now() > end) stop(false);
    }, 100);
    worker.on("message", (message: Message) => {
      last = performance.now();
      count(message);
    });
    worker.on("error", () => stop(true));
  });
}

if (isMainThread) {
  const { values } = parseArgs({ options: { seconds: { type: "string", default: "60" }, seed: { type: "string", default: "1" }, case: { type: "string" } } });
  if (values.case !== undefined) process.stdout.write(`${JSON.stringify(await runCase(Number(values.case)))}\n`);
  else process.exitCode = await supervise(Number(values.seed), Number(values.seconds)) > 0 ? 1 : 0;
} else await work(workerData as number);
