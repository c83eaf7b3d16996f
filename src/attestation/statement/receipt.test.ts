import { describe, expect, it } from "vitest";
import { makeSpecimen } from "../verification/specimen.ts";
import { toReceipt } from "./receipt.ts";

describe("toReceipt", () => {
  it("names verdict, checks, the development key for what it is, and how to verify", async () => {
    const { statement } = await makeSpecimen(new Date("2026-01-02T03:04:05Z"));
    const text = toReceipt(statement, { bundle: "out/a.json", publicKey: "out/evidence.pub" });
    expect(text).toMatch(/verdict pass/);
    expect(text).toMatch(/- isolation-assert: pass, open findings 0, open gaps 0, self-test 1 of 1/);
    expect(text).toMatch(/development key.*not who signed/);
    expect(text).toContain("compliance-verify out/a.json --key out/evidence.pub");
    expect(text).toContain("source commit: not known");
  });

  it("says which check is absent", async () => {
    const { statement } = await makeSpecimen(new Date("2026-01-02T03:04:05Z"));
    statement.predicate.checks[1] = { presence: "absent", check: "log-leak-guard", reason: "no report" };
    expect(toReceipt(statement, { bundle: "a", publicKey: "b" })).toMatch(/- log-leak-guard: absent, no report/);
  });
});
