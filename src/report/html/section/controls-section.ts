// PCI DSS controls and what the evidence says about each. The words stop short of a judgement, which is the assessor's.
import { show } from "../../clean.ts";
import { figure } from "../../view/wording.ts";
import { bar } from "../bar.ts";
import { badge, controlStatuses, toneOf } from "../mark.ts";
import { html, section, table, type Html } from "../markup.ts";
import type { EvidencePage, PageControl, Section } from "../evidence-page.ts";

export function controlsSection({ controls }: EvidencePage): Section {
  if (controls.length === 0) return undefined;
  const remains = controls.some((control) => control.remains !== undefined);
  const columns = ["Procedure", "Evidence says", "Why", "Evidence", ...(remains ? ["Left for people"] : [])].map((title) => ({ title }));
  const rows = controls.map((control) => [
    html`${show(control.id, 40)}${control.requirement === control.id ? "" : html`<br><span class="soft">${show(control.requirement, 40)}</span>`}`,
    badge(control.status), show(control.reason, 600),
    html`${control.evidence.slice(0, 20).map((name, at) => html`${at === 0 ? "" : html`<br>`}<code class="whole">${show(name, 80)}</code>`)}`,
    ...(remains ? [show(control.remains ?? "", 600)] : []),
  ]);
  return { id: "controls", title: "Controls", html: section({
    id: "controls", title: "Controls", lead: "Testing procedures of PCI DSS v4.0.1, by number. Whether a control is in place is for the assessor to say.",
    body: [tally(controls), table({ className: "roomy", name: "Controls", columns, rows })],
  }) };
}

function tally(controls: readonly PageControl[]): Html {
  const parts = controlStatuses
    .map((status) => ({ status, many: controls.filter((control) => control.status === status).length }))
    .filter(({ many }) => many > 0);
  // What nothing is known about stays empty in the bar.
  const shares = parts.map(({ status, many }) => ({ share: many / controls.length, tone: status === "not-covered" ? "none" as const : toneOf(status) }));
  return html`${bar(shares)}<p>${parts.map(({ status, many }, at) => html`${at === 0 ? "" : " · "}${figure(many)} ${badge(status)}`)}</p>`;
}
