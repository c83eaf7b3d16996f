// Trust policies as production keeps them, told apart by their shape.
import * as z from "zod";
import { InputError } from "../../../finding/index.ts";
import { toAwsRules } from "./aws.ts";
import { toAzureRules } from "./azure.ts";
import { toGcpRules } from "./gcp.ts";
import { parsePolicy } from "./json.ts";
import type { TrustRule } from "./rule.ts";
import { toVaultRule } from "./vault.ts";

const record = z.record(z.string(), z.unknown());

/**
 * `text` is JSON: an AWS IAM trust policy (or what `aws iam get-role` prints), a Vault or OpenBao JWT role (or what `bao read -format=json`
 * prints), a provider of Google's workload identity federation, a federated credential of Azure, or a list of them. Throws InputError for anything else.
 */
export function readTrust(name: string, text: string): TrustRule[] {
  const data = parsePolicy(text);
  const documents = Array.isArray(data) ? data : [data];
  return documents.flatMap((document, at) => toRules(documents.length > 1 ? `${name} (${at + 1})` : name, document));
}

function toRules(name: string, document: unknown): TrustRule[] {
  const held = unwrap(document);
  const rules = held && (toAwsRules(name, held) ?? toGcpRules(name, held) ?? toAzureRules(name, held) ?? toVaultRule(name, held));
  if (!rules) throw new InputError("trust: a file holds no AWS IAM trust policy, Vault JWT role, Google workload identity provider or Azure federated credential; give the policy document itself");
  return rules;
}

/** What tools print around the document: Role.AssumeRolePolicyDocument of AWS, data of Vault. */
function unwrap(document: unknown): Record<string, unknown> | undefined {
  const held = record.safeParse(document).data;
  if (!held) return undefined;
  const inner = held["Role"] ?? held["AssumeRolePolicyDocument"] ?? held["data"];
  // Tools that leave the document in its stored form write it as text.
  if (typeof inner === "string" && /^\s*(?:\{|%7B)/i.test(inner)) return unwrap(parsePolicy(inner.trimStart().startsWith("%") ? decodePercent(inner) : inner));
  return record.safeParse(inner).success ? unwrap(inner) : held;
}

/** IAM's own API keeps policies percent-encoded (RFC 3986). */
function decodePercent(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    throw new InputError("trust: a file holds a policy that is encoded wrongly; give the policy document itself");
  }
}
