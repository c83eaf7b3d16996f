// Findings and gaps in Markdown: one block for each rule or reason, which is left out as a whole or not at all.
import { gapReasons, severities, type Finding, type Gap, type GapReason, type Report } from "../../finding/index.ts";
import { expiredWaiver, shows } from "../view/finding-notes.ts";
import { code, htmlCode, htmlProse, prose } from "../markdown.ts";
import { groupFindings, groupGaps, openFindings, openGaps, type FindingGroup } from "../view/order.ts";
import { viewPlace, type PlaceView } from "../view/place.ts";
import { bytes, count, severityShapes } from "../view/wording.ts";

/** Places of one rule; the fix is the same for all of them. */
const MAX_PLACES = 25;
/** As many blocks stand unfolded: the reader sees the worst without a click. */
const UNFOLDED = 3;

/** A piece of the summary, and what a reader misses where it is left out. */
export type Block = { readonly markdown: string; readonly findings: number; readonly gaps: number };

export function findingBlocks(reports: readonly Report[]): Block[] {
  const groups = reports.flatMap((report) => groupFindings(openFindings(report)))
    .sort((a, b) => severities.indexOf(a.severity) - severities.indexOf(b.severity));
  return groups.map((group, at) => ({
    markdown: (at === 0 ? "### To fix, worst first\n\n" : "") + foldFindings(group, at < UNFOLDED), findings: group.findings.length, gaps: 0,
  }));
}

function foldFindings(group: FindingGroup, unfolded: boolean): string {
  const summary = `${severityShapes[group.severity]} <b>${group.severity}</b>: ${htmlProse(group.title, 120)} (${htmlCode(group.ruleId, 60)}), ${count(group.findings.length, "place")}`;
  return fold({ summary, unfolded, body: [
    `**Fix:** ${prose(group.remediation, 600)}`,
    listPlaces(group.findings, (finding) => [
      ...shows(finding).map((line) => `shown as ${code(line, 160)}`), ...expiredWaiver(finding).map((line) => `waiver ${prose(line)}`),
      `id ${code(finding.fingerprint, 64)}`,
    ]),
    ...(group.controls.length === 0 ? [] : [`PCI DSS v4.0.1: ${group.controls.slice(0, 20).map((control) => prose(control, 40)).join(", ")}`]),
  ] });
}

export function gapBlocks(reports: readonly Report[]): Block[] {
  return groupGaps(reports.flatMap(openGaps)).map(({ reason, gaps }, at) => ({
    markdown: (at === 0 ? "### Not examined\n\n" : "") + foldGaps(reason, gaps), findings: 0, gaps: gaps.length,
  }));
}

function foldGaps(reason: GapReason, gaps: readonly Gap[]): string {
  return fold({
    summary: `? <b>${reason}</b>: ${gapReasons[reason]}, ${count(gaps.length, "place")}`,
    unfolded: false,
    body: [listPlaces(gaps, (gap) => [
      ...(gap.detail === gapReasons[reason] ? [] : [prose(gap.detail)]), ...(gap.bytes === undefined ? [] : [`${bytes(gap.bytes)} not examined`]),
      ...expiredWaiver(gap).map((line) => `waiver ${prose(line)}`), `id ${code(gap.fingerprint, 64)}`,
    ])],
  });
}

function listPlaces<T extends Finding | Gap>(subjects: readonly T[], notes: (subject: T) => readonly string[]): string {
  const shown = subjects.slice(0, MAX_PLACES).map((subject) => `- ${[...placeParts(viewPlace(subject.location)), ...notes(subject)].join(" · ")}`);
  const rest = subjects.length - shown.length;
  return [...shown, ...(rest > 0 ? [`- and ${count(rest, "more place")}`] : [])].join("\n");
}

function placeParts(place: PlaceView): string[] {
  return [`**${code(place.spot, 400)}**`, ...place.context.map(({ label, value }) => `${label} ${code(value, 400)}`)];
}

/** The blank lines end the HTML block, so that what stands inside is Markdown again. */
function fold(options: { readonly summary: string; readonly unfolded: boolean; readonly body: readonly string[] }): string {
  return [`<details${options.unfolded ? " open" : ""}><summary>${options.summary}</summary>`, ...options.body, "</details>"].join("\n\n");
}
