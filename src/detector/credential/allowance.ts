// A rule's own exceptions, in the form that gitleaks gave them.
import type { AllowRule } from "./rule.ts";

export type Allowance = { readonly all: boolean; readonly target: AllowRule["target"]; readonly patterns: readonly RegExp[]; readonly paths: readonly RegExp[]; readonly stopwords: readonly string[] };

export function toAllowance(rule: AllowRule): Allowance {
  return { ...rule, patterns: rule.patterns.map(toExpression), paths: rule.paths.map(toExpression), stopwords: rule.stopwords.map((word) => word.toLowerCase()) };
}

/** A leading `(?i)` stands for the whole expression. */
function toExpression(source: string): RegExp {
  return source.startsWith("(?i)") ? new RegExp(source.slice(4), "i") : new RegExp(source);
}

export type Claim = { readonly value: string; readonly match: string; readonly path: string; readonly text: string; readonly at: number };

/** True where one of the exceptions holds for what was found. */
export function isExempt(allowances: readonly Allowance[], claim: Claim): boolean {
  return allowances.some((allowance) => {
    const target = toTarget(allowance.target, claim);
    const verdicts = [
      ...(allowance.patterns.length > 0 ? [allowance.patterns.some((pattern) => pattern.test(target))] : []),
      ...(allowance.paths.length > 0 ? [allowance.paths.some((pattern) => pattern.test(claim.path))] : []),
      ...(allowance.stopwords.length > 0 ? [allowance.stopwords.some((word) => claim.value.toLowerCase().includes(word))] : []),
    ];
    return verdicts.length > 0 && (allowance.all ? verdicts.every(Boolean) : verdicts.some(Boolean));
  });
}

function toTarget(target: AllowRule["target"], claim: Claim): string {
  switch (target) {
    case "secret": return claim.value;
    case "match": return claim.match;
    case "line": return lineAround(claim.text, claim.at);
    default: return target satisfies never;
  }
}

function lineAround(text: string, at: number): string {
  const slice = text.slice(Math.max(0, at - 512), at + 512);
  const middle = Math.min(at, 512);
  const from = slice.lastIndexOf("\n", middle - 1) + 1;
  const to = slice.indexOf("\n", middle);
  return slice.slice(from, to < 0 ? undefined : to);
}
