// Trust policies as production keeps them, told apart by their shape.
import * as z from "zod";
import { InputError } from "../../../finding/index.ts";
import { toAwsRules } from "./aws.ts";
import type { TrustRule } from "./rule.ts";
import { toVaultRule } from "./vault.ts";

const record = z.record(z.string(), z.unknown());

/**
 * `text` is JSON: an AWS IAM trust policy (or what `aws iam get-role` prints), a Vault or OpenBao JWT role (or what `bao read -format=json`
 * prints), or a list of them. Throws InputError for anything else.
 */
export function readTrust(name: string, text: string): TrustRule[] {
  let data: unknown;
  try {
    data = JSON.parse(text);
  } catch {
    throw new InputError("trust: a file is not JSON; give an AWS IAM trust policy or a Vault JWT role as JSON");
  }
  const documents = Array.isArray(data) ? data : [data];
  return documents.flatMap((document, at) => toRules(documents.length > 1 ? `${name} (${at + 1})` : name, document));
}

function toRules(name: string, document: unknown): TrustRule[] {
  const held = unwrap(document);
  const rules = held && (toAwsRules(name, held) ?? toVaultRule(name, held));
  if (!rules) throw new InputError("trust: a file holds neither an AWS IAM trust policy nor a Vault JWT role; give the policy document itself");
  return rules;
}

/** What tools print around the document: Role.AssumeRolePolicyDocument of AWS, data of Vault. */
function unwrap(document: unknown): Record<string, unknown> | undefined {
  const held = record.safeParse(document).data;
  if (!held) return undefined;
  const inner = held["Role"] ?? held["AssumeRolePolicyDocument"] ?? held["data"];
  return record.safeParse(inner).success ? unwrap(inner) : held;
}
