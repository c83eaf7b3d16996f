// What users accept of the built-in rules' findings, and what the audited artefact asks to overlook: the first is accepted, the second only shown.
import type { Match, RuleInfo } from "../detector.ts";
import { createAccept, linesAround, type Accept, type OwnRules } from "./own/index.ts";
import type { CredentialRule } from "./rule.ts";

export const NO_RULES: OwnRules = { rules: [], allowlists: [], builtIn: {}, disabled: [] };

/** Adds to a match of a built-in rule who has accepted it; undefined where nobody accepts anything. */
export function createBuiltInAccept(rules: readonly CredentialRule[], own: OwnRules): ((match: Match, textOf: () => string, setting: { readonly path?: string }) => Match) | undefined {
  if (own.allowlists.length === 0 && Object.keys(own.builtIn).length === 0 && own.disabled.length === 0) return undefined;
  const accepts = new Map(rules.map((rule) => [rule.id, acceptFor(rule, own)]));
  return (match, textOf, setting) => {
    const from = match.from ?? match.start;
    const text = textOf();
    const claim = { value: text.slice(match.start, match.end), match: text.slice(from, match.end), line: linesAround(text, from, match.end), path: setting.path ?? "" };
    const accepted = accepts.get(match.rule.id)?.(claim);
    return accepted ? { ...match, accepted, ...settleOf(match) } : match;
  };
}

function acceptFor(rule: CredentialRule, own: OwnRules): Accept {
  const ids = [rule.id, ...(rule.aliases ?? [])];
  const off = own.disabled.find(({ id }) => ids.includes(id));
  if (off) return () => ({ source: off.source, reason: `the rule ${off.id} is disabled there` });
  return createAccept([...own.allowlists, ...ids.flatMap((id) => own.builtIn[id] ?? [])]);
}

/** Comments by which a line asks scanners to overlook it. */
const mark = /\b(?:gitleaks|betterleaks):allow|\btrufflehog:ignore|\bkingfisher:ignore|\bpragma: (?:allow|white)list secret|\bggignore\b|\bsecretlint-disable/;

/** The fixed texts in them. */
export const marks: readonly string[] = ["gitleaks:allow", "betterleaks:allow", "trufflehog:ignore", "kingfisher:ignore", "pragma: allowlist secret", "pragma: whitelist secret", "ggignore", "secretlint-disable"];

/** A suspect does not acquit itself: such a mark is told and changes nothing. */
export function showMark(match: Match, text: string): Match {
  const [found] = mark.exec(linesAround(text, match.from ?? match.start, match.end)) ?? [];
  if (found === undefined) return match;
  const show = (rule: RuleInfo): RuleInfo => ({ ...rule, title: `${rule.title} (marked ${found} there, which counts for nothing)` });
  return { ...match, rule: show(match.rule), ...settleOf(match, show) };
}

/** What a copy of a match settles as: copies have no methods. */
function settleOf(match: Match, show = (rule: RuleInfo) => rule): Pick<Match, "settle"> {
  return match.settle ? { settle: () => show(match.settle?.() ?? match.rule) } : {};
}
