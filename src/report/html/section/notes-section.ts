// What the verdict leans on: accepted findings, assumptions, and where nobody looked.
import type { Finding, Gap, Report } from "../../../finding/index.ts";
import { show } from "../../clean.ts";
import { countDispositions } from "../../view/order.ts";
import { placeLine } from "../../view/place.ts";
import { count } from "../../view/wording.ts";
import { shape } from "../mark.ts";
import { html, section, table, type Piece } from "../markup.ts";
import type { EvidencePage, Section } from "../evidence-page.ts";

const MAX_ROWS = 200;

export function notesSections(input: EvidencePage): Section[] {
  return [waiversSection(input.reports), assumptionsSection(input.reports), blindSpotsSection(input)];
}

function waiversSection(reports: readonly Report[]): Section {
  const waived = reports.flatMap((report) => [
    ...report.findings.filter(({ disposition }) => disposition === "waived").map((finding) => waiverRow(finding.ruleId, finding)),
    ...report.coverage.gaps.filter(({ disposition }) => disposition === "waived").map((gap) => waiverRow(gap.reason, gap)),
  ]);
  const uncounted = acceptedSentences(reports);
  if (waived.length === 0 && uncounted.length === 0) return undefined;
  const columns = ["What", "Where", "Owner", "Until", "Reason"].map((title) => ({ title }));
  return { id: "waivers", title: "Accepted", html: section({
    id: "waivers", title: "Accepted, and shown all the same", lead: "Nothing is dropped: what doesn't count towards the verdict is listed or counted here.",
    body: [
      waived.length === 0 ? "" : table({ className: "roomy", name: "Waivers in force", columns, rows: waived.slice(0, MAX_ROWS) }),
      waived.length > MAX_ROWS ? html`<p>and ${count(waived.length - MAX_ROWS, "more waiver")}</p>` : "",
      uncounted.map((sentence) => html`<p>${sentence}</p>`),
    ],
  }) };
}

function waiverRow(what: string, subject: Finding | Gap): readonly Piece[] {
  const { waiver } = subject;
  return [
    html`<code>${show(what, 80)}</code>`, show(placeLine(subject.location), 300), show(waiver?.owner ?? "", 80),
    html`<span class="num">${show(waiver?.until ?? "", 20)}</span>`, show(waiver?.reason ?? "", 400),
  ];
}

function acceptedSentences(reports: readonly Report[]): string[] {
  return reports.flatMap((report) => {
    const counts = countDispositions(report.findings);
    return [
      counts.baseline > 0 ? `${report.check}: ${count(counts.baseline, "finding")} known from the baseline.` : "",
      counts["below-threshold"] > 0 ? `${report.check}: ${count(counts["below-threshold"], "finding")} below the threshold (${report.failOn}).` : "",
    ].filter((sentence) => sentence !== "");
  });
}

function assumptionsSection(reports: readonly Report[]): Section {
  const all = reports.flatMap((report) => report.assumptions.map((assumption) => ({ report, assumption })));
  if (all.length === 0) return undefined;
  const rows = all.slice(0, MAX_ROWS).map(({ report, assumption }) => [
    show(assumption.statement, 400), assumption.verified ? html`<span class="badge good">${shape("pass")}<span>verified</span></span>` : html`<span class="badge doubt">${shape("inconclusive")}<span>not verified</span></span>`,
    show(assumption.source, 300), report.check,
  ]);
  const columns = ["Assumption", "State", "By whom", "Check"].map((title) => ({ title }));
  return { id: "assumptions", title: "Assumptions", html: section({
    id: "assumptions", title: "Assumptions", lead: "Facts outside the input that a verdict leans on. One that nobody verified keeps its controls at partial.",
    body: table({ className: "roomy", name: "Assumptions", columns, rows }),
  }) };
}

function blindSpotsSection({ blindSpots }: EvidencePage): Section {
  if (blindSpots.length === 0) return undefined;
  return { id: "blind-spots", title: "Blind spots", html: section({
    id: "blind-spots", title: "Blind spots", lead: "What this product does not look at, so that nobody reads silence as an answer.",
    body: html`<ul>${blindSpots.map(({ statement }) => html`<li>${show(statement, 600)}</li>`)}</ul>`,
  }) };
}
