// What a run of the benchmark says, as docs/bench.json holds it; tables in pages and on the terminal are made from it.
import * as z from "zod";

const trialSchema = z.object({ wall: z.number(), cpu: z.number(), rss: z.number() });

export const resultSchema = z.object({
  schema: z.literal("pci-pipeline/bench/v1"),
  date: z.string(),
  machine: z.object({ cores: z.number(), model: z.string(), node: z.string() }),
  image: z.object({ bytes: z.number(), layers: z.number(), planted: z.number() }),
  subjects: z.array(z.object({
    name: z.string(), version: z.string(),
    runs: z.array(trialSchema),
    found: z.array(z.string()),
    examined: z.number().nullable(),
  })),
  floods: z.array(z.object({ name: z.string(), megabytesPerSecond: z.number(), findings: z.number(), gaps: z.number() })),
  scale: z.array(z.object({ rules: z.number(), megabytesPerSecond: z.number() })),
  doors: z.array(z.object({ name: z.string(), megabytes: z.number(), /** To its first work; null for doors that are not measured. */ milliseconds: z.number().nullable() })),
});

export type BenchResult = z.infer<typeof resultSchema>;
type SubjectResult = BenchResult["subjects"][number];

export function median(values: readonly number[]): number {
  const sorted = values.toSorted((a, b) => a - b);
  const middle = sorted.length >> 1;
  return sorted.length % 2 === 1 ? sorted[middle] ?? 0 : ((sorted[middle - 1] ?? 0) + (sorted[middle] ?? 0)) / 2;
}

/** Rows of the side-by-side table; ratios are those of median wall times to the first subject's. */
export function toRows({ subjects, image }: BenchResult): string[][] {
  const [own] = subjects;
  const wallOf = (subject: SubjectResult | undefined) => median(subject?.runs.map(({ wall }) => wall) ?? []);
  return subjects.map((subject) => [
    subject.version === "" ? subject.name : `${subject.name} ${subject.version}`,
    `${(wallOf(subject) / wallOf(own)).toFixed(2)} ×`,
    `${wallOf(subject).toFixed(1)} s`,
    `${median(subject.runs.map(({ cpu }) => cpu)).toFixed(1)} s`,
    `${Math.round(Math.max(...subject.runs.map(({ rss }) => rss)))} MiB`,
    subject.name.startsWith("floor") ? "" : `${subject.found.length} of ${image.planted}`,
    subject.examined === null ? "not said" : `${Math.round(subject.examined / 1e6)} MB`,
  ]);
}

export const head = ["", "wall, ratio", "wall, median", "CPU, median", "peak memory", "planted values found", "bytes examined"];
