// AWS IAM trust policies (AWS docs: "IAM JSON policy elements: Condition operators", "Create an OpenID Connect identity provider").
import * as z from "zod";
import { GITHUB_ISSUER, isGithubIssuer } from "./issuer.ts";
import type { Condition, Test, TrustRule } from "./rule.ts";

const words = z.union([z.string(), z.array(z.string())]).transform((value) => (typeof value === "string" ? [value] : value));
const scalars = z.union([z.string(), z.boolean(), z.number()]).transform(String);
const values = z.union([scalars, z.array(scalars)]).transform((value) => (typeof value === "string" ? [value] : value));
const statementSchema = z.looseObject({
  Effect: z.enum(["Allow", "Deny"]),
  Action: words.optional(),
  NotAction: z.unknown().optional(),
  Principal: z.union([z.string(), z.record(z.string(), words)]).optional(),
  Condition: z.record(z.string(), z.record(z.string(), values)).optional(),
});
const policySchema = z.looseObject({ Statement: z.union([statementSchema, z.array(statementSchema)]) });

/** Undefined where the document is no such policy; no rule where it trusts no token of GitHub. */
export function toAwsRules(name: string, document: unknown): TrustRule[] | undefined {
  const policy = policySchema.safeParse(document).data;
  if (!policy) return undefined;
  const statements = Array.isArray(policy.Statement) ? policy.Statement : [policy.Statement];
  const limited = statements.some((statement) => statement.Effect === "Deny");
  return statements.filter((statement) => statement.Effect === "Allow" && admitsTokens(statement)).map((statement) => ({
    name, limited: limited || statement.NotAction !== undefined || !providersOf(statement).some(isGithub),
    conditions: Object.entries(statement.Condition ?? {}).flatMap(([operator, keys]) => Object.entries(keys).map(([key, wanted]) => toCondition(operator, key, wanted))),
  }));
}

/** Anything that could stand for web identities of GitHub; a principal in NotPrincipal could be anyone. */
function admitsTokens(statement: z.output<typeof statementSchema>): boolean {
  const actions = statement.Action?.map((action) => action.toLowerCase());
  if (actions && !actions.some((action) => matchesAction(action))) return false;
  if (statement.Principal === undefined || typeof statement.Principal === "string") return true;
  return providersOf(statement).some((provider) => isGithub(provider) || !isOther(provider));
}

/** Everybody, where nobody is named. */
function providersOf({ Principal: principal }: z.output<typeof statementSchema>): readonly string[] {
  if (principal === undefined || typeof principal === "string") return ["*"];
  return Object.entries(principal).flatMap(([kind, names]) => (kind === "Federated" || kind === "*" ? names : []));
}

function isGithub(provider: string): boolean {
  return provider === "*" || isGithubIssuer(provider.slice(provider.indexOf(":oidc-provider/") < 0 ? 0 : provider.indexOf(":oidc-provider/") + ":oidc-provider/".length));
}

/** Issuers that are known to be somebody else's. An unknown one could be a GitHub server's. */
const OTHERS = /:saml-provider\/|cognito-identity|graph\.facebook\.com|accounts\.google\.com|www\.amazon\.com|\.eks\.|eks\.amazonaws|gitlab|terraform\.io|buildkite|circleci|bitbucket|spacelift|vercel\.com|fly\.io|okta|auth0|login\.microsoftonline|sts\.windows/i;

function isOther(provider: string): boolean {
  return OTHERS.test(provider) && !provider.includes(GITHUB_ISSUER);
}

function matchesAction(action: string): boolean {
  return new RegExp(`^${action.split("*").map((part) => part.replace(/[^\w:]/g, "\\$&")).join(".*")}$`).test("sts:assumerolewithwebidentity");
}

function toCondition(operator: string, key: string, wanted: readonly string[]): Condition {
  const [, forAll, base = "", ifExists] = /^(?:(ForAllValues|ForAnyValue):)?([A-Za-z]+?)(IfExists)?$/.exec(operator) ?? [];
  const claim = key.slice(key.lastIndexOf(":") + 1).toLowerCase();
  const ours = isGithubIssuer(key.slice(0, Math.max(0, key.lastIndexOf(":"))));
  return { claim, test: ours ? toTest(base, wanted) : { kind: "unknown" }, optional: ifExists !== undefined || forAll === "ForAllValues" };
}

function toTest(operator: string, wanted: readonly string[]): Test {
  // Variables stand for what only the request knows.
  if (wanted.length === 0 || wanted.some((value) => value.includes("${"))) return { kind: "unknown" };
  switch (operator) {
    case "StringEquals":
    case "StringEqualsIgnoreCase": return { kind: "equals", values: wanted };
    case "StringLike": return { kind: "like", patterns: wanted, single: true };
    case "StringNotEquals":
    case "StringNotEqualsIgnoreCase": return { kind: "differs", patterns: wanted, wild: false, single: false };
    case "StringNotLike": return { kind: "differs", patterns: wanted, wild: true, single: true };
    case "Null": return { kind: "present", wanted: wanted.includes("false") };
    default: return { kind: "unknown" };
  }
}
