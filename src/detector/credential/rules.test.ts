// Every rule proves itself: it hits its samples, leaves its near misses alone, and no other rule claims what is its own.
import { Buffer } from "node:buffer";
import { describe, expect, it } from "vitest";
import { createInspector } from "../inspector.ts";
import { createSampler } from "../sampler.ts";
import { credentialRules } from "./rules.generated.ts";

const inspector = createInspector();
const SEEDS = [1, 2, 3, 4, 5];

function inspect(text: string) {
  const bytes = Buffer.from(text, "latin1");
  return inspector.inspect({ kind: "fragment", place: { kind: "log", file: "a.log" }, bytes, start: 0, line: 1, owned: bytes.length });
}

it("has rules for every family that the product promises", () => {
  expect(credentialRules.length).toBeGreaterThanOrEqual(150);
});

describe.each(credentialRules.map((rule) => [rule.id, rule] as const))("%s", (id, rule) => {
  const expand = (templates: readonly string[], kind: string) => SEEDS.flatMap((seed) => templates.map((template) => createSampler(`${kind}:${seed}:${id}`).expand(template)));

  it("alone hits its samples", () => {
    for (const text of expand(rule.samples.hit, "hit")) expect(inspect(text).map((finding) => finding.ruleId)).toEqual([id]);
  });

  it("leaves its near misses alone", () => {
    for (const text of expand(rule.samples.miss, "miss")) expect(inspect(text).filter((finding) => finding.ruleId === id)).toEqual([]);
  });

  it("shows nothing of a value beyond its public prefix", () => {
    for (const text of expand(rule.samples.hit, "preview")) {
      for (const { preview } of inspect(text)) expect(preview).toBe(`${rule.publicPrefix}…`);
    }
  });
});
