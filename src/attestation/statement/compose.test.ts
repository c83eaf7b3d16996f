import { describe, expect, it } from "vitest";
import { composeReport, Ledger, type FindingDraft, type GapDraft, type Report, type ReportSubject, type Waiver } from "../../finding/index.ts";
import { previewNothing } from "../../finding/index.ts";
import { makeReport, makeSigner, toReportFile } from "../verification/specimen.ts";
import { composeStatement, type Evidence } from "./compose.ts";
import { collectFacts } from "./fact.ts";
import { hashBytes } from "./intake.ts";
import { statementSchema, toCanonicalBytes } from "./statement.ts";

const now = new Date("2026-03-04T05:06:07.000Z");
const subject: ReportSubject = { name: "app.tar", digest: { sha256: "a".repeat(64) }, digestKind: "manifest" };
const signer = makeSigner();
const checks = ["image-secret-audit", "log-leak-guard", "isolation-assert"] as const;
const passing = () => checks.map((check) => makeReport(check, subject, now));

function compose(reports: readonly Report[], more: Partial<Evidence> = {}) {
  return composeStatement({ subject, reports: reports.map(toReportFile), facts: collectFacts(() => undefined), signer, tool: { version: "1.2.3" }, now, ...more });
}

const finding: FindingDraft = {
  ruleId: "aws-access-key", title: "x", severity: "high", controls: ["8.6.2"], preview: previewNothing("x"), decoded: [], remediation: "x",
  location: { kind: "image", platform: "linux/amd64", layer: null, part: "env", path: "KEY", members: [], state: "final" },
};
const gap: GapDraft = { reason: "truncated", location: finding.location, detail: "x" };
const waiver: Waiver = { rule: "aws-access-key", path: "KEY", owner: "team", reason: "revoked", until: "2026-12-31" };

function audit(drafts: { findings?: FindingDraft[]; gaps?: GapDraft[]; waivers?: Waiver[]; failOn?: "critical" | "medium" }): Report {
  const ledger = new Ledger();
  ledger.examined("layers", 2);
  const tool = { name: "pci-pipeline", version: "1.2.3", rules: { count: 1, sha256: "0" } } as const;
  return composeReport(
    { check: "image-secret-audit", subject, tool, startedAt: now, ledger, findings: drafts.findings ?? [], gaps: drafts.gaps ?? [], selfTest: { planted: 2, detected: 2, missed: [] } },
    { failOn: drafts.failOn ?? "medium", waivers: drafts.waivers ?? [], baseline: new Set(), now },
  );
}

describe("composeStatement", () => {
  it("follows its own schema, names one subject by sha256 only, and passes when all checks did", () => {
    const statement = compose(passing());
    expect(statementSchema.parse(statement)).toEqual(statement);
    expect(statement.subject).toEqual([{ name: "app.tar", digest: { sha256: "a".repeat(64) } }]);
    expect(statement.predicate.verdict).toBe("pass");
    expect(statement.predicate.source).toEqual({ repository: null, commit: null, ref: null });
    expect(statement.predicate.deployment.status).toBe("not-run");
  });

  it("lists a check once for each subject that it looked at", () => {
    const again = makeReport("isolation-assert", subject, now);
    const second = { ...again, subject: { ...again.subject, name: "examples" } };
    const { checks: listed } = compose([second, ...passing()]).predicate;
    expect(listed.map((one) => one.presence === "reported" && [one.check, one.subject.name])).toEqual([
      ["image-secret-audit", "app.tar"], ["log-leak-guard", "log-leak-guard"], ["isolation-assert", "examples"], ["isolation-assert", "isolation-assert"],
    ]);
  });

  it("gives the same bytes whatever the order of the reports", () => {
    const bytes = toCanonicalBytes(compose(passing()));
    expect(Buffer.from(toCanonicalBytes(compose(passing().reverse()))).equals(bytes)).toBe(true);
  });

  it("names each report by the digest of its bytes", () => {
    const reports = passing();
    const statement = compose(reports);
    const first = statement.predicate.checks[0];
    expect(first?.presence === "reported" && first.report).toEqual({ name: "image-secret-audit.json", sha256: hashBytes(toReportFile(reports[0] as Report).bytes) });
  });

  it.each([
    ["an open finding", [audit({ findings: [finding] })], "fail"],
    ["an open gap", [audit({ gaps: [gap] })], "inconclusive"],
    ["a finding and a gap", [audit({ findings: [finding], gaps: [gap] })], "fail"],
    ["an absent check", [], "inconclusive"],
  ] as const)("states a run with %s", (_, reports, verdict) => {
    const rest = passing().slice(1);
    const statement = compose([...reports, ...rest]);
    expect(statement.predicate.verdict).toBe(verdict);
    expect(statement.predicate.checks).toHaveLength(3);
  });

  it("carries counts, never previews or places", () => {
    const marker = "s3cr3t-path-marker";
    const placed: FindingDraft = { ...finding, title: marker, location: { ...finding.location, path: marker } as FindingDraft["location"] };
    const statement = compose([audit({ findings: [placed], gaps: [{ ...gap, detail: marker }] })]);
    expect(Buffer.from(toCanonicalBytes(statement)).toString("utf8")).not.toContain(marker);
    const check = statement.predicate.checks[0];
    expect(check).toMatchObject({
      findings: [{ severity: "high", disposition: "open", count: 1 }],
      gaps: [{ reason: "truncated", disposition: "open", count: 1 }],
      byRequirement: [{ requirement: "8.6.2", open: 1, accepted: 0 }],
    });
  });

  it("lists waivers in force with what they cover", () => {
    const statement = compose([audit({ findings: [finding, finding], waivers: [waiver] })]);
    expect(statement.predicate.waivers).toEqual([{ check: "image-secret-audit", waiver, covers: 2 }]);
  });

  it("survives names that canonical JSON cannot hold", () => {
    const report = { ...makeReport("isolation-assert", subject, now), outOfScope: [{ name: "job \ud800", reason: "own" }] };
    expect(() => toCanonicalBytes(compose([report]))).not.toThrow();
  });
});

describe("what composeStatement refuses", () => {
  const refuse = (reports: readonly Report[], more?: Partial<Evidence>) => () => compose(reports, more);
  const other: ReportSubject = { ...subject, digest: { sha256: "b".repeat(64) } };

  it("takes a report of another image for what it is", () => {
    expect(refuse([makeReport("image-secret-audit", other, now)])).toThrow(/image-secret-audit.json is of another image than the subject/);
  });
  it("does not compare a config's digest with a manifest's", () => {
    expect(refuse([makeReport("image-secret-audit", { ...subject, digestKind: "config" }, now)])).toThrow(/by its config, the subject is named by its manifest/);
  });
  it("refuses an audit that names no image", () => {
    expect(refuse([makeReport("image-secret-audit", { ...subject, digest: null }, now)])).toThrow(/names no digest/);
  });
  it("refuses two reports of a check on one subject", () => {
    expect(refuse([makeReport("log-leak-guard", subject, now), makeReport("log-leak-guard", subject, now)])).toThrow(/both of log-leak-guard and the same subject/);
  });
  it("refuses a report whose verdict was edited", () => {
    expect(refuse([{ ...audit({ findings: [finding] }), verdict: "pass" }])).toThrow(/does not follow/);
  });
  it("refuses a report from the future", () => {
    expect(refuse([makeReport("log-leak-guard", subject, new Date("2027-01-01T00:00:00Z"))])).toThrow(/ended in the future/);
  });
  it("refuses a report of a check that it does not cover", () => {
    expect(refuse([makeReport("compliance-verify", subject, now)])).toThrow(/does not cover/);
  });
  it("refuses an acceptance without its waiver", () => {
    const report = audit({ findings: [finding], waivers: [waiver] });
    const bare = { ...report, findings: report.findings.map((one) => ({ ...one, waiver: undefined })) };
    expect(refuse([bare])).toThrow(/without naming the waiver/);
  });
  it("refuses a subject without a digest", () => {
    expect(refuse(passing(), { subject: { ...subject, digest: null } })).toThrow(/neither a manifest nor a config/);
  });
  it("refuses a subject of several images", () => {
    expect(refuse(passing(), { subject: { ...subject, digestKind: "content" } })).toThrow(/several images; name one/);
  });
  it("says everything at once and shows no content", () => {
    const secret = `value-${hashBytes(Buffer.from("x")).slice(0, 12)}`;
    const files = [
      { name: "a.json", bytes: Buffer.from(`{"x": "${secret}"`) }, { name: "b.json", bytes: Buffer.from(`{"x": "${secret}"}`) },
      toReportFile(makeReport("image-secret-audit", other, now)),
    ];
    let message = "";
    try {
      compose([], { reports: files });
    } catch (error) {
      message = (error as Error).message;
    }
    expect(message).toMatch(/a\.json is not JSON.*b\.json is not a report.*image-secret-audit\.json is of another image/);
    expect(message).not.toContain(secret);
  });
});
