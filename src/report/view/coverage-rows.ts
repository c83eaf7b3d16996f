// The ledger as rows, and the line that tells two runs apart.
import { units, type Report, type Unit } from "../../finding/index.ts";
import { show } from "../clean.ts";
import { duration, figure } from "./wording.ts";

export type CoverageRow = { readonly unit: Unit; readonly seen: number; readonly examined: number };

/** Units that occur, in the vocabulary's order. */
export function coverageRows(report: Report): CoverageRow[] {
  const { seen, examined } = report.coverage;
  return units
    .map((unit) => ({ unit, examined: examined[unit] ?? 0, seen: Math.max(seen[unit] ?? 0, examined[unit] ?? 0) }))
    .filter((row) => row.seen > 0);
}

/** Time and version, for whoever compares two runs. */
export function toolLine(report: Report): string {
  const seconds = Math.max(0, (Date.parse(report.finishedAt) - Date.parse(report.startedAt)) / 1000);
  const { version, rules } = report.tool;
  return `pci-pipeline ${show(version, 40)}, ${figure(rules.count)} rules, ${duration(seconds)}, ${report.finishedAt.slice(0, 16).replace("T", " ")} UTC`;
}
