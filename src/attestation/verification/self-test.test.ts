import { describe, expect, it } from "vitest";
import { testVerifier } from "./self-test.ts";
import { toStep } from "./step.ts";
import { verifyEvidence } from "./verify.ts";

const now = new Date("2026-05-06T07:08:09.000Z");

describe("testVerifier", () => {
  it("finds our verifier refusing every tampering", async () => {
    expect(await testVerifier(now)).toEqual({ planted: 20, detected: 20, missed: [] });
  });

  it("notices a verifier that accepts everything", async () => {
    const { detected, missed } = await testVerifier(now, () => ({ steps: [], unverifiable: [], notAsked: [] }));
    expect(detected).toBe(1);
    expect(missed).toContain("a flipped bit in the payload");
  });

  it("notices a verifier that refuses everything", async () => {
    const { missed } = await testVerifier(now, () => ({ steps: [toStep("signature", "", [{ detail: "no", pointer: "" }])], unverifiable: [], notAsked: [] }));
    expect(missed).toContain("the untouched specimen");
  });

  it("notices a verifier that forgot a single step", async () => {
    const lax: typeof verifyEvidence = (inputs) => {
      const verification = verifyEvidence(inputs);
      return { ...verification, steps: verification.steps.filter((step) => step.id !== "consistency") };
    };
    expect((await testVerifier(now, lax)).missed).toEqual(["an edited verdict", "an edited control"]);
  });
});
