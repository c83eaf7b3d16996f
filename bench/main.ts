// npm run bench [-- --runs N] [--peers a,b] [--output FILE] [--bundle FILE]: this product beside its peers, on the same bytes, turn by turn.
import { closeSync, mkdtempSync, openSync, readSync, rmSync, writeFileSync } from "node:fs";
import { cpus, tmpdir } from "node:os";
import { join } from "node:path";
import { parseArgs } from "node:util";
import { buildDist } from "../tools/build-dist.ts";
import { measureColdStart } from "./cold-start.ts";
import { measureFloods, measureScale } from "./flood.ts";
import { buildImage } from "./image.ts";
import { plantValues } from "./plants.ts";
import { head, median, toRows, type BenchResult } from "./result.ts";
import { openFloor, openOwn, openPeer, type Subject, type Trial } from "./subjects.ts";

const root = join(import.meta.dirname, "..");
const { values } = parseArgs({
  options: {
    runs: { type: "string", default: "5" },
    peers: { type: "string", default: "kingfisher,gitleaks,trufflehog,betterleaks" },
    output: { type: "string", default: join(root, "docs/bench.json") },
    bundle: { type: "string" },
    seed: { type: "string", default: String(process.hrtime.bigint()) },
  },
});

/** A peer whose source or build is not to be had here is left out, and that is said. */
function openIfPossible(name: string, open: () => Subject): Subject[] {
  try {
    return [open()];
  } catch (error) {
    console.error(`${name} is left out: ${error instanceof Error ? error.message.split("\n")[0] : String(error)}`);
    return [];
  }
}

/** One that could not read the archive, and says so at most in its log, is no comparison. */
function readsSomething({ name, found, examined }: BenchResult["subjects"][number]): boolean {
  const reads = examined !== 0 || found.length > 0;
  if (!reads) console.error(`${name} is left out: it read nothing of the archive`);
  return reads;
}

/** Turn by turn, so that whatever else the machine does falls on all of them. */
function interleave(subjects: readonly Subject[], runs: number): Trial[][] {
  const trials: Trial[][] = subjects.map(() => []);
  for (let turn = 0; turn < runs; turn++) {
    subjects.forEach((subject, index) => {
      const trial = subject.run();
      trials[index]?.push(trial);
      console.error(`  ${turn + 1}/${runs} ${subject.name}: ${trial.wall.toFixed(2)} s wall, ${trial.cpu.toFixed(2)} s CPU, ${Math.round(trial.rss)} MiB`);
    });
  }
  return trials;
}

function printTable(rows: readonly (readonly string[])[]): void {
  const widths = head.map((_, column) => Math.max(...[head, ...rows].map((row) => row[column]?.length ?? 0)));
  const line = (row: readonly string[]) => row.map((cell, column) => (column === 0 ? cell.padEnd(widths[0] ?? 0) : cell.padStart(widths[column] ?? 0))).join("  ");
  console.log([line(head), widths.map((width) => "─".repeat(width)).join("──"), ...rows.map(line)].join("\n"));
}

const work = mkdtempSync(join(tmpdir(), "bench-"));
try {
  console.error("building the bundles and the image; the first time fetches about a gigabyte");
  if (values.bundle === undefined) await buildDist(work);
  const bundle = values.bundle ?? join(work, "cli/dist/index.js");
  const planted = plantValues(values.seed);
  const image = await buildImage(planted);
  const bench = { image, plants: planted.plants, bundle };
  const remembered = openOwn(bench, { name: "pci-pipeline, unchanged image again", archive: image.dockerArchive, cache: join(work, "cache") });
  const subjects = [
    openOwn(bench, { name: "pci-pipeline, docker-archive", archive: image.dockerArchive }),
    openOwn(bench, { name: "pci-pipeline, gzip layers", archive: image.ociArchive }),
    remembered,
    openFloor("floor, docker-archive", image.dockerArchive),
    openFloor("floor, gzip layers", image.ociArchive),
    ...values.peers.split(",").filter(Boolean).flatMap((name) => openIfPossible(name, () => openPeer(name, bench))),
  ];
  remembered.run();
  const trials = interleave(subjects, Number(values.runs));
  const result: BenchResult = {
    schema: "pci-pipeline/bench/v1",
    date: new Date().toISOString().slice(0, 10),
    machine: { cores: cpus().length, model: cpus()[0]?.model ?? "", node: process.version },
    image: { bytes: image.bytes, layers: image.layers, planted: planted.plants.length },
    subjects: subjects.map(({ name, version }, index) => ({
      name, version,
      runs: (trials[index] ?? []).map(({ wall, cpu, rss }) => ({ wall, cpu, rss })),
      found: [...(trials[index]?.[0]?.found ?? [])],
      examined: trials[index]?.[0]?.examined ?? null,
    })).filter(readsSomething),
    floods: await measureFloods(),
    scale: measureScale(readSample(image.dockerArchive)),
    doors: values.bundle === undefined ? (await measureColdStart(work)).map(({ door, bytes, milliseconds }) => ({ name: door, megabytes: bytes / 1e6, milliseconds: milliseconds?.median ?? null })) : [],
  };
  writeFileSync(values.output, `${JSON.stringify(result, null, 2)}\n`);
  printTable(toRows(result));
  console.log(`\n${result.floods.map(({ name, megabytesPerSecond }) => `${megabytesPerSecond.toFixed(0).padStart(6)} MB/s  ${name}`).join("\n")}`);
  console.log(`\n${result.scale.map(({ rules, megabytesPerSecond }) => `${megabytesPerSecond.toFixed(0).padStart(6)} MB/s  with ${rules} rules of one's own`).join("\n")}`);
  console.log(`\nratio of the gzip form to its floor: ${(wall(result, 1) / wall(result, 4)).toFixed(2)}; of the unchanged image to the first time: ${(wall(result, 2) / wall(result, 0)).toFixed(3)}`);
} finally {
  rmSync(work, { recursive: true, force: true });
}

function wall({ subjects }: BenchResult, index: number): number {
  return median(subjects[index]?.runs.map((run) => run.wall) ?? []);
}

/** Some of the image's bytes, from within its first layers. */
function readSample(path: string): Uint8Array {
  const sample = Buffer.alloc(64e6);
  const file = openSync(path, "r");
  readSync(file, sample, 0, sample.length, 100e6);
  closeSync(file);
  return sample;
}
