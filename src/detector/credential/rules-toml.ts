// Reads a TOML text into the shape of a file of rules, and says in one sentence what is wrong with it.
import { parse, TomlError } from "smol-toml";
import * as z from "zod";
import { InputError } from "../../finding/index.ts";

/** `source` names the text in messages. Throws InputError with all problems at once. */
export function parseRules<T>(schema: z.ZodType<T>, text: string, source: string): T {
  const parsed = schema.safeParse(parseToml(text, source));
  if (!parsed.success) throw new InputError(`${source} holds rules that cannot be read: ${parsed.error.issues.map(toSentence).join("; ")}.`);
  return parsed.data;
}

function parseToml(text: string, source: string): unknown {
  try {
    return parse(text);
  } catch (error) {
    if (error instanceof TomlError) throw new InputError(`${source} is no valid TOML at line ${error.line}, column ${error.column}; correct it there.`);
    throw error;
  }
}

function toSentence(issue: z.core.$ZodIssue): string {
  const keys = issue.code === "unrecognized_keys" ? ` ${issue.keys.join(", ")}` : "";
  return `${issue.path.join(".")}${keys}: ${issue.code === "unrecognized_keys" ? "unknown key" : issue.message}`;
}
