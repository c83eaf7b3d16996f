// What was examined and what not: the ledger as bars, then every gap.
import { gapReasons, type Gap, type Report } from "../../../finding/index.ts";
import { show } from "../../clean.ts";
import { coverageRows } from "../../view/coverage-rows.ts";
import { expiredWaiver } from "../../view/finding-notes.ts";
import { groupGaps, openGaps } from "../../view/order.ts";
import { viewPlace } from "../../view/place.ts";
import { amount, bytes, count, provedItself, selfTestSentence, shortfall } from "../../view/wording.ts";
import { bar } from "../bar.ts";
import { placeList } from "./findings-section.ts";
import { shape } from "../mark.ts";
import { html, section, table, type Html, type Piece } from "../markup.ts";
import type { EvidencePage, Section } from "../evidence-page.ts";

const MAX_GAPS = 50;

export function coverageSection(input: EvidencePage): Section {
  if (input.reports.length === 0) return undefined;
  const body = [...input.reports.map(coverageOf), gapList(input.reports.flatMap(openGaps))];
  return { id: "examined", title: "What was examined", html: section({ id: "examined", title: "What was examined, and what not", lead: "Full bars are examined; hatching is what was seen and could not be. Detectors count as proved only when they find all that was planted in the same run.", body }) };
}

function coverageOf(report: Report): Html {
  const rows = coverageRows(report).map((row) => {
    const share = row.seen === 0 ? 0 : row.examined / row.seen;
    return [
      row.unit, bar([{ share, tone: "mute" }, { share: 1 - share, tone: "hatch" }]), amount(row.unit, row.examined), amount(row.unit, row.seen),
      row.seen > row.examined ? html`<strong class="doubt">${shortfall(row)}</strong>` : "all",
    ];
  });
  const missed = report.selfTest.missed.slice(0, MAX_GAPS);
  return html`
<h3>${report.check}</h3>
<p class="soft"><code>${show(report.subject.name)}</code></p>
${rows.length === 0 ? html`<p>${shape("inconclusive")} Nothing was examined.</p>` : table({ className: "ledger", name: `Examined by ${report.check}`, columns: [
    { title: "What" }, { title: "Share" }, { title: "Examined", numeric: true }, { title: "Seen", numeric: true }, { title: "All of it" },
  ], rows })}
<p>${shape(provedItself(report) ? "pass" : "inconclusive")} ${selfTestSentence(report)}</p>
${missed.length === 0 ? "" : html`<ul>${missed.map((name) => html`<li>missed: ${show(name, 120)}</li>`)}</ul>`}
${report.outOfScope.length === 0 ? "" : html`<p class="soft">Left out on purpose: ${report.outOfScope.slice(0, MAX_GAPS).map((left) => `${show(left.name, 80)} (${show(left.reason)})`).join("; ")}.</p>`}`;
}

function gapList(gaps: readonly Gap[]): Piece {
  if (gaps.length === 0) return "";
  return html`<h3 id="gaps">Gaps</h3>${groupGaps(gaps).map(({ reason, gaps: members }) => html`
<article class="finding"><h3><span class="badge doubt">${shape("inconclusive")}<span>gap</span></span><span>${reason}</span></h3><p>${gapReasons[reason]}: ${count(members.length, "place")}</p>
${placeList(members.slice(0, MAX_GAPS).map((gap) => ({ place: viewPlace(gap.location), notes: gapNotes(gap) })))}
${members.length > MAX_GAPS ? html`<p>and ${count(members.length - MAX_GAPS, "more place")} in the JSON report</p>` : ""}
</article>`)}`;
}

function gapNotes(gap: Gap): [string, Piece][] {
  return [
    ...(gap.detail === gapReasons[gap.reason] ? [] : [["why", show(gap.detail)] as [string, Piece]]),
    ...(gap.bytes === undefined ? [] : [["size", `${bytes(gap.bytes)} not examined`] as [string, Piece]]),
    ...expiredWaiver(gap).map((line): [string, Piece] => ["waiver", line]),
    ["id", html`<code>${show(gap.fingerprint, 64)}</code>`],
  ];
}
