import { describe, expect, it } from "vitest";
import { judgePolicy, policySchema } from "./policy.ts";
import { makeSpecimen } from "../specimen.ts";

const now = new Date("2026-05-06T07:08:09.000Z");
const { statement } = await makeSpecimen(now);
const failing = (rules: object, later = 0) =>
  judgePolicy(statement, policySchema.parse({ schema: "pci-pipeline/policy/v1", ...rules }), new Date(now.getTime() + later))
    .filter((step) => !step.ok).map((step) => step.id);

describe("judgePolicy", () => {
  it.each([
    ["nothing in particular", {}, []],
    ["a status that is there", { controls: { "6.5.3.c": "evidence-supports", "8.6.2.b": "partial" } }, []],
    ["a status that is not", { controls: { "8.6.2.b": "evidence-supports" } }, ["required-controls"]],
    ["a control that the catalogue lacks", { controls: { "1.1.1": "partial" } }, ["required-controls"]],
    ["a control that only people can show", { controls: { "6.5.1.a": "partial" } }, ["required-controls"]],
    ["another kind of signer", { signers: ["key-file"] }, ["accepted-signer"]],
    ["a builder", { builder: "https://example.com/builder" }, ["accepted-origin"]],
    ["a repository", { repository: "o/r" }, ["accepted-origin"]],
    ["a stricter threshold", { failOn: "low" }, ["required-checks"]],
    ["another verdict", { verdicts: ["fail"] }, ["required-checks", "verdict"]],
  ] as const)("with a policy that asks for %s", (_, rules, expected) => expect(failing(rules)).toEqual(expected));

  it("holds the age against the hours allowed", () => {
    expect(failing({ maxAgeHours: 2 }, 7_199_000)).toEqual([]);
    expect(failing({ maxAgeHours: 2 }, 7_201_000)).toEqual(["age"]);
  });

  it("refuses policies that it does not understand", () => {
    expect(policySchema.safeParse({ schema: "pci-pipeline/policy/v1", maxAge: 3 }).success).toBe(false);
    expect(policySchema.safeParse({ schema: "pci-pipeline/policy/v1", controls: { "6.5.3.c": "compliant" } }).success).toBe(false);
    expect(policySchema.safeParse({ verdicts: ["pass"] }).success).toBe(false);
  });
});
