// Open findings and gaps, worst first, one block for each rule or reason.
import { gapReasons, type Finding, type Gap, type Report, type Severity } from "../../finding/index.ts";
import { show } from "../clean.ts";
import { expiredWaiver, shows } from "../view/finding-notes.ts";
import { groupFindings, groupGaps, openFindings, openGaps, type FindingGroup } from "../view/order.ts";
import { viewPlace } from "../view/place.ts";
import { bytes, count, severityShapes } from "../view/wording.ts";
import { columns, item, labelled, paragraph, sectionTitle, type Page } from "./layout.ts";

/** Places of one rule that are listed; a rule that hits everywhere is one problem, not a thousand. */
const MAX_PLACES = 10;

export function textFindings(report: Report, page: Page): string[] {
  const groups = groupFindings(openFindings(report));
  return groups.flatMap((group, at) => [...(at === 0 ? [] : [""]), ...textGroup(group, page)]);
}

function textGroup(group: FindingGroup, page: Page): string[] {
  const shown = group.findings.slice(0, MAX_PLACES);
  const rest = group.findings.length - shown.length;
  return [
    ...groupHeading(group, page),
    ...shown.flatMap((finding) => textFinding(finding, page)),
    ...(rest > 0 ? [`    and ${count(rest, "more place")}; --format json lists them all`] : []),
    ...labelled("fix", show(group.remediation, 600), { indent: 2, width: page.width, paint: page.paint }),
  ];
}

function groupHeading(group: FindingGroup, page: Page): string[] {
  const mark = `${severityShapes[group.severity]} ${group.severity.toUpperCase()}`;
  const title = show(group.title, 120);
  const rule = show(group.ruleId, 60);
  const oneLine = columns(`${mark}  ${title}  ${rule}`) <= page.width;
  const painted = `${paintSeverity(group.severity, page)(mark)}  `;
  if (oneLine) return [`${painted}${page.paint.strong(title)}  ${page.paint.quiet(rule)}`];
  const lines = paragraph(title, { indent: columns(mark) + 2, width: page.width });
  const [first = "", ...others] = lines.map((line) => line.trimStart());
  const hang = " ".repeat(columns(mark) + 2);
  return [painted + page.paint.strong(first), ...others.map((line) => hang + page.paint.strong(line)), hang + page.paint.quiet(rule)];
}

function paintSeverity(severity: Severity, page: Page): (text: string) => string {
  return severity === "critical" || severity === "high" ? page.paint.bad : page.paint.doubtful;
}

function textFinding(finding: Finding, page: Page): string[] {
  const { spot, context } = viewPlace(finding.location);
  const at = { indent: 6, width: page.width, paint: page.paint };
  return [
    ...paragraph(spot, { indent: 4, width: page.width }).map(page.paint.strong),
    ...context.flatMap(({ label, value }) => labelled(label, value, at)),
    ...shows(finding).flatMap((line) => labelled("shows", line, at)),
    ...expiredWaiver(finding).flatMap((line) => labelled("waiver", line, at)),
    ...labelled("id", show(finding.fingerprint, 64), at),
  ];
}

export function textGaps(report: Report, page: Page): string[] {
  const groups = groupGaps(openGaps(report));
  if (groups.length === 0) return [];
  return [sectionTitle("Not examined", page), ...groups.flatMap(({ reason, gaps }) => [
    ...item("?", `${reason}: ${gapReasons[reason]}`, { indent: 2, width: page.width }).map(page.paint.doubtful),
    ...gaps.slice(0, MAX_PLACES).flatMap((gap) => textGap(gap, page)),
    ...(gaps.length > MAX_PLACES ? [`      and ${count(gaps.length - MAX_PLACES, "more place")}; --format json lists them all`] : []),
  ])];
}

function textGap(gap: Gap, page: Page): string[] {
  const { spot, context } = viewPlace(gap.location);
  const at = { indent: 6, width: page.width, paint: page.paint };
  const size = gap.bytes === undefined ? "" : ` (${bytes(gap.bytes)} not examined)`;
  return [
    ...paragraph(spot, { indent: 4, width: page.width }).map(page.paint.strong),
    ...(gap.detail === gapReasons[gap.reason] && size === "" ? [] : labelled("why", show(gap.detail) + size, at)),
    ...context.flatMap(({ label, value }) => labelled(label, value, at)),
    ...expiredWaiver(gap).flatMap((line) => labelled("waiver", line, at)),
    ...labelled("id", show(gap.fingerprint, 64), at),
  ];
}
