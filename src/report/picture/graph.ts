// Makes a workflow graph small enough to look at, and says which part of it breaks the isolation.
import type { Report } from "../../finding/index.ts";
import { nodeStates, type Graph, type GraphEdge, type GraphNode, type NodeState } from "./facts.ts";
import { openFindings } from "../view/order.ts";

export const stateShapes: { readonly [S in NodeState]: string } = { reached: "✗", undecided: "?", allowed: "○", proved: "✓" };
export const stateWords: { readonly [S in NodeState]: string } = {
  reached: "reached", undecided: "undecided", allowed: "allowed", proved: "isolated",
};

export type DrawnNode = GraphNode & { /** How many nodes it stands for. */ readonly members: number };
export type DrawnEdge = GraphEdge & { /** Part of a path that breaks the isolation; waiting for another job (`needs`) opens nothing. */ readonly breaking: boolean; /** The other direction is there too. */ readonly twoWay: boolean };
export type DrawnGraph = { readonly nodes: readonly DrawnNode[]; readonly edges: readonly DrawnEdge[]; readonly leftOut: number };

/** More boxes than this and nobody looks any more. */
const READABLE_NODES = 24;
/** Mermaid and browsers stop at some size; the table beside the picture has every node. */
const MAX_NODES = 120;
const MAX_EDGES = 300;

/** Puts the unsuspicious jobs of each file together where the graph is large; what is reached or undecided stays single. */
export function drawGraph(graph: Graph, report: Report): DrawnGraph {
  const onPath = pathNodes(graph, report);
  const standIns = graph.nodes.length > READABLE_NODES ? groupQuietJobs(graph, onPath) : new Map<string, DrawnNode>();
  const nodes = new Map<string, DrawnNode>();
  for (const node of graph.nodes) {
    const drawn = standIns.get(node.id) ?? { ...node, members: 1 };
    nodes.set(drawn.id, drawn);
  }
  const kept = [...nodes.values()].sort((a, b) => nodeStates.indexOf(a.state) - nodeStates.indexOf(b.state)).slice(0, MAX_NODES);
  const edges = drawEdges(graph, { onPath, standIns, kept: new Set(kept.map((node) => node.id)) });
  const drawnMembers = kept.reduce((sum, node) => sum + node.members, 0);
  return { nodes: kept, edges, leftOut: graph.nodes.length - drawnMembers + graph.omitted };
}

/** Reached nodes, and the jobs that an open finding's call chain names as file:job. */
function pathNodes(graph: Graph, report: Report): Set<string> {
  const chains = new Set(openFindings(report).flatMap(({ location }) => (location.kind === "workflow" ? location.path : [])));
  return new Set(graph.nodes
    .filter((node) => node.state === "reached" || chains.has(node.id) || chains.has(`${node.file ?? ""}:${node.job ?? ""}`))
    .map((node) => node.id));
}

function groupQuietJobs(graph: Graph, onPath: ReadonlySet<string>): Map<string, DrawnNode> {
  const quiet = graph.nodes.filter((node) => node.kind === "job" && node.state !== "undecided" && !onPath.has(node.id));
  const standIns = new Map<string, DrawnNode>();
  for (const [key, members] of Map.groupBy(quiet, (node) => JSON.stringify([node.state, node.file ?? ""]))) {
    const first = members[0];
    if (first === undefined || members.length < 2) continue;
    const standIn = { ...first, id: `group ${key}`, job: null, label: `${members.length} jobs`, members: members.length };
    for (const member of members) standIns.set(member.id, standIn);
  }
  return standIns;
}

type Drawing = { readonly onPath: ReadonlySet<string>; readonly standIns: ReadonlyMap<string, DrawnNode>; readonly kept: ReadonlySet<string> };

function drawEdges(graph: Graph, drawing: Drawing): DrawnEdge[] {
  const edges = new Map<string, DrawnEdge>();
  for (const edge of graph.edges) {
    const from = drawing.standIns.get(edge.from)?.id ?? edge.from;
    const to = drawing.standIns.get(edge.to)?.id ?? edge.to;
    if (from === to || !drawing.kept.has(from) || !drawing.kept.has(to)) continue;
    const opposite = edges.get(JSON.stringify([to, from]));
    if (opposite !== undefined) edges.set(JSON.stringify([to, from]), { ...opposite, twoWay: true });
    else edges.set(JSON.stringify([from, to]), { from, to, kind: edge.kind, breaking: edge.kind !== "needs" && drawing.onPath.has(edge.from) && drawing.onPath.has(edge.to), twoWay: false });
  }
  return [...edges.values()].sort((a, b) => Number(b.breaking) - Number(a.breaking)).slice(0, MAX_EDGES);
}

/** `3 reached, 1 undecided, 46 proved unreachable`. */
export function tallyStates(graph: Graph): string {
  return nodeStates
    .map((state) => ({ state, many: graph.nodes.filter((node) => node.state === state).length }))
    .filter(({ many }) => many > 0)
    .map(({ state, many }) => `${many} ${stateWords[state]}`)
    .join(", ");
}
