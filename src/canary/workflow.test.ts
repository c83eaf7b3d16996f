// Every planted way in is found by the check's own path, and a check that sees nothing is caught.
import { describe, expect, it } from "vitest";
import { assertIsolation, isolationRules } from "../detector/isolation/index.ts";
import { readWorkflows } from "../reader/workflow/index.ts";
import { proveDetection, workflowCanary } from "./index.ts";

const examine = async ({ files, question }: ReturnType<typeof workflowCanary>["input"]) => assertIsolation(readWorkflows(files), question);

describe("workflow canary", () => {
  it("is found in full", async () => {
    const proof = await proveDetection(workflowCanary(), examine);
    expect(proof.missed).toEqual([]);
    expect(proof.planted).toBeGreaterThan(12);
  });

  it("shows what goes unnoticed", async () => {
    const blind = async (input: ReturnType<typeof workflowCanary>["input"]) => ({ findings: (await examine(input)).findings.filter((finding) => finding.ruleId !== "environment-reached") });
    expect((await proveDetection(workflowCanary(), blind)).missed).toEqual(["direct", "as a mapping", "expression", "matrix", "call", "call of a call"]);
  });

  it("plants something for nearly every rule", async () => {
    const { findings } = await examine(workflowCanary().input);
    const unseen = Object.keys(isolationRules).filter((rule) => !findings.some((finding) => finding.ruleId === rule));
    expect(unseen).toEqual(["untrusted-cache-flow"]);
  });
});
