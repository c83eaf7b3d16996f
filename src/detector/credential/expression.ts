// Turns RE2 expressions (https://github.com/google/re2/wiki/Syntax), the dialect of gitleaks' rules, into JavaScript ones, or says which part it can't.
import { InputError } from "../../finding/index.ts";

/** Source and flags; `where` names the rule in messages. */
export function toJavaScript(regex: string, where: string): { pattern: string; flags: string } {
  const leading = /^\(\?([ims]+)\)/.exec(regex);
  const flags = [...new Set(leading?.[1] ?? "")].sort().join("");
  const pattern = regex.slice(leading?.[0].length ?? 0)
    .replaceAll("(?P<", "(?<")
    .replaceAll("\\z", "$")
    .replaceAll("\\A", "^")
    .replace(/\[\[:(\^?)(\w+):\]\]/g, (_, not: string, name: string) => `[${not}${posixClass(name, where)}]`)
    .replace(/\[:(\w+):\]/g, (_, name: string) => posixClass(name, where));
  if (/\(\?[imsU]+\)/.test(pattern)) throw new InputError(`${where} changes flags in the middle of its expression; write (?i:…) around the part instead.`);
  try {
    void new RegExp(pattern, flags);
  } catch {
    throw new InputError(`${where} has an expression that is not valid; write it in the common part of RE2 and JavaScript.`);
  }
  return { pattern, flags };
}

const posixClasses: { readonly [name: string]: string } = {
  alnum: "0-9A-Za-z", alpha: "A-Za-z", digit: "0-9", lower: "a-z", upper: "A-Z", space: "\\s", punct: "!-\\/:-@\\[-`{-~", xdigit: "0-9A-Fa-f", word: "\\w",
};

function posixClass(name: string, where: string): string {
  const members = posixClasses[name];
  if (members === undefined) throw new InputError(`${where} uses the class [:${name}:], which is not known; write its characters out.`);
  return members;
}
