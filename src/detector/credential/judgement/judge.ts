// What is left to say about a value that has a rule's form: confirmed, an example, weaker than the rule says, or nothing.
import type { RuleInfo } from "../../detector.ts";
import type { CredentialRule } from "../rule.ts";
import { checksums } from "./checksum.ts";
import { entropy, isPlaceholder, isSpelled } from "./plausibility.ts";
import { isPublishedExample } from "./published.ts";
import { structures } from "./structure.ts";

type Judged = { readonly rule: RuleInfo; readonly confirmedBy?: "checksum" | "structure" };

/** What is left to say about a value that has the rule's form: confirmed, weaker than the rule says, or undefined for none. */
export function judge(rule: CredentialRule, value: string, { before, after }: { readonly before: string; readonly after: string }): Judged | undefined {
  const secret = value.startsWith(rule.publicPrefix) ? value.slice(rule.publicPrefix.length) : value;
  if (rule.structure && !structures[rule.structure](value)) return undefined;
  if (rule.checksum && checksums[rule.checksum](value)) return { rule, confirmedBy: "checksum" };
  if (entropy(value) < rule.entropy) return undefined;
  if (isPublishedExample(value) || isForNobody(value, after)) return { rule: toExample(rule) };
  // The body of a key holds runs of zeros and any word by chance, in text and in bytes; its own check has judged it.
  const isKeyBody = rule.structure === "pem-body" || /[\0-\x08]/.test(secret);
  if (secret.length < 400 && !isKeyBody && isPlaceholder(secret)) return undefined;
  if (rule.checksum && /[A-Za-z0-9]/.test(before + after.charAt(0))) return undefined;
  if (rule.checksum) return { rule: { ...rule, title: `${rule.title} (its checksum is wrong)`, severity: "medium" } };
  return { rule, ...(rule.structure && { confirmedBy: "structure" as const }) };
}

/** Behind the password of an address: this machine, and names that are reserved for manuals (RFC 2606). */
const here = /^@(?:localhost|127\.0\.0\.1|\[::1\]|0\.0\.0\.0)/i;
const reserved = /^@(?:(?:[\w-]+\.){0,4}example(?:\.(?:com|org|net))?(?![\w.-]*\w)|(?:[\w-]+\.){1,4}(?:test|invalid|localhost)(?![\w.-]))/i;
/** A value of this length is drawn, not thought up for a manual. */
const DRAWN = 12;

function isForNobody(value: string, after: string): boolean {
  return isSpelled(value) ? here.test(after) || reserved.test(after) : value.replace(/%[0-9a-f]{2}/gi, "%").length < DRAWN && reserved.test(after);
}

/** Told, since it is there, but nobody is let in by it. */
export function toExample(rule: CredentialRule): RuleInfo {
  return { ...rule, title: `${rule.title} (an example of the documentation)`, severity: "low" };
}
