// SARIF 2.1.0 for code scanning and editors (OASIS Static Analysis Results Interchange Format, errata 01). One run for each check.
// Nothing of a matched value gets in: no snippets, no contents, previews only.
import { gapReasons, type Finding, type Gap, type GapReason, type Report } from "../../finding/index.ts";
import { show } from "../clean.ts";
import { shows } from "../view/finding-notes.ts";
import { writeJson } from "../json.ts";
import { placeLine } from "../view/place.ts";
import { count, provedItself } from "../view/wording.ts";
import { sarifLocation, threadFlow, URI_BASES } from "./sarif-location.ts";
import { messageText, sentence } from "./sarif-message.ts";
import { collectRules, levels, sarifRule, type SarifRule } from "./sarif-rule.ts";

/** Code scanning refuses a run with more; findings are worst first, and a notification says what is missing. */
const MAX_RESULTS = 25_000;

type Json = { readonly [key: string]: unknown };

/** `rules` are those that ran, also without a finding; rules that only findings name are added from them. */
export function toSarif(reports: readonly Report[], rules: readonly SarifRule[] = []): string {
  const categories = nameCategories(reports);
  return writeJson({
    $schema: "https://json.schemastore.org/sarif-2.1.0.json",
    version: "2.1.0",
    runs: reports.map((report, at) => toRun(report, { category: categories[at] ?? report.check, rules })),
  });
}

/** Code scanning takes one run of a tool and category; the category must be the same in every build. */
function nameCategories(reports: readonly Report[]): string[] {
  const seen = new Map<string, number>();
  return reports.map(({ check }) => {
    const ordinal = (seen.get(check) ?? 0) + 1;
    seen.set(check, ordinal);
    return ordinal === 1 ? check : `${check}-${ordinal}`;
  });
}

function toRun(report: Report, options: { readonly category: string; readonly rules: readonly SarifRule[] }): Json {
  const rules = collectRules(report, options.rules);
  const ruleIndexes = new Map(rules.map((rule, at) => [rule.id, at]));
  const reasons = [...new Set(report.coverage.gaps.map((gap) => gap.reason))].sort();
  return {
    tool: { driver: {
      name: report.tool.name,
      semanticVersion: report.tool.version,
      informationUri: "https://github.com/yuno/pci-pipeline",
      rules: rules.map(sarifRule),
      notifications: reasons.map(toNotificationRule),
      properties: { rulesSha256: report.tool.rules.sha256, rulesCount: report.tool.rules.count },
    } },
    automationDetails: { id: `${options.category}/` },
    columnKind: "utf16CodeUnits",
    originalUriBaseIds: URI_BASES,
    redactionTokens: ["…"],
    invocations: [toInvocation(report, reasons)],
    results: report.findings.slice(0, MAX_RESULTS).map((finding) => toResult(finding, ruleIndexes.get(finding.ruleId) ?? -1)),
    properties: {
      check: report.check, verdict: report.verdict, failOn: report.failOn, subject: report.subject,
      seen: report.coverage.seen, examined: report.coverage.examined, selfTest: report.selfTest,
    },
  };
}

/** Not successful as long as something was left unexamined: a reader of this file alone must not take it for clean. */
function toInvocation(report: Report, reasons: readonly GapReason[]): Json {
  const complete = report.coverage.gaps.every((gap) => gap.disposition === "waived");
  const left = report.findings.length - MAX_RESULTS;
  return {
    executionSuccessful: complete && provedItself(report),
    startTimeUtc: report.startedAt,
    endTimeUtc: report.finishedAt,
    toolExecutionNotifications: [
      ...report.coverage.gaps.map((gap) => toNotification(gap, reasons.indexOf(gap.reason))),
      ...report.selfTest.missed.map((name) => ({ level: "error", message: { text: messageText(`Self-test: the planted canary ${show(name)} was not found.`) } })),
      ...(left > 0 ? [{ level: "error", message: { text: `${count(left, "more finding")}, the least severe, stand in the JSON report only.` } }] : []),
    ],
  };
}

function toNotificationRule(reason: GapReason): Json {
  const text = sentence(gapReasons[reason]);
  return {
    id: reason,
    shortDescription: { text },
    fullDescription: { text },
    help: { text: "What could not be examined keeps the verdict from being pass. Make it readable, or waive the gap with an owner, a reason and a last day." },
  };
}

function toNotification(gap: Gap, index: number): Json {
  return {
    descriptor: { id: gap.reason, index },
    level: gap.disposition === "waived" ? "note" : "error",
    message: { text: messageText(`Not examined: ${placeLine(gap.location)}. ${sentence(show(gap.detail))}`) },
    locations: [sarifLocation(gap.location)],
    properties: { disposition: gap.disposition, fingerprint: gap.fingerprint },
  };
}

function toResult(finding: Finding, ruleIndex: number): Json {
  const flow = threadFlow(finding.location);
  const seen = shows(finding).map((line) => `, shown as ${line}`).join("");
  return {
    ruleId: finding.ruleId,
    ruleIndex,
    level: levels[finding.severity],
    message: { text: messageText(`${show(finding.title)}: ${placeLine(finding.location)}${seen}. ${sentence(show(finding.remediation, 600))}`) },
    locations: [sarifLocation(finding.location)],
    ...(flow === undefined ? {} : { codeFlows: [{ threadFlows: [flow] }] }),
    // primaryLocationLineHash is the one that code scanning compares; the upload would else compute it from a file that isn't there.
    partialFingerprints: { "pciPipeline/v1": finding.fingerprint, primaryLocationLineHash: `${finding.fingerprint}:1` },
    suppressions: suppressions(finding),
    properties: {
      severity: finding.severity, disposition: finding.disposition, controls: finding.controls, preview: finding.preview, decoded: finding.decoded,
      ...(finding.confirmedBy === undefined ? {} : { confirmedBy: finding.confirmedBy }),
    },
  };
}

/** One result with suppressions asks for the list on every result (3.27.23). */
function suppressions(finding: Finding): Json[] {
  switch (finding.disposition) {
    case "waived":
      return [{ kind: "external", status: "accepted", justification: waiverText(finding) }];
    case "baseline":
      return [{ kind: "external", status: "accepted", justification: "Known from the baseline report." }];
    case "open":
    case "below-threshold":
      return [];
    default:
      return finding.disposition satisfies never;
  }
}

function waiverText({ waiver }: Finding): string {
  return waiver === undefined ? "Waived." : `Waived by ${show(waiver.owner)} until ${show(waiver.until, 20)}: ${show(waiver.reason, 600)}`;
}
