// Federated credentials of Azure (docs: "Overview of federated identity credentials", "Flexible federated identity credentials").
import * as z from "zod";
import { isGithubIssuer } from "./issuer.ts";
import type { Condition, Test, TrustRule } from "./rule.ts";

const credentialSchema = z.looseObject({
  issuer: z.string(),
  subject: z.string().nullish(),
  audiences: z.array(z.string()).nullish(),
  claimsMatchingExpression: z.looseObject({ value: z.string() }).nullish(),
});

/** Undefined where the document is no such credential; no rule where it trusts another issuer. */
export function toAzureRules(name: string, document: Record<string, unknown>): TrustRule[] | undefined {
  const credential = credentialSchema.safeParse(document["properties"] ?? document).data;
  if (!credential || (typeof credential.subject !== "string" && !credential.claimsMatchingExpression)) return undefined;
  if (!isGithubIssuer(credential.issuer)) return [];
  const expression = credential.claimsMatchingExpression?.value;
  const conditions: Condition[] = expression === undefined ? [{ claim: "sub", test: { kind: "equals", values: [credential.subject ?? ""] }, optional: false }] : expression.split(/\s+and\s+/).map(toCondition);
  return [{ name, conditions, limited: false }];
}

/** `claims['sub'] matches 'repo:o/r:*'`, or with eq; anything else isn't followed. */
function toCondition(term: string): Condition {
  const [, claim = "sub", operator, value = ""] = /^\s*claims\['(\w+)'\]\s+(eq|matches)\s+'([^']*)'\s*$/.exec(term) ?? [];
  const test: Test = operator === "eq" ? { kind: "equals", values: [value] } : operator === "matches" ? { kind: "like", patterns: [value], single: true } : { kind: "unknown" };
  return { claim, test, optional: false };
}
