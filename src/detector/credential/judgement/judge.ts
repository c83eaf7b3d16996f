// What is left to say about a value that has a rule's form: confirmed, an example, weaker than the rule says, or nothing.
import type { RuleInfo } from "../../detector.ts";
import type { CredentialRule } from "../rule.ts";
import { checksums } from "./checksum.ts";
import { entropy } from "./entropy.ts";
import { isPlaceholder, isSpelled } from "./plausibility.ts";
import { isPublishedExample } from "./published.ts";
import { structures } from "./structure.ts";

type Judged = { readonly rule: RuleInfo; readonly confirmedBy?: "checksum" | "structure"; readonly settle?: () => RuleInfo };

/** A value in the text that it was found in. */
export type Place = { readonly text: string; readonly start: number; readonly end: number };

/** What is left to say about a value that has the rule's form: confirmed, weaker than the rule says, or undefined for none. */
export function judge(rule: CredentialRule, value: string, { text, start, end }: Place): Judged | undefined {
  if (rule.structure && !structures[rule.structure](value)) return undefined;
  if (rule.checksum && checksums[rule.checksum](value)) return { rule, confirmedBy: "checksum" };
  if (rule.entropy > 0 && entropy(value) < rule.entropy) return undefined;
  if (text.charCodeAt(end) === AT && isForNobody(value, text.slice(Math.max(0, start - value.length - 1), start), text.slice(end, end + REACH))) return { rule: toExample(rule) };
  if (isNoValue(rule, value) || (rule.checksum && isInWord(text, start, end))) return isPublishedExample(value) ? { rule: toExample(rule) } : undefined;
  const told = rule.checksum ? toWrong(rule) : rule;
  const settle = () => (isPublishedExample(value) ? toExample(rule) : told);
  return { rule: told, settle, ...(rule.structure && !rule.checksum && { confirmedBy: "structure" as const }) };
}

/** How much of what stands behind a value is looked at. */
const REACH = 64;
const AT = 0x40;

function isNoValue(rule: CredentialRule, value: string): boolean {
  const secret = rule.publicPrefix !== "" && value.startsWith(rule.publicPrefix) ? value.slice(rule.publicPrefix.length) : value;
  // The body of a key holds runs of zeros and any word by chance, in text and in bytes; its own check has judged it.
  const isKeyBody = rule.structure === "pem-body" || /[\0-\x08]/.test(secret);
  return secret.length < 400 && !isKeyBody && isPlaceholder(secret);
}

function isInWord(text: string, start: number, end: number): boolean {
  return /[A-Za-z0-9]/.test(text.charAt(start - 1) + text.charAt(end));
}

/** Behind the password of an address: this machine, and names that are reserved for manuals (RFC 2606). */
const here = /^@(?:localhost|127\.0\.0\.1|\[::1\]|0\.0\.0\.0)/i;
const reserved = /^@(?:(?:[\w-]+\.){0,4}example(?:\.(?:com|org|net))?(?![\w.-]*\w)|(?:[\w-]+\.){1,4}(?:test|invalid|localhost)(?![\w.-]))/i;
/** A value of this length is drawn, not thought up for a manual. */
const DRAWN = 12;

function isForNobody(value: string, before: string, after: string): boolean {
  return isSpelled(value) || before === `${value}:` ? here.test(after) || reserved.test(after) : value.replace(/%[0-9a-f]{2}/gi, "%").length < DRAWN && reserved.test(after);
}

/** Rules as they are told of weaker values; each made once. */
const examples = new WeakMap<CredentialRule, RuleInfo>();
const wrong = new WeakMap<CredentialRule, RuleInfo>();

/** Told, since it is there, but nobody is let in by it. */
export function toExample(rule: CredentialRule): RuleInfo {
  return remember(examples, rule, () => ({ ...rule, title: `${rule.title} (an example of the documentation)`, severity: "low" }));
}

function toWrong(rule: CredentialRule): RuleInfo {
  return remember(wrong, rule, () => ({ ...rule, title: `${rule.title} (its checksum is wrong)`, severity: "medium" }));
}

function remember(known: WeakMap<CredentialRule, RuleInfo>, rule: CredentialRule, make: () => RuleInfo): RuleInfo {
  const made = known.get(rule) ?? make();
  known.set(rule, made);
  return made;
}
