import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { annotationLevels, toAnnotations } from "./index.ts";
import { hostileReport, hostileText } from "./testing/hostile.ts";
import { everySpot, fabricateFinding, fabricateGap, fabricateReport, imageSpot, redReport, workflowSpot } from "./testing/reports.ts";

const many = (count: number) => Array.from({ length: count }, (_, at) => imageSpot({ path: `file-${at}` }));

describe("toAnnotations", () => {
  it("keeps ten of each level and says how many more there are", () => {
    const findings = (["high", "critical", "medium", "low"] as const).flatMap((severity) => many(30).map((spot) => fabricateFinding(severity, spot)));
    const annotations = toAnnotations(fabricateReport({ findings, gaps: many(5).map((spot) => fabricateGap("encrypted", spot)) }));
    for (const level of annotationLevels) expect(annotations.filter((entry) => entry.level === level).length).toBeLessThanOrEqual(10);
    const errors = annotations.filter((entry) => entry.level === "error");
    expect(errors[0]?.title).toContain("critical");
    expect(errors[9]?.title).toBe("51 more problems");
  });
  it("has no last line about more where ten are all", () => {
    const annotations = toAnnotations(fabricateReport({ findings: many(10).map((spot) => fabricateFinding("high", spot)) }));
    expect(annotations.map((entry) => entry.title).filter((title) => title.includes("more"))).toEqual([]);
    expect(annotations).toHaveLength(10);
  });
  it("points into the repository only where the place is a file of it", () => {
    const annotations = toAnnotations(fabricateReport({ findings: everySpot.map((spot) => fabricateFinding("high", spot)) }));
    expect(annotations.map((entry) => [entry.file, entry.line, entry.column]).filter(([file]) => file !== undefined))
      .toEqual([[".github/workflows/release.yml", 31, 5]]);
    expect(toAnnotations(fabricateReport({ gaps: [fabricateGap("invalid-workflow", workflowSpot())] }))[0]?.file).toBe(".github/workflows/release.yml");
  });
  it("leaves out what is waived, known or below the threshold", () => {
    expect(toAnnotations(redReport()).some((entry) => entry.message.includes("app/test/key.pem") || entry.message.includes("README"))).toBe(false);
  });
  it("reports a failed self-test first", () => {
    expect(toAnnotations(fabricateReport({ missed: ["pan in layer"] }))[0]).toMatchObject({ level: "error", title: "The self-test failed" });
  });
  it("is one clean line each, whatever the artefact is called", () => {
    fc.assert(fc.property(hostileText, (text) => {
      for (const { title, message, file } of toAnnotations(hostileReport(text))) expect(title + message + (file ?? "")).not.toMatch(/[\p{Cc}\p{Cf}\p{Cs}\p{Zl}\p{Zp}]/u);
    }), { numRuns: 50 });
  });
});
