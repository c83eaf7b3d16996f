// What protects an environment (REST docs: "Deployment environments", "Deployment branch policies", "Custom deployment protection rules").
import * as z from "zod";
import type { Ask } from "../../../source/index.ts";
import { known, read, unknown, type Known } from "./known.ts";
import type { Place } from "./settings.ts";

/** Which refs a job may run at to enter the environment. Patterns are those of Ruby's File.fnmatch with FNM_PATHNAME. */
export type Admission =
  | { readonly kind: "any" }
  /** `branches` are the protected ones; with none, GitHub admits every branch. */
  | { readonly kind: "protected"; readonly branches: Known<readonly string[]> }
  | { readonly kind: "patterns"; readonly patterns: Known<readonly { readonly name: string; readonly type: "branch" | "tag" }[]> };

export type Protection = {
  /** As GitHub spells it. One that doesn't exist is made, without rules, by the first job that names it. */
  readonly exists: boolean;
  /** People and teams of whom one must approve. */
  readonly reviewers: number;
  readonly preventsSelfReview: boolean;
  readonly adminsBypass: Known<boolean>;
  /** Rules of apps, which let deployments through by means of their own. */
  readonly custom: Known<number>;
  readonly admission: Admission;
};

const ruleSchema = z.looseObject({ type: z.string(), prevent_self_review: z.boolean().nullish(), reviewers: z.array(z.unknown()).nullish() });
const environmentSchema = z.looseObject({
  name: z.string(),
  can_admins_bypass: z.boolean().nullish(),
  protection_rules: z.array(ruleSchema).nullish(),
  deployment_branch_policy: z.looseObject({ protected_branches: z.boolean(), custom_branch_policies: z.boolean() }).nullish(),
});
const policiesSchema = z.array(z.looseObject({ name: z.string(), type: z.string().nullish() }));
const branchesSchema = z.array(z.looseObject({ name: z.string() }));
const appsSchema = z.array(z.looseObject({ enabled: z.boolean().nullish() }));

const NONE: Protection = { exists: false, reviewers: 0, preventsSelfReview: false, adminsBypass: known(true), custom: known(0), admission: { kind: "any" } };

export async function readProtection(ask: Ask, { owner, repo, environment }: Place): Promise<Known<Protection>> {
  const list = read(await ask("GET /repos/{owner}/{repo}/environments", { owner, repo, per_page: 100 }, { all: true }), z.array(environmentSchema));
  if (!list.known) return list;
  const found = list.value.find(({ name }) => name.toLowerCase() === environment.toLowerCase());
  if (!found) return known(NONE);
  const review = (found.protection_rules ?? []).filter((rule) => rule.type === "required_reviewers" && (rule.reviewers?.length ?? 0) > 0);
  const at = { owner, repo, environment_name: found.name };
  const apps = read(await ask("GET /repos/{owner}/{repo}/environments/{environment_name}/deployment_protection_rules", at, { all: true }), appsSchema);
  const bypass = found.can_admins_bypass;
  return known({
    exists: true,
    reviewers: review.reduce((sum, rule) => sum + (rule.reviewers?.length ?? 0), 0),
    preventsSelfReview: review.some((rule) => rule.prevent_self_review === true),
    adminsBypass: typeof bypass === "boolean" ? known(bypass) : unknown("GitHub's answer doesn't say whether administrators may bypass the rules"),
    custom: apps.known ? known(apps.value.filter((app) => app.enabled !== false).length) : apps,
    admission: await readAdmission(ask, at, found.deployment_branch_policy),
  });
}

async function readAdmission(ask: Ask, at: { owner: string; repo: string; environment_name: string }, policy: z.output<typeof environmentSchema>["deployment_branch_policy"]): Promise<Admission> {
  const { owner, repo } = at;
  if (policy?.protected_branches) {
    const branches = read(await ask("GET /repos/{owner}/{repo}/branches", { owner, repo, protected: true, per_page: 100 }, { all: true }), branchesSchema);
    return { kind: "protected", branches: branches.known ? known(branches.value.map(({ name }) => name)) : branches };
  }
  if (!policy?.custom_branch_policies) return { kind: "any" };
  const policies = read(await ask("GET /repos/{owner}/{repo}/environments/{environment_name}/deployment-branch-policies", { ...at, per_page: 100 }, { all: true }), policiesSchema);
  return { kind: "patterns", patterns: policies.known ? known(policies.value.map(({ name, type }) => ({ name, type: type === "tag" ? "tag" as const : "branch" as const }))) : policies };
}
