// Reads rules in the gitleaks TOML format (https://github.com/gitleaks/gitleaks#configuration), with what that format can't say in the table [rules.pipeline].
import * as z from "zod";
import { severities } from "../../finding/index.ts";
import { checksums } from "./judgement/checksum.ts";
import { toJavaScript } from "./expression.ts";
import { breadths, type CredentialRule } from "./rule.ts";
import { parseRules } from "./rules-toml.ts";
import { structures } from "./judgement/structure.ts";

const names = <T extends string>(table: { readonly [K in T]: unknown }) => Object.keys(table) as [T, ...T[]];
const lines = z.array(z.string());

const allowlistSchema = z.strictObject({
  description: z.string().optional(),
  condition: z.enum(["OR", "AND", "||", "&&"]).default("OR"),
  commits: lines.optional(),
  paths: lines.default([]),
  regexTarget: z.enum(["secret", "match", "line"]).default("secret"),
  regexes: lines.default([]),
  stopwords: lines.default([]),
});

const extensionSchema = z.strictObject({
  title: z.string().min(1),
  severity: z.enum(severities),
  controls: z.array(z.string().regex(/^\d{1,2}(?:\.\d{1,2}){1,3}$/)).min(1).describe("PCI DSS v4.0.1 requirement ids"),
  reference: z.url({ protocol: /^https$/ }).describe("the vendor's page that the rule was written from"),
  remediation: z.string().min(1),
  breadth: z.enum(breadths).default("exact"),
  public_prefix: z.string().default(""),
  checksum: z.enum(names(checksums)).optional(),
  structure: z.enum(names(structures)).optional(),
  aliases: lines.default([]).describe("ids that gitleaks has for the same"),
  not_before: z.string().optional().describe("characters, as in brackets, that may not stand before a match"),
  not_after: z.string().optional().describe("characters, as in brackets, that may not stand behind a match"),
  samples: z.strictObject({ hit: lines.min(1), miss: lines.min(1) }),
});

const ruleSchema = z.strictObject({
  id: z.string().min(1),
  description: z.string().default(""),
  regex: z.string().min(1),
  secretGroup: z.int().min(0).optional(),
  entropy: z.number().min(0).default(0),
  keywords: z.array(z.string().min(3, "a keyword has at least three characters")).default([]),
  path: z.string().optional(),
  tags: lines.optional(),
  allowlists: z.array(allowlistSchema).default([]),
  pipeline: extensionSchema.optional(),
});

/** What else a file may say, such as [extend] or allowlists of its own, is refused: to pass over it would change what is found without a word. */
const ruleFileSchema = z.strictObject({ title: z.string().optional(), description: z.string().optional(), minVersion: z.string().optional(), rules: z.array(ruleSchema).default([]) });
export type RuleEntry = z.infer<typeof ruleSchema>;

/** Rules of one TOML text. `source` names it in messages; throws InputError with all problems at once. */
export function readRules(text: string, source: string): CredentialRule[] {
  return parseRules(ruleFileSchema, text, source).rules.map((entry) => toRule(entry, source));
}

/** The rule that an entry stands for; an entry without our table gets what is sure to be safe. */
function toRule(entry: RuleEntry, source: string): CredentialRule {
  const extension = entry.pipeline;
  const { pattern, flags } = toPattern(entry, source);
  return {
    id: entry.id,
    title: extension?.title ?? (entry.description || entry.id),
    description: entry.description,
    severity: extension?.severity ?? "high",
    controls: extension?.controls ?? ["8.6.2"],
    remediation: extension?.remediation ?? "Revoke the credential where it was issued, and load its successor at run time from the secret store.",
    reference: extension?.reference ?? "",
    breadth: extension?.breadth ?? "context",
    pattern,
    flags,
    secretGroup: entry.secretGroup ?? firstGroup(pattern),
    entropy: entry.entropy,
    keywords: entry.keywords,
    allow: entry.allowlists.map((list) => ({ all: list.condition === "AND" || list.condition === "&&", target: list.regexTarget, patterns: list.regexes, paths: list.paths, stopwords: list.stopwords })),
    ...(entry.path !== undefined && { path: entry.path }),
    ...(extension && extension.aliases.length > 0 && { aliases: extension.aliases }),
    ...(extension?.checksum && { checksum: extension.checksum }),
    ...(extension?.structure && { structure: extension.structure }),
    publicPrefix: extension?.public_prefix ?? "",
    samples: extension?.samples ?? { hit: [], miss: [] },
  };
}

function toPattern(entry: RuleEntry, source: string): { pattern: string; flags: string } {
  const { pattern, flags } = toJavaScript(entry.regex, `${source}, rule ${entry.id}`);
  const before = entry.pipeline?.not_before === undefined ? "" : `(?<![${entry.pipeline.not_before}])`;
  // Compiled files put other text directly behind a value: where a checksum tells, the neighbour is asked only if it fails.
  const after = entry.pipeline?.not_after === undefined || entry.pipeline.checksum ? "" : `(?![${entry.pipeline.not_after}])`;
  return { pattern: `${before}${before || after ? `(?:${pattern})` : pattern}${after}`, flags };
}

/** As gitleaks: without `secretGroup` the first group holds the value, or the whole match where there is none. */
function firstGroup(pattern: string): number {
  return new RegExp(`${pattern}|`).exec("")!.length > 1 ? 1 : 0;
}
