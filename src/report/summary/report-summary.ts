// GitHub's step summary: what a red check's "Details" opens. Also the body of a pull-request comment.
import type { Report } from "../../finding/index.ts";
import { graphOf } from "../picture/facts.ts";
import { cell, code, prose } from "../markdown.ts";
import { countDispositions, openFindings, openGaps, worstVerdict } from "../view/order.ts";
import { coverageRows } from "../view/coverage-rows.ts";
import { amount, count, figure, severityTally, verdictReasons, verdictShapes } from "../view/wording.ts";
import { findingBlocks, gapBlocks, type Block } from "./blocks.ts";
import { coverageBlock, notesBlock } from "./folded.ts";
import { toMermaid } from "./mermaid.ts";

export type SummaryOptions = {
  readonly title?: string;
  /** Where the whole report is, as words, such as "the artifact compliance-attestation". */
  readonly moreAt?: string;
  /** Bytes of UTF-8; GitHub refuses a summary above 1 MiB as a whole. */
  readonly maxBytes?: number;
};

/** GitHub's limit less a little for what other steps' tools add to the same file. */
const DEFAULT_MAX_BYTES = 1_000_000;
/** A table longer than this is no summary; the rest is counted. */
const MAX_ROWS = 100;
/** What the line about left-out parts may take. */
const RESERVE = 400;

/** Markdown of at most `maxBytes`. Whole blocks are left out from the end, least severe first, and counted. */
export function toSummary(reports: readonly Report[], options: SummaryOptions = {}): string {
  const limit = (options.maxBytes ?? DEFAULT_MAX_BYTES) - RESERVE;
  const title = titleLine(reports, options);
  const tail = [...reports.flatMap(graphBlock), ...reports.map(coverageBlock), ...notesBlock(reports)].map(asBlock);
  // Findings come first on the page and first in the budget; graph and coverage keep a third of it, so that they don't vanish.
  const kept = fit(tail, Math.floor((limit - size([title])) / 3));
  const main = [asBlock(tableBlock(reports)), ...findingBlocks(reports), ...gapBlocks(reports)];
  const body = fit(main, limit - size([title, ...kept]));
  const left = [...main.slice(body.length), ...tail.slice(kept.length)];
  return `${[title, ...body, ...leftOut(left, options), ...kept].map((block) => block.markdown).join("\n\n")}\n`;
}

/** Blocks from the front as long as they fit; what doesn't fit ends it, so that nothing less severe takes the place of something worse. */
function fit(blocks: readonly Block[], limit: number): readonly Block[] {
  let used = 0;
  const end = blocks.findIndex((block) => (used += size([block])) > limit);
  return end === -1 ? blocks : blocks.slice(0, end);
}

function size(blocks: readonly Block[]): number {
  return blocks.reduce((sum, block) => sum + Buffer.byteLength(block.markdown) + 2, 0);
}

function asBlock(markdown: string): Block {
  return { markdown, findings: 0, gaps: 0 };
}

function leftOut(left: readonly Block[], options: SummaryOptions): Block[] {
  if (left.length === 0) return [];
  const findings = left.reduce((sum, block) => sum + block.findings, 0);
  const gaps = left.reduce((sum, block) => sum + block.gaps, 0);
  const what = [findings > 0 ? count(findings, "more finding") : "", gaps > 0 ? count(gaps, "more gap") : ""].filter((text) => text !== "");
  const subject = what.length > 0 ? what.join(" and ") : count(left.length, "more section");
  return [asBlock(`**${subject} left out here** for want of room. All of it stands in ${prose(options.moreAt ?? "the JSON report", 100)}.`)];
}

function titleLine(reports: readonly Report[], options: SummaryOptions): Block {
  const verdict = worstVerdict(reports.map((report) => report.verdict));
  return asBlock(`## ${verdictShapes[verdict]} ${prose(options.title ?? "pci-pipeline", 100)}: ${verdict}`);
}

function tableBlock(reports: readonly Report[]): string {
  if (reports.length === 0) return "No check has reported: nothing is known.";
  const rest = reports.length - MAX_ROWS;
  return [
    "| Verdict | Check | Subject | Open findings | Gaps | Waived | Examined |",
    "| :-- | :-- | :-- | :-- | --: | --: | :-- |",
    ...reports.slice(0, MAX_ROWS).map(verdictRow),
    ...(rest > 0 ? ["", `and ${count(rest, "more check")}.`] : []),
    ...(reports.length === 1 ? ["", ...reports.flatMap(verdictReasons)] : []),
  ].join("\n");
}

function verdictRow(report: Report): string {
  const open = openFindings(report).length;
  const waived = countDispositions(report.findings).waived + report.coverage.gaps.length - openGaps(report).length;
  const columns = [
    `${verdictShapes[report.verdict]} **${report.verdict}**`, report.check, cell(report.subject.name, 80),
    open === 0 ? "0" : `${figure(open)} (${severityTally(report)})`, figure(openGaps(report).length), figure(waived), examined(report),
  ];
  return `| ${columns.join(" | ")} |`;
}

function examined(report: Report): string {
  const rows = coverageRows(report).filter((row) => row.examined > 0).slice(0, 3);
  return rows.length === 0 ? "nothing" : rows.map((row) => (row.unit === "bytes" ? amount(row.unit, row.examined) : `${figure(row.examined)} ${row.unit}`)).join(", ");
}

function graphBlock(report: Report): string[] {
  const graph = graphOf(report);
  if (graph === undefined) return [];
  if (graph === "unreadable") return [`The isolation graph of ${code(report.subject.name, 80)} has a form that can't be drawn here.`];
  if (graph.nodes.length === 0) return [];
  return [`### Isolation of ${code(report.subject.name, 80)}\n\n${toMermaid(graph, report)}`];
}
