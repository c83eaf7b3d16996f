// A command line to raw inputs: --name value, --name=value, repeated flags as lists, bare booleans, positionals by the contract.
import { InputError, suggest } from "../../finding/index.ts";
import type { Contract } from "../door/contract.ts";

/** Throws InputError that lists every unknown flag and superfluous argument at once. */
export function readArguments(contract: Contract, args: readonly string[]): Map<string, string> {
  const reading: Reading = { contract, raw: new Map(), issues: [], positionals: positionalsOf(contract) };
  const queue = [...args];
  let flagsEnded = false;
  for (let next = queue.shift(); next !== undefined; next = queue.shift()) {
    if (next === "--" && !flagsEnded) flagsEnded = true;
    else if (next.startsWith("--") && !flagsEnded) readFlag(reading, next.slice(2), queue);
    else if (next.startsWith("-") && next.length > 1 && !flagsEnded) reading.issues.push(`unknown flag ${next}`);
    else readPositional(reading, next);
  }
  if (reading.issues.length > 0) throw new InputError(`${reading.issues.join("; ")}; see ${contract.name} --help`);
  return reading.raw;
}

type Reading = { contract: Contract; raw: Map<string, string>; issues: string[]; positionals: string[] };

function readFlag(reading: Reading, flag: string, queue: string[]): void {
  const equals = flag.indexOf("=");
  const name = equals < 0 ? flag : flag.slice(0, equals);
  const input = reading.contract.inputs[name];
  if (!input || input.only === "action") {
    if (equals < 0 && queue[0] !== undefined && !queue[0].startsWith("-") && reading.positionals.length === 0) queue.shift();
    reading.issues.push(`unknown flag --${name}${suggest(name, flagsOf(reading.contract)).replace("mean ", "mean --")}`);
    return;
  }
  const value = equals >= 0 ? flag.slice(equals + 1) : input.kind === "boolean" ? "true" : queue.shift();
  if (value === undefined) reading.issues.push(`--${name} needs a value`);
  // An unset variable of a script: to drop the flag could drop a condition, such as the image that a bundle must be about.
  else if (value === "") reading.issues.push(`--${name} is empty; give a value or leave the flag out`);
  else if (input.kind === "lines" && reading.raw.has(name)) reading.raw.set(name, `${reading.raw.get(name)}\n${value}`);
  else if (reading.raw.has(name)) reading.issues.push(`--${name} is given twice`);
  else reading.raw.set(name, value);
}

function readPositional(reading: Reading, value: string): void {
  const name = reading.positionals.shift();
  if (name === undefined) reading.issues.push("one argument too many");
  else if (value === "") reading.issues.push(`<${name}> is empty; give a value`);
  else reading.raw.set(name, value);
}

function positionalsOf(contract: Contract): string[] {
  return Object.entries(contract.inputs).filter(([, input]) => input.positional).map(([name]) => name);
}

function flagsOf(contract: Contract): string[] {
  return Object.entries(contract.inputs).filter(([, input]) => input.only !== "action").map(([name]) => name);
}
