// Places the boxes of a graph in columns from left to right, callers before callees. Deterministic, without a library:
// the graphs are small after drawGraph, and a layout library would be larger than this product's doors.
import type { DrawnEdge, DrawnGraph, DrawnNode } from "./graph.ts";

export type PlacedNode = DrawnNode & { readonly x: number; readonly y: number };
export type PlacedEdge = DrawnEdge & { readonly x1: number; readonly y1: number; readonly x2: number; readonly y2: number; readonly forward: boolean };
/** `cut` is where a line parts what must not be reached from everything else; undefined where something crosses it that may not. */
export type Layout = { readonly width: number; readonly height: number; readonly cut: { readonly x: number; readonly height: number } | undefined; readonly nodes: readonly PlacedNode[]; readonly edges: readonly PlacedEdge[] };

export const BOX = { width: 200, height: 46 };
const COLUMN_GAP = 56;
const ROW_GAP = 14;
const MARGIN = 4;
/** Passes of reordering; more change little in graphs of this size. */
const SWEEPS = 4;
/** Boxes that nothing leads to or from stand below the others, at least as many beside each other. */
const LOOSE_COLUMNS = 4;
const LOOSE_GAP = 26;

export function layOut(graph: DrawnGraph): Layout {
  const linked = new Set(graph.edges.flatMap((edge) => [edge.from, edge.to]));
  const columns = orderColumns(assignColumns(graph, linked), graph.edges);
  const placed = new Map<string, PlacedNode>();
  columns.forEach((column, at) => column.forEach((node, row) => placed.set(node.id, { ...node, x: columnX(at), y: rowY(row) })));
  const tallest = Math.max(0, ...columns.map((column) => column.length));
  const loose = graph.nodes.filter(({ id }) => !linked.has(id));
  const across = Math.max(columns.length, LOOSE_COLUMNS);
  const below = tallest === 0 ? 0 : rowY(tallest) - ROW_GAP + LOOSE_GAP - MARGIN;
  loose.forEach((node, at) => placed.set(node.id, { ...node, x: columnX(at % across), y: below + rowY(Math.floor(at / across)) }));
  const nodes = [...placed.values()];
  const goals = columns.at(-1)?.every(isGoal) && columns.length > 1;
  return {
    cut: goals && isProved(graph) ? { x: columnX(columns.length - 1) - COLUMN_GAP / 2, height: rowY(tallest) - ROW_GAP + MARGIN } : undefined,
    width: Math.max(0, ...nodes.map(({ x }) => x)) + BOX.width + MARGIN,
    height: Math.max(0, ...nodes.map(({ y }) => y)) + BOX.height + MARGIN,
    nodes, edges: graph.edges.flatMap((edge) => placeEdge(edge, placed)),
  };
}

/** What must not be reached stands at the end, and no line runs behind it. */
function isGoal(node: DrawnNode): boolean {
  return node.kind !== "job";
}

function isProved(graph: DrawnGraph): boolean {
  return graph.leftOut === 0 && graph.nodes.every(({ state }) => state === "proved" || state === "allowed");
}

function columnX(at: number): number {
  return MARGIN + at * (BOX.width + COLUMN_GAP);
}

function rowY(at: number): number {
  return MARGIN + at * (BOX.height + ROW_GAP);
}

/** Longest way from a start decides the column; edges that close a cycle are left out of the count. */
function assignColumns(graph: DrawnGraph, linked: ReadonlySet<string>): DrawnNode[][] {
  const ranks = rankNodes(graph);
  const columns = Map.groupBy(graph.nodes.filter(({ id }) => linked.has(id)), ({ id }) => ranks.get(id) ?? 0);
  return [...columns].sort(([a], [b]) => a - b).map(([, column]) => column);
}

function rankNodes(graph: DrawnGraph): Map<string, number> {
  const followers = Map.groupBy(graph.edges, (edge) => edge.from);
  const order = sortTopologically(graph, followers);
  const position = new Map(order.map((id, at) => [id, at]));
  const onward = (id: string) => (followers.get(id) ?? []).filter(({ to }) => (position.get(to) ?? 0) > (position.get(id) ?? 0));
  const ranks = new Map(order.map((id) => [id, 0]));
  for (const id of order) for (const { to } of onward(id)) ranks.set(to, Math.max(ranks.get(to) ?? 0, (ranks.get(id) ?? 0) + 1));
  const called = new Set(graph.edges.map((edge) => edge.to));
  const last = Math.max(-1, ...graph.nodes.filter((node) => !isGoal(node)).map(({ id }) => ranks.get(id) ?? 0)) + 1;
  for (const node of graph.nodes) if (isGoal(node) && onward(node.id).length === 0) ranks.set(node.id, last);
  // What nothing leads to moves next to what it leads to: a short line is easier to follow than a long one.
  for (const id of order.toReversed()) {
    const next = onward(id).map(({ to }) => ranks.get(to) ?? 0);
    if (!called.has(id) && next.length > 0) ranks.set(id, Math.min(...next) - 1);
  }
  return ranks;
}

/** Depth-first, so that in a graph without cycles each node comes before all that follows it. */
function sortTopologically(graph: DrawnGraph, followers: ReadonlyMap<string, readonly DrawnEdge[]>): string[] {
  const visited = new Set<string>();
  const done: string[] = [];
  // As deep as the drawn nodes are many at most, and drawGraph limits those.
  const visit = (id: string): void => {
    if (visited.has(id)) return;
    visited.add(id);
    for (const { to } of followers.get(id) ?? []) visit(to);
    done.push(id);
  };
  for (const node of graph.nodes) visit(node.id);
  return done.reverse();
}

/** Each column by the middle of its neighbours, forwards and backwards in turn, so that lines cross less. */
function orderColumns(columns: readonly DrawnNode[][], edges: readonly DrawnEdge[]): DrawnNode[][] {
  const neighbours = Map.groupBy(edges.flatMap(({ from, to }) => [{ at: from, other: to }, { at: to, other: from }]), ({ at }) => at);
  let current = columns.map((column) => [...column]);
  for (let sweep = 0; sweep < SWEEPS; sweep += 1) {
    const heights = new Map(current.flatMap((column) => column.map((node, row) => [node.id, row - column.length / 2] as const)));
    const weigh = (node: DrawnNode): number => {
      const found = (neighbours.get(node.id) ?? []).map(({ other }) => heights.get(other) ?? 0);
      return found.length === 0 ? heights.get(node.id) ?? 0 : found.reduce((sum, height) => sum + height, 0) / found.length;
    };
    current = current.map((column) => column.map((node) => ({ node, weight: weigh(node) })).sort((a, b) => a.weight - b.weight).map(({ node }) => node));
  }
  return current;
}

function placeEdge(edge: DrawnEdge, placed: ReadonlyMap<string, PlacedNode>): PlacedEdge[] {
  const from = placed.get(edge.from);
  const to = placed.get(edge.to);
  if (from === undefined || to === undefined) return [];
  const forward = to.x > from.x;
  return [{
    ...edge, forward, x1: forward ? from.x + BOX.width : from.x + BOX.width / 2, y1: forward ? from.y + BOX.height / 2 : from.y + BOX.height,
    x2: forward ? to.x : to.x + BOX.width / 2, y2: forward ? to.y + BOX.height / 2 : to.y,
  }];
}
