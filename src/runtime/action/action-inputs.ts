// Inputs as GitHub's runner gives them: environment variables INPUT_<NAME>, upper case, spaces as underscores, dashes kept.
import { InputError, suggest } from "../../finding/index.ts";
import type { Contract } from "../door/contract.ts";

const PREFIX = "INPUT_";

/**
 * The raw inputs of an action. The runner passes undeclared inputs on with a mere warning, so that a slip such as `fail_on`
 * would silently mean the default: they are refused here, with the nearest name.
 */
export function readActionInputs(contract: Contract, environment: NodeJS.ProcessEnv): Map<string, string> {
  const names = Object.entries(contract.inputs).filter(([, input]) => input.only !== "command").map(([name]) => name);
  const raw = new Map<string, string>();
  const unknown: string[] = [];
  for (const [variable, value] of Object.entries(environment)) {
    if (!variable.startsWith(PREFIX) || value === undefined) continue;
    const name = variable.slice(PREFIX.length).toLowerCase();
    if (names.includes(name)) raw.set(name, value);
    else unknown.push(`unknown input ${name}${suggest(name, names)}`);
  }
  const missing = names.filter((name) => contract.inputs[name]?.requiredAt === "action" && !raw.get(name)).map((name) => `input ${name} is required`);
  const issues = [...unknown, ...missing];
  if (issues.length > 0) throw new InputError(issues.join("; "));
  return raw;
}

/** One raw input, before it is known whether the others can be read; empty where absent. */
export function readActionInput(name: string, environment: NodeJS.ProcessEnv): string {
  return environment[`${PREFIX}${name.toUpperCase()}`] ?? "";
}
