// Accepted findings in the form of gitleaks: `.gitleaksignore`, one fingerprint a line (https://github.com/gitleaks/gitleaks#gitleaksignore).
import * as z from "zod";
import { InputError } from "../input-error.ts";
import type { Location } from "../location.ts";
import { NO_LAST_DAY, waiverSchema, type Waiver } from "./waiver.ts";

/** One line: a rule's finding in one line of one file of the repository. */
export type IgnoreEntry = {
  readonly file: string;
  /** As gitleaks or as we call it. */
  readonly rule: string;
  readonly line: number;
  /** What the comment above says in the form `owner: … reason: … until: YYYY-MM-DD`, or as it stands. */
  readonly owner: string;
  readonly reason: string;
  readonly until: string;
  readonly source: string;
};

const fingerprint = /^(?:[0-9a-f]{7,64}:)?(?<file>[^:]+):(?<rule>[^:\s]+):(?<line>\d{1,9})$/;

/** Throws InputError, with all its lines, for what is no fingerprint: gitleaks passes over it, and an acceptance that does nothing is a mistake. */
export function readIgnoreFile(text: string, name: string): IgnoreEntry[] {
  const wrong: number[] = [];
  const comments: string[] = [];
  const entries = text.split(/\r?\n/).flatMap((raw, index): IgnoreEntry[] => {
    const line = raw.trim();
    if (line.startsWith("#")) comments.push(line.replace(/^#+\s*/, ""));
    if (line === "" || line.startsWith("#")) {
      if (line === "") comments.length = 0;
      return [];
    }
    const { file, rule, line: number } = fingerprint.exec(line)?.groups ?? {};
    if (file === undefined || rule === undefined) {
      wrong.push(index + 1);
      return [];
    }
    return [{ file: file.replaceAll("\\", "/"), rule, line: Number(number), ...readTerms(comments.join(" ")), source: `${name}:${index + 1}` }];
  });
  if (wrong.length > 0) throw new InputError(`${name} has lines that are no fingerprint (${wrong.slice(0, 10).join(", ")}); write file:rule:line or commit:file:rule:line.`);
  return entries;
}

function readTerms(comment: string): { owner: string; reason: string; until: string } {
  const field = (name: string) => new RegExp(`\\b${name}\\s*[:=]\\s*(.+?)\\s*(?=\\b(?:owner|reason|until)\\s*[:=]|$)`, "i").exec(comment)?.[1];
  const until = z.iso.date().safeParse(field("until"));
  const plain = /\b(?:owner|reason|until)\s*[:=]/i.test(comment) ? "" : comment;
  return { owner: field("owner") ?? "not named", reason: field("reason") ?? (plain || "listed without a reason"), until: until.success ? until.data : NO_LAST_DAY };
}

/** True where the entry speaks of this finding. The repository's file stands somewhere below the image's root, so the path's end decides. */
export function ignores(entry: IgnoreEntry, subject: { readonly rules: readonly string[]; readonly location: Location }): boolean {
  const { location } = subject;
  if (!("line" in location) || location.line !== entry.line || !subject.rules.includes(entry.rule)) return false;
  const path = location.kind === "image" ? location.path : location.file;
  return path === entry.file || (path?.endsWith(`/${entry.file}`) ?? false);
}

/** The entry as a waiver of one finding. */
export function toWaiver({ owner, reason, until, source }: IgnoreEntry, fingerprintOfFinding: string): Waiver {
  return waiverSchema.parse({ fingerprint: fingerprintOfFinding, owner, reason, until, source });
}
