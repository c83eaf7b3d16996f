import { Buffer } from "node:buffer";
import { describe, expect, it } from "vitest";
import { createInspector } from "./inspector.ts";
import { ruleSamples } from "./rule-samples.ts";

describe("ruleSamples", () => {
  const inspector = createInspector();

  it("gives a value for each rule that text can carry, which that rule finds", () => {
    const samples = ruleSamples("seed");
    expect(samples.length).toBeGreaterThanOrEqual(inspector.rules.length - 3);
    for (const { ruleId, text } of samples) {
      const bytes = Buffer.from(text);
      const found = inspector.inspect({ kind: "fragment", place: { kind: "log", file: "a" }, bytes, start: 0, line: 1, owned: bytes.length });
      expect(found.map((finding) => finding.ruleId)).toContain(ruleId);
    }
  });

  it("gives the same values for the same seed, other ones for another", () => {
    expect(ruleSamples("a")).toEqual(ruleSamples("a"));
    expect(ruleSamples("a").map((sample) => sample.text)).not.toContain(ruleSamples("b")[0]?.text);
  });
});
