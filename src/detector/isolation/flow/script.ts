// What a shell script does with files that were fetched, command by command: fetch, verify, use. No shell is imitated: only those forms
// of a check count that end the script for certain where it fails, and a command that isn't known to leave files alone uses them.
import { splitScript, type Command } from "./shell.ts";

export type Deed = "fetch" | "verify" | "use";

/** `exits`: the shell ends at the first failure. `pipes`: a pipe fails with any of its parts. */
export type ShellTraits = { readonly exits: boolean; readonly pipes: boolean };

const VERIFIES = [
  /^(?:sha(?:1|224|256|384|512)sum|shasum|b2sum)\b.*\s(?:-\w*c\w*|--check)\b/, /^gh\s+(?:attestation|release)\s+verify/, /^cosign\s+verify/,
  /^(?:\S*\/)?pci-pipeline\s+compliance-verify\b/, /^compliance-verify\b/, /^slsa-verifier\s+verify/, /^gpg\b.*\s--verify\b/, /^minisign\b.*\s-\w*V/, /^openssl\s+dgst\b.*\s-verify\b/,
];
const FETCHES = /\bgh\s+run\s+download\b|\/actions\/artifacts\b/;
/** Commands that run nothing of what lies in the folder, and installers of tools from elsewhere. */
const HARMLESS = /^(?:echo|printf|ls|cat|mkdir|cd|pwd|true|false|:|test|\[|\[\[|set|export|unset|local|readonly|mv|cp|ln|rm|touch|chmod|head|tail|cut|sort|uniq|wc|grep|sed|awk|tr|tee|jq|yq|base64|date|find|stat|file|diff|cmp|tar|unzip|gzip|gunzip|zstd|xz|sha\d+sum|shasum|b2sum|md5sum|curl|wget|apt|apt-get|apk|dnf|yum|brew|git|gh|exit|return|sleep|wait|read|id|whoami|uname|which|type|then|else|fi|do|done|esac|for|in|select|\{|\}|\(|\)|break|continue|trap|umask|ulimit|shift|declare|typeset)$/;
const RUNS_OTHERS = /\s-(?:exec|execdir|ok|okdir)\s|^(?:tar|sort|git)\b.*(?:--(?:to-command|use-compress-program|checkpoint-action|compress-program|upload-pack|exec)\b|\s-[cI]\s)|^awk\b.*\bsystem\b/;
/** Characters of a script, and lists of a block, beyond which nothing counts as checked. */
const MAX_SCRIPT = 1 << 16;
const MAX_BLOCK = 50;
const ENDS = /^exit\s+[1-9]\d*$/;
const MAY_END_WELL = /^(?:exit|return)(?!\s+[1-9]\d*$)\b/;

/** Deeds in the order in which they happen. */
export function readDeeds(script: string, traits: ShellTraits): Deed[] {
  // GitHub's own runner takes no expression that long; what is hidden in such a script is not looked for.
  if (script.length > MAX_SCRIPT) return FETCHES.test(script) ? ["use", "fetch", "use"] : ["use"];
  const lists = splitScript(script);
  const deeds: Deed[] = [];
  // A trap can turn any failure into a good end.
  const shell = { exits: traits.exits, pipes: traits.pipes, left: lists.some((list) => list.some(({ text }) => /^trap\b.*\bexit\b/.test(bare(text)))) };
  lists.forEach((list, at) => {
    const [only] = list;
    const isPlain = list.length === 1 && only?.depth === 0;
    for (const { text } of list) {
      if (/^set\s.*(?:\+\w*e|\+o\s+errexit)/.test(text)) shell.exits = false;
      if (/^set\s.*\+o\s+pipefail/.test(text)) shell.pipes = false;
    }
    if (isPlain && /^set\s+(?:-\w*e|-o\s+errexit)/.test(only?.text ?? "")) shell.exits = true;
    if (isPlain && /^set\s.*-\w*o\s+pipefail/.test(only?.text ?? "")) shell.pipes = true;
    deeds.push(...readList(list, { ...shell, following: lists.slice(at + 1, at + 1 + MAX_BLOCK) }));
    // Where the script may end well, what comes later may never be checked.
    if (list.some(({ text }) => MAY_END_WELL.test(bare(text)))) shell.left = true;
  });
  return deeds;
}

type Surroundings = ShellTraits & { readonly left: boolean; readonly following: readonly (readonly Command[])[] };

function readList(list: readonly Command[], around: Surroundings): Deed[] {
  const deeds: Deed[] = [];
  let isGuarded = false;
  list.forEach((command, at) => {
    if (command.before === "||") isGuarded = false;
    const parts = bare(command.text).split(/\s*\|&?\s*/).map(withoutPrefix);
    const check = parts.findIndex((part) => VERIFIES.some((pattern) => pattern.test(part)));
    if (!isGuarded && !parts.every(isHarmless)) deeds.push("use");
    if (FETCHES.test(command.text)) deeds.push("fetch");
    if (check < 0 || isBackground(command.text)) return;
    // Before a pipe's end the check is one of its parts, and all of them run at once.
    const decides = check === parts.length - 1 || around.pipes;
    if (decides && !around.left && isBinding(command, { rest: list.slice(at + 1), first: at === 0, around })) deeds.push("verify");
    isGuarded ||= decides && !isNegated(command.text) && !/^(?:while|until)\b/.test(command.text);
  });
  return deeds;
}

type Place = { readonly rest: readonly Command[]; readonly first: boolean; readonly around: Surroundings };

/** The forms that end the script: the check alone, `check || exit 1`, `check || { …; exit 1; }`, and `if ! check; then …; exit 1; …`. */
function isBinding({ text, depth }: Command, { rest, first, around }: Place): boolean {
  if (/^if\s+!\s/.test(text)) return first && depth === 1 && rest.length === 0 && endsWithin(around.following, 1, /^(?:fi|else|elif)\b/);
  if (depth !== 0 || bare(text) !== text || isNegated(text)) return false;
  const [next] = rest;
  // What stands before it in its list can keep it from running, and the script from ending.
  if (!first) return false;
  if (!next) return around.exits;
  if (next.before !== "||") return false;
  if (ENDS.test(next.text)) return true;
  return /^\{\s/.test(next.text) && (ENDS.test(next.text.replace(/^\{\s+/, "")) || (rest.length === 1 && endsWithin(around.following, 1, /^\}/)));
}

/** A command of its own in the block, reached in any case. */
function endsWithin(lists: readonly (readonly Command[])[], depth: number, end: RegExp): boolean {
  for (const list of lists) {
    const [only] = list;
    if (only === undefined || end.test(only.text)) return false;
    const text = only.text.replace(/^then\s+/, "");
    if (list.length === 1 && only.depth === depth && ENDS.test(text)) return true;
    if (list.some((command) => command.depth !== depth || MAY_END_WELL.test(bare(command.text)) || !bare(command.text).split(/\s*\|&?\s*/).map(withoutPrefix).every(isHarmless))) return false;
  }
  return false;
}

function isHarmless(part: string): boolean {
  const name = part.split(/\s/)[0] ?? "";
  if (/^case\b/.test(part)) return !part.includes(")") || isHarmless(withoutPrefix(part.slice(part.lastIndexOf(")") + 1)));
  if (RUNS_OTHERS.test(part) || !substituted(part).every((inner) => inner === "" || HARMLESS.test(inner) || VERIFIES.some((pattern) => pattern.test(inner)))) return false;
  return name === "" || HARMLESS.test(name) || VERIFIES.some((pattern) => pattern.test(part));
}

/** First words of commands whose output is put in place. */
function substituted(part: string): string[] {
  return [...part.matchAll(/(?:\$\(|`|<\(|>\()\s*([^\s)`;|&]*)/g)].map(([, name = ""]) => name);
}

/** Without what stands before a command: keywords, brackets. */
function bare(text: string): string {
  return text.replace(/^(?:(?:if|elif|while|until|then|else|do|!|time|\{|\()\s+|\()+/, "");
}

/** Without variables that are set for the command, and what runs it as somebody else. */
function withoutPrefix(text: string): string {
  return text.replace(/^(?:\w+=(?:"[^"]*"|'[^']*'|[^\s$`]*)(?:\s+|$)|sudo\s+(?:-\w+\s+)*|!\s+)+/, "");
}

function isNegated(text: string): boolean {
  return /(?:^|\s)!\s/.test(text.slice(0, text.search(/\w{3,}\s+-|$/)));
}

function isBackground(text: string): boolean {
  return /(?:^|[^>&<])&(?![>&\d])/.test(text);
}
