// The benchmark's figures in pages: between markers, from docs/bench.json.
import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { head, resultSchema, toRows, type BenchResult } from "../../bench/result.ts";
import { rolloutHead, rolloutResultSchema, toRolloutRows, type RolloutResult } from "../../bench/rollout-result.ts";
import type { Generated } from "./generated.ts";
import { fillMarkers, toTable } from "./markers.ts";

/** Pages with markers for figures; none changes as long as nothing has been measured. */
export function toBenchPages(root: string): Generated[] {
  return [
    ...toPage(root, { figures: "bench.json", page: "performance.md", marker: "bench", toText: (json) => toBody(resultSchema.parse(json)) }),
    ...toPage(root, { figures: "bench-rollout.json", page: "rollout.md", marker: "bench-rollout", toText: (json) => toRolloutBody(rolloutResultSchema.parse(json)) }),
  ];
}

/** The table of peers in a page that has its markers; unchanged as long as nothing has been measured. */
export function fillPeers(root: string, page: string): string {
  const source = join(root, "docs/bench.json");
  if (!existsSync(source)) return page;
  const result = resultSchema.parse(JSON.parse(readFileSync(source, "utf8")));
  return fillMarkers(page, "peers", `${describeRun(result)}\n\n${toTable(head, toRows(result))}`);
}

type Page = { readonly figures: string; readonly page: string; readonly marker: string; readonly toText: (json: unknown) => string };

function toPage(root: string, { figures, page, marker, toText }: Page): Generated[] {
  const source = join(root, "docs", figures);
  if (!existsSync(source)) return [];
  const path = join(root, "docs", page);
  return [{ path, content: fillMarkers(readFileSync(path, "utf8"), marker, toText(JSON.parse(readFileSync(source, "utf8")))) }];
}

function toRolloutBody(result: RolloutResult): string {
  const { date, cores, node, rate } = result;
  return `${date}, ${cores} cores for cluster and generator together, Node ${node}, ${rate} requests a second.\n\n${toTable(rolloutHead, toRolloutRows(result))}`;
}

function toBody(result: BenchResult): string {
  const { floods, scale, doors } = result;
  const speed = (value: number) => `${value.toFixed(0)} MB/s`;
  return [
    describeRun(result),
    toTable(head, toRows(result)),
    "Content made to be slow, on one core:",
    toTable(["content", "speed"], floods.map(({ name, megabytesPerSecond }) => [name, speed(megabytesPerSecond)])),
    "The same bytes with rules of one's own:",
    toTable(["own rules", "speed"], scale.map(({ rules, megabytesPerSecond }) => [String(rules), speed(megabytesPerSecond)])),
    ...(doors.length === 0 ? [] : ["Bundles, and the time from start to first work:", toTable(["door", "size", "start"], doors.map(({ name, megabytes, milliseconds }) => [name, `${megabytes.toFixed(1)} MB`, milliseconds === null ? "" : `${milliseconds.toFixed(0)} ms`]))]),
  ].join("\n\n");
}

function describeRun({ date, machine, image, subjects }: BenchResult): string {
  const runs = Math.min(...subjects.map((subject) => subject.runs.length));
  return `${date}, ${machine.cores} cores (${machine.model.trim()}), Node ${machine.node}, ${runs} runs each, turn by turn; image of ${Math.round(image.bytes / 1e6)} MB in ${image.layers} layers.`;
}
