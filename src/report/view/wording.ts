// Words, shapes and figures that all renderings share. A status is always a shape and a word, never a colour alone.
import type { Report, Severity, Unit, Verdict } from "../../finding/index.ts";
import { countSeverities, openFindings, openGaps } from "./order.ts";

export const verdictShapes: { readonly [V in Verdict]: string } = { pass: "✓", fail: "✗", inconclusive: "?" };
export const severityShapes: { readonly [S in Severity]: string } = { critical: "◆", high: "▲", medium: "●", low: "○" };

const irregular: { readonly [singular: string]: string } = { is: "are", "planted canary": "planted canaries" };

/** `1 finding`, `2,300 findings`. */
export function count(many: number, noun: string): string {
  return `${figure(many)} ${plural(many, noun)}`;
}

export function plural(many: number, noun: string): string {
  return many === 1 ? noun : irregular[noun] ?? `${noun}s`;
}

/** Digits in groups of three, the same in every locale. */
export function figure(value: number): string {
  return String(value).replace(/\B(?=(\d{3})+$)/g, ",");
}

/** `482 kB not`, or nothing where all was examined. */
export function shortfall(row: { readonly unit: Unit; readonly seen: number; readonly examined: number }): string {
  return row.seen > row.examined ? `${amount(row.unit, row.seen - row.examined)} not` : "";
}

/** Powers of 1,000, as registries and disks count: `132 MB`. */
export function bytes(value: number): string {
  const names = ["B", "kB", "MB", "GB", "TB"];
  let at = 0;
  let rest = value;
  while (rest >= 999.5 && at < names.length - 1) {
    rest /= 1000;
    at += 1;
  }
  return `${at === 0 || rest >= 99.5 ? figure(Math.round(rest)) : rest.toFixed(1)} ${names[at]}`;
}

export function amount(unit: Unit, value: number): string {
  return unit === "bytes" ? bytes(value) : figure(value);
}

/** `0.4 s`, `12 s`, `3 min 05 s`. */
export function duration(seconds: number): string {
  if (seconds < 10) return `${seconds.toFixed(1)} s`;
  if (seconds < 59.5) return `${Math.round(seconds)} s`;
  const whole = Math.round(seconds);
  return `${Math.floor(whole / 60)} min ${String(whole % 60).padStart(2, "0")} s`;
}

/** `sha256:` and twelve digits: enough to compare by eye, never to verify. */
export function shortDigest(digest: string): string {
  const hex = digest.replace(/^sha256:/, "");
  return hex.length > 12 ? `sha256:${hex.slice(0, 12)}…` : digest;
}

/** `2 critical, 1 high`. */
export function severityTally(report: Report): string {
  return countSeverities(openFindings(report)).map((entry) => `${figure(entry.count)} ${entry.severity}`).join(", ");
}

/** Why the verdict is what it is, most weighty first; one sentence each. */
export function verdictReasons(report: Report): string[] {
  const open = openFindings(report).length;
  const gaps = openGaps(report).length;
  const reasons: string[] = [];
  if (open > 0) reasons.push(`${count(open, "finding")} ${plural(open, "is")} open at or above ${report.failOn} (${severityTally(report)}).`);
  if (!examinedAnything(report)) reasons.push("Nothing was examined.");
  if (gaps > 0) reasons.push(`${count(gaps, "gap")}: not all that was seen could be examined.`);
  if (!provedItself(report)) reasons.push(selfTestSentence(report));
  if (reasons.length === 0) reasons.push(`All that was seen was examined${report.coverage.gaps.length > 0 ? " or is waived" : ""}, and no finding is open.`);
  return reasons;
}

function examinedAnything(report: Report): boolean {
  return Object.values(report.coverage.examined).some((value) => value > 0);
}

export function provedItself(report: Report): boolean {
  return report.selfTest.planted > 0 && report.selfTest.detected === report.selfTest.planted;
}

export function selfTestSentence(report: Report): string {
  const { planted, detected } = report.selfTest;
  if (planted === 0) return "No canary was planted: nothing proves that the detectors work.";
  if (detected === planted) return `All ${count(planted, "planted canary")} found.`;
  return `${figure(detected)} of ${count(planted, "planted canary")} found: the detectors missed what they must find.`;
}
