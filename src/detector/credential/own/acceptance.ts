// Says which allowlist makes a value no open finding.
import { Buffer } from "node:buffer";
import { Pattern } from "../pattern/index.ts";
import type { Allowlist } from "./own-rules.ts";

/** What was found, and where. */
export type Claim = { readonly value: string; readonly match: string; readonly line: string; readonly path: string };
/** Who accepts a value and why. */
export type Acceptance = { readonly source: string; readonly reason: string };
export type Accept = (claim: Claim) => Acceptance | undefined;

/** Asks the lists in their order. */
export function createAccept(lists: readonly Allowlist[]): Accept {
  const compiled = lists.map(compile);
  return (claim) => {
    const index = compiled.findIndex((holds) => holds(claim));
    const list = lists[index];
    return list && { source: list.source, reason: list.description === "" ? "an allowlist of the rules file" : list.description };
  };
}

function compile(list: Allowlist): (claim: Claim) => boolean {
  const regexes = list.regexes.map((source) => new Pattern(source));
  const paths = list.paths.map((source) => new Pattern(source));
  return (claim) => {
    const target = list.target === "secret" ? claim.value : list.target === "match" ? claim.match : claim.line;
    const value = lowerText(claim.value);
    const verdicts = [
      ...(list.commits ? [false] : []),
      ...(paths.length > 0 ? [claim.path !== "" && paths.some((path) => path.test(claim.path))] : []),
      ...(regexes.length > 0 ? [target !== "" && regexes.some((regex) => regex.test(target))] : []),
      ...(list.stopwords.length > 0 ? [list.stopwords.some((word) => value.includes(word))] : []),
    ];
    return list.all ? verdicts.every(Boolean) : verdicts.some(Boolean);
  };
}

/** In lower case, from one character a byte to what the bytes stand for. */
export function lowerText(text: string): string {
  return (/^[\0-\x7f]*$/.test(text) ? text : Buffer.from(text, "latin1").toString("utf8")).toLowerCase();
}

const MOST_OF_A_LINE = 4096;

/** The lines that a span touches, as far as they are of any use; as in gitleaks, with the line break before them. */
export function linesAround(text: string, start: number, end: number): string {
  const before = text.slice(Math.max(0, start - MOST_OF_A_LINE), start);
  const after = text.slice(end, end + MOST_OF_A_LINE);
  const next = after.indexOf("\n");
  return before.slice(Math.max(0, before.lastIndexOf("\n"))) + text.slice(start, end) + (next < 0 ? after : after.slice(0, next));
}
