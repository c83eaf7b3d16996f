// The shape of a file in the format of gitleaks (https://github.com/gitleaks/gitleaks#configuration), with our table [rules.pipeline] as an extra.
import * as z from "zod";
import { InputError, severities } from "../../../finding/index.ts";
import { parseRules } from "../rules-toml.ts";
import type { RulesFile } from "./own-rules.ts";

const lines = z.array(z.string());

const criteria = {
  description: z.string().default(""),
  condition: z.string().toUpperCase().pipe(z.enum(["OR", "AND", "||", "&&"], "is OR or AND")).default("OR"),
  commits: lines.default([]),
  paths: lines.default([]),
  regexTarget: z.enum(["secret", "match", "line"]).default("secret"),
  regexes: lines.default([]),
  stopwords: lines.default([]),
};
const allowlistSchema = z.strictObject(criteria);
const sharedAllowlistSchema = z.strictObject({ ...criteria, targetRules: lines.default([]) });

const ruleSchema = z.strictObject({
  id: z.string().min(1),
  description: z.string().default(""),
  regex: z.string().default(""),
  path: z.string().default(""),
  secretGroup: z.int().min(0).default(0),
  entropy: z.number().min(0).default(0),
  keywords: lines.default([]),
  tags: lines.default([]),
  allowlist: allowlistSchema.optional(),
  allowlists: z.array(allowlistSchema).default([]),
  pipeline: z.looseObject({ title: z.string(), severity: z.enum(severities), controls: lines, remediation: z.string(), public_prefix: z.string() }).partial().optional(),
});

const fileSchema = z.strictObject({
  title: z.string().optional(),
  description: z.string().optional(),
  minVersion: z.string().optional(),
  extend: z.strictObject({ path: z.string().min(1).optional(), url: z.string().optional(), useDefault: z.boolean().default(false), disabledRules: lines.default([]) }).optional(),
  allowlist: sharedAllowlistSchema.optional(),
  allowlists: z.array(sharedAllowlistSchema).default([]),
  rules: z.array(ruleSchema).default([]),
});

export type FileContent = z.infer<typeof fileSchema>;
export type RuleEntry = z.infer<typeof ruleSchema>;
export type AllowlistEntry = z.infer<typeof allowlistSchema>;

/** Throws InputError with all problems at once; what the format has and we do not support is among them. */
export function parseRulesFile({ name, text }: RulesFile): FileContent {
  const content = parseRules(fileSchema, text, name);
  if (content.extend?.url !== undefined) throw new InputError(`${name} extends an address; keep a copy beside it and write extend.path.`);
  return content;
}
