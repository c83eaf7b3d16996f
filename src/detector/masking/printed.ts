// Values that a step printed itself, recognised by what stands before them: a command that should have hidden them, a telling name.
import { Buffer } from "node:buffer";
import { previewNothing } from "../../finding/index.ts";
import type { Match, RuleInfo } from "../detector.ts";
import { maskCommandEcho, sensitiveVariable } from "./rules.ts";
import type { LogMarks } from "./sieve/index.ts";
import { textAfter, textBefore } from "./text.ts";

const MAX_VALUE_BYTES = 400;
/** Rules of vendors' formats name the same value better, and so does the rule for assignments. */
const WIDE_RANK = 900;

/** A value that is not one: masked, a variable, a template, code, a word for the absence of a value. */
const reference = /^["']?(?:$|\*{3}|[$%{<([\\`|&]|\$\(|(?:null|none|nil|undefined|true|false|yes|no|on|off|set|unset|empty|redacted|hidden|masked|placeholder|example|changeme|dummy|xxx+)\b)|\*{3}|…|\.{3}|<[\w -]+>/i;

/** What the sieve says of `##[`, whose third character is always the same. */
const HASH = 0x23;
const BRACKET = 0x5b;

const maskCommands = ["::add-mask::", "##[add-mask]"];

/** `::add-mask::VALUE`: the runner shows `***` there, so a readable value was never registered in time. */
export function findMaskEchoes(bytes: Buffer, marks: LogMarks): Match[] {
  const matches: Match[] = [];
  for (const { command, at } of findCommands(bytes, marks, maskCommands)) {
    const start = at + command.length;
    const value = textAfter(bytes, start, MAX_VALUE_BYTES).trimEnd();
    // In the source of a script an expression or the closing quote of an echo stands here.
    if (reference.test(value) || /^["'+]/.test(value) || value.length < 3) continue;
    matches.push(toMatch(maskCommandEcho, start, value.length));
  }
  return matches;
}

/** Places of the sieve at which one of the commands stands. */
function* findCommands(bytes: Buffer, marks: LogMarks, commands: readonly string[]): Generator<{ command: string; at: number }> {
  for (const { start, seen } of marks.of("command")) {
    const command = commands.find((one) => one.charCodeAt(2) === (seen === HASH ? BRACKET : seen) && bytes.toString("latin1", start, start + one.length) === one);
    if (command !== undefined) yield { command, at: start };
  }
}

const variableBefore = /(?:^|[\s;])([A-Z][A-Z0-9_]{1,60})$/;
/** wasm/log/signs.ts knows their last three letters. */
const tellingName = /(?:^|_)(?:(?:API|ACCESS|SECRET|PRIVATE|SIGNING|ENCRYPTION|MASTER|AUTH|SSH|DEPLOY|LICENSE|ACCOUNT|STORAGE)_?KEY|TOKEN|SECRET|PASSWORD|PASSWD|PASSPHRASE|PASS|PWD|PAT|CREDENTIALS?)$/;
/** Current folders, and settings about credentials. */
const harmlessName = /^(?:OLD)?PWD$|(?:^|_)(?:MAX|MIN|NEXT|CSRF|XSRF|PUBLIC)_/;
const shell = /(?:^|\s)(?:\++|export|declare -x|set|env)\s+(?:\S+=\S*\s+)*$/;

/** `NAME=value` as env, printenv, export -p and set -x write it, and `NAME: value` of a step's env block. */
export function findVariables(bytes: Buffer, marks: LogMarks): Match[] {
  const matches: Match[] = [];
  for (const { start, end } of marks.of("operator")) {
    const before = textBefore(bytes, start, 160);
    const name = variableBefore.exec(before)?.[1];
    if (name === undefined || !tellingName.test(name) || harmlessName.test(name)) continue;
    const lead = before.slice(0, -name.length);
    if (lead.trim() !== "" && !shell.test(lead)) continue;
    const rest = textAfter(bytes, end, MAX_VALUE_BYTES);
    const value = readValue(rest);
    if (isGuarded(value)) matches.push(toMatch(sensitiveVariable, end + rest.indexOf(value), value.length));
  }
  return matches;
}

const outputCommand = /^(?:set-output|save-state|set-env) name=([\w.-]{1,80})::(.*)$/;

/** `::set-output name=NAME::VALUE`, which a runner takes for a command only where it listens, and prints while it debugs. */
export function findOutputCommands(bytes: Buffer, marks: LogMarks): Match[] {
  const matches: Match[] = [];
  for (const { command, at } of findCommands(bytes, marks, ["::set-output name=", "::save-state name=", "::set-env name="])) {
    const [, name = "", value = ""] = outputCommand.exec(textAfter(bytes, at + 2, MAX_VALUE_BYTES).trimEnd()) ?? [];
    if (!tellingName.test(name.replace(/([a-z0-9])([A-Z])/g, "$1_$2").replaceAll(/[.-]/g, "_").toUpperCase()) || !isGuarded(value)) continue;
    matches.push(toMatch(sensitiveVariable, at + command.length + name.length + 2, value.length));
  }
  return matches;
}

function toMatch(rule: RuleInfo, start: number, length: number): Match {
  return { rule, start, end: start + length, preview: previewNothing("value"), rank: WIDE_RANK };
}

function readValue(rest: string): string {
  const quoted = /^(["'])(.*?)\1/.exec(rest);
  return quoted?.[2] ?? rest.replace(/[\s"'].*$/, "");
}

/** Something that somebody would guard: no reference, no path, no number, no bare word. */
function isGuarded(value: string): boolean {
  if (value.length < 8 || reference.test(value)) return false;
  if (/^(?:[a-z][a-z0-9+.-]{1,20}:\/\/[^@\s]*$|[.~]?\/|[A-Za-z]:\\|arn:)/.test(value)) return false;
  if (/^[\d.,:_-]+$/.test(value) || /^[A-Za-z]+(?:[-_ .][A-Za-z]+)*$/.test(value)) return false;
  return !/\.(?:json|ya?ml|pem|key|txt|crt|env)$/i.test(value);
}
