// The form of the subject in identity tokens (GitHub docs: "OpenID Connect reference"; REST docs: "Actions OIDC").
import * as z from "zod";
import type { Ask } from "../../../source/index.ts";
import { known, read, type Known } from "./known.ts";
import type { Place } from "./settings.ts";

export type SubjectForm = {
  /** Claims in the order of the template; the default is repo and context. */
  readonly keys: readonly string[];
  /** What stands for the repository, ids included, as "repo:owner/name"; undefined where GitHub doesn't say. */
  readonly prefix: string | undefined;
  /** Whether the repository's part carries ids; undefined where GitHub doesn't say. */
  readonly immutable: boolean | undefined;
};

const DEFAULT_KEYS = ["repo", "context"];
const repositorySchema = z.looseObject({
  use_default: z.boolean(), include_claim_keys: z.array(z.string()).nullish(), use_immutable_subject: z.boolean().nullish(), sub_claim_prefix: z.string().nullish(),
});
const organizationSchema = z.looseObject({ include_claim_keys: z.array(z.string()).nullish() });

/** A repository that opts out of the default without keys of its own has its organisation's template. */
export async function readSubjectForm(ask: Ask, { owner, repo }: Place): Promise<Known<SubjectForm>> {
  const own = read(await ask("GET /repos/{owner}/{repo}/actions/oidc/customization/sub", { owner, repo }), repositorySchema);
  if (!own.known) return own;
  const { use_default: isDefault, include_claim_keys: keys, sub_claim_prefix: prefix, use_immutable_subject: immutable } = own.value;
  const form = (chosen: readonly string[]): Known<SubjectForm> => known({ keys: chosen.length > 0 ? chosen : DEFAULT_KEYS, prefix: prefix ?? undefined, immutable: immutable ?? undefined });
  if (isDefault) return form(DEFAULT_KEYS);
  if (keys && keys.length > 0) return form(keys);
  const answer = await ask("GET /orgs/{org}/actions/oidc/customization/sub", { org: owner });
  // Users have no such template, and an organisation without one has the default.
  if (answer.kind === "failure" && answer.status === 404) return form(DEFAULT_KEYS);
  const organization = read(answer, organizationSchema);
  return organization.known ? form(organization.value.include_claim_keys ?? []) : organization;
}
