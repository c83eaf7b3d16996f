// What a shell script does with files that were fetched, command by command: fetch, verify, use. No shell is imitated beyond lists,
// conditions and pipes; a command that isn't known to leave files alone uses them.

export type Deed = "fetch" | "verify" | "use";

/** `exits`: the shell ends at the first failure. `pipes`: a pipe fails with any of its parts. */
export type ShellTraits = { readonly exits: boolean; readonly pipes: boolean };

const VERIFIES = [
  /^(?:sha(?:1|224|256|384|512)sum|shasum|b2sum)\b.*\s(?:-\w*c\w*|--check)\b/, /^gh\s+(?:attestation|release)\s+verify/, /^cosign\s+verify/,
  /^(?:\S*\/)?pci-pipeline\s+compliance-verify\b/, /^compliance-verify\b/, /^slsa-verifier\s+verify/, /^gpg\b.*\s--verify\b/, /^minisign\b.*\s-\w*V/, /^openssl\s+dgst\b.*\s-verify\b/,
];
const FETCHES = /\bgh\s+run\s+download\b|\/actions\/artifacts\b/;
/** Commands that run nothing of what lies in the folder, and installers of tools from elsewhere. */
const HARMLESS = /^(?:echo|printf|ls|cat|mkdir|cd|pwd|true|false|:|test|\[|\[\[|set|export|unset|local|readonly|mv|cp|ln|rm|touch|chmod|head|tail|cut|sort|uniq|wc|grep|sed|awk|tr|tee|jq|yq|base64|date|find|stat|file|diff|cmp|tar|unzip|gzip|gunzip|zstd|xz|sha\d+sum|shasum|b2sum|md5sum|curl|wget|apt|apt-get|apk|dnf|yum|brew|git|gh|exit|return|sleep|wait|read|env|id|whoami|uname|which|command|type|then|else|fi|do|done|esac|case|if|elif|while|until|for|in|select|time|\{|\}|\(|\)|break|continue|trap|umask|ulimit|hash|shift|declare|typeset)$/;
const ENDS = /^(?:exit\s+[1-9]\d*|exit\s+\$\S+|return\s+[1-9]\d*|false)\b/;

type Command = { readonly text: string; readonly before: "&&" | "||" | ";" };

/** Deeds in the order in which they happen. */
export function readDeeds(script: string, traits: ShellTraits): Deed[] {
  const lists = toLists(script);
  const deeds: Deed[] = [];
  let { exits } = traits;
  lists.forEach((list, at) => {
    const first = list[0]?.text ?? "";
    if (/^set\s+(?:\S+\s+)*\+\w*e/.test(first)) exits = false;
    if (/^set\s+(?:\S+\s+)*-\w*e/.test(first)) exits = true;
    const traitsHere = { exits, pipes: traits.pipes || /\bpipefail\b/.test(script) };
    deeds.push(...readList(list, { traits: traitsHere, following: lists.slice(at + 1) }));
  });
  return deeds;
}

/** A failure ends the script only at the end of a list: what stands before "&&" merely keeps the rest of the list from running. */
function readList(list: readonly Command[], { traits, following }: { traits: ShellTraits; following: readonly (readonly Command[])[] }): Deed[] {
  const deeds: Deed[] = [];
  let isGuarded = false;
  list.forEach(({ text }, at) => {
    const { condition, command } = stripKeyword(text);
    const rest = list.slice(at + 1);
    if (isVerification(command, traits)) {
      if (isBinding({ text: command, condition, rest, following }, traits)) deeds.push("verify");
      isGuarded ||= rest[0]?.before === "&&" && condition !== "negated";
    } else if (FETCHES.test(command)) deeds.push("fetch");
    else if (!isGuarded && !isHarmless(command)) deeds.push("use");
  });
  return deeds;
}

type Place = { readonly text: string; readonly condition: "none" | "plain" | "negated"; readonly rest: readonly Command[]; readonly following: readonly (readonly Command[])[] };

/** Whether the script goes on only if the verification succeeds. */
function isBinding({ condition, rest, following }: Place, { exits }: ShellTraits): boolean {
  if (condition === "negated") return endsBefore(following, /^(?:fi|else|elif)\b/);
  if (condition === "plain") return endsAfter(following, /^else\b/);
  const [next] = rest;
  if (!next) return exits;
  if (next.before === "||") return ENDS.test(next.text) || (next.text.startsWith("{") && [...rest.map(({ text }) => text), ...(following[0] ?? []).map(({ text }) => text)].some((text) => ENDS.test(text.replace(/^\{\s*/, ""))));
  return rest.some(({ before, text }) => before === "||" && ENDS.test(text));
}

function endsBefore(lists: readonly (readonly Command[])[], end: RegExp): boolean {
  const stop = lists.findIndex(([first]) => end.test(first?.text ?? ""));
  return lists.slice(0, stop < 0 ? undefined : stop).some((list) => list.some(({ text }) => ENDS.test(stripKeyword(text).command)));
}

function endsAfter(lists: readonly (readonly Command[])[], start: RegExp): boolean {
  const from = lists.findIndex(([first]) => start.test(first?.text ?? ""));
  return from >= 0 && endsBefore([[{ text: stripKeyword(lists[from]?.[0]?.text ?? "").command, before: ";" }], ...lists.slice(from + 1)], /^fi\b/);
}

/** The last part of a pipe decides, unless the shell says otherwise. */
function isVerification(command: string, { pipes }: ShellTraits): boolean {
  const parts = command.split(/\s*\|\s*/).map((part) => part.replace(/^(?:\w+=\S*\s+|sudo\s+|time\s+|exec\s+)+/, ""));
  const at = parts.findIndex((part) => VERIFIES.some((pattern) => pattern.test(part)));
  return at >= 0 && (pipes || at === parts.length - 1);
}

function isHarmless(command: string): boolean {
  return command.split(/\s*\|\s*/).every((part) => {
    const name = part.replace(/^(?:\w+=(?:"[^"]*"|'[^']*'|\S*)\s*|sudo\s+|time\s+|[({]\s*|!\s+)+/, "").split(/\s/)[0] ?? "";
    return name === "" || HARMLESS.test(name) || VERIFIES.some((pattern) => pattern.test(part));
  });
}

function stripKeyword(text: string): { condition: Place["condition"]; command: string } {
  const [, keyword, negation, command = ""] = /^(?:(if|elif|while|until|then|else|do)\s+)?(!\s+)?(.*)$/s.exec(text) ?? [];
  const isTest = keyword === "if" || keyword === "elif" || keyword === "while" || keyword === "until";
  return { condition: negation ? "negated" : isTest ? "plain" : "none", command: command.trim() };
}

/** Lists of commands: what a newline or a semicolon parts. Quoted text and documents are opaque. */
function toLists(script: string): Command[][] {
  const text = blankQuotes(dropDocuments(script.replace(/\\\r?\n/g, " ")));
  return text.split(/[\n;]+/).map((line) => line.replace(/(^|\s)#.*$/, "$1").trim()).filter((line) => line !== "").map((line) => {
    const pieces = line.split(/\s*(&&|\|\|)\s*/);
    return pieces.flatMap((piece, at): Command[] => (at % 2 === 0 && piece !== "" ? [{ text: piece.trim(), before: at === 0 ? ";" : pieces[at - 1] === "&&" ? "&&" : "||" }] : []));
  });
}

/** Separators inside of quotes separate nothing. */
function blankQuotes(text: string): string {
  return text.replace(/"(?:[^"\\]|\\.)*"|'[^']*'/gs, (quoted) => quoted.replace(/[\n;|&#]/g, "_"));
}

/** Here-documents (POSIX shell, 2.7.4) are data of the command that they stand at. */
function dropDocuments(text: string): string {
  const kept: string[] = [];
  let end: string | undefined;
  for (const line of text.split("\n")) {
    if (end !== undefined) {
      if (line.trim() === end) end = undefined;
      continue;
    }
    kept.push(line);
    end = /<<-?\s*["']?(\w+)["']?/.exec(line)?.[1];
  }
  return kept.join("\n");
}
