import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { toText } from "../index.ts";
import { hostileReport, hostileText } from "../testing/hostile.ts";
import { everySpot, fabricateFinding, fabricateGap, fabricateReport, imageSpot, redReport } from "../testing/reports.ts";
import { columns, wrap } from "./layout.ts";

// A digest is never broken, so that it can be copied.
const DIGEST_LINE = 73;
const plain = { color: false, width: 80 };
const lines = (text: string): string[] => text.split("\n");

describe("toText", () => {
  it("starts with the verdict and ends with what to do", () => {
    const text = toText(redReport(), plain);
    expect(lines(text)[0]).toBe("✗ FAIL  image-secret-audit");
    expect(text).toContain("9 findings are open at or above medium (3 critical, 3 high, 3 medium).");
    expect(text.slice(text.indexOf("\nNext"))).toContain("pci-pipeline waive ID");
    expect(text.endsWith("\n")).toBe(true);
  });
  it("puts the worst first", () => {
    const headings = lines(toText(redReport(), plain)).filter((line) => /^[◆▲●○] /.test(line)).map((line) => line.split(" ")[1]);
    expect(headings).toEqual(["CRITICAL", "HIGH", "HIGH", "MEDIUM", "MEDIUM", "MEDIUM"]);
  });
  it("says where, in which layer and by which build step, inside what, in which state and under which encodings", () => {
    const text = toText(redReport(), plain);
    for (const part of ["app/.env:12", "COPY . /app", "secrets.tgz › config/production.json:3", "deleted by a later layer, still in the image", "under base64, then gzip", "confirmed by its Luhn digit", "411111…1111"]) expect(text).toContain(part);
    expect(text).toContain(".github/workflows/ci.yml:release →");
  });
  it("says what was not examined, what is accepted, what the detectors proved", () => {
    const text = toText(redReport(), plain);
    for (const part of ["encrypted: data is encrypted", "482 kB not", "1 finding waived, the first until 2027-01-31", "1 finding below the threshold", "ended 2026-10-01", "All 12 planted canaries found."]) expect(text).toContain(part);
  });
  it("has words for every kind of place", () => {
    for (const spot of everySpot) expect(toText(fabricateReport({ findings: [fabricateFinding("high", spot)] }), plain)).toContain("path" in spot && spot.kind === "image" ? "app/.env" : "file" in spot ? spot.file : "");
  });
  it("never takes an empty run for a pass", () => {
    const text = toText(fabricateReport({ counts: [], gaps: [fabricateGap("nothing-examined", imageSpot())] }), plain);
    expect(lines(text)[0]).toContain("? INCONCLUSIVE");
    expect(text).toContain("Nothing was examined.");
  });
  it("lists ten places of a rule and counts the rest", () => {
    const findings = Array.from({ length: 1200 }, (_, at) => fabricateFinding("high", imageSpot({ path: `f${at}` })));
    expect(toText(fabricateReport({ findings }), plain)).toContain("and 1,190 more places; --format json lists them all");
  });
  it("holds escape sequences only with colour, and then only of styles", () => {
    const colored = toText(redReport(), { color: true, width: 80 });
    expect(colored).toContain("\x1b[31m");
    expect(colored.replace(/\x1b\[\d{1,2}m/g, "")).toBe(toText(redReport(), plain));
  });
  it("keeps hostile names harmless and within the width", () => {
    fc.assert(fc.property(hostileText, fc.integer({ min: 0, max: 300 }), (text, width) => {
      const shown = toText(hostileReport(text), { color: false, width });
      expect(shown).not.toMatch(/[^\n\P{Cc}]|[\p{Cf}\p{Cs}\p{Zl}\p{Zp}]/u);
      for (const line of lines(shown)) expect(columns(line)).toBeLessThanOrEqual(Math.min(Math.max(width, DIGEST_LINE), 80));
    }), { numRuns: 60 });
  });
});

describe("wrap", () => {
  it("breaks long words and counts wide letters twice", () => {
    expect(wrap("aa bbbbbb c", 4)).toEqual(["aa", "bbbb", "bb c"]);
    expect(wrap("設定設定", 4)).toEqual(["設定", "設定"]);
  });
});
