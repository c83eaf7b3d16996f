// Open findings, worst first, each rule once with its fix and its places.
import { severities, type Finding } from "../../../finding/index.ts";
import { show } from "../../clean.ts";
import { expiredWaiver, shows } from "../../view/finding-notes.ts";
import { groupFindings, openFindings, type FindingGroup } from "../../view/order.ts";
import { viewPlace, type PlaceView } from "../../view/place.ts";
import { count } from "../../view/wording.ts";
import { badge } from "../mark.ts";
import { html, section, type Html, type Piece } from "../markup.ts";
import type { EvidencePage, Section } from "../evidence-page.ts";

/** A page of megabytes helps nobody; the JSON report has everything. */
const MAX_GROUPS = 200;
const MAX_PLACES = 30;

export function findingsSection(input: EvidencePage): Section {
  const groups = input.reports.flatMap((report) => groupFindings(openFindings(report)))
    .sort((a, b) => severities.indexOf(a.severity) - severities.indexOf(b.severity));
  if (groups.length === 0) return undefined;
  const hidden = groups.slice(MAX_GROUPS).reduce((sum, group) => sum + group.findings.length, 0);
  const body = [
    groups.slice(0, MAX_GROUPS).map(findingArticle),
    hidden > 0 ? html`<p>${count(hidden, "more finding")}, the least severe, stand in the JSON reports.</p>` : "",
  ];
  return { id: "findings", title: "Findings", html: section({ id: "findings", title: "Findings", lead: "What is open, worst first. Values are never shown: at most a public prefix, or a card's first six and last four digits.", body }) };
}

function findingArticle(group: FindingGroup): Html {
  const rest = group.findings.length - MAX_PLACES;
  return html`
<article class="finding">
<h3>${badge(group.severity)}<span>${show(group.title, 160)}</span><code class="soft">${show(group.ruleId, 60)}</code></h3>
<p>${show(group.remediation, 600)}</p>
${placeList(group.findings.slice(0, MAX_PLACES).map((finding) => ({ place: viewPlace(finding.location), notes: findingNotes(finding) })))}
${rest > 0 ? html`<p>and ${count(rest, "more place")} in the JSON report</p>` : ""}
${group.controls.length === 0 ? "" : html`<p class="soft">PCI DSS v4.0.1: ${group.controls.slice(0, 20).map((control) => show(control, 40)).join(", ")}</p>`}
</article>`;
}

function findingNotes(finding: Finding): [string, Piece][] {
  return [
    ...shows(finding).map((line): [string, Piece] => ["shown as", line]),
    ...expiredWaiver(finding).map((line): [string, Piece] => ["waiver", line]),
    ["id", html`<code>${show(finding.fingerprint, 64)}</code>`],
  ];
}

/** Places as a list: unlike a table it stays readable on a narrow screen. */
export function placeList(entries: readonly { readonly place: PlaceView; readonly notes: readonly (readonly [string, Piece])[] }[]): Html {
  return html`<ul class="places">${entries.map(({ place, notes }) => html`
<li><code class="spot">${place.spot}</code><dl>${[...place.context.map(({ label, value }) => [label, value] as const), ...notes].map(([label, value]) => html`<dt>${label}</dt><dd>${value}</dd>`)}</dl></li>`)}
</ul>`;
}
