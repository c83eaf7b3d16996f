// Brings the files of a user's rules together, as gitleaks does: what extends comes before what it extends.
import { InputError } from "../../../finding/index.ts";
import { Pattern, PatternError } from "../pattern/index.ts";
import type { Allowlist, OwnRule, OwnRules, RulesFile } from "./own-rules.ts";
import { parseRulesFile, type AllowlistEntry, type FileContent, type RuleEntry } from "./rules-schema.ts";

/** As in gitleaks. */
const MOST_EXTENDED = 2;

/** The user's file and those it extends, by a `read` that gives the text of a path. Throws InputError for a file that extends too far or wrongly. */
export async function collectRules(path: string, read: (path: string) => Promise<string>): Promise<RulesFile[]> {
  const files: RulesFile[] = [];
  for (let next: string | undefined = path; next !== undefined;) {
    if (files.some(({ name }) => name === next)) throw new InputError(`${path} extends itself by way of ${next}; take one extend.path out.`);
    if (files.length > MOST_EXTENDED) throw new InputError(`${path} extends more than ${MOST_EXTENDED} files deep; put them together.`);
    const file: RulesFile = { name: next, text: await read(next) };
    files.push(file);
    const { extend } = parseRulesFile(file);
    if (extend?.path !== undefined && extend.useDefault) throw new InputError(`${next} has extend.path and extend.useDefault; keep one of them.`);
    next = extend?.path;
  }
  return files;
}

/** Throws InputError, with file and line, for what cannot be matched. */
export function readOwnRules(files: readonly RulesFile[]): OwnRules {
  let merged: OwnRules = { rules: [], allowlists: [], builtIn: {}, disabled: [] };
  for (const file of files.toReversed()) merged = extend(merged, parseRulesFile(file), new Origin(file));
  for (const rule of merged.rules) checkRule(rule);
  return merged;
}

/** Puts one file on top of those that it extends. */
function extend(base: OwnRules, content: FileContent, origin: Origin): OwnRules {
  const disabled = content.extend?.disabledRules ?? [];
  const rules = new Map(base.rules.filter(({ id }) => !disabled.includes(id)).map((rule) => [rule.id, rule]));
  const builtIn: Record<string, readonly Allowlist[]> = { ...base.builtIn };
  for (const entry of content.rules) {
    const rule = merge(rules.get(entry.id), entry, origin);
    // Without an expression of its own an entry speaks of a built-in rule.
    if (rule.regex === undefined && rule.path === undefined) builtIn[entry.id] = [...(builtIn[entry.id] ?? []), ...toAllowlists(entry, origin)];
    else rules.set(entry.id, rule);
  }
  const shared: Allowlist[] = [];
  for (const entry of [...content.allowlists, ...(content.allowlist ? [content.allowlist] : [])]) {
    const list = origin.allowlist(entry);
    if (entry.targetRules.length === 0) shared.push(list);
    for (const id of entry.targetRules) {
      const rule = rules.get(id);
      if (rule) rules.set(id, { ...rule, allowlists: [...rule.allowlists, list] });
      else builtIn[id] = [...(builtIn[id] ?? []), list];
    }
  }
  const known = disabled.filter((id) => !base.rules.some((rule) => rule.id === id));
  return { rules: [...rules.values()], allowlists: [...shared, ...base.allowlists], builtIn, disabled: [...known.map((id) => ({ id, source: origin.sourceOf(id) })), ...base.disabled] };
}

/** An entry over one of the same id: what it says replaces, its lists are added. */
function merge(base: OwnRule | undefined, entry: RuleEntry, origin: Origin): OwnRule {
  const regex = entry.regex === "" ? base?.regex : origin.pattern(entry.regex, `rule ${entry.id}`);
  const path = entry.path === "" ? base?.path : origin.pattern(entry.path, `rule ${entry.id}`);
  return {
    id: entry.id,
    title: entry.pipeline?.title ?? (entry.description || base?.title || entry.id),
    severity: entry.pipeline?.severity ?? base?.severity ?? "high",
    controls: entry.pipeline?.controls ?? base?.controls ?? ["8.6.2"],
    remediation: entry.pipeline?.remediation ?? base?.remediation ?? "Revoke the credential where it was issued, and load its successor at run time from the secret store.",
    publicPrefix: entry.pipeline?.public_prefix ?? base?.publicPrefix ?? "",
    ...(regex !== undefined && { regex }),
    ...(path !== undefined && { path }),
    secretGroup: entry.secretGroup || (base?.secretGroup ?? 0),
    entropy: entry.entropy || (base?.entropy ?? 0),
    keywords: [...(base?.keywords ?? []), ...entry.keywords.map((keyword) => keyword.toLowerCase())],
    allowlists: [...(base?.allowlists ?? []), ...toAllowlists(entry, origin)],
  };
}

function toAllowlists(entry: RuleEntry, origin: Origin): Allowlist[] {
  return [...entry.allowlists, ...(entry.allowlist ? [entry.allowlist] : [])].map((list) => origin.allowlist(list));
}

function checkRule(rule: OwnRule): void {
  const groups = rule.regex === undefined ? 0 : new Pattern(rule.regex).groups;
  if (rule.regex !== undefined && rule.secretGroup > groups) throw new InputError(`rule ${rule.id} takes its value from group ${rule.secretGroup}, and its expression has ${groups}; correct secretGroup.`);
}

/** A file, and the lines on which its texts stand. */
class Origin {
  readonly #file: RulesFile;

  constructor(file: RulesFile) {
    this.#file = file;
  }

  /** Name and line of the first place where `text` is written. */
  sourceOf(text: string): string {
    const at = this.#file.text.indexOf(text);
    const escaped = at >= 0 ? at : this.#file.text.indexOf(text.replaceAll("\\", "\\\\"));
    return escaped < 0 ? this.#file.name : `${this.#file.name}:${this.#file.text.slice(0, escaped).split("\n").length}`;
  }

  pattern(source: string, owner: string): string {
    try {
      void new Pattern(source);
      return source;
    } catch (error) {
      if (!(error instanceof PatternError)) throw error;
      throw new InputError(`${this.sourceOf(source)}: the expression of ${owner} ${error.message}.`, { cause: error });
    }
  }

  allowlist(entry: AllowlistEntry): Allowlist {
    const [first] = [...entry.regexes, ...entry.paths, ...entry.stopwords, ...entry.commits];
    if (first === undefined) throw new InputError(`${this.#file.name} has an allowlist without any criterion; name paths, regexes, stopwords or commits.`);
    const owner = `the allowlist ${entry.description === "" ? "there" : `“${entry.description}”`}`;
    return {
      source: this.sourceOf(first),
      description: entry.description,
      all: entry.condition === "AND" || entry.condition === "&&",
      target: entry.regexTarget,
      regexes: entry.regexes.map((source) => this.pattern(source, owner)),
      paths: entry.paths.map((source) => this.pattern(source, owner)),
      stopwords: entry.stopwords.map((word) => word.toLowerCase()),
      commits: entry.commits.length > 0,
    };
  }
}
