// What a caller waits for before any work is done: the size of each door's bundle, and the time from starting the process to the
// first line that it says of its work. Measured on the bundles, which are what runs:
//   node bench/cold-start.ts [FOLDER with actions/<door>/dist]
import { spawn } from "node:child_process";
import { mkdirSync, mkdtempSync, readFileSync, readdirSync, rmSync, statSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { performance } from "node:perf_hooks";
import { memoryImage } from "../src/layout/index.ts";

export type ColdStart = {
  readonly door: string;
  /** Of all files of its dist folder but the licences. */
  readonly bytes: number;
  /** Median and worst, in milliseconds, and the median of processor time, which other work on the machine does not lengthen; null where the door says nothing before its work is done. */
  readonly milliseconds: { readonly median: number; readonly worst: number; readonly processor: number | null } | null;
};

type Start = { readonly elapsed: number; readonly processor: number };

/** What is promised: scanners 3 MB and 250 ms, doors that sign 8 MB. */
export const limits = { scanner: { bytes: 3_000_000, milliseconds: 250 }, signing: { bytes: 8_000_000 } } as const;
export const scanners = ["image-secret-audit", "log-leak-guard", "isolation-assert"] as const;

const WORKFLOW = "on: push\npermissions: {}\njobs:\n  deploy:\n    environment: prod\n    runs-on: ubuntu-24.04\n    steps: [{ run: make }]\n";
const starts: { readonly [door: string]: { readonly inputs: Readonly<Record<string, string>>; readonly first: RegExp } } = {
  "image-secret-audit": { inputs: { image: "image" }, first: /^auditing /m },
  "log-leak-guard": { inputs: { log: "job.log" }, first: /^reading /m },
  "isolation-assert": { inputs: { repo: ".", environment: "prod", "allow-job": "a.yml:deploy" }, first: /^reading /m },
};

/** `folder` holds actions/<door>/dist, as the checkout does; `times` starts of each scanner. */
export async function measureColdStart(folder: string, times = 11): Promise<ColdStart[]> {
  const cwd = mkdtempSync(join(tmpdir(), "cold-start-"));
  try {
    const files = [...(await memoryImage({ layers: [{ files: { "a.txt": "a" } }] }))].map(([path, bytes]): [string, Uint8Array | string] => [join("image", path), bytes]);
    for (const [path, content] of [...files, ["job.log", "hello\n"] as const, [".github/workflows/a.yml", WORKFLOW] as const]) {
      mkdirSync(dirname(join(cwd, path)), { recursive: true });
      writeFileSync(join(cwd, path), content);
    }
    const doors = readdirSync(join(folder, "actions")).sort();
    const measured: ColdStart[] = [];
    for (const door of doors) measured.push({ door, bytes: sizeOf(join(folder, "actions", door, "dist")), milliseconds: await measure(door, { folder, cwd, times }) });
    return measured;
  } finally {
    rmSync(cwd, { recursive: true });
  }
}

function sizeOf(dist: string): number {
  return readdirSync(dist).filter((name) => name !== "licenses.txt").reduce((sum, name) => sum + statSync(join(dist, name)).size, 0);
}

async function measure(door: string, { folder, cwd, times }: { folder: string; cwd: string; times: number }): Promise<ColdStart["milliseconds"]> {
  const start = starts[door];
  if (start === undefined) return null;
  const inputs = Object.fromEntries(Object.entries(start.inputs).map(([name, value]) => [`INPUT_${name.toUpperCase()}`, value]));
  const taken: Start[] = [];
  // The first start reads the bundle from the disk, as it is on a runner that has just unpacked it; it counts for the worst.
  for (let time = 0; time < times; time += 1) taken.push(await startOnce(join(folder, "actions", door, "dist/index.js"), { cwd, inputs, first: start.first }));
  const sort = (key: keyof Start) => taken.map((one) => one[key]).sort((a, b) => a - b);
  const [elapsed, processor] = [sort("elapsed"), sort("processor")];
  const half = Math.floor(times / 2);
  return { median: elapsed[half] ?? Number.NaN, worst: elapsed.at(-1) ?? Number.NaN, processor: processor[half] || null };
}

function startOnce(bundle: string, { cwd, inputs, first }: { cwd: string; inputs: Record<string, string>; first: RegExp }): Promise<Start> {
  return new Promise((resolve, reject) => {
    const begun = performance.now();
    const child = spawn(process.execPath, [bundle], { cwd, env: { PATH: process.env["PATH"], HOME: cwd, ...inputs }, stdio: ["ignore", "pipe", "inherit"] });
    let said = "";
    let start: Start | undefined;
    child.stdout.on("data", (bytes: Buffer) => {
      said += bytes.toString();
      if (start !== undefined || !first.test(said)) return;
      start = { elapsed: performance.now() - begun, processor: readProcessorTime(child.pid) };
      child.kill("SIGKILL");
    });
    // Its end is waited for: what it still did would slow the next one's start.
    child.on("close", () => (start === undefined ? reject(new Error(`${bundle} ended before it began: ${said.slice(0, 300)}`)) : resolve(start)));
  });
}

/** Milliseconds of user and system time so far, in steps of ten (proc(5), fields 14 and 15 in hundredths of a second); 0 where there is no /proc. */
function readProcessorTime(pid: number | undefined): number {
  try {
    const fields = readFileSync(`/proc/${pid}/stat`, "utf8").replace(/^.*\) /, "").split(" ");
    return (Number(fields[11]) + Number(fields[12])) * 10;
  } catch {
    return 0;
  }
}

/** One line for each door, and what is over its limit. */
export function describeColdStart(measured: readonly ColdStart[]): string[] {
  return measured.map(({ door, bytes, milliseconds }) => {
    const scanner = scanners.some((name) => name === door);
    const over = [
      ...(bytes > (scanner ? limits.scanner : limits.signing).bytes ? ["too large"] : []),
      ...(scanner && (milliseconds === null || milliseconds.median > limits.scanner.milliseconds) ? ["too slow"] : []),
    ];
    const time = milliseconds === null ? "" : `, ${milliseconds.median.toFixed(0)} ms to its first work (worst ${milliseconds.worst.toFixed(0)}${milliseconds.processor === null ? "" : `, processor ${milliseconds.processor}`})`;
    return `${door}: ${(bytes / 1e6).toFixed(2)} MB${time}${over.length > 0 ? `: ${over.join(", ")}` : ""}`;
  });
}

if (import.meta.main) {
  const [folder = join(import.meta.dirname, "..")] = process.argv.slice(2);
  for (const line of describeColdStart(await measureColdStart(folder))) process.stdout.write(`${line}\n`);
}
