import fc from "fast-check";
import { micromark } from "micromark";
import { gfm, gfmHtml } from "micromark-extension-gfm";
import { describe, expect, it } from "vitest";
import { toSummary } from "../index.ts";
import { hostileReport, hostileText } from "../testing/hostile.ts";
import { everySpot, fabricateFinding, fabricateGap, fabricateReport, graphFact, hostileTexts, imageSpot, redReport } from "../testing/reports.ts";

const render = (markdown: string): string => micromark(markdown, { allowDangerousHtml: true, extensions: [gfm()], htmlExtensions: [gfmHtml()] });
const bytes = (text: string): number => new TextEncoder().encode(text).length;
const bigReport = (count: number) => fabricateReport({
  findings: Array.from({ length: count }, (_, at) => fabricateFinding(at % 3 === 0 ? "critical" : "high", imageSpot({ path: `${"dir/".repeat(90)}${at}` }), { ruleId: `rule-${at}`, remediation: "word ".repeat(150) })),
  gaps: Array.from({ length: count }, (_, at) => fabricateGap("malformed", imageSpot({ path: `g${at}` }))),
});

describe("toSummary", () => {
  it("opens with the verdict, then a row for each check", () => {
    const summary = toSummary([redReport(), fabricateReport({ check: "log-leak-guard", name: "run 7" })]);
    expect(summary.split("\n")[0]).toBe("## ✗ pci-pipeline: fail");
    expect(summary).toContain("| ✗ **fail** | image-secret-audit | `registry.example/payments-gateway:1.4.2` | 9 (3 critical, 3 high, 3 medium) | 1 | 1 |");
    expect(summary).toContain("| ✓ **pass** | log-leak-guard | `run 7` | 0 | 0 | 0 |");
  });
  it("puts the worst of all checks first", () => {
    const mild = fabricateReport({ findings: [fabricateFinding("medium", imageSpot())] });
    const severe = fabricateReport({ findings: [fabricateFinding("critical", imageSpot())] });
    const summary = toSummary([mild, severe]);
    expect(summary.indexOf("<b>critical</b>")).toBeLessThan(summary.indexOf("<b>medium</b>"));
  });
  it("says what to do at every kind of place", () => {
    const summary = toSummary([fabricateReport({ findings: everySpot.map((spot) => fabricateFinding("high", spot)) })]);
    for (const part of ["**Fix:** Take it out of the build and rotate it.", "`app/.env:12`", "`3_build.txt:418`", "`.github/workflows/release.yml:31:5`", "`/dsseEnvelope/payload`"]) expect(summary).toContain(part);
  });
  it("never says pass of nothing", () => {
    expect(toSummary([])).toContain("? pci-pipeline: inconclusive");
  });
  it("stays under the limit, keeps the worst and says how many more there are", () => {
    const report = bigReport(1500);
    const whole = toSummary([report], { moreAt: "the artifact compliance-attestation" });
    expect(bytes(whole)).toBeLessThanOrEqual(1_000_000);
    expect(/\*\*[\d,]+ more findings and 1,500 more gaps left out here/.test(whole)).toBe(true);
    expect(whole.includes("All of it stands in the artifact compliance-attestation.")).toBe(true);
    const half = toSummary([report], { maxBytes: 400_000 });
    expect([half.includes("<b>critical</b>"), half.includes("<b>high</b>"), half.includes("Examined by image-secret-audit")]).toEqual([true, false, true]);
  });
  it("keeps any limit that a caller sets, such as that of a comment", () => {
    const report = bigReport(60);
    fc.assert(fc.property(fc.integer({ min: 1_000, max: 80_000 }), (maxBytes) => {
      const summary = toSummary([report, report], { maxBytes });
      expect(bytes(summary)).toBeLessThanOrEqual(maxBytes);
      expect(summary).toContain("## ✗ pci-pipeline: fail");
      expect(summary).toContain("left out here");
    }), { numRuns: 12 });
  });
  it("counts findings and gaps that it leaves out exactly", () => {
    const report = bigReport(60);
    const summary = toSummary([report], { maxBytes: 30_000 });
    const left = Number(/\*\*(\d+) more findings?/.exec(summary)?.[1]);
    expect(left + (summary.match(/<details[^>]*><summary>[◆▲]/g) ?? []).length).toBe(60);
  });
  it("draws the graph readably at 50 jobs, with the way that breaks it", () => {
    const summary = toSummary([fabricateReport({ check: "isolation-assert", facts: { graph: graphFact(50, true) } })]);
    const mermaid = /```mermaid\n([\s\S]*?)```/.exec(summary)?.[1] ?? "";
    expect(mermaid.match(/^ {4}n\d+/gm)?.length).toBeLessThanOrEqual(24);
    expect(mermaid).toMatch(/n\d+ ==>\|"uses"\| n\d+/);
    expect(mermaid).toContain("job-1<br/>✗ reached");
    expect(summary).toContain("4 reached, 2 undecided, 1 allowed, 45 isolated.");
  });
  it("keeps hostile text out of Mermaid's grammar", () => {
    for (const text of hostileTexts) {
      const mermaid = /```mermaid\n([\s\S]*?)```/.exec(toSummary([hostileReport(text)]))?.[1] ?? "";
      for (const line of mermaid.split("\n")) expect(line).toMatch(/^(flowchart LR|  classDef .*|  subgraph f\d+\["[^"]*"\]|  end|    n\d+(\["[^"]*"\]|\(\["[^"]*"\]\)):::\w+|  n\d+ (-->|==>|<-->)\|"[^"]*"\| n\d+|)$/u);
    }
  });
  it("lets no hostile text make images, links, mentions or elements", () => {
    fc.assert(fc.property(hostileText, (text) => {
      const summary = toSummary([hostileReport(text)], { title: text, moreAt: text, maxBytes: 100_000 });
      expect(summary).not.toMatch(/[^\n\P{Cc}]|[\p{Cf}\p{Cs}\p{Zl}\p{Zp}]/u);
      const markup = render(summary);
      const tags = [...markup.matchAll(/<\/?([a-z][a-z0-9]*)/gi)].map((match) => match[1] ?? "");
      expect(tags.filter((tag) => !/^(h2|h3|p|table|thead|tbody|tr|th|td|strong|code|ul|li|details|summary|b|pre)$/.test(tag))).toEqual([]);
      expect(markup.replace(/<code[^>]*>[\s\S]*?<\/code>/g, "")).not.toMatch(/@\w|https?:\/\/|www\./);
      expect((markup.match(/<details/g) ?? []).length).toBe((markup.match(/<\/details>/g) ?? []).length);
    }), { numRuns: 25 });
  });
});
