// The rollout as its clients met it: the timeline of requests, and the same as a table.
import { show } from "../../clean.ts";
import { html, scroller, section, table } from "../markup.ts";
import type { EvidencePage, Section } from "../evidence-page.ts";

export function rolloutSection({ rollout }: EvidencePage): Section {
  if (rollout === undefined) return undefined;
  const [titles = [], ...rows] = rollout.rows;
  const body = [
    scroller("Timeline of requests", rollout.picture),
    rows.length === 0 ? "" : html`<details><summary>The timeline as a table</summary>${table({ name: "Requests during the rollout", columns: titles.map((title) => ({ title: show(title, 60) })), rows: rows.map((row) => row.map((cell) => show(cell, 120))) })}</details>`,
  ];
  return { id: "rollout", title: "The rollout", html: section({ id: "rollout", title: "The rollout, as requests met it", lead: show(rollout.lead, 400), body }) };
}
