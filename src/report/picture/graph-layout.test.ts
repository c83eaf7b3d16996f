import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { fabricateReport, graphFact } from "../testing/reports.ts";
import { graphOf, nodeStates, type Graph } from "./facts.ts";
import { BOX, layOut } from "./graph-layout.ts";
import { drawGraph } from "./graph.ts";

const drawn = (jobs: number, broken: boolean) => {
  const report = fabricateReport({ facts: { graph: graphFact(jobs, broken) } });
  const graph = graphOf(report);
  if (graph === undefined || graph === "unreadable") throw new Error("the fabricated graph is readable");
  return { graph, picture: drawGraph(graph, report) };
};

const anyGraph: fc.Arbitrary<Graph> = fc.integer({ min: 0, max: 160 }).chain((size) => fc.record({
  nodes: fc.constant(null).chain(() => fc.tuple(...Array.from({ length: size }, (_, at) => fc.record({
    id: fc.constant(`n${at}`), label: fc.constant(`n${at}`), kind: fc.constantFrom("job", "environment"), state: fc.constantFrom(...nodeStates), file: fc.constantFrom("a.yml", "b.yml", null), job: fc.constant(`n${at}`),
  })))),
  omitted: fc.nat(3),
  edges: fc.array(fc.record({ from: fc.nat(size + 1).map((at) => `n${at}`), to: fc.nat(size + 1).map((at) => `n${at}`), kind: fc.constant("calls") }), { maxLength: 80 }),
}));

describe("drawGraph", () => {
  it("leaves a small graph as it is", () => {
    const { graph, picture } = drawn(8, true);
    expect(picture.nodes).toHaveLength(graph.nodes.length);
  });
  it("makes 50 and 200 jobs readable without hiding what is reached or undecided", () => {
    for (const jobs of [50, 200]) {
      const { graph, picture } = drawn(jobs, true);
      expect(picture.nodes.length).toBeLessThanOrEqual(jobs === 50 ? 24 : 80);
      for (const node of graph.nodes.filter(({ state }) => state === "reached" || state === "undecided")) expect(picture.nodes.map(({ id }) => id)).toContain(node.id);
    }
  });
  it("marks the way that breaks the isolation, and none where nothing breaks it", () => {
    expect(drawn(50, true).picture.edges.filter(({ breaking }) => breaking).map(({ kind }) => kind).sort()).toEqual(["calls", "opens", "uses"]);
    expect(drawn(50, false).picture.edges.some(({ breaking }) => breaking)).toBe(false);
  });
  it("accounts for every node, and every edge ends at two drawn ones", () => {
    fc.assert(fc.property(anyGraph, (graph) => {
      const picture = drawGraph(graph, fabricateReport({}));
      expect(picture.nodes.reduce((sum, node) => sum + node.members, 0) + picture.leftOut).toBe(graph.nodes.length + graph.omitted);
      const ids = new Set(picture.nodes.map(({ id }) => id));
      expect(picture.edges.every(({ from, to }) => ids.has(from) && ids.has(to) && from !== to)).toBe(true);
    }), { numRuns: 60 });
  });
  it("takes an unknown state for undecided, never for a good one", () => {
    const graph = graphOf(fabricateReport({ facts: { graph: { nodes: [{ id: "a", label: "a", kind: "job", state: "fine" }], edges: [] } } }));
    expect(graph).toMatchObject({ nodes: [{ state: "undecided" }] });
  });
});

describe("layOut", () => {
  it("overlaps no boxes, stays in its frame, and is the same every time", () => {
    fc.assert(fc.property(anyGraph, (graph) => {
      const picture = drawGraph(graph, fabricateReport({}));
      const layout = layOut(picture);
      expect(layout).toEqual(layOut(picture));
      expect(layout.nodes).toHaveLength(picture.nodes.length);
      const spots = layout.nodes.map(({ x, y }) => `${x} ${y}`);
      expect(new Set(spots).size).toBe(spots.length);
      for (const { x, y } of layout.nodes) expect(x >= 0 && y >= 0 && x + BOX.width <= layout.width && y + BOX.height <= layout.height).toBe(true);
    }), { numRuns: 60 });
  });
  it("runs from left to right where there is no cycle", () => {
    const { picture } = drawn(8, true);
    expect(layOut(picture).edges.every(({ forward }) => forward)).toBe(true);
  });
  it("puts what must not be reached last, and cuts it off where everything is proved", () => {
    const node = (id: string, kind: string, state: string) => ({ id, label: id, kind, state, file: `${id}.yml`, job: id });
    const facts = (state: string) => ({ nodes: [node("a", "job", state), node("b", "job", "proved"), node("d", "job", "allowed"), node("e", "environment", "allowed"), node("i", "identity", "allowed")], edges: ([["a", "b"], ["d", "e"], ["d", "i"]] as const).map(([from, to]) => ({ from, to, kind: "calls" })) });
    const laid = (state: string) => {
      const report = fabricateReport({ facts: { graph: facts(state) } });
      const graph = graphOf(report);
      if (graph === undefined || graph === "unreadable") throw new Error("the graph is readable");
      return layOut(drawGraph(graph, report));
    };
    const proved = laid("proved");
    const x = (id: string) => proved.nodes.find((one) => one.id === id)?.x ?? -1;
    expect(x("e")).toBe(x("i"));
    expect(Math.max(x("a"), x("b"), x("d")) + BOX.width).toBeLessThan(proved.cut?.x ?? 0);
    expect(x("e")).toBeGreaterThan(proved.cut?.x ?? Infinity);
    expect(laid("undecided").cut).toBeUndefined();
  });
});
