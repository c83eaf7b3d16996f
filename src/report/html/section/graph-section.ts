// The isolation graph as a picture, and the same as a table for those who don't see it or want every job.
import type { Report } from "../../../finding/index.ts";
import { show } from "../../clean.ts";
import { graphOf, nodeStates, type Graph } from "../../picture/facts.ts";
import { BOX, layOut, type PlacedEdge, type PlacedNode } from "../../picture/graph-layout.ts";
import { drawGraph, tallyStates } from "../../picture/graph.ts";
import { count } from "../../view/wording.ts";
import { round } from "../bar.ts";
import { badge, shape, shapeAt, toneOf, wordOf } from "../mark.ts";
import { html, scroller, section, table, type Html } from "../markup.ts";
import type { EvidencePage, Section } from "../evidence-page.ts";

/** Rows of the table; a repository beyond that reads the JSON report. */
const MAX_ROWS = 500;
const ARROW = 7;

export function graphSections(input: EvidencePage): Section[] {
  const drawn = input.reports.flatMap((report) => {
    const graph = graphOf(report);
    return graph === undefined ? [] : [{ report, graph }];
  });
  return drawn.map(({ report, graph }, at) => {
    const id = at === 0 ? "isolation" : `isolation-${at + 1}`;
    const title = drawn.length === 1 ? "Isolation" : `Isolation of ${show(report.subject.name, 60)}`;
    return { id, title, html: section({ id, title, ...graphBody(graph, report) }) };
  });
}

function graphBody(graph: Graph | "unreadable", report: Report): { lead: string; body: Html } {
  if (graph === "unreadable") return { lead: "", body: html`<p>${shape("inconclusive")} The graph of <code>${show(report.subject.name)}</code> has a form that can't be drawn here.</p>` };
  return {
    lead: `Which job can reach what: ${tallyStates(graph)}. Thick lines are a way to what must not be reached; jobs that nothing is to be said about stand together.`,
    body: html`${graphPicture(graph, report)}${graphTable(graph)}`,
  };
}

function graphPicture(graph: Graph, report: Report): Html {
  const drawn = drawGraph(graph, report);
  const layout = layOut(drawn);
  const ways = layout.edges.filter((edge) => edge.breaking).map((edge) => `${nameOf(layout.nodes, edge.from)} to ${nameOf(layout.nodes, edge.to)}`);
  const picture = html`<svg class="graph" role="img" aria-label="Isolation graph: ${tallyStates(graph)}.${ways.length === 0 ? "" : ` Breaking: ${ways.slice(0, 20).join("; ")}.`} The table below has every node." width="${round(layout.width)}" height="${round(layout.height)}" viewBox="0 0 ${round(layout.width)} ${round(layout.height)}">
${layout.cut === undefined ? "" : html`<path class="cut" d="M${round(layout.cut.x)} 0V${round(layout.cut.height)}"><title>the cut: only allowed jobs cross it</title></path>`}
${layout.edges.toSorted((a, b) => Number(a.breaking) - Number(b.breaking)).map(edgePath)}
${layout.nodes.map(nodeBox)}
</svg>`;
  return html`${scroller("Isolation graph", picture)}${drawn.leftOut > 0 ? html`<p>${count(drawn.leftOut, "node")} not drawn; the table has those that the report lists.</p>` : ""}`;
}

function nameOf(nodes: readonly PlacedNode[], id: string): string {
  return show(nodes.find((node) => node.id === id)?.label ?? id, 60);
}

function edgePath(edge: PlacedEdge): Html {
  const { x1, y1, x2, y2, forward } = edge;
  const bend = forward ? Math.max(24, (x2 - x1) / 2) : 30;
  const curve = forward ? `C${round(x1 + bend)} ${round(y1)} ${round(x2 - bend)} ${round(y2)} ${round(x2 - ARROW)} ${round(y2)}`
    : `C${round(x1)} ${round(y1 + bend)} ${round(x2)} ${round(y2 - bend)} ${round(x2)} ${round(y2 - ARROW)}`;
  const tip = forward ? `M${round(x2)} ${round(y2)}l${-ARROW} -4v8z` : `M${round(x2)} ${round(y2)}l-4 ${-ARROW}h8z`;
  const back = edge.twoWay && forward ? html`<path class="tip" d="M${round(x1)} ${round(y1)}l${ARROW} -4v8z"/>` : "";
  const className = edge.breaking ? " breaking" : "";
  return html`<path class="edge${className}" d="M${round(x1)} ${round(y1)}${curve}"><title>${show(edge.kind, 60)}</title></path><path class="tip${className}" d="${tip}"/>${back}`;
}

function nodeBox(node: PlacedNode): Html {
  const round8 = node.kind === "job" ? 3 : BOX.height / 2;
  const below = [node.kind === "job" ? fileName(node.file) : show(node.kind, 14), wordOf(node.state)].filter((part) => part !== "").join(" · ");
  return html`<g><title>${show(node.label)}${node.file ? ` in ${show(node.file)}` : ""}: ${wordOf(node.state)}</title>
<rect class="box ${toneOf(node.state)}" x="${round(node.x)}" y="${round(node.y)}" width="${BOX.width}" height="${BOX.height}" rx="${round8}"/>
${shapeAt(node.state, { x: round(node.x) + 14, y: round(node.y) + 15, size: 16 })}
<text x="${round(node.x) + 40}" y="${round(node.y) + 20}">${show(node.label, 22)}</text>
<text class="small" x="${round(node.x) + 40}" y="${round(node.y) + 36}">${show(below, 29)}</text></g>`;
}

function fileName(file: string | null | undefined): string {
  return file === null || file === undefined ? "" : show(file.slice(file.lastIndexOf("/") + 1), 18);
}

function graphTable(graph: Graph): Html {
  const sorted = graph.nodes.toSorted((a, b) => nodeStates.indexOf(a.state) - nodeStates.indexOf(b.state));
  const rows = sorted.slice(0, MAX_ROWS).map((node) => [show(node.label, 100), show(node.kind, 40), badge(node.state), html`<code>${show(node.file ?? "")}</code>`]);
  return html`<details><summary>All ${count(graph.nodes.length, "node")} as a table</summary>
${table({ name: "Nodes of the isolation graph", columns: [{ title: "Name" }, { title: "Kind" }, { title: "State" }, { title: "File" }], rows })}
${sorted.length > MAX_ROWS ? html`<p>and ${count(sorted.length - MAX_ROWS, "more node")} in the JSON report</p>` : ""}${graph.omitted > 0 ? html`<p>${count(graph.omitted, "more job")} beyond what the report lists</p>` : ""}</details>`;
}
