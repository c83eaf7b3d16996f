// The properties of test/isolation-differential.test.ts on as many graphs as the claim needs.
import { describe, it } from "vitest";
import { checkPrecision, checkSoundness } from "../guards/isolation-graphs.ts";
import { checkScripts } from "../guards/isolation-scripts.ts";

const RUNS = 10_000;

describe("isolation, differential", () => {
  it(`never passes where a run reaches the environment, on ${RUNS} graphs`, () => checkSoundness(RUNS));
  it(`blames exactly the runs that reach it where everything is known, on ${RUNS} graphs`, () => checkPrecision(RUNS));
  it("foresees what a real bash does after a failed check, on 4000 scripts", () => checkScripts(4000));
});
