// Providers of Google's workload identity federation (docs: "Workload Identity Federation", attribute conditions in CEL).
import * as z from "zod";
import { isGithubIssuer } from "./issuer.ts";
import type { Condition, Test, TrustRule } from "./rule.ts";

const providerSchema = z.looseObject({
  attributeMapping: z.record(z.string(), z.string()).nullish(),
  attributeCondition: z.string().nullish(),
  oidc: z.looseObject({ issuerUri: z.string() }).nullish(),
});

/** Undefined where the document is no provider; no rule where it trusts another issuer. Who may use the identity is said elsewhere, in IAM bindings. */
export function toGcpRules(name: string, document: Record<string, unknown>): TrustRule[] | undefined {
  const provider = providerSchema.safeParse(document).data;
  if (!provider || (!provider.oidc && !provider.attributeMapping)) return undefined;
  if (!provider.oidc || !isGithubIssuer(provider.oidc.issuerUri)) return [];
  return [{ name, conditions: toConditions(provider.attributeCondition ?? "", provider.attributeMapping ?? {}), limited: true }];
}

/** Only conjunctions of simple comparisons are followed; of all else nothing is known. */
function toConditions(condition: string, mapping: Readonly<Record<string, string>>): Condition[] {
  const bare = condition.replace(/'(?:[^'\\]|\\.)*'|"(?:[^"\\]|\\.)*"/g, "''");
  if (condition.trim() === "") return [];
  if (/\|\||\?|\bhas\(|!\s*[(a-z]/.test(bare)) return [{ claim: "sub", test: { kind: "unknown" }, optional: false }];
  return condition.split("&&").map((term) => toCondition(term.trim().replace(/^\(([^()]*)\)$/, "$1").trim(), mapping));
}

const SUBJECT = String.raw`(assertion|attribute|google)\.(\w+)`;
const TEXT = String.raw`(?:'([^'\\]*)'|"([^"\\]*)")`;

function toCondition(term: string, mapping: Readonly<Record<string, string>>): Condition {
  const compared = new RegExp(`^${SUBJECT}\\s*(==|!=)\\s*${TEXT}$`).exec(term);
  const called = new RegExp(`^${SUBJECT}\\.(startsWith|endsWith|contains)\\(\\s*${TEXT}\\s*\\)$`).exec(term);
  const listed = new RegExp(`^${SUBJECT}\\s+in\\s+\\[(.*)\\]$`).exec(term);
  const [, kind = "", name = ""] = compared ?? called ?? listed ?? [];
  const claim = kind === "assertion" ? name : /^assertion\.(\w+)$/.exec(mapping[`${kind}.${name}`] ?? "")?.[1];
  if (claim === undefined) return { claim: "sub", test: { kind: "unknown" }, optional: false };
  return { claim, test: toTest({ compared, called, listed }), optional: false };
}

function toTest({ compared, called, listed }: Readonly<Record<"compared" | "called" | "listed", RegExpExecArray | null>>): Test {
  const value = (compared ?? called)?.slice(4).find((text) => text !== undefined) ?? "";
  if (compared) return compared[3] === "==" ? { kind: "equals", values: [value] } : { kind: "differs", patterns: [value], wild: false, single: false };
  // A star in the text would be taken for a pattern's.
  if (called && !value.includes("*")) return { kind: "like", patterns: [called[3] === "startsWith" ? `${value}*` : called[3] === "endsWith" ? `*${value}` : `*${value}*`], single: false };
  const items = [...(listed?.[3] ?? "").matchAll(/'([^'\\]*)'|"([^"\\]*)"/g)].map(([, single, double]) => single ?? double ?? "");
  return listed && items.length > 0 ? { kind: "equals", values: items } : { kind: "unknown" };
}
