// The top of the page and the course of the run.
import { show } from "../../clean.ts";
import { countSeverities, openFindings, openGaps, worstVerdict } from "../../view/order.ts";
import { count, duration, figure, plural, provedItself, severityTally } from "../../view/wording.ts";
import { bar } from "../bar.ts";
import { badge, shape, toneOf } from "../mark.ts";
import { html, section, table, type Html, type Piece } from "../markup.ts";
import type { EvidencePage, PageStage, Section } from "../evidence-page.ts";

/** The worst of reports and stages: a stage that failed without a report counts as well. */
function pageVerdict(input: EvidencePage) {
  const stages = (input.run?.stages ?? []).flatMap(({ verdict }) => (verdict === "not-run" ? [] : [verdict]));
  const reports = input.reports.map(({ verdict }) => verdict);
  return reports.length === 0 && !stages.includes("fail") ? "inconclusive" : worstVerdict([...reports, ...stages]);
}

export function headSection(input: EvidencePage): Html {
  const verdict = pageVerdict(input);
  const tool = input.reports[0]?.tool;
  return html`<header>
<p class="kicker">Evidence report${tool === undefined ? "" : ` · pci-pipeline ${show(tool.version, 40)}`}</p>
<h1>${show(input.title, 160)}</h1>
<div class="verdict ${toneOf(verdict)}">${shape(verdict, 40)}<div><p class="word">${verdict.slice(0, 1).toUpperCase() + verdict.slice(1)}</p><ul>${headLines(input).map((line) => html`<li>${line}</li>`)}</ul></div></div>
<dl class="facts">${headFacts(input).map(([name, value]) => html`<dt>${name}</dt><dd>${value}</dd>`)}</dl>
<p class="caution"><strong>This page can't vouch for itself.</strong> Anybody can write a page like it. What counts is the signed statement, checked with a tool and a key that you have from elsewhere: see <a href="#verify">how to verify</a>. Evidence is neither an AOC nor a ROC.</p>
</header>`;
}

function headLines(input: EvidencePage): string[] {
  if (input.reports.length === 0) return ["No check has reported: nothing is known."];
  const findings = input.reports.flatMap(openFindings);
  const gaps = input.reports.flatMap(openGaps).length;
  const failed = (input.run?.stages ?? []).filter(({ verdict }) => verdict === "fail" || verdict === "inconclusive");
  const unproved = input.reports.filter((report) => !provedItself(report));
  const tally = countSeverities(findings).map((entry) => `${figure(entry.count)} ${entry.severity}`).join(", ");
  return [
    findings.length === 0 ? "No finding is open." : `${count(findings.length, "finding")} ${plural(findings.length, "is")} open: ${tally}.`,
    gaps === 0 ? "All that was seen was examined, or is waived." : `${count(gaps, "gap")}: not all that was seen could be examined.`,
    ...(unproved.length === 0 ? [] : [`Self-test failed: ${[...new Set(unproved.map(({ check }) => check))].join(", ")}.`]),
    ...(failed.length === 0 ? [] : [`Not passed: ${[...new Set(failed.map(({ name }) => show(name, 60)))].join(", ")}.`]),
  ];
}

function headFacts(input: EvidencePage): [string, Piece][] {
  const { statement, signer } = input;
  const subject = input.reports[0]?.subject;
  const ended = input.reports.map(({ finishedAt }) => finishedAt).sort().at(-1);
  const name = statement?.subject.name ?? subject?.name;
  const digest = statement?.subject.sha256 ?? subject?.digest?.sha256;
  const facts: [string, Piece][] = [];
  if (name !== undefined) facts.push(["Subject", html`<code>${show(name)}</code>`]);
  if (digest !== undefined) facts.push(["Digest", html`<code>sha256:${show(digest, 80)}</code>`]);
  if (ended !== undefined) facts.push(["Examined until", html`<time datetime="${ended}">${ended.slice(0, 16).replace("T", " ")} UTC</time>`]);
  facts.push(["Signed by", signer === null ? "nobody" : signer.kind === "development" ? "a development key: shows that nothing changed since, not who signed" : show(signer.kind, 60)]);
  return facts;
}

export function runSection(input: EvidencePage): Section {
  const stages = input.run?.stages ?? [];
  if (stages.length === 0 && input.reports.length === 0) return undefined;
  const body = [stages.length === 0 ? "" : stageTable(stages), input.reports.length === 0 ? "" : checkTable(input)];
  return { id: "run", title: "The run", html: section({ id: "run", title: "The run", lead: runLead(stages), body }) };
}

function runLead(stages: readonly PageStage[]): string {
  if (stages.length === 0) return "What each check came to.";
  const total = stages.reduce((sum, stage) => sum + (stage.seconds ?? 0), 0);
  const skipped = stages.filter(({ verdict }) => verdict === "not-run").length;
  return `${count(stages.length - skipped, "stage")} in ${duration(total)}${skipped === 0 ? "" : `, ${skipped} not run`}.`;
}

function stageTable(stages: readonly PageStage[]): Html {
  const total = Math.max(0.001, stages.reduce((sum, stage) => sum + (stage.seconds ?? 0), 0));
  let before = 0;
  const rows = stages.map((stage) => {
    const share = (stage.seconds ?? 0) / total;
    const drawn = bar([{ share: before, tone: "none" }, { share, tone: stage.verdict === "pass" ? "mute" : toneOf(stage.verdict) }]);
    before += share;
    return [show(stage.name, 60), badge(stage.verdict), drawn, stage.seconds === null ? "" : duration(stage.seconds), show(stage.note)];
  });
  return table({ className: "stages", name: "Stages", columns: [{ title: "Stage" }, { title: "Verdict" }, { title: "Course" }, { title: "Time", numeric: true }, { title: "Note" }], rows });
}

function checkTable(input: EvidencePage): Html {
  const rows = input.reports.map((report) => [
    report.check, badge(report.verdict), html`<code>${show(report.subject.name, 80)}</code>`,
    openFindings(report).length === 0 ? "0" : severityTally(report), openGaps(report).length, `${report.selfTest.detected} of ${report.selfTest.planted}`,
  ]);
  return html`<h3>Checks</h3>${table({ name: "Checks", columns: [
    { title: "Check" }, { title: "Verdict" }, { title: "Subject" }, { title: "Open findings" }, { title: "Open gaps", numeric: true }, { title: "Canaries found", numeric: true },
  ], rows })}`;
}
