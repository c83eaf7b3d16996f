// Which known credentials stand in a report, for whoever rotates them.
import { knownValue, knownValuePart } from "./rules.ts";

type Found = { readonly ruleId: string; readonly disposition: string; readonly preview: string };

/** Names of known credentials with an open finding, sorted, each once; their previews hold the name and nothing else. */
export function findLeakedNames(findings: readonly Found[]): string[] {
  const known = findings.filter(({ ruleId, disposition }) => disposition === "open" && (ruleId === knownValue.id || ruleId === knownValuePart.id));
  return [...new Set(known.map(({ preview }) => preview.slice(1, -1)))].sort();
}
