// The isolation graph as Mermaid, which GitHub draws inside Markdown.
import type { Report } from "../../finding/index.ts";
import { show } from "../clean.ts";
import type { Graph, NodeState } from "../picture/facts.ts";
import { drawGraph, stateShapes, stateWords, tallyStates, type DrawnEdge, type DrawnGraph, type DrawnNode } from "../picture/graph.ts";
import { count } from "../view/wording.ts";

/** Both readable on GitHub's light and dark ground; the state stands in each label as a word too. */
const stateStyles: { readonly [S in NodeState]: string } = {
  reached: "stroke:#d1242f,stroke-width:3px", undecided: "stroke:#bf8700,stroke-width:2px,stroke-dasharray:6 4",
  allowed: "stroke:#57606a,stroke-width:2px", proved: "stroke:#57606a,stroke-width:1px",
};

/** A fenced block and a sentence for those who don't see it; jobs of one workflow file share a frame. */
export function toMermaid(graph: Graph, report: Report): string {
  const drawn = drawGraph(graph, report);
  const nodes = interestingNodes(drawn);
  const ids = new Map(nodes.map((node, at) => [node.id, `n${at}`]));
  const lines = [
    "flowchart LR",
    ...nodeLines(nodes, ids),
    ...drawn.edges.map((edge) => `  ${ids.get(edge.from) ?? ""} ${arrow(edge)}|"${label(edge.kind, 30)}"| ${ids.get(edge.to) ?? ""}`),
    ...Object.entries(stateStyles).map(([state, style]) => `  classDef ${state} ${style}`),
  ];
  const hidden = graph.omitted + graph.nodes.length - nodes.reduce((sum, node) => sum + node.members, 0);
  const left = hidden > 0 ? ` ${count(hidden, "more node")} not drawn.` : "";
  return `\`\`\`mermaid\n${lines.join("\n")}\n\`\`\`\n\n${tallyStates(graph)}. Thick arrows lead to what must not be reached.${left}\n`;
}

/** Isolated jobs that no line leads to or from say nothing in a picture, and Mermaid gives them most of its room. */
function interestingNodes({ nodes, edges }: DrawnGraph): readonly DrawnNode[] {
  const linked = new Set(edges.flatMap(({ from, to }) => [from, to]));
  const interesting = nodes.filter((node) => node.state !== "proved" || linked.has(node.id));
  return interesting.length > 0 ? interesting : nodes;
}

function arrow(edge: DrawnEdge): string {
  if (edge.breaking) return "==>";
  return edge.twoWay ? "<-->" : "-->";
}

function nodeLines(drawn: readonly DrawnNode[], ids: ReadonlyMap<string, string>): string[] {
  const isProved = drawn.every(({ state }) => state === "proved" || state === "allowed");
  const frames = Map.groupBy(drawn, (node) => node.file ?? "");
  return [...frames].flatMap(([file, nodes], at) => {
    const lines = nodes.map((node) => `    ${ids.get(node.id) ?? ""}${nodeShape(node)}:::${node.state}`);
    // The cut: what must not be reached has a frame of its own where only allowed jobs get in.
    if (file === "" && isProved) return ["  subgraph cut[\"only allowed jobs get in\"]", ...lines, "  end"];
    return file === "" ? lines : [`  subgraph f${at}["${label(file, 60)}"]`, ...lines, "  end"];
  });
}

function nodeShape(node: DrawnNode): string {
  const text = `${node.kind === "job" ? "" : `${label(node.kind, 20)} `}${label(node.label, 50)}<br/>${stateShapes[node.state]} ${stateWords[node.state]}`;
  return node.kind === "job" ? `["${text}"]` : `(["${text}"])`;
}

/** Letters, digits and a few harmless signs; all else as Mermaid's own character codes, which no grammar of it reads. */
function label(text: string, max: number): string {
  return show(text, max).replace(/[^\p{L}\p{N} ._/…-]/gu, (character) => `#${character.codePointAt(0) ?? 63};`);
}
