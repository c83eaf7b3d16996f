import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { toSarif } from "../index.ts";
import { hostileLocations, hostileReport, hostileText } from "../testing/hostile.ts";
import { everySpot, fabricateFinding, fabricateGap, fabricateReport, imageSpot, redReport } from "../testing/reports.ts";
import { relativeUri, sarifLocation } from "./sarif-location.ts";
import { messageText } from "./sarif-message.ts";

type Text = { text: string };
type SarifPlace = {
  physicalLocation: { artifactLocation: { uri: string; uriBaseId: string }; region?: { startLine?: number; startColumn?: number; byteOffset?: number } };
  logicalLocations?: { name: string; fullyQualifiedName: string; properties?: { state: string } }[];
};
type Result = {
  ruleId: string; ruleIndex: number; level: string; message: Text; locations: SarifPlace[]; codeFlows?: { threadFlows: { locations: { location: SarifPlace & { message: Text } }[] }[] }[];
  partialFingerprints: Record<string, string>; suppressions: { kind: string; justification: string }[]; properties: { disposition: string };
};
type Run = {
  tool: { driver: { rules: { id: string; shortDescription: Text; help: Text & { markdown: string }; properties: Record<string, unknown> }[]; notifications: { id: string }[] } };
  automationDetails: { id: string };
  invocations: { executionSuccessful: boolean; toolExecutionNotifications: { level: string; message: Text; descriptor?: { id: string; index: number } }[] }[];
  results: Result[];
};
const runsOf = (...parameters: Parameters<typeof toSarif>): Run[] => (JSON.parse(toSarif(...parameters)) as { runs: Run[] }).runs;
const runOf = (...parameters: Parameters<typeof toSarif>): Run => runsOf(...parameters)[0] as Run;

describe("toSarif", () => {
  it("has one run for each check, each with a category of its own that is the same in every build", () => {
    expect(runsOf([redReport(), fabricateReport({ check: "log-leak-guard" }), fabricateReport({})]).map((run) => run.automationDetails.id))
      .toEqual(["image-secret-audit/", "log-leak-guard/", "image-secret-audit-2/"]);
  });
  it("describes each rule once, with its fix and a rank for code scanning", () => {
    const { rules } = runOf([redReport()]).tool.driver;
    expect(new Set(rules.map(({ id }) => id)).size).toBe(rules.length);
    const rule = rules.find(({ id }) => id === "stripe-live-key");
    expect(rule?.help.text).toContain("Roll the key in the processor's dashboard");
    expect(rule?.properties).toMatchObject({ "security-severity": "9.5", tags: ["security", "pci-dss", "pci-dss/8.6.2"] });
  });
  it("lists the rules that ran without a finding, and takes the worst severity of a rule", () => {
    const quiet = { id: "quiet", title: "Quiet", severity: "low" as const, controls: [], remediation: "Nothing." };
    const { rules } = runOf([redReport()], [quiet, { ...quiet, id: "stripe-live-key" }]).tool.driver;
    expect(rules.map(({ id, properties }) => [id, properties["security-severity"]])).toEqual(expect.arrayContaining([["quiet", "2.0"], ["stripe-live-key", "9.5"]]));
  });
  it("points each result to its rule", () => {
    const run = runOf([redReport()]);
    expect(run.results).toHaveLength(redReport().findings.length);
    for (const result of run.results) expect(run.tool.driver.rules[result.ruleIndex]?.id).toBe(result.ruleId);
  });
  it("gives every kind of place a relative address", () => {
    expect(everySpot.map((spot) => (sarifLocation(spot) as SarifPlace).physicalLocation)).toEqual([
      { artifactLocation: { uri: "image/file/app/.env", uriBaseId: "IMAGE" }, region: { startLine: 12 } },
      { artifactLocation: { uri: "3_build.txt", uriBaseId: "LOGS" }, region: { startLine: 418 } },
      { artifactLocation: { uri: ".github/workflows/release.yml", uriBaseId: "SRCROOT" }, region: { startLine: 31, startColumn: 5 } },
      { artifactLocation: { uri: "attestation.sigstore.json", uriBaseId: "EVIDENCE" }, region: { startLine: 1 } },
    ]);
  });
  it("names the layer, its build step and the state", () => {
    const place = sarifLocation(imageSpot({ state: "deleted" })) as SarifPlace;
    expect(place.logicalLocations?.[0]).toMatchObject({ name: "layer 2", properties: { state: "deleted", createdBy: "COPY . /app # buildkit" } });
    expect((sarifLocation(imageSpot({ layer: null, part: "env", path: "KEY" })) as SarifPlace).logicalLocations?.[0]?.name).toBe("metadata");
  });
  it("keeps the address of an alert the same when layers move", () => {
    const at = (index: number) => (sarifLocation(imageSpot({ layer: { index, diffId: `sha256:${index}`, createdBy: "" } })) as SarifPlace).physicalLocation;
    expect(at(1)).toEqual(at(7));
  });
  it("shows a call chain as a flow, root first", () => {
    const flow = runOf([redReport()]).results.find(({ codeFlows }) => codeFlows)?.codeFlows?.[0]?.threadFlows[0]?.locations ?? [];
    expect(flow.map(({ location }) => location.physicalLocation.artifactLocation.uri)).toEqual([".github/workflows/ci.yml", ".github/workflows/release.yml", ".github/workflows/release.yml"]);
  });
  it("suppresses what is waived or known, and says by whom", () => {
    const first = fabricateReport({ findings: [fabricateFinding("high", imageSpot())] });
    const known = fabricateReport({ findings: [fabricateFinding("high", imageSpot())], baseline: new Set(first.findings.map(({ fingerprint }) => fingerprint)) });
    expect(runOf([known]).results[0]?.suppressions[0]?.justification).toBe("Known from the baseline report.");
    const waived = runOf([redReport()]).results.filter(({ suppressions }) => suppressions.length > 0);
    expect(waived.map(({ properties, suppressions }) => [properties.disposition, suppressions[0]?.justification])).toEqual([["waived", "Waived by ana@example.com until 2027-01-31: made for the tests, opens nothing"]]);
  });
  it("says that the execution was not successful as long as anything was left unexamined or unproved", () => {
    const successful = (report: Parameters<typeof fabricateReport>[0]): boolean | undefined => runOf([fabricateReport(report)]).invocations[0]?.executionSuccessful;
    expect(successful({})).toBe(true);
    expect(successful({ gaps: [fabricateGap("encrypted", imageSpot())] })).toBe(false);
    expect(successful({ missed: ["pan"] })).toBe(false);
    expect(successful({ gaps: [fabricateGap("encrypted", imageSpot())], waivers: [{ gap: "encrypted", path: "app/.env", owner: "o", reason: "r", until: "2027-01-01" }] })).toBe(true);
  });
  it("notifies of every gap", () => {
    const run = runOf([fabricateReport({ gaps: everySpot.map((spot) => fabricateGap("malformed", spot)) })]);
    const notifications = run.invocations[0]?.toolExecutionNotifications ?? [];
    expect(notifications.map(({ level, descriptor }) => [level, run.tool.driver.notifications[descriptor?.index ?? -1]?.id])).toEqual(everySpot.map(() => ["error", "malformed"]));
  });
  it("keeps within what code scanning takes, and says what is missing", () => {
    const [finding] = redReport().findings;
    if (finding === undefined) throw new Error("the red report has findings");
    const run = runOf([{ ...redReport(), findings: Array.from({ length: 25_010 }, () => finding) }]);
    expect(run.results).toHaveLength(25_000);
    expect(run.invocations[0]?.toolExecutionNotifications.at(-1)?.message.text).toContain("10 more findings");
  }, 30_000);
  it("holds no snippet and no content", () => {
    expect(toSarif([redReport()])).not.toMatch(/"(snippet|contextRegion|contents|rendered|binary)"/);
  });
  it("stays clean, relative and inside its bases, whatever the artefact is called", () => {
    fc.assert(fc.property(hostileText, (text) => {
      expect(toSarif([hostileReport(text)])).not.toMatch(/[^\n\P{C}]/u);
      for (const place of hostileLocations(text)) {
        const { uri } = (sarifLocation(place) as SarifPlace).physicalLocation.artifactLocation;
        expect(new URL(uri, "https://base.example/folder/").href).toMatch(/^https:\/\/base\.example\/folder\/./);
        expect(uri).toMatch(/^[\w.~!*'()%/-]+$/);
      }
    }), { numRuns: 60 });
  });
});

describe("relativeUri", () => {
  it("neither climbs nor jumps", () => {
    expect(["../../etc/passwd", "/etc//passwd", "a b#c?d", "https://x/y", "", "./."].map(relativeUri)).toEqual(["%2E%2E/%2E%2E/etc/passwd", "etc/passwd", "a%20b%23c%3Fd", "https%3A/x/y", "unnamed", "unnamed"]);
  });
});

describe("messageText", () => {
  it("makes neither links nor placeholders", () => {
    expect(messageText("{0} [a](1) \\")).toBe("{{0}} \\[a\\](1) \\\\");
  });
});
