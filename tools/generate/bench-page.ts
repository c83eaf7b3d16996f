// The benchmark's figures in pages: between markers, from docs/bench.json.
import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { head, resultSchema, toRows, type BenchResult } from "../../bench/result.ts";
import { rolloutHead, rolloutResultSchema, toRolloutRows, type RolloutResult } from "../../bench/rollout-result.ts";
import type { Generated } from "./generated.ts";
import { fillMarkers, toTable } from "./markers.ts";

/** Pages with markers for figures; none changes as long as nothing has been measured. */
export function toBenchPages(root: string): Generated[] {
  const toPage = (name: string, figures: Figures): Generated => {
    const path = join(root, "docs", name);
    return { path, content: fillFigures(root, readFileSync(path, "utf8"), figures) };
  };
  return [
    toPage("performance.md", { marker: "bench", figures: "bench.json", toText: (json) => toBody(resultSchema.parse(json)) }),
    toPage("rollout.md", { marker: "bench-rollout", figures: "bench-rollout.json", toText: (json) => toRolloutBody(rolloutResultSchema.parse(json)) }),
  ];
}

/** The table of peers in a page that has its markers. */
export function fillPeers(root: string, page: string): string {
  return fillFigures(root, page, { marker: "peers", figures: "bench.json", toText: (json) => toPeers(resultSchema.parse(json)).join("\n\n") });
}

type Figures = { readonly marker: string; /** A file of docs/. */ readonly figures: string; readonly toText: (json: unknown) => string };

function fillFigures(root: string, page: string, { marker, figures, toText }: Figures): string {
  const source = join(root, "docs", figures);
  return existsSync(source) ? fillMarkers(page, marker, toText(JSON.parse(readFileSync(source, "utf8")))) : page;
}

function toRolloutBody(result: RolloutResult): string {
  const { date, cores, node, rate } = result;
  return `${date}, ${cores} cores for cluster and generator together, Node ${node}, ${rate} requests a second.\n\n${toTable(rolloutHead, toRolloutRows(result))}`;
}

function toBody(result: BenchResult): string {
  const { floods, scale, doors } = result;
  const speed = (value: number) => `${value.toFixed(0)} MB/s`;
  return [
    ...toPeers(result),
    "Content made to be slow, on one core:",
    toTable(["content", "speed"], floods.map(({ name, megabytesPerSecond }) => [name, speed(megabytesPerSecond)])),
    "The same bytes with rules of one's own:",
    toTable(["own rules", "speed"], scale.map(({ rules, megabytesPerSecond }) => [String(rules), speed(megabytesPerSecond)])),
    ...(doors.length === 0 ? [] : ["Bundles, and the time from start to first work:", toTable(["door", "size", "start"], doors.map(({ name, megabytes, milliseconds }) => [name, `${megabytes.toFixed(1)} MB`, milliseconds === null ? "" : `${milliseconds.toFixed(0)} ms`]))]),
  ].join("\n\n");
}

function toPeers(result: BenchResult): string[] {
  const { date, machine, image, subjects } = result;
  const runs = Math.min(...subjects.map((subject) => subject.runs.length));
  const run = `${date}, ${machine.cores} cores (${machine.model.trim()}), Node ${machine.node}, ${runs} runs each, turn by turn; image of ${Math.round(image.bytes / 1e6)} MB in ${image.layers} layers.`;
  return [run, toTable(head, toRows(result))];
}
