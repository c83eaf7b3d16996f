// What a rollout cost the service's callers: the count with its bound, the first round as a picture, and what failed how.
import type { Report } from "../../../finding/index.ts";
import { measurementSchema, type Measurement } from "../../../measurement/index.ts";
import { show } from "../../clean.ts";
import { count, figure, shortDigest } from "../../view/wording.ts";
import { shape } from "../mark.ts";
import { html, scroller, section, table, type Html } from "../markup.ts";
import type { EvidencePage, Section } from "../evidence-page.ts";
import { timelinePicture, toneOfVersion } from "../timeline-picture.ts";

const ID = "rollout";
const TITLE = "Requests during the rollout";

export function rolloutSection(input: EvidencePage): Section {
  const body = input.reports.flatMap((report) => rolloutBody(report) ?? []);
  if (body.length === 0) return undefined;
  return { id: ID, title: TITLE, html: section({ id: ID, title: TITLE, lead: "Load ran at a constant rate while pods were replaced. What the client was told, what the pods logged and what took effect behind them was put side by side, request by request.", body }) };
}

function rolloutBody(report: Report): Html | undefined {
  const fact = report.facts["measurement"];
  if (fact === undefined || fact === null) return undefined;
  const measurement = measurementSchema.safeParse(fact).data;
  if (measurement === undefined) return html`<p>${shape("inconclusive")} The measurement has a form that can't be drawn here.</p>`;
  return html`
<p>${shape(measurement.failed + measurement.outside.failed === 0 ? "pass" : "fail")} ${toSentence(measurement)}</p>
${scroller("Requests second by second", timelinePicture(measurement))}
<p class="soft">${measurement.versions.map(({ digest, answers }, index) => html`<span class="${toneOfVersion(index)}">■</span> ${digest === null ? "version unknown" : shortDigest(digest)}, ${count(answers, "answer")} `)}<span class="bad">■</span> failed. Below: each pod from ready to gone, its drain apart.</p>
${laneTable(measurement)}${ledgerNote(measurement)}`;
}

function toSentence({ failed, requests, rounds, outside, bound, scenario }: Measurement): string {
  const bounded = bound.perRequest === null ? "" : ` At 95 % confidence fewer than ${percent(bound.perRequest)} of requests fail, and fewer than ${percent(bound.perRound ?? 1)} of ${count(rounds, "round")} like this one.`;
  return `${figure(failed)} of ${figure(requests)} requests failed during ${show(scenario, 40)}, ${figure(outside.failed)} of ${figure(outside.requests)} before and after.${bounded}`;
}

function percent(share: number): string {
  return `${Number((share * 100).toPrecision(2))} %`;
}

function laneTable({ lanes }: Measurement): Html {
  const names = { fresh: "a connection each", kept: "kept connections" };
  const rows = lanes.map(({ name, requests, failures, latency }) => [
    names[name], figure(requests),
    Object.entries(failures).map(([kind, many]) => `${figure(many)} ${kind}`).join(", ") || "none",
    ...(latency === null ? ["", "", ""] : [latency.p50, latency.p99, latency.max].map((ms) => `${ms} ms`)),
  ]);
  return table({ name: "Requests by kind of connection", columns: [{ title: "Connections" }, { title: "Requests", numeric: true }, { title: "Failed" }, { title: "Median", numeric: true }, { title: "99 %", numeric: true }, { title: "Longest", numeric: true }], rows });
}

function ledgerNote({ ledgers: { service, effects }, repeated }: Measurement): Html {
  const told = [
    service === null ? "the pods' logs were not read" : `the pods logged ${figure(service.entries)} requests and missed ${figure(service.unlogged)}`,
    effects === null ? "no ledger of effects was read" : `${figure(effects.entries)} effects were booked, ${figure(effects.foreign)} of them nobody's`,
  ];
  return html`<p class="soft">Reconciled by request id: ${told.join("; ")}. ${count(repeated, "request")} went out twice under one idempotency key.</p>`;
}
