// What a reader of the summary opens on demand: the ledger, and what the verdict leans on.
import type { Report } from "../../finding/index.ts";
import { coverageRows, toolLine } from "../view/coverage-rows.ts";
import { cell, code, prose } from "../markdown.ts";
import { amount, count, selfTestSentence, shortfall } from "../view/wording.ts";

const MAX_ITEMS = 50;

export function coverageBlock(report: Report): string {
  const rows = coverageRows(report).map((row) => `| ${row.unit} | ${amount(row.unit, row.seen)} | ${amount(row.unit, row.examined)} | ${shortfall(row)} |`);
  return [
    `<details><summary>Examined by ${report.check}</summary>`,
    code(report.subject.name, 200) + (report.subject.digest === null ? "" : ` sha256:${report.subject.digest.sha256}`),
    rows.length === 0 ? "Nothing." : ["| | Seen | Examined | |", "| :-- | --: | --: | :-- |", ...rows].join("\n"),
    selfTestSentence(report) + report.selfTest.missed.slice(0, MAX_ITEMS).map((name) => ` Missed: ${code(name, 100)}.`).join(""),
    ...limited(report.outOfScope.map((left) => `- out of scope: ${code(left.name, 100)}, ${prose(left.reason)}`)),
    prose(toolLine(report)),
    "</details>",
  ].join("\n\n");
}

/** Waivers and unverified assumptions of all checks; nothing where there are none. */
export function notesBlock(reports: readonly Report[]): string[] {
  return [...waiversBlock(reports), ...assumptionsBlock(reports)];
}

function waiversBlock(reports: readonly Report[]): string[] {
  const waived = reports.flatMap((report) => [
    ...report.findings.filter((finding) => finding.disposition === "waived").map((finding) => ({ what: finding.ruleId, waiver: finding.waiver })),
    ...report.coverage.gaps.filter((gap) => gap.disposition === "waived").map((gap) => ({ what: gap.reason, waiver: gap.waiver })),
  ]);
  if (waived.length === 0) return [];
  const rows = waived.slice(0, MAX_ITEMS).map(({ what, waiver }) =>
    `| ${cell(what, 60)} | ${cell(waiver?.path ?? waiver?.fingerprint ?? "", 100)} | ${cell(waiver?.owner ?? "", 60)} | ${cell(waiver?.until ?? "", 20)} | ${cell(waiver?.reason ?? "", 200)} |`);
  const rest = waived.length - rows.length;
  return [[
    `<details><summary>${count(waived.length, "waiver")} in force</summary>`,
    ["| What | Where | Owner | Until | Reason |", "| :-- | :-- | :-- | :-- | :-- |", ...rows].join("\n"),
    ...(rest > 0 ? [`and ${count(rest, "more")}`] : []),
    "</details>",
  ].join("\n\n")];
}

function assumptionsBlock(reports: readonly Report[]): string[] {
  const open = reports.flatMap((report) => report.assumptions.filter((assumption) => !assumption.verified));
  if (open.length === 0) return [];
  return [[
    `<details><summary>${count(open.length, "assumption")} not verified</summary>`,
    ...limited(open.map((assumption) => `- ${prose(assumption.statement)} (${prose(assumption.source)})`)),
    "</details>",
  ].join("\n\n")];
}

function limited(items: readonly string[]): string[] {
  if (items.length === 0) return [];
  const rest = items.length - MAX_ITEMS;
  return [[...items.slice(0, MAX_ITEMS), ...(rest > 0 ? [`- and ${rest} more`] : [])].join("\n")];
}
