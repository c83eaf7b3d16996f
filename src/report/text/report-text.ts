// The report on a terminal: what a developer with a red check reads first.
import type { Report, Verdict } from "../../finding/index.ts";
import { show } from "../clean.ts";
import { nextSteps } from "../view/next-step.ts";
import { countDispositions, openGaps } from "../view/order.ts";
import { count, verdictReasons, verdictShapes } from "../view/wording.ts";
import { textCoverage } from "./coverage-text.ts";
import { textFindings, textGaps } from "./findings-text.ts";
import { item, labelled, makePaint, paragraph, sectionTitle, type Page, type Paint } from "./layout.ts";

export type TextOptions = { readonly color: boolean; /** Columns of the terminal. */ readonly width: number };

const MIN_COLUMNS = 40;
/** Longer lines read worse, however wide the terminal is. */
const MAX_COLUMNS = 80;

/** Plain lines of at most 80 columns, a newline at the end, escape sequences only with `color`. */
export function toText(report: Report, options: TextOptions): string {
  const page = { paint: makePaint(options.color), width: Math.min(Math.max(options.width, MIN_COLUMNS), MAX_COLUMNS) };
  const sections = [
    textVerdict(report, page), textFindings(report, page), textGaps(report, page), textAccepted(report, page),
    textCoverage(report, page), textAssumptions(report, page), textNextStep(report, page),
  ];
  return `${sections.filter((lines) => lines.length > 0).map((lines) => lines.join("\n")).join("\n\n")}\n`;
}

function paintVerdict(verdict: Verdict, paint: Paint): string {
  const text = `${verdictShapes[verdict]} ${verdict.toUpperCase()}`;
  switch (verdict) {
    case "pass":
      return paint.good(text);
    case "fail":
      return paint.bad(text);
    case "inconclusive":
      return paint.doubtful(text);
    default:
      return verdict satisfies never;
  }
}

function textVerdict(report: Report, page: Page): string[] {
  const { subject } = report;
  const digest = subject.digest === null ? [] : [`sha256:${subject.digest.sha256}`];
  return [
    `${paintVerdict(report.verdict, page.paint)}  ${page.paint.strong(report.check)}`,
    ...paragraph(show(subject.name), { indent: 2, width: page.width }),
    ...digest.map((line) => `  ${page.paint.quiet(line)}`),
    "",
    ...verdictReasons(report).flatMap((reason) => paragraph(reason, { indent: 2, width: page.width })),
  ];
}

/** What exists and doesn't count: never dropped, only counted here. */
function textAccepted(report: Report, page: Page): string[] {
  const counts = countDispositions(report.findings);
  const waivedGaps = report.coverage.gaps.length - openGaps(report).length;
  const lines = [
    counts.waived > 0 ? `${count(counts.waived, "finding")} waived${waiverEnd(report)}` : "",
    waivedGaps > 0 ? `${count(waivedGaps, "gap")} waived` : "",
    counts.baseline > 0 ? `${count(counts.baseline, "finding")} known from the baseline` : "",
    counts["below-threshold"] > 0 ? `${count(counts["below-threshold"], "finding")} below the threshold (${report.failOn})` : "",
  ].filter((line) => line !== "");
  if (lines.length === 0) return [];
  return [sectionTitle("Shown, not counted", page), ...lines.map((line) => `  ${line}`)];
}

function waiverEnd(report: Report): string {
  const ends = report.findings.flatMap((finding) => (finding.disposition === "waived" && finding.waiver ? [finding.waiver.until] : []));
  const first = ends.toSorted()[0];
  return first === undefined ? "" : `, the first until ${show(first, 20)}`;
}

function textAssumptions(report: Report, page: Page): string[] {
  const open = report.assumptions.filter((assumption) => !assumption.verified);
  if (open.length === 0) return [];
  return [
    sectionTitle("Assumed, not verified", page),
    ...open.flatMap((assumption) => [
      ...item("?", show(assumption.statement), { indent: 2, width: page.width }),
      ...paragraph(show(assumption.source), { indent: 4, width: page.width }).map(page.paint.quiet),
    ]),
  ];
}

function textNextStep(report: Report, page: Page): string[] {
  const options = { indent: 0, width: page.width, paint: { ...page.paint, quiet: page.paint.strong } };
  return nextSteps(report).flatMap((step, at) => labelled(at === 0 ? "Next" : "", step, options));
}
