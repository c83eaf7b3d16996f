import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { fabricateFinding, fabricateReport, imageSpot } from "../testing/reports.ts";
import { nextSteps } from "./next-step.ts";
import { countDispositions, groupFindings, worstVerdict } from "./order.ts";
import { bytes, count, duration, figure, shortDigest, verdictReasons } from "./wording.ts";

describe("figures", () => {
  it("count bytes by thousands", () => {
    expect([0, 999, 1000, 131_917_887, 999_950, 5e15].map(bytes)).toEqual(["0 B", "999 B", "1.0 kB", "132 MB", "1.0 MB", "5,000 TB"]);
  });
  it("group digits and know plurals", () => {
    expect([figure(1234567), count(1, "finding"), count(2300, "gap"), count(2, "planted canary")]).toEqual(["1,234,567", "1 finding", "2,300 gaps", "2 planted canaries"]);
  });
  it("say durations shortly", () => {
    expect([0.04, 9.96, 42.4, 59.6, 185].map(duration)).toEqual(["0.0 s", "10.0 s", "42 s", "1 min 00 s", "3 min 05 s"]);
  });
  it("shorten digests but not words", () => {
    expect([shortDigest(`sha256:${"ab".repeat(32)}`), shortDigest("unknown")]).toEqual(["sha256:abababababab…", "unknown"]);
  });
});

describe("order", () => {
  it("drops no finding while grouping", () => {
    fc.assert(fc.property(fc.array(fc.tuple(fc.constantFrom("critical", "high", "medium", "low"), fc.constantFrom("a", "b", "c")), { maxLength: 40 }), (drafts) => {
      const { findings } = fabricateReport({ findings: drafts.map(([severity, ruleId]) => fabricateFinding(severity as "high", imageSpot(), { ruleId })) });
      expect(groupFindings(findings).flatMap((group) => group.findings).toSorted(byPrint)).toEqual(findings.toSorted(byPrint));
      expect(Object.values(countDispositions(findings)).reduce((sum, many) => sum + many, 0)).toBe(findings.length);
    }), { numRuns: 40 });
  });
  it("lets fail beat inconclusive beat pass, and nothing be inconclusive", () => {
    expect([worstVerdict([]), worstVerdict(["pass"]), worstVerdict(["pass", "inconclusive"]), worstVerdict(["inconclusive", "fail"])]).toEqual(["inconclusive", "pass", "inconclusive", "fail"]);
  });
});

describe("verdictReasons", () => {
  it("always has a reason, and says waived only where something is", () => {
    expect(verdictReasons(fabricateReport({}))).toEqual(["All that was seen was examined, and no finding is open."]);
    expect(verdictReasons(fabricateReport({ missed: ["x"] }))[0]).toContain("11 of 12");
  });
});

const byPrint = (a: { fingerprint: string }, b: { fingerprint: string }): number => (a.fingerprint < b.fingerprint ? -1 : 1);

describe("next steps", () => {
  const red = (check: "image-secret-audit" | "compliance-verify") => nextSteps(fabricateReport({ check, findings: [fabricateFinding("high", imageSpot())] })).join(" ");
  it("name the way to accept a finding of a check, and none at the gate, which takes no waivers", () => {
    expect(red("image-secret-audit")).toContain("pci-pipeline waive ID");
    expect(red("compliance-verify")).not.toContain("pci-pipeline waive");
    expect(red("compliance-verify")).toContain("Don't publish or deploy");
  });
});
