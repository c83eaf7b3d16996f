// YAML and JSON files of ours: parsed, checked against a schema, all issues at once, no value shown.
import { load, YAMLException } from "js-yaml";
import type * as z from "zod";
import { InputError } from "../../finding/index.ts";

/** `what` names the file in messages. Throws InputError that lists every issue with its path. */
export function parseYaml<S extends z.ZodType>(text: string, schema: S, what: string): z.output<S> {
  let document: unknown;
  try {
    document = load(text);
  } catch (error) {
    if (!(error instanceof YAMLException)) throw error;
    const line = error.mark ? ` in line ${error.mark.line + 1}` : "";
    throw new InputError(`${what} is not valid YAML${line}: ${error.reason}`, { cause: error });
  }
  const parsed = schema.safeParse(document);
  if (parsed.success) return parsed.data;
  const issues = parsed.error.issues.map((issue) => `${issue.path.join(".") || "the document"}: ${issue.message}`);
  throw new InputError(`${what} is not valid: ${issues.join("; ")}`);
}
