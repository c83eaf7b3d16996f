// Rules as SARIF reporting descriptors: what code scanning shows beside an alert.
import { severities, type Report, type Severity } from "../../finding/index.ts";
import { show } from "../clean.ts";
import { prose } from "../markdown.ts";
import { groupFindings } from "../view/order.ts";

/** What a detector says about each of its rules. */
export type SarifRule = {
  readonly id: string;
  readonly title: string;
  readonly severity: Severity;
  readonly controls: readonly string[];
  readonly remediation: string;
};

export const levels: { readonly [S in Severity]: "error" | "warning" | "note" } = { critical: "error", high: "error", medium: "warning", low: "note" };
/** Inside the bands that code scanning names: above 9.0 critical, from 7.0 high, from 4.0 medium, below that low. */
const securitySeverities: { readonly [S in Severity]: string } = { critical: "9.5", high: "8.0", medium: "5.5", low: "2.0" };

/** Each rule once, by id; where findings of one rule differ in severity, the worst counts. */
export function collectRules(report: Report, rules: readonly SarifRule[]): SarifRule[] {
  const collected = new Map(rules.map((rule) => [rule.id, rule]));
  for (const group of groupFindings(report.findings).toReversed()) {
    const known = collected.get(group.ruleId);
    const worse = known === undefined || severities.indexOf(group.severity) < severities.indexOf(known.severity);
    if (worse) collected.set(group.ruleId, { ...group, id: group.ruleId });
  }
  return [...collected.values()].sort((a, b) => (a.id < b.id ? -1 : 1));
}

export function sarifRule(rule: SarifRule): { readonly [key: string]: unknown } {
  const controls = rule.controls.map((control) => show(control, 40));
  const text = show(rule.remediation, 600);
  return {
    id: rule.id,
    name: rule.id.split(/[^A-Za-z0-9]+/).map((word) => word.slice(0, 1).toUpperCase() + word.slice(1)).join(""),
    shortDescription: { text: show(rule.title) },
    fullDescription: { text: `${show(rule.title)}.` },
    help: {
      text: controls.length === 0 ? text : `${text} PCI DSS v4.0.1: ${controls.join(", ")}.`,
      markdown: `${prose(rule.remediation, 600)}${controls.length === 0 ? "" : `\n\nPCI DSS v4.0.1: ${controls.map((control) => prose(control)).join(", ")}.`}`,
    },
    defaultConfiguration: { level: levels[rule.severity] },
    properties: {
      "security-severity": securitySeverities[rule.severity],
      precision: "high",
      tags: ["security", "pci-dss", ...controls.map((control) => `pci-dss/${control}`)],
    },
  };
}
