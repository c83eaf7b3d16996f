// The report as JSON: what other programs and the attestation read.
import type { Report } from "../finding/index.ts";
import { escapeJson } from "./clean.ts";

/** Fields in the order in which people look for them; all others follow by name. */
const FIELD_ORDER = [
  "schema", "check", "verdict", "subject", "ruleId", "id", "reason", "name", "title", "severity", "disposition", "preview", "location",
  "kind", "platform", "layer", "index", "file", "line", "column", "part", "path", "tool", "version", "startedAt", "finishedAt", "failOn",
  "coverage", "seen", "examined", "gaps", "selfTest", "assumptions", "outOfScope", "findings", "facts",
];
const ranks = new Map(FIELD_ORDER.map((name, rank) => [name, rank]));

/** Two spaces of indent, one order of keys whatever order they came in, a newline at the end. */
export function toJson(report: Report): string {
  return writeJson(report);
}

/** Shared with SARIF: no invisible character stands in it unescaped. */
export function writeJson(value: unknown): string {
  return `${escapeJson(JSON.stringify(value, (_key, field: unknown) => (isRecord(field) ? sortFields(field) : field), 2))}\n`;
}

function sortFields(record: { readonly [key: string]: unknown }): { [key: string]: unknown } {
  return Object.fromEntries(Object.entries(record).sort(([a], [b]) => compareFields(a, b)));
}

function compareFields(a: string, b: string): number {
  const rank = (ranks.get(a) ?? ranks.size) - (ranks.get(b) ?? ranks.size);
  if (rank !== 0) return rank;
  return a < b ? -1 : 1;
}

function isRecord(value: unknown): value is { readonly [key: string]: unknown } {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}
