// JWT roles of Vault and OpenBao (docs: "JWT/OIDC auth method (API)", Create/update role).
import * as z from "zod";
import type { Condition, TrustRule } from "./rule.ts";

const words = z.union([z.string(), z.array(z.string())]).transform((value) => (typeof value === "string" ? [value] : value));
const scalars = z.union([z.string(), z.boolean(), z.number()]).transform(String);
const claims = z.union([scalars, z.array(scalars)]).transform((value) => (typeof value === "string" ? [value] : value));
const roleSchema = z.looseObject({
  role_type: z.string().optional(),
  user_claim: z.string().optional(),
  bound_audiences: words.nullish(),
  bound_subject: z.string().nullish(),
  bound_claims: z.record(z.string(), claims).nullish(),
  bound_claims_type: z.string().nullish(),
  token_bound_cidrs: z.array(z.unknown()).nullish(),
});

/** Undefined where the document is no such role. */
export function toVaultRule(name: string, document: Record<string, unknown>): TrustRule[] | undefined {
  const role = roleSchema.safeParse(document).data;
  if (!role || !Object.keys(document).some((key) => key.startsWith("bound_") || key === "user_claim" || key === "role_type")) return undefined;
  const conditions: Condition[] = [];
  const add = (claim: string, test: Condition["test"]) => conditions.push({ claim, test, optional: false });
  if (role.bound_audiences?.length) add("aud", { kind: "equals", values: role.bound_audiences });
  if (role.bound_subject) add("sub", { kind: "equals", values: [role.bound_subject] });
  // A token without this claim can't log in at all.
  if (role.user_claim && /^\w+$/.test(role.user_claim) && role.user_claim !== "sub") add(role.user_claim, { kind: "present", wanted: true });
  const wild = role.bound_claims_type === "glob";
  for (const [pointer, wanted] of Object.entries(role.bound_claims ?? {})) {
    // A claim can be named by a JSON pointer.
    const claim = pointer.replace(/^\//, "");
    add(claim, wild ? { kind: "like", patterns: wanted, single: false } : { kind: "equals", values: wanted });
  }
  return [{ name, conditions, limited: (role.token_bound_cidrs?.length ?? 0) > 0 }];
}
