// Raw strings to the typed inputs of a main: all issues at once, and never a value in a message.
import { InputError } from "../../finding/index.ts";
import type { Contract, Inputs } from "./contract.ts";

/** How a door calls its inputs in messages: `--fail-on` on a terminal, `input fail-on` in a workflow. */
export type Spelling = (name: string) => string;

/** Throws InputError that lists every issue; absent inputs are absent from `raw`. */
export function parseInputs<C extends Contract>(contract: C, raw: ReadonlyMap<string, string>, spell: Spelling): Inputs<C> {
  const issues: string[] = [];
  const values: Record<string, unknown> = {};
  for (const [name, input] of Object.entries(contract.inputs)) {
    const parsed = input.schema.safeParse(raw.get(name));
    if (parsed.success) values[name] = parsed.data;
    else issues.push(`${spell(name)} ${parsed.error.issues[0]?.message ?? "is not valid"}`);
  }
  if (issues.length > 0) throw new InputError(issues.join("; "));
  return Object.freeze(values) as Inputs<C>;
}
