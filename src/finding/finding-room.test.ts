// Verdicts, bins, fingerprints and previews: the rules that every report stands on.
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import {
  composeReport, disposeFindings, disposeGaps, Fingerprinter, judge, Ledger, previewCardNumber, previewCredential, reaches, redactSpans, reportSchema, severities,
  type FindingDraft, type GapDraft, type Location, type Terms, type Waiver,
} from "./index.ts";

const now = new Date("2026-11-22T12:00:00Z");
const place: Location = { kind: "image", platform: "linux/amd64", layer: null, part: "env", path: "TOKEN", members: [], state: "final" };
const draft: FindingDraft = {
  ruleId: "some-token", title: "Some token", severity: "high", controls: ["8.6.2"], preview: previewCredential("st_"), decoded: [], location: place, remediation: "Rotate it.",
};
const gapDraft: GapDraft = { reason: "encrypted", location: place, detail: "an encrypted archive" };
const terms = (change: Partial<Terms> = {}): Terms => ({ failOn: "medium", waivers: [], baseline: new Set(), now, ...change });
const waiver = (change: Partial<Waiver>): Waiver => ({ owner: "jane", reason: "known", until: "2026-12-31", ...change });
const selfTest = { planted: 3, detected: 3, missed: [] };

describe("judge", () => {
  const evidence = (change: object) => ({ findings: [], coverage: { seen: {}, examined: { files: 1 }, gaps: [] }, selfTest, ...change });
  const [open] = disposeFindings([draft], terms());
  const [gap] = disposeGaps([gapDraft], terms());

  it("passes only a complete examination", () => expect(judge(evidence({}))).toBe("pass"));
  it("is inconclusive when nothing was examined", () => expect(judge(evidence({ coverage: { seen: {}, examined: { files: 0 }, gaps: [] } }))).toBe("inconclusive"));
  it("is inconclusive when a canary was missed", () => expect(judge(evidence({ selfTest: { planted: 3, detected: 2, missed: ["x"] } }))).toBe("inconclusive"));
  it("is inconclusive when no canary was planted", () => expect(judge(evidence({ selfTest: { planted: 0, detected: 0, missed: [] } }))).toBe("inconclusive"));
  it("is inconclusive with an open gap", () => expect(judge(evidence({ coverage: { seen: {}, examined: { files: 1 }, gaps: [gap] } }))).toBe("inconclusive"));
  it("lets fail beat inconclusive", () => expect(judge(evidence({ findings: [open], coverage: { seen: {}, examined: {}, gaps: [gap] } }))).toBe("fail"));
});

describe("dispositions", () => {
  const fingerprint = disposeFindings([draft], terms())[0]!.fingerprint;
  const bin = (change: Partial<Terms>, finding = draft) => disposeFindings([finding], terms(change))[0]!.disposition;

  it("puts a finding below the threshold apart", () => expect(bin({}, { ...draft, severity: "low" })).toBe("below-threshold"));
  it("waives by fingerprint", () => expect(bin({ waivers: [waiver({ fingerprint })] })).toBe("waived"));
  it("waives by rule and path", () => expect(bin({ waivers: [waiver({ rule: "some-token", path: "TOKEN" })] })).toBe("waived"));
  it("leaves another path open", () => expect(bin({ waivers: [waiver({ rule: "some-token", path: "OTHER" })] })).toBe("open"));
  it("leaves another part open", () => expect(bin({ waivers: [waiver({ rule: "some-token", path: "TOKEN", part: "label" })] })).toBe("open"));
  it("holds through the last day and no longer", () => {
    expect(bin({ waivers: [waiver({ fingerprint, until: "2026-11-22" })] })).toBe("waived");
    expect(bin({ waivers: [waiver({ fingerprint, until: "2026-11-21" })] })).toBe("open");
  });
  it("shows the expired waiver of an open finding", () => {
    expect(disposeFindings([draft], terms({ waivers: [waiver({ fingerprint, until: "2026-01-01" })] }))[0]!.waiver?.until).toBe("2026-01-01");
  });
  it("knows the baseline", () => expect(bin({ baseline: new Set([fingerprint]) })).toBe("baseline"));
  it("waives a gap by reason and path, but never that nothing was examined", () => {
    const by = (gap: string) => terms({ waivers: [waiver({ gap, path: "TOKEN" })] });
    expect(disposeGaps([gapDraft], by("encrypted"))[0]!.disposition).toBe("waived");
    expect(disposeGaps([{ ...gapDraft, reason: "nothing-examined" }], by("nothing-examined"))[0]!.disposition).toBe("open");
  });
  it("never drops a finding", () => {
    fc.assert(fc.property(fc.array(fc.constantFrom(...severities)), fc.constantFrom(...severities), (list, failOn) => {
      const bins = disposeFindings(list.map((severity) => ({ ...draft, severity })), terms({ failOn }));
      expect(bins).toHaveLength(list.length);
      for (const finding of bins) expect(finding.disposition === "open").toBe(reaches(finding.severity, failOn));
    }));
  });
});

describe("fingerprints", () => {
  const at = (change: object) => new Fingerprinter().next("rule", { ...place, ...change } as Location);

  it("ignore layer, line and platform", () => {
    expect(at({ line: 3, offset: 17, layer: { index: 4, diffId: "sha256:x", createdBy: "RUN x" }, state: "deleted" })).toBe(at({}));
  });
  it("tell paths, parts, members and ordinals apart", () => {
    const fingerprinter = new Fingerprinter();
    const all = [at({}), at({ path: "x" }), at({ part: "label" }), at({ members: ["a"] }), (fingerprinter.next("rule", place), fingerprinter.next("rule", place))];
    expect(new Set(all)).toHaveLength(all.length);
  });
});

describe("redaction", () => {
  it("shows BIN and last four of a card number, and nothing of a shorter one", () => {
    const digits = `4${"0".repeat(14)}2`;
    expect(previewCardNumber(digits)).toBe("400000…0002");
    expect(previewCardNumber("123456789012")).toBe("…");
  });
  it("leaves no character of any span, however they overlap", () => {
    fc.assert(fc.property(fc.array(fc.tuple(fc.nat(60), fc.nat(20))), (pairs) => {
      const text = "s".repeat(80);
      const spans = pairs.map(([start, length]) => ({ start, end: start + length, preview: previewCredential("p_") }));
      const covered = new Set(spans.flatMap(({ start, end }) => Array.from({ length: end - start }, (_, n) => start + n)));
      expect(redactSpans(text, spans).replaceAll("p_…", "")).toHaveLength(80 - covered.size);
    }));
  });
});

describe("report", () => {
  it("fits its own schema and sorts worst first", () => {
    const ledger = new Ledger();
    ledger.saw("files", 2);
    ledger.examined("files", 2);
    const report = composeReport({
      check: "image-secret-audit", subject: { name: "x", digest: null, digestKind: null }, tool: { name: "pci-pipeline", version: "0", rules: { count: 1, sha256: "" } },
      startedAt: now, ledger, findings: [{ ...draft, severity: "low" }, draft], gaps: [gapDraft], selfTest,
    }, terms());
    expect(reportSchema.parse(report)).toEqual(report);
    expect(report.findings.map(({ severity }) => severity)).toEqual(["high", "low"]);
    expect(report.verdict).toBe("fail");
  });
});
