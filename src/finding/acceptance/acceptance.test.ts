// What was accepted elsewhere: lines of an ignore file and allowlists become waivers that the report shows, and end when they say so.
import { describe, expect, it } from "vitest";
import { composeReport, InputError, Ledger, previewNothing, readIgnoreFile, type FindingDraft, type Terms } from "../index.ts";

const draft = (path: string, line: number, more: Partial<FindingDraft> = {}): FindingDraft => ({
  ruleId: "stripe-secret-key", title: "t", severity: "critical", controls: ["8.6.2"], remediation: "r", preview: previewNothing("x"), decoded: [], aliases: ["stripe-access-token"],
  location: { kind: "image", platform: "linux/amd64", layer: null, part: "file", path, members: [], state: "final", line }, ...more,
});

function judge(findings: FindingDraft[], terms: Partial<Terms>) {
  const ledger = new Ledger();
  ledger.examined("bytes", 1);
  return composeReport(
    { check: "image-secret-audit", subject: { name: "n", digest: null, digestKind: null }, tool: { name: "pci-pipeline", version: "0", rules: { count: 1, sha256: "0" } }, startedAt: new Date(0), ledger, findings, gaps: [], selfTest: { planted: 1, detected: 1, missed: [] } },
    { failOn: "medium", waivers: [], baseline: new Set(), now: new Date("2026-06-01T00:00:00Z"), ...terms },
  );
}

describe("an ignore file", () => {
  it("accepts a finding by either id, in its line, wherever the repository was copied to", () => {
    const ignored = readIgnoreFile("src/a.env:stripe-access-token:3\nabcdef0123:src/b.env:stripe-secret-key:4\n", ".gitleaksignore");
    const report = judge([draft("app/src/a.env", 3), draft("app/src/a.env", 4), draft("src/b.env", 4), draft("app/other-src/a.env", 3)], { ignored });
    expect(report.findings.map(({ disposition, location }) => [disposition, "path" in location ? location.path : "", "line" in location ? location.line : 0])).toEqual([
      ["waived", "app/src/a.env", 3], ["open", "app/src/a.env", 4], ["waived", "src/b.env", 4], ["open", "app/other-src/a.env", 3],
    ]);
    expect(report.accepted).toMatchObject([{ uses: 1, expired: false, waiver: { source: ".gitleaksignore:1", owner: "not named", until: "9999-12-31" } }, { uses: 1 }]);
    expect(report.verdict).toBe("fail");
  });

  it("takes owner, reason and last day from the comment above, and is open once that is past", () => {
    const ignored = readIgnoreFile("# owner: ana reason: rotated last week until: 2026-05-31\na.env:stripe-secret-key:1\n\n# an old one\nb.env:x:1\n", "f");
    const report = judge([draft("a.env", 1)], { ignored });
    expect(report.findings[0]).toMatchObject({ disposition: "open", waiver: { owner: "ana", reason: "rotated last week", until: "2026-05-31", source: "f:2" } });
    expect(report.accepted).toMatchObject([{ expired: true, uses: 1 }, { expired: false, uses: 0, waiver: { reason: "an old one" } }]);
  });

  it("is refused where a line is no fingerprint", () => {
    expect(() => readIgnoreFile("a:b:1\nnonsense\na:b:c\n", "f")).toThrow(new InputError("f has lines that are no fingerprint (2, 3); write file:rule:line or commit:file:rule:line."));
  });
});

it("shows what an allowlist accepts as waived, by the line that says so", () => {
  const report = judge([draft("a", 1, { accepted: { source: ".gitleaks.toml:7", reason: "fixtures" } })], {});
  expect(report.findings[0]).toMatchObject({ disposition: "waived", waiver: { owner: "rules file", reason: "fixtures", source: ".gitleaks.toml:7" } });
  expect(report.verdict).toBe("pass");
  expect(Object.keys(report.findings[0] ?? {})).not.toContain("accepted");
});

it("lists waivers that nothing needed and those that are past", () => {
  const waiver = { rule: "x", path: "a", owner: "o", reason: "r", until: "2020-01-01" };
  expect(judge([], { waivers: [waiver] }).accepted).toEqual([{ waiver, expired: true, uses: 0 }]);
});
