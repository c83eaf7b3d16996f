// The detector beside an evaluator that only runs things; test/slow/isolation-differential.test.ts does the same on many more graphs.
import { describe, expect, it } from "vitest";
import { tryOut, UNIVERSE, type Graph } from "./guards/isolation-brute-force.ts";
import { checkPrecision, checkSoundness } from "./guards/isolation-graphs.ts";

const RUNS = 250;

describe("isolation, differential", () => {
  it("never passes where a run reaches the environment", { timeout: 60_000 }, () => checkSoundness(RUNS));
  it("blames exactly the runs that reach it where everything is known", { timeout: 60_000 }, () => checkPrecision(RUNS));

  it("would notice a missed reach", () => {
    const job = { condition: null, environment: [{ k: "free" as const, name: "vars.target" }], mapping: false, quiet: false, reads: null, grants: null, allSecrets: false, matrix: null, call: null, id: "j0" };
    const graph: Graph = { workflows: [{ id: "w0.yml", events: ["push"], choices: {}, inputs: null, grants: "none", jobs: [job] }], allowed: [] };
    expect(UNIVERSE).toContain("prod");
    expect([...tryOut(graph, ["vars.target"])]).toEqual(["environment"]);
  });
});
