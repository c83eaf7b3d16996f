// The benchmark's figures in pages: between markers, from docs/bench.json.
import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { head, resultSchema, toRows, type BenchResult } from "../../bench/result.ts";
import type { Generated } from "./generated.ts";
import { fillMarkers, toTable } from "./markers.ts";

/** Pages with the markers `bench`; none changes as long as nothing has been measured. */
export function toBenchPages(root: string): Generated[] {
  const source = join(root, "docs/bench.json");
  if (!existsSync(source)) return [];
  const result = resultSchema.parse(JSON.parse(readFileSync(source, "utf8")));
  return ["docs/performance.md"].map((name) => {
    const path = join(root, name);
    return { path, content: fillMarkers(readFileSync(path, "utf8"), "bench", toBody(result)) };
  });
}

function toBody(result: BenchResult): string {
  const { machine, image, subjects, floods, scale, doors } = result;
  const runs = Math.min(...subjects.map((subject) => subject.runs.length));
  const speed = (value: number) => `${value.toFixed(0)} MB/s`;
  return [
    `${result.date}, ${machine.cores} cores (${machine.model.trim()}), Node ${machine.node}, ${runs} runs each, turn by turn; image of ${Math.round(image.bytes / 1e6)} MB in ${image.layers} layers.`,
    toTable(head, toRows(result)),
    "Content made to be slow, on one core:",
    toTable(["content", "speed"], floods.map(({ name, megabytesPerSecond }) => [name, speed(megabytesPerSecond)])),
    "The same bytes with rules of one's own:",
    toTable(["own rules", "speed"], scale.map(({ rules, megabytesPerSecond }) => [String(rules), speed(megabytesPerSecond)])),
    ...(doors.length === 0 ? [] : ["Bundles, and the time from start to first work:", toTable(["door", "size", "start"], doors.map(({ name, megabytes, milliseconds }) => [name, `${megabytes.toFixed(1)} MB`, milliseconds === null ? "" : `${milliseconds.toFixed(0)} ms`]))]),
  ].join("\n\n");
}
