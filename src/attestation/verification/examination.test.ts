import { readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { composeReport, reportSchema, type Terms } from "../../finding/index.ts";
import { evidenceRuleSet, toExamination } from "./examination.ts";
import { evidenceRules } from "./rule.ts";
import { testVerifier } from "./self-test.ts";
import { makeSpecimen } from "./specimen.ts";
import { verifyEvidence, type EvidenceInputs } from "./verify.ts";

const now = new Date("2026-05-06T07:08:09.000Z");
const specimen = await makeSpecimen(now);
const terms: Terms = { failOn: "critical", waivers: [], baseline: new Set(), now };
const tool = { name: "pci-pipeline", version: "0.0.0", rules: evidenceRuleSet } as const;

async function report(inputs: EvidenceInputs) {
  const selfTest = await testVerifier(now);
  const bundle = { name: "attestation.sigstore.json", bytes: inputs.bundle };
  return composeReport(toExamination({ verification: verifyEvidence(inputs), bundle, selfTest, tool, startedAt: now }), terms);
}

describe("toExamination", () => {
  it("passes evidence that holds, and says which steps were taken", async () => {
    const made = await report(specimen.inputs);
    expect(reportSchema.parse(made)).toEqual(made);
    expect(made.verdict).toBe("pass");
    expect(made.coverage.examined).toMatchObject({ bundles: 1, checks: 20 });
    expect(made.assumptions).toMatchObject([{ id: "signed-time", verified: false }, { id: "source-facts", verified: false }]);
    expect(made.facts["statement"]).toMatchObject({ verdict: "pass", signer: "development" });
  });

  it("fails evidence with a broken statement at every threshold, the finding in its place", async () => {
    const made = await report(await specimen.resign((copy) => { copy.predicate.verdict = "inconclusive"; }));
    expect(made.verdict).toBe("fail");
    expect(made.findings.map((finding) => finding.ruleId)).toContain("evidence-inconsistent");
    expect(made.findings[0]?.location).toMatchObject({ kind: "evidence", file: "attestation.sigstore.json" });
  });

  it("is inconclusive where something cannot be verified", async () => {
    const made = await report({ ...specimen.inputs, image: { name: "x", digest: null, digestKind: null } });
    expect(made.verdict).toBe("inconclusive");
    expect(made.coverage.gaps).toMatchObject([{ reason: "unverifiable", disposition: "open" }]);
  });

  it("shows nothing of a statement whose signature does not hold", async () => {
    const made = await report({ ...specimen.inputs, keys: [] });
    expect(made.verdict).toBe("fail");
    expect(made.facts["statement"]).toBeNull();
    expect(made.outOfScope.map((one) => one.name)).toEqual(["statement"]);
  });
});

describe("evidenceRules", () => {
  it("has a rule of its own for every step", () => {
    const ids = Object.values(evidenceRules).map((rule) => rule.id);
    expect(new Set(ids).size).toBe(ids.length);
    for (const id of ids) expect(id).toMatch(/^evidence(-[a-z]+)+$/);
  });

  it("is documented, rule by rule in the order of the steps", () => {
    const page = readFileSync(new URL("../../../docs/evidence.md", import.meta.url), "utf8");
    expect([...page.matchAll(/^### (evidence-\S+)$/gm)].map(([, id]) => id)).toEqual(Object.values(evidenceRules).map((rule) => rule.id));
  });
});
