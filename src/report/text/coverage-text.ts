// What was seen, what of it was examined, and whether the detectors proved themselves.
import type { Report } from "../../finding/index.ts";
import { show } from "../clean.ts";
import { coverageRows, toolLine } from "../view/coverage-rows.ts";
import { amount, provedItself, selfTestSentence, shortfall } from "../view/wording.ts";
import { paragraph, sectionTitle, type Page } from "./layout.ts";

export function textCoverage(report: Report, page: Page): string[] {
  const rows = coverageRows(report);
  const lines = rows.map((row) => {
    const open = row.seen > row.examined;
    const counts = open ? `${amount(row.unit, row.examined)} of ${amount(row.unit, row.seen)}, ${shortfall(row)}` : `${amount(row.unit, row.seen)}, all`;
    return `  ${page.paint.quiet(row.unit.padEnd(11))}${open ? page.paint.doubtful(counts) : counts}`;
  });
  const missed = report.selfTest.missed.map((name) => `? missed: ${show(name, 100)}`);
  return [
    sectionTitle("Examined", page),
    ...(lines.length > 0 ? lines : ["  nothing"]),
    ...paragraph(selfTestSentence(report), { indent: 2, width: page.width }).map(provedItself(report) ? (line) => line : page.paint.doubtful),
    ...missed.flatMap((line) => paragraph(line, { indent: 4, width: page.width })),
    ...report.outOfScope.flatMap((left) => paragraph(`Out of scope: ${show(left.name)} (${show(left.reason)})`, { indent: 2, width: page.width })),
    ...paragraph(toolLine(report), { indent: 2, width: page.width }).map(page.paint.quiet),
  ];
}
